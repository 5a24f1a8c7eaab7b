import type { Address } from "viem";
import { encodeFunctionData, isAddressEqual, zeroAddress } from "viem";

import { officesAbi } from "../abi/offices.ts";
import type { Office } from "../chronicle/offices.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { personInFull, personName, roleName } from "./describe.ts";
import { nameIn, OFFICE_NAMES } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** Whom, and for what. */
export interface NameSurrogateData {
  readonly circle: bigint;
  readonly office: Office;
  /** The zero address for nobody. */
  readonly person: Address;
}

/** Name who stands in first for an office that one holds. */
export const nameSurrogate: ActDefinition<NameSurrogateData> = {
  call({ circle, office, person }, { offices }) {
    const data = encodeFunctionData({
      abi: officesAbi,
      functionName: "nameSurrogate",
      args: [circle, office, person],
    });
    return callOf(offices, data);
  },
  sentence({ circle, office, person }, view) {
    const { verb } = VERBS.nameSurrogate;
    const whom = isAddressEqual(person, zeroAddress) ? "nobody" : personName(view, person);
    return `I ${verb} ${whom} to stand in first for me as ${nameIn(OFFICE_NAMES, office)} of ${roleName(view, circle)}.`;
  },
  fields({ circle, office, person }, view) {
    const whom = isAddressEqual(person, zeroAddress) ? "nobody" : personInFull(view, person);
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "Office", value: nameIn(OFFICE_NAMES, office) },
      { label: "Stands in first", value: whom },
    ];
  },
};
