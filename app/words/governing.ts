import { Flags, Tags } from "#sdk/flags.ts";

/** A way a circle can govern itself, in plain words. */
export interface FlagWords {
  readonly flag: number;
  readonly label: string;
  readonly hint: string;
}

/** The ways that settings turn on, in the order in which they are shown. The right to a meeting is none: it is kept. */
export const FLAG_WORDS: readonly FlagWords[] = [
  {
    flag: Flags.WINDOWLESS,
    label: "Silence is no consent",
    hint: "Only “no objection” of everybody adopts a proposal. Somebody silent holds it up.",
  },
  {
    flag: Flags.ASYNC_ONLY,
    label: "No proposal waits for a meeting",
    hint: "Nobody stops a proposal by asking for one. Objections stop it as ever.",
  },
  {
    flag: Flags.REALITY,
    label: "What happens already needs no example",
    hint: "A proposal that only makes the record say what people do anyway may leave out example and explanation.",
  },
  {
    flag: Flags.ANY_PARTNER,
    label: "Any partner may be facilitator or secretary",
    hint: "Otherwise members of the circle alone.",
  },
  {
    flag: Flags.NO_LEAD_FACILITATOR,
    label: "A lead is not the facilitator",
    hint: "Whoever leads the circle cannot be elected to judge in it.",
  },
  {
    flag: Flags.ELECTIVE,
    label: "Roles are filled by election too",
    hint: "Besides assignment by a lead, members can elect who fills a role.",
  },
];

/** What the anchor says of a flag that it passes on. */
export const WINDOWLESS_AT_ANCHOR =
  "For the circles inside without settings of their own. The outermost circle itself keeps its window.";

/** The four kinds of policy, in plain words: at least one. */
export const KIND_WORDS = [
  {
    tag: Tags.CONSTRAINT,
    label: "It limits what roles may do",
    hint: "Even in their own work.",
  },
  {
    tag: Tags.GRANT,
    label: "It grants authority",
    hint: "Something that is the circle’s or its lead’s to decide, given to others.",
  },
  {
    tag: Tags.DOMAIN,
    label: "It allows or limits an impact on a domain",
    hint: "What others may do with what a role or the circle alone controls.",
  },
  {
    tag: Tags.DEFAULT,
    label: "It changes a default rule",
    hint: "One of those that the rules mark as changeable.",
  },
] as const;

/** How far a policy reaches, as far as its kinds leave that open. */
export const REACH_WORDS = {
  [Tags.HERE_ALONE]: {
    label: "In this circle alone",
    hint: "Otherwise it binds the circles inside too.",
  },
  [Tags.INSIDE_TOO]: {
    label: "In the circles inside too",
    hint: "A changed default otherwise counts in this circle alone.",
  },
  [Tags.BINDING]: {
    label: "Circles inside may not change it back",
    hint: "Otherwise each of them may.",
  },
} as const;

/** The tags with one more or one less, and without a reach that its kinds no longer leave open. */
export function toggleTag(tags: number, tag: number): number {
  let next = tags ^ tag;
  if ((next & (Tags.CONSTRAINT | Tags.GRANT | Tags.DOMAIN)) === 0) next &= ~Tags.HERE_ALONE;
  if ((next & Tags.DEFAULT) === 0) next &= ~Tags.INSIDE_TOO;
  if ((next & Tags.INSIDE_TOO) === 0) next &= ~Tags.BINDING;
  return next;
}

/** The reaches that a policy of these kinds can have. */
export function reachesOf(tags: number): readonly (keyof typeof REACH_WORDS)[] {
  const limits = (tags & (Tags.CONSTRAINT | Tags.GRANT | Tags.DOMAIN)) !== 0;
  const changes = (tags & Tags.DEFAULT) !== 0;
  const inside = (tags & Tags.INSIDE_TOO) !== 0;
  return [
    ...(limits ? [Tags.HERE_ALONE] : []),
    ...(changes ? [Tags.INSIDE_TOO] : []),
    ...(inside ? [Tags.BINDING] : []),
  ];
}
