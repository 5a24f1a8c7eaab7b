import { Link } from "wouter";

import { lineTo } from "#app/map/layout.ts";
import { useView } from "#app/model/view.ts";
import { idText } from "#app/words/ids.ts";
import { originOf } from "#app/words/origins.ts";
import { proposalPath } from "#app/words/paths.ts";
import { dayText } from "#app/words/time.ts";
import type { Policy } from "#sdk/chronicle/organisation.ts";

interface Props {
  readonly circle: bigint;
  /** Whether they stand on the page of a role in the circle, whose own they are not. */
  readonly ofRole?: boolean;
}

/** The policies that bind a circle, its own first, then those of the circles around it; each with its origin. */
export function Policies({ circle, ofRole = false }: Props) {
  const { organisation } = useView();
  const binding = lineTo(organisation, circle)
    .reverse()
    .flatMap((id) => organisation.roles.get(id)?.policies ?? [])
    .flatMap((id) => organisation.policies.get(id) ?? []);
  if (binding.length === 0) {
    return <p className="quiet">No policy: whoever fills a role decides what it needs.</p>;
  }
  return (
    <ul className="rows tight">
      {binding.map((policy) => (
        <li key={policy.id}>
          <details className="policy">
            <summary>
              <span className="ptitle">{policy.words.name}</span>
              <PolicyOrigin policy={policy} own={!ofRole && policy.circle === circle} />
            </summary>
            <p className="read">{policy.words.text}</p>
            <p className="note">
              {idText(policy.id)}, revision {policy.revision}
              {policy.reviewAt > 0 && `, to be looked at again on ${dayText(policy.reviewAt)}`}.{" "}
              <Evidence policy={policy} />
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}

function PolicyOrigin({ policy, own }: { readonly policy: Policy; readonly own: boolean }) {
  const { organisation } = useView();
  const whose = own
    ? "own policy"
    : `from ${organisation.roles.get(policy.circle)?.words.name ?? "a circle around"}`;
  return (
    <small className="origin">
      {whose}, since {dayText(policy.adoptedAt)}
    </small>
  );
}

function Evidence({ policy }: { readonly policy: Policy }) {
  const { organisation } = useView();
  const proposal = originOf(organisation, policy.id)?.proposal;
  if (proposal === undefined) return "Part of the founding record.";
  return <Link href={proposalPath(proposal)}>The proposal that adopted it</Link>;
}
