import type { Address } from "viem";

import { officesAbi } from "../../abi/offices.ts";
import { mayAct } from "../mayAct.ts";
import { Office, Rank } from "../offices.ts";
import type { Organisation } from "../organisation.ts";
import { holderOf, mayRepresent, numberOf } from "../organisation.ts";
import { rankOf } from "../rankOf.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

const NOBODY: Address = "0x0000000000000000000000000000000000000000";
const NO_PERMISSION = { by: NOBODY, until: 0, circle: 0 };

/** What the views of `Offices` must answer at a time; nothing while no event tells which contract it is. */
export function expectedOfOffices(state: Organisation, time: number): readonly Expectation[] {
  const { offices } = state.contracts;
  if (offices === null) return [];
  const view = viewsOf("Offices", offices, officesAbi);
  const tenures = [...state.tenures.values()].flatMap((tenure) => {
    const { circle, office, index, until } = tenure;
    const holder = tenure.holder ?? NOBODY;
    const holds = index === 0 ? holderOf(state, circle, office) : undefined;
    const surrogate = holds === undefined ? NOBODY : (tenure.surrogate ?? NOBODY);
    const first = [
      view("holderOf", [circle, office], holds ?? NOBODY),
      view("surrogateOf", [circle, office], surrogate),
    ];
    const stored = view("tenureOf", [circle, office, index], { holder, until });
    return index === 0 ? [stored, ...first] : [stored];
  });
  const standIns = [...state.standIns.values()].flatMap((declared) => {
    const { process, matter, circle, office, person, from, rank } = declared;
    const may = mayAct(state, process, matter, circle, office, person, time);
    return [
      view("standInOf", [process, matter, circle, office], { person, from, rank }),
      view("mayAct", [process, matter, circle, office, person], may),
    ];
  });
  return [...tenures, ...standIns, ...ofRanks(state, offices), ...ofPermissions(state, time)];
}

/** Where every member of a circle in which an office was ever held comes in the order. */
function ofRanks(state: Organisation, offices: Address): readonly Expectation[] {
  const view = viewsOf("Offices", offices, officesAbi);
  const circles = new Set([...state.tenures.values()].map(({ circle }) => circle));
  return [...circles].flatMap((circle) =>
    (state.roles.get(circle)?.members ?? []).flatMap((person) =>
      [Office.Facilitator, Office.Secretary, Office.Rep].map((office) => {
        const rank = office === Office.Rep ? Rank.None : rankOf(state, circle, office, person);
        return view("rankOf", [circle, office, person], rank);
      }),
    ),
  );
}

/** Also those that were taken back. */
function ofPermissions(state: Organisation, time: number): readonly Expectation[] {
  const { offices } = state.contracts;
  if (offices === null) return [];
  const view = viewsOf("Offices", offices, officesAbi);
  const live = [...state.permissions.values()].flatMap(({ role, person, by, until, circle }) => [
    view("permissionOf", [role, person], { by, until, circle: numberOf(circle) }),
    view("mayRepresent", [circle, role, person], mayRepresent(state, circle, role, person, time)),
  ]);
  const ended = state.acts
    .filter((act) => act.name === "PermissionEnded")
    .filter(({ subject, args }) => !isPermitted(state, subject, args.person))
    .map(({ subject, args }) => view("permissionOf", [subject, args.person], NO_PERMISSION));
  return [...live, ...ended];
}

function isPermitted(state: Organisation, role: bigint, person: Address): boolean {
  return [...state.permissions.values()].some((it) => it.role === role && it.person === person);
}
