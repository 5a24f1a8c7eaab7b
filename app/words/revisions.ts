import type { Act, Settings, Words } from "#sdk/chronicle/events.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

interface Revisions {
  readonly words: ReadonlyMap<string, Words>;
  readonly settings: ReadonlyMap<string, Settings>;
}

/** One index for each history; a history is never changed in place. */
const known = new WeakMap<readonly Act[], Revisions>();

/** What a role or a policy said in a revision; undefined for one that never was. */
export function wordsAt(
  { acts }: Pick<Organisation, "acts">,
  object: bigint,
  revision: number,
): Words | undefined {
  return revisionsOf(acts).words.get(`${object}/${revision}`);
}

/** A circle's own settings in a revision; undefined for one that never was. */
export function settingsAt(
  { acts }: Pick<Organisation, "acts">,
  circle: bigint,
  revision: number,
): Settings | undefined {
  return revisionsOf(acts).settings.get(`${circle}/${revision}`);
}

function revisionsOf(acts: readonly Act[]): Revisions {
  const found = known.get(acts);
  if (found !== undefined) return found;
  const words = new Map<string, Words>();
  const settings = new Map<string, Settings>();
  for (const act of acts) {
    keepSame(words, act);
    if (act.name === "Founded") settings.set(`${act.subject}/1`, act.args.settings);
    if (act.name === "Founded" || act.name === "RoleCreated" || act.name === "PolicyAdopted") {
      words.set(`${act.subject}/1`, act.args.words);
    }
    if (act.name === "Inscribed") words.set(`${act.subject}/${act.args.revision}`, act.args.words);
    if (act.name === "SettingsSet") {
      settings.set(`${act.subject}/${act.args.revision}`, act.args.settings);
    }
  }
  const revisions = { words, settings };
  known.set(acts, revisions);
  return revisions;
}

/** Another place or another limit is a revision of the same words. */
function keepSame(words: Map<string, Words>, act: Act): void {
  if (act.name !== "RoleMoved" && act.name !== "RoleLimited" && act.name !== "PolicyMoved") return;
  const { revision } = act.args;
  const same = words.get(`${act.subject}/${revision - 1}`);
  if (same !== undefined) words.set(`${act.subject}/${revision}`, same);
}
