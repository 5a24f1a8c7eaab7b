import type { GlyphName } from "#app/components/Glyph.tsx";
import { countText, listText } from "#app/words/lists.ts";
import type { ActName } from "#sdk/acts/acts.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { numberOf } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Something to know before signing. */
export interface Mind {
  readonly glyph: GlyphName;
  readonly title: string;
  readonly text: string;
}

/** Whether an act can be undone, and how. */
const UNDO: { readonly [name in ActName]: readonly [title: string, text: string] } = {
  found: ["It stays.", "An organisation that was founded is never deleted."],
  write: [
    "It can be changed until the founding is over.",
    "A later write voids earlier ratifications.",
  ],
  ratify: [
    "It counts until somebody writes again.",
    "With the last ratification the founding is over.",
  ],
  invite: ["It stands until the person agrees.", "Whoever is invited may become a partner."],
  agree: ["You can leave again.", "Leaving gives up every role you fill."],
  leaveOrganisation: [
    "It cannot be taken back alone.",
    "You would have to be invited and assigned again.",
  ],
  declareOpenness: ["You can change it at any time.", "It binds nobody but you."],
  offer: [
    "It can be taken back until it is accepted.",
    "To somebody open to assignments it counts at once.",
  ],
  withdrawOffer: ["It can be offered again.", "Nothing else changes."],
  accept: ["You can resign at any time.", "From this block on you fill the role."],
  resign: ["Only a new assignment brings it back.", "It counts from this block on."],
  revoke: ["Only a new assignment brings it back.", "It counts from this block on."],
  propose: [
    "You can withdraw or amend it.",
    "Until it is over, it takes one of your three places in this circle.",
  ],
  amend: [
    "The earlier version is over.",
    "Confirmations of it are void, and a full window begins.",
  ],
  withdraw: ["It cannot be taken back.", "The same can be proposed anew."],
  object: ["You can withdraw it at any time.", "While it stands, nothing is adopted."],
  withdrawObjection: [
    "It cannot be raised again to this version.",
    "If it was the last one, the window stays open for at least two days.",
  ],
  resolve: [
    "It cannot be taken back.",
    "It says that this version integrates your objection, and counts as your confirmation.",
  ],
  confirm: ["It cannot be taken back.", "Until the window closes you can still object."],
  enact: ["It cannot be taken back.", "Only another proposal changes it again."],
  announce: [
    "You can revoke it until it is paid.",
    "Until then the amount is set aside, and it takes one of your three places.",
  ],
  escalate: [
    "You can reverse it, once.",
    "Until then it blocks the payment. Nobody escalates the same payment twice.",
  ],
  reverse: [
    "It cannot be taken back.",
    "The window begins anew; whoever escalated cannot do so again.",
  ],
  revokeAnnouncement: ["It cannot be taken back.", "The same payment can be announced anew."],
  pay: ["It cannot be taken back.", "The money leaves the vault in the same block."],
  lapse: ["It cannot be taken back.", "It only frees what was set aside."],
  deployVault: ["It cannot be taken back.", "The vault’s address was fixed before."],
};

export interface MindParameters {
  readonly act: ActName;
  readonly before: Organisation;
  readonly after: Organisation | null;
  readonly now: number;
  readonly nameOf: (person: `0x${string}`) => string;
  /** What it costs, in words. */
  readonly cost: string;
}

/** What to mind: whether it can be undone, who loses a say, what it costs. */
export function mindOf(parameters: MindParameters): readonly Mind[] {
  const { act, after, cost } = parameters;
  const [title, text] = UNDO[act];
  return [
    {
      glyph: "waiting",
      title,
      text: after === null ? text : (consequence(parameters, after) ?? text),
    },
    ...(after === null ? [] : [sayMind(parameters, after)]),
    { glyph: "money", title: "What it costs.", text: cost },
  ];
}

/** What an act decides by itself, which its kind alone does not tell. */
function consequence({ before, now }: MindParameters, after: Organisation): string | undefined {
  for (const [id, is] of after.proposals) {
    const was = before.proposals.get(id);
    if (was === is || statusOf(is, now) !== Status.Adopted) continue;
    if (was !== undefined && statusOf(was, now) === Status.Adopted) continue;
    return was === undefined
      ? `Nobody else is expected to answer, so proposal ${numberOf(id)} is adopted at once.`
      : `Yours is the last word missing, so proposal ${numberOf(id)} is adopted at once.`;
  }
  return undefined;
}

/** Who stops being a member of a circle, and so loses a say in it. */
function sayMind({ before, nameOf }: MindParameters, after: Organisation): Mind {
  const losses: string[] = [];
  const people = new Set<string>();
  for (const [id, was] of before.roles) {
    const is = after.roles.get(id);
    for (const member of was.members) people.add(member.toLowerCase());
    const kept = new Set(is?.members.map((member) => member.toLowerCase()));
    const gone = was.members.filter((member) => !kept.has(member.toLowerCase()));
    if (gone.length === 0) continue;
    losses.push(
      `${listText(
        gone.map((one) => nameOf(one)),
        4,
      )} in ${was.words.name}`,
    );
  }
  const glyph = "filled";
  if (losses.length > 0)
    return { glyph, title: "Somebody loses a say:", text: `${listText(losses)}.` };
  const members = countText(people.size, "person is a member", "people are members");
  return {
    glyph,
    title: "Nobody loses a say.",
    text: `The same ${members} of circles before and after.`,
  };
}
