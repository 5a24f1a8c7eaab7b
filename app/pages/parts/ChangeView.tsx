import { useView } from "#app/model/view.ts";
import { Leaf, Spread } from "#app/pages/parts/Spread.tsx";
import {
  changeTitle,
  policyName,
  roleName,
  targetOf,
  windowText,
  wordsAfter,
  wordsBefore,
} from "#app/words/changes.ts";
import { settingsAt } from "#app/words/revisions.ts";
import { dayText, spanText } from "#app/words/time.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Change, Settings } from "#sdk/chronicle/events.ts";
import { windowOf } from "#sdk/chronicle/organisation.ts";

interface Props {
  readonly change: Change;
  readonly circle: bigint;
  /** The same change in another version, to compare with instead of what stands in the record. */
  readonly against?: { readonly change: Change | undefined; readonly label: string } | undefined;
  readonly label?: string;
  /** What the left page is called. */
  readonly today?: string | undefined;
}

/** One change as facing pages: today, and if it is adopted. */
export function ChangeView({
  change,
  circle,
  against,
  label = "If it is adopted",
  today = "Today",
}: Props) {
  const { organisation } = useView();
  const kind = change.kind as ChangeKind;
  const target = targetOf(change, circle);
  if (kind === ChangeKind.Configure)
    return <WindowSpread {...{ change, circle, against, label, today }} />;
  const policy =
    kind === ChangeKind.AdoptPolicy ||
    kind === ChangeKind.AmendPolicy ||
    kind === ChangeKind.RepealPolicy;
  const where = roleName(organisation, circle);
  const name =
    target === null
      ? ""
      : policy
        ? policyName(organisation, target)
        : roleName(organisation, target);
  const none = policy ? `${where} says nothing about it.` : `There is no such role in ${where}.`;
  const gone = `${name} is no more.`;
  const next = target === null ? "revision 1" : `revision ${change.revision + 1}`;
  const after = wordsAfter(change);
  const last =
    against === undefined
      ? { label: today, words: wordsBefore(organisation, change, circle), none }
      : {
          label: against.label,
          words: against.change === undefined ? null : wordsAfter(against.change),
          none: "This change was not part of it.",
        };
  const before =
    against === undefined && target !== null
      ? { ...last, revision: `revision ${change.revision}` }
      : last;
  return (
    <>
      <Spread
        policy={policy}
        before={before}
        after={{ label, words: after, none: gone, ...(after === null ? {} : { revision: next }) }}
      />
      {change.reviewAt > 0 && (
        <p className="note under">To be looked at again on {dayText(change.reviewAt)}.</p>
      )}
    </>
  );
}

interface WindowProps extends Pick<Props, "change" | "circle" | "against"> {
  readonly label: string;
  readonly today: string;
}

function WindowSpread({ change, circle, against, label, today }: WindowProps) {
  const { organisation } = useView();
  const target = targetOf(change, circle) ?? circle;
  const old = settingsAt(organisation, target, change.revision);
  const before = against?.change?.settings ?? old;
  return (
    <div className="spread">
      <Leaf label={against?.label ?? today} none="" {...revision(change.revision)}>
        <h4 className="title">{roleName(organisation, target)}</h4>
        <p className="poltext">
          <del>{before === undefined ? windowText({ window: 0 }) : said(before)}</del>
          {before === undefined || before.window === 0
            ? ` (${spanText(windowOf(organisation, organisation.anchor))}), then silence is consent`
            : ", then silence is consent"}
        </p>
      </Leaf>
      <Leaf label={label} none="" revision={`revision ${change.revision + 1}`}>
        <h4 className="title">{roleName(organisation, target)}</h4>
        <p className="poltext">
          <ins>{said(change.settings)}</ins>, then silence is consent
        </p>
        <Stewards settings={change.settings} />
      </Leaf>
    </div>
  );
}

function said(settings: Settings): string {
  const text = windowText(settings);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function revision(number: number) {
  return number === 0 ? {} : { revision: `revision ${number}` };
}

function Stewards({ settings }: { readonly settings: Settings }) {
  const { organisation } = useView();
  if (settings.admission === 0n && settings.assigner === 0n) return null;
  return (
    <ul>
      {settings.admission !== 0n && (
        <li>{roleName(organisation, settings.admission)} admits partners</li>
      )}
      {settings.assigner !== 0n && (
        <li>
          {roleName(organisation, settings.assigner)} offers the anchor’s roles while nobody leads
          it
        </li>
      )}
    </ul>
  );
}

interface ListProps {
  readonly changes: readonly Change[];
  readonly circle: bigint;
  readonly against?: { readonly changes: readonly Change[]; readonly label: string } | undefined;
  readonly label?: string;
  readonly today?: string;
}

/** Changes, numbered where there are several. */
export function ChangeList({
  changes,
  circle,
  against,
  label = "If it is adopted",
  today,
}: ListProps) {
  const { organisation } = useView();
  return (
    <ol className="changelist">
      {changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a change is known by its place in the list
        <li key={index}>
          <h3>
            {changes.length > 1 && <span className="n">{index + 1}</span>}
            {changeTitle(organisation, change, circle, changes)}
          </h3>
          <ChangeView
            {...{ change, circle, label, today }}
            against={
              against === undefined
                ? undefined
                : { label: against.label, change: sameChange(change, index, against.changes) }
            }
          />
        </li>
      ))}
    </ol>
  );
}

/** The change of another version that does the same to the same, at its place or anywhere. */
function sameChange(change: Change, index: number, others: readonly Change[]): Change | undefined {
  const same = (other: Change | undefined) =>
    other?.kind === change.kind && other.target === change.target;
  const there = others[index];
  return same(there)
    ? there
    : others.find((other) => same(other) && other.words.name === change.words.name);
}
