import type { ReactNode } from "react";

import { useView } from "#app/model/view.ts";
import { Leaf, Spread } from "#app/pages/parts/Spread.tsx";
import {
  changeTitle,
  policyName,
  roleName,
  targetOf,
  wordsAfter,
  wordsBefore,
} from "#app/words/changes.ts";
import { settingsAt } from "#app/words/revisions.ts";
import { settingLines } from "#app/words/settings.ts";
import { dayText } from "#app/words/time.ts";
import { tagNames } from "#sdk/acts/names.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import { NO_SETTINGS } from "#sdk/chronicle/organisation.ts";

interface Props {
  readonly change: Change;
  readonly circle: bigint;
  /** The same change in another version, to compare with instead of what stands in the record. */
  readonly against?: { readonly change: Change | undefined; readonly label: string } | undefined;
  readonly label?: string;
  /** What the left page is called. */
  readonly today?: string | undefined;
}

/** One change as facing pages: today, and if it is adopted. A move or a limit is said by its title. */
export function ChangeView({
  change,
  circle,
  against,
  label = "If it is adopted",
  today = "Today",
}: Props) {
  const sides = { change, circle, against, label, today };
  switch (change.kind as ChangeKind) {
    case ChangeKind.Configure:
      return <SettingsSpread {...sides} />;
    case ChangeKind.MoveRole:
    case ChangeKind.MovePolicy:
      return change.words.text === "" ? null : <p className="read">{change.words.text}</p>;
    case ChangeKind.LimitRole:
      return null;
    default:
      return <WordsSpread {...sides} />;
  }
}

interface Sides extends Pick<Props, "change" | "circle" | "against"> {
  readonly label: string;
  readonly today: string;
}

/** The words of a role or a policy, before and after. */
function WordsSpread({ change, circle, against, label, today }: Sides) {
  const { organisation } = useView();
  const kind = change.kind as ChangeKind;
  const target = targetOf(change, circle);
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
      {change.tags > 0 && <p className="note under">It {tagNames(change.tags).join(", ")}.</p>}
      {change.reviewAt > 0 && (
        <p className="note under">To be looked at again on {dayText(change.reviewAt)}.</p>
      )}
    </>
  );
}

/** Settings as facing pages, line by line; what differs is marked. */
function SettingsSpread({ change, circle, against, label, today }: Sides) {
  const { organisation } = useView();
  const target = targetOf(change, circle) ?? circle;
  const atAnchor = target === organisation.anchor;
  const old = against?.change?.settings[0] ?? settingsAt(organisation, target, change.revision);
  const before = settingLines(organisation, old ?? NO_SETTINGS, atAnchor);
  const after = settingLines(organisation, change.settings[0] ?? NO_SETTINGS, atAnchor);
  const differs = (index: number) => before[index]?.text !== after[index]?.text;
  return (
    <div className="spread">
      <Leaf label={against?.label ?? today} none="" {...revision(change.revision)}>
        <h4 className="title">{roleName(organisation, target)}</h4>
        <dl className="facts">
          {before.map(({ label: name, text }, index) => (
            <Line key={name} label={name}>
              {differs(index) ? <del>{text}</del> : text}
            </Line>
          ))}
        </dl>
      </Leaf>
      <Leaf label={label} none="" revision={`revision ${change.revision + 1}`}>
        <h4 className="title">{roleName(organisation, target)}</h4>
        <dl className="facts">
          {after.map(({ label: name, text }, index) => (
            <Line key={name} label={name}>
              {differs(index) ? <ins>{text}</ins> : text}
            </Line>
          ))}
        </dl>
      </Leaf>
    </div>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function revision(number: number) {
  return number === 0 ? {} : { revision: `revision ${number}` };
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
