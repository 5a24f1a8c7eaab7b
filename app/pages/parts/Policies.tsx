import { Link } from "wouter";

import { useView } from "#app/model/view.ts";
import { idText } from "#app/words/ids.ts";
import { originOf } from "#app/words/origins.ts";
import { proposalPath } from "#app/words/paths.ts";
import { dayText } from "#app/words/time.ts";
import { tagNames } from "#sdk/acts/names.ts";
import type { Policy } from "#sdk/chronicle/organisation.ts";
import type { BindingPolicy } from "#sdk/chronicle/policiesBinding.ts";
import { policiesIn } from "#sdk/chronicle/policiesBinding.ts";

interface Props {
  readonly circle: bigint;
  /** Whether they stand on the page of a role in the circle, whose own they are not. */
  readonly ofRole?: boolean;
}

/** The policies that bind a circle, its own first, then what reaches in from the circles around; each with its origin. */
export function Policies({ circle, ofRole = false }: Props) {
  const { organisation } = useView();
  const binding = policiesIn(organisation, circle);
  if (binding.length === 0) {
    return <p className="quiet">No policy: whoever fills a role decides what it needs.</p>;
  }
  return (
    <ul className="rows tight">
      {binding.map((bound) => {
        const { policy, kinds, overridable } = bound;
        return (
          <li key={policy.id}>
            <details className="policy">
              <summary>
                <span className="ptitle">{policy.words.name}</span>
                <PolicyOrigin bound={bound} ofRole={ofRole} />
              </summary>
              <p className="read">{policy.words.text}</p>
              <p className="note">
                {tagNames(kinds).map((kind) => `It ${kind}. `)}
                {overridable && "A policy of a circle between may override it. "}
                {idText(policy.id)}, revision {policy.revision}
                {policy.reviewAt > 0 && `, to be looked at again on ${dayText(policy.reviewAt)}`}.{" "}
                <Evidence policy={policy} />
              </p>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

interface OriginProps {
  readonly bound: BindingPolicy;
  readonly ofRole: boolean;
}

function PolicyOrigin({ bound, ofRole }: OriginProps) {
  const { organisation } = useView();
  const { policy, distance } = bound;
  const name = organisation.roles.get(policy.circle)?.words.name ?? "a circle around";
  const steps = distance < 2 ? "" : `, ${distance} circles further out`;
  const whose = distance === 0 && !ofRole ? "own policy" : `from ${name}${steps}`;
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
