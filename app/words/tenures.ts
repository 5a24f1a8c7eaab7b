import { actsAbout } from "#app/words/origins.ts";
import type { Person } from "#app/words/people.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

/** A time during which somebody filled a role. */
export interface Tenure {
  readonly person: Person;
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  /** Who gave the role, when not the person by accepting it. */
  readonly by: Person;
  readonly end: "resigned" | "revoked" | "removed" | null;
}

/** Who filled a role when: those who fill it now first, then the latest to leave. */
export function tenuresOf(organisation: Pick<Organisation, "acts">, role: bigint): Tenure[] {
  const tenures = new Map<string, Tenure>();
  const past: Tenure[] = [];
  const end = (person: Person, to: number, how: Tenure["end"]) => {
    const tenure = tenures.get(person.toLowerCase());
    if (tenure === undefined) return;
    tenures.delete(person.toLowerCase());
    past.unshift({ ...tenure, to, end: how });
  };
  for (const act of actsAbout(organisation, role)) {
    if (act.name === "Assigned") {
      const { person } = act.args;
      tenures.set(person.toLowerCase(), {
        person,
        from: act.time,
        to: null,
        by: act.actor,
        end: null,
      });
    } else if (act.name === "Unassigned") {
      const { person } = act.args;
      end(
        person,
        act.time,
        act.actor.toLowerCase() === person.toLowerCase() ? "resigned" : "revoked",
      );
    } else if (act.name === "RoleRemoved" || act.name === "RoleUnlinked") {
      for (const person of act.args.people) end(person, act.time, "removed");
    }
  }
  return [...tenures.values(), ...past];
}
