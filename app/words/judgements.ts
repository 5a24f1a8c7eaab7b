import type { Teller } from "#app/words/acts.ts";
import { roleName } from "#app/words/changes.ts";
import type { Person } from "#app/words/people.ts";
import { isSame } from "#app/words/people.ts";
import { leftText, momentText } from "#app/words/time.ts";
import { DISCARD_REASONS, DROP_REASONS, nameIn } from "#sdk/acts/names.ts";
import type { Appeal, Judgement } from "#sdk/chronicle/judgements.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import type { Objection, Proposal } from "#sdk/chronicle/organisation.ts";
import { phaseOf } from "#sdk/chronicle/phaseOf.ts";

type Names = Pick<Teller, "organisation" | "nameOf">;

/** The shape that stands before a rung. */
export type RungGlyph =
  | "question"
  | "said"
  | "discarded"
  | "objected"
  | "adopted"
  | "escalated"
  | "waiting"
  | "lapsed"
  | "enacted";

/** One rung of what was asked and judged: what happened, or what runs now. */
export interface Rung {
  readonly key: string;
  readonly glyph: RungGlyph;
  readonly text: string;
  /** What whoever did it wrote. */
  readonly quote?: string;
  /** When it happened; undefined for what runs now. */
  readonly at?: number;
  /** What runs now: until when, and what silence does. */
  readonly runs?: { readonly until: number; readonly silence: string };
}

/** Why something was judged, as a clause. */
export function reasonText({ kind, reason }: Pick<Judgement, "kind" | "reason">): string {
  return nameIn(kind === "drop" ? DROP_REASONS : DISCARD_REASONS, reason);
}

/** All that was asked, found, ruled and judged about an objection, and what runs now, oldest first. */
export function rungsOf(
  names: Names,
  proposal: Proposal,
  objection: Pick<Objection, "by" | "version" | "raisedAt">,
  now: number,
): readonly Rung[] {
  const { nameOf } = names;
  const { by: objector, version: objectedTo, raisedAt } = objection;
  const later = proposal.objections.find(
    (other) => isSame(other.by, objector) && other.version > objectedTo,
  );
  // A request or a finding names the objector alone: it is about the objection that was the last one then.
  const isAbout = (it: { readonly objector: Person; readonly at: number }) =>
    isSame(it.objector, objector) && it.at >= raisedAt && it.at < (later?.raisedAt ?? Infinity);
  const rungs: Rung[] = [];
  for (const { by, at } of proposal.testRequests.filter(isAbout)) {
    const text = `${nameOf(by)} asked the facilitator to test it.`;
    rungs.push({ key: `test${by}${at}`, glyph: "question", text, at });
  }
  for (const { by, at, text: quote } of proposal.upheld.filter(isAbout)) {
    const text = `${nameOf(by)} found that it gives every argument it needs.`;
    rungs.push({ key: `upheld${at}`, glyph: "said", text, quote, at });
  }
  const same = (it: { readonly objectedTo: number }) => it.objectedTo === objectedTo;
  for (const ruling of proposal.rulings.filter((it) => isSame(it.objector, objector) && same(it))) {
    const { by, at, violates, version, text: quote } = ruling;
    const what = violates ? "would break" : "would not break";
    const text = `${nameOf(by)} ruled that version ${version} ${what} the rule it names.`;
    rungs.push({ key: `ruled${at}`, glyph: violates ? "objected" : "said", text, quote, at });
  }
  const judged = proposal.judgements.filter((it) => isSame(it.about, objector) && same(it));
  for (const judgement of judged) {
    rungs.push(...judgementRungs(names, proposal, judgement, now));
  }
  return rungs.sort((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity));
}

/** All that was judged about the proposal itself, and what runs now, oldest first. */
export function dropRungsOf(names: Names, proposal: Proposal, now: number): readonly Rung[] {
  return proposal.judgements
    .filter(({ kind }) => kind === "drop")
    .flatMap((judgement) => judgementRungs(names, proposal, judgement, now));
}

function judgementRungs(
  names: Names,
  proposal: Proposal,
  judgement: Judgement,
  now: number,
): readonly Rung[] {
  const { nameOf } = names;
  const { kind, by, at, text: quote, secondedAt, appeals, judges } = judgement;
  const what = kind === "drop" ? "it is to be dropped" : "it is to be discarded";
  const [seconder] = judges;
  return [
    {
      key: `judged${kind}${at}`,
      glyph: "discarded",
      text: `${nameOf(by)} judged that ${what}: ${reasonText(judgement)}.`,
      quote,
      at,
    },
    ...(secondedAt === 0 || seconder === undefined
      ? []
      : [
          {
            key: `seconded${secondedAt}`,
            glyph: "discarded" as const,
            text: `${nameOf(seconder)} seconded it.`,
            at: secondedAt,
          },
        ]),
    ...appeals.flatMap((appeal) => appealRungs(names, appeal)),
    ...nowRung(names, proposal, judgement, now),
  ];
}

function appealRungs({ organisation, nameOf }: Names, appeal: Appeal): readonly Rung[] {
  const { rung, by, at, text, decided } = appeal;
  const circle = roleName(organisation, rung);
  const raised: Rung = {
    key: `appeal${rung}${at}`,
    glyph: "escalated",
    text: `${nameOf(by)} appealed, to the secretary of ${circle}.`,
    quote: text,
    at,
  };
  if (decided === null) return [raised];
  const what = decided.upheld ? "upheld" : "overturned";
  return [
    raised,
    {
      key: `decided${rung}${decided.at}`,
      glyph: decided.upheld ? "discarded" : "adopted",
      text: `${nameOf(decided.by)} ${what} the judgement, for ${circle}.`,
      quote: decided.text,
      at: decided.at,
    },
  ];
}

/** Where it stands now: what runs and what silence does, or how it ended. */
function nowRung(
  { organisation, nameOf }: Names,
  proposal: Proposal,
  judgement: Judgement,
  now: number,
): readonly Rung[] {
  const { kind, about, deadline, rung, settledAt } = judgement;
  const drop = kind === "drop";
  const phase = phaseOf(proposal, judgement, now);
  const key = `now${judgement.at}`;
  const whom = nameOf(about ?? proposal.proposer);
  const circle = roleName(organisation, rung ?? proposal.circle);
  switch (phase) {
    case Phase.Seconding:
      return [
        {
          key,
          glyph: "waiting",
          text: `It waits for the secretary of ${circle} to second it.`,
          runs: { until: deadline, silence: "Unseconded, it is void." },
        },
      ];
    case Phase.Appealable:
      return [
        {
          key,
          glyph: "waiting",
          text: `${whom} may appeal, to the secretary of ${nextRungName(organisation, proposal, judgement)}.`,
          runs: { until: deadline, silence: "Without an appeal it is final." },
        },
      ];
    case Phase.Appealed:
      return [
        {
          key,
          glyph: "waiting",
          text: `It is before the secretary of ${circle}.`,
          runs: { until: deadline, silence: "Undecided, it is overturned." },
        },
      ];
    case Phase.Final:
      return [
        {
          key,
          glyph: "waiting",
          text: `It is final. Once anybody settles it, ${drop ? "the proposal is dropped" : "the objection is discarded"}.`,
        },
      ];
    case Phase.Overturned:
      return judgement.phase === Phase.Overturned
        ? []
        : [
            {
              key,
              glyph: "adopted",
              text: `Nobody decided before ${momentText(deadline)}: it is overturned.${
                drop ? " Once anybody settles it, the proposal goes on." : ""
              }`,
            },
          ];
    case Phase.Settled:
      return [
        {
          key,
          glyph: judgement.stands === true ? "enacted" : "adopted",
          text: settledText(judgement),
          at: settledAt,
        },
      ];
    case Phase.Void:
      return [{ key, glyph: "lapsed", text: voidText(judgement, now) }];
    case Phase.None:
      return [];
  }
}

function settledText({ stands, kind }: Judgement): string {
  if (stands !== true) return "It was settled: overturned, without effect.";
  return kind === "drop"
    ? "It was settled: the proposal is dropped."
    : "It was settled: the objection is discarded.";
}

function voidText(judgement: Judgement, now: number): string {
  const unseconded = judgement.phase === Phase.Seconding && now >= judgement.deadline;
  if (unseconded) return "It is void: nobody seconded it in time.";
  return judgement.kind === "drop"
    ? "It is void: nothing holds the proposal any more."
    : "It is void: the objection it was about ended, was raised anew, or names a broken rule.";
}

/** The circle to whose secretary the next appeal goes: the own one first, then one further out each time. */
function nextRungName(
  organisation: Names["organisation"],
  proposal: Proposal,
  { rung }: Judgement,
): string {
  const next = rung === null ? proposal.circle : organisation.roles.get(rung)?.circle;
  return roleName(organisation, next ?? proposal.circle);
}

/** How long a rung still runs, with the moment: "2 d 4 h left, until Mon 16 Feb 09:30". */
export function untilText(until: number, now: number): string {
  return `${leftText(until - now)} left, until ${momentText(until)}`;
}

/** Where a judgement stands, in two or three words for a heading; undefined for none that is open. */
export function openJudgementText(
  proposal: Proposal,
  judgement: Judgement | undefined,
  now: number,
): string | undefined {
  if (judgement === undefined) return undefined;
  return OPEN[phaseOf(proposal, judgement, now)];
}

const OPEN: { readonly [phase in Phase]?: string } = {
  [Phase.Seconding]: "judged, waits to be seconded",
  [Phase.Appealable]: "judged, open to appeal",
  [Phase.Appealed]: "under appeal",
  [Phase.Final]: "judged, to be settled",
};
