import type { Address } from "viem";

import type { Organisation, Role } from "#sdk/chronicle/organisation.ts";

interface Named {
  readonly organisation: Organisation;
  readonly nameOf: (person: Address) => string;
}

/** Who fills a linked role, and by which invitation; nothing for any other role. */
export function linkText({ organisation, nameOf }: Named, { link, limit }: Role): string | null {
  if (link === null) return null;
  const { source, appointer, policy } = link;
  const role = organisation.roles.get(source ?? 0n);
  const around = organisation.roles.get(role?.circle ?? 0n);
  const follows =
    role === undefined
      ? "whoever fills a role elsewhere"
      : `whoever fills ${role.words.name}${around === undefined ? "" : ` in ${around.words.name}`}`;
  const who = appointer === null ? follows : `whom ${nameOf(appointer)} chooses`;
  const invited = organisation.policies.get(policy)?.words.name;
  const by = invited === undefined ? "" : `, as “${invited}” invites`;
  const few = limit === 1 ? "one" : String(limit);
  return `It is filled by ${who}${by}; ${few} of them may speak for it.`;
}
