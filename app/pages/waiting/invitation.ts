import type { Finder } from "#app/pages/waiting/item.ts";
import { roleName } from "#app/words/changes.ts";
import { countText } from "#app/words/lists.ts";
import { isSame } from "#app/words/people.ts";
import { partnerOf } from "#sdk/chronicle/organisation.ts";

/** An invitation to become a partner. */
export const invitation: Finder = ({ organisation }, me) => {
  if (partnerOf(organisation, me)?.status !== "invited") return [];
  const offered = [...organisation.offers.values()].filter(({ person }) => isSame(person, me));
  const roles =
    offered.length === 0
      ? ""
      : ` ${countText(offered.length, "role")} ${offered.length === 1 ? "is" : "are"} offered to you; agreeing here accepts none of them yet.`;
  return [
    {
      kind: "agree",
      key: "agree",
      until: null,
      mark: { glyph: "filled" },
      label: "Invitation",
      title: `Become a partner of ${roleName(organisation, organisation.anchor)}`,
      href: "/",
      because: `You are invited. A partner has agreed to the rules, and only partners fill roles.${roles}`,
      silence: "If you do nothing, the invitation stays.",
      acts: [
        {
          label: "Agree to the rules",
          sign: (sign) =>
            sign("agree", {
              organisation: organisation.number,
              ruleHash: organisation.ruleHash,
              offers: [],
            }),
        },
      ],
    },
  ];
};
