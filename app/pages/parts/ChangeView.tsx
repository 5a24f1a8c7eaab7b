import type { ReactNode } from "react";

import { useView } from "#app/model/view.ts";
import { SpecialSpread } from "#app/pages/parts/SpecialSpread.tsx";
import { Leaf, Spread } from "#app/pages/parts/Spread.tsx";
import {
  changeTitle,
  policyName,
  roleName,
  targetOf,
  wordsAfter,
  wordsBefore,
} from "#app/words/changes.ts";
import { countText } from "#app/words/lists.ts";
import { settingsAt } from "#app/words/revisions.ts";
import { settingLines } from "#app/words/settings.ts";
import { dayText } from "#app/words/time.ts";
import { linkInShort, originInShort, partInShort } from "#sdk/acts/describe.ts";
import { tagNames } from "#sdk/acts/names.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { readOrigins } from "#sdk/chronicle/domains.ts";
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
      return <MoveSpread {...sides} />;
    case ChangeKind.LimitRole:
      return <LimitSpread {...sides} />;
    case ChangeKind.SetProcess:
    case ChangeKind.SetTreasury:
    case ChangeKind.AmendRules:
      return <SpecialSpread {...sides} />;
    case ChangeKind.LinkRole:
    case ChangeKind.CreateRole:
    case ChangeKind.AmendRole:
    case ChangeKind.AddToRole:
      return (
        <>
          <WordsSpread {...sides} />
          <Origins {...sides} />
        </>
      );
    default:
      return <WordsSpread {...sides} />;
  }
}

/** Who fills what is linked, and of what each domain is a part. */
function Origins({ change, circle }: Sides) {
  const view = useView();
  const { organisation } = view;
  const known = { organisation, people: view.people };
  if (change.kind === ChangeKind.LinkRole) {
    return <p className="note under">It is {linkInShort(known, circle, change.terms)}.</p>;
  }
  const { domains } = change.words;
  const origins = readOrigins(change.terms, domains.length);
  if (domains.length === 0 || origins === null) return null;
  const grants =
    change.kind === ChangeKind.CreateRole && change.target !== 0n ? change.target : circle;
  return domains.map((domain, i) => (
    <p className="note under" key={domain}>
      “{domain}” is {originInShort(known, grants, origins[i])}.
    </p>
  ));
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
  const none = noneText(change, policy, where);
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
    against === undefined && target !== null && last.words !== null
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

/** What stands on the left page where there is nothing yet. */
function noneText({ kind, place }: Change, policy: boolean, where: string): string {
  if (policy) return `${where} says nothing about it.`;
  return kind === ChangeKind.AddToRole
    ? `${where} adds nothing to ${partInShort(place)} yet.`
    : `There is no such role in ${where}.`;
}

/** Where something stands, before and after; and why it belongs there. */
function MoveSpread({ change, circle, against, label, today }: Sides) {
  const { organisation } = useView();
  const role = change.kind === ChangeKind.MoveRole;
  const name = role
    ? roleName(organisation, change.target)
    : policyName(organisation, change.target);
  const moved = (role ? organisation.roles : organisation.policies).get(change.target);
  const place = change.place === 0n ? circle : change.place;
  const to = place < 1n << 32n ? `the role of change ${place}` : roleName(organisation, place);
  // Inwards it came from the deciding circle, outwards from where it still stands.
  const from = change.place === 0n ? (moved?.circle ?? circle) : circle;
  const left =
    against === undefined
      ? `in ${roleName(organisation, from)}`
      : (against.change?.words.text ?? "This change was not part of it.");
  return (
    <div className="spread">
      <Leaf label={against?.label ?? today} none="">
        <h4 className="title">{name}</h4>
        <p className="purpose">{left}</p>
      </Leaf>
      <Leaf label={label} none="">
        <h4 className="title">{name}</h4>
        <p className="purpose">in {to}</p>
        {change.words.text !== "" && <p className="read">{change.words.text}</p>}
      </Leaf>
    </div>
  );
}

/** How many of those who fill a role speak for it, before and after. */
function LimitSpread({ change, against, label, today }: Sides) {
  const { organisation } = useView();
  const name = roleName(organisation, change.target);
  const old =
    against === undefined
      ? (organisation.roles.get(change.target)?.limit ?? 0)
      : Number(against.change?.place ?? 0n);
  return (
    <div className="spread">
      <Leaf label={against?.label ?? today} none="">
        <h4 className="title">{name}</h4>
        <p className="purpose">{limitText(old)}</p>
      </Leaf>
      <Leaf label={label} none="">
        <h4 className="title">{name}</h4>
        <p className="purpose">{limitText(Number(change.place))}</p>
      </Leaf>
    </div>
  );
}

function limitText(limit: number): string {
  if (limit === 0) return "All who fill it speak for it.";
  return `${countText(limit, "person", "people")} of those who fill it ${limit === 1 ? "speaks" : "speak"} for it.`;
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
