import { SelectField } from "#app/components/Field.tsx";
import { useView } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import type { DraftChange } from "#app/words/draft.ts";
import { entriesOf, originOf } from "#app/words/draft.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { ONLY_INSIDE } from "#sdk/chronicle/domains.ts";

interface Props {
  readonly change: DraftChange;
  readonly circle: bigint;
  readonly set: (part: Partial<DraftChange>) => void;
}

/** For each domain, within which domain of the circle that grants it it lies: a circle grants what it has itself. */
export function Origins({ change, circle, set }: Props) {
  const { organisation } = useView();
  const target = BigInt(change.target || "0");
  // An anchor that amends itself is granted nothing.
  const itself = change.kind === ChangeKind.AmendRole && (target === 0n || target === circle);
  if (itself) return null;
  const grants = change.kind === ChangeKind.CreateRole && target !== 0n ? target : circle;
  const held = organisation.roles.get(grants)?.words.domains ?? [];
  const options = [
    {
      value: String(ONLY_INSIDE),
      label: `Counts only inside ${roleName(organisation, grants)}`,
    },
    ...held.map((domain, i) => ({ value: String(i + 1), label: `Within “${domain}”` })),
  ];
  return entriesOf(change.domains).map((domain) => (
    <SelectField
      key={domain}
      label={`Where “${domain}” comes from`}
      value={String(originOf(change, domain))}
      options={options}
      onChange={(origin) =>
        set({ origins: { ...change.origins, [domain]: Number(origin) || ONLY_INSIDE } })
      }
    />
  ));
}
