import type { Address } from "viem";

import { Flags, has } from "../flags.ts";
import type { ElectionSubject } from "./elections.ts";
import { Office } from "./offices.ts";
import type { Organisation } from "./organisation.ts";
import {
  fills,
  holderOf,
  isMember,
  partnerOf,
  represents,
  settingsIn,
  speaksFor,
} from "./organisation.ts";
import { isVoiced } from "./partnerKind.ts";

const NOBODY: Address = "0x0000000000000000000000000000000000000000";

/** Whether this is something that is elected now: an office of a circle, or a role where a circle elects roles. */
export function isSubject(organisation: Organisation, subject: ElectionSubject): boolean {
  const { circle, role, office, index, replaced } = subject;
  const inside = organisation.roles.get(circle);
  if (inside === undefined) return false;
  if (role !== 0n) {
    const plain = office === Office.Facilitator && index === 0;
    const { circle: around = null, link = null } = organisation.roles.get(role) ?? {};
    // Who fills a linked role is not its circle's to choose.
    const here = around === circle && link === null;
    const elective = has(settingsIn(organisation, circle).flags, Flags.ELECTIVE);
    const seated = replaced === NOBODY || fills(organisation, role, replaced);
    return plain && here && elective && seated;
  }
  if (replaced !== NOBODY) return false;
  if (office !== Office.Rep) return index === 0;
  const appointer = organisation.settings.get(circle)?.settings.appointer ?? 0n;
  if (inside.circle === null || appointer !== 0n) return false;
  return index === 0 || index < settingsIn(organisation, inside.circle).reps;
}

/** Whether a person may be elected to something now. */
export function isEligible(
  organisation: Organisation,
  subject: ElectionSubject,
  person: Address,
): boolean {
  const { circle, role, office, replaced } = subject;
  const partner = partnerOf(organisation, person);
  if (partner?.status !== "agreed") return false;
  if (role !== 0n) {
    const fillsIt =
      person.toLowerCase() !== replaced.toLowerCase() && fills(organisation, role, person);
    // Whoever represents the circle inside the role does not fill it.
    return !fillsIt && !represents(organisation, role, person);
  }
  const member = isMember(organisation, circle, person);
  const leads = speaksFor(organisation, circle, circle, person);
  if (office === Office.Rep) {
    // Nobody represents a circle in two places.
    const own = person.toLowerCase() === incumbentOf(organisation, subject)?.toLowerCase();
    return member && !leads && (own || !represents(organisation, circle, person));
  }
  const { flags } = settingsIn(organisation, circle);
  const barred = office === Office.Facilitator && has(flags, Flags.NO_LEAD_FACILITATOR);
  if (leads && barred) return false;
  return member || (isVoiced(partner.kind) && has(flags, Flags.ANY_PARTNER));
}

/** Who holds the office, or whose seat in the role is elected; undefined for nobody. */
export function incumbentOf(
  organisation: Organisation,
  subject: ElectionSubject,
): Address | undefined {
  const { circle, role, office, index, replaced } = subject;
  if (role !== 0n) return replaced === NOBODY ? undefined : replaced;
  return holderOf(organisation, circle, office, office === Office.Rep ? index : 0);
}
