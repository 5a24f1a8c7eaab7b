import type { Finder, Item } from "#app/pages/waiting/item.ts";
import { roleName } from "#app/words/changes.ts";
import { rolePath } from "#app/words/paths.ts";
import { isSame } from "#app/words/people.ts";

/** Roles offered to somebody. */
export const offers: Finder = ({ organisation }, me) =>
  [...organisation.offers.values()]
    .filter(({ person }) => isSame(person, me))
    .map(({ role, by }): Item => {
      const held = organisation.roles.get(role);
      const purpose = held?.words.text ?? "";
      return {
        kind: "offer",
        key: `offer${role}`,
        until: null,
        mark: { glyph: "unfilled" },
        label: `Role offered in ${roleName(organisation, held?.circle ?? organisation.anchor)}`,
        title: roleName(organisation, role),
        href: rolePath(role),
        by: { person: by, note: "offers it" },
        because: `${purpose === "" ? "" : `${purpose}. `}It is yours only if you accept.`,
        silence: "If you do nothing, the offer stays. You may resign at any time.",
        acts: [
          { label: "Accept", sign: (sign) => sign("accept", { role }) },
          { label: "Decline", sign: (sign) => sign("withdrawOffer", { role, person: me }) },
        ],
      };
    });
