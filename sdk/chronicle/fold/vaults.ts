import type { Apply } from "./draft.ts";
import { check, checkEqual, checkPartner, roleAt } from "./draft.ts";

export const vaultOpened: Apply<"VaultOpened"> = (draft, act) => {
  const { vault } = act.args;
  checkPartner(draft, act, act.actor);
  // Also one that was removed: what was sent there is not lost.
  const { id } = draft.removedRoles.get(act.subject) ?? roleAt(draft, act, act.subject);
  check(act, id !== draft.anchor, "the anchor has its vault from the founding");
  check(act, !draft.vaults.has(vault.toLowerCase()), "it was opened before");
  draft.vaults.set(vault.toLowerCase(), id);
};

export const vaultInherited: Apply<"VaultInherited"> = (draft, act) => {
  const key = act.args.vault.toLowerCase();
  checkPartner(draft, act, act.actor);
  const removed = draft.removedRoles.get(draft.vaults.get(key) ?? 0n);
  check(act, removed !== undefined, "it belongs to a circle that stands");
  checkEqual(act, "circle", act.subject, removed.circle);
  draft.vaults.set(key, act.subject);
};
