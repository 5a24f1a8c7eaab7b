import { VERBS } from "../acts/verbs.ts";
import { actOf } from "./actOf.ts";
import type { Signed } from "./signed.ts";
import { signableOf } from "./typedData.ts";

/** What a signed act is called, as a label: "Object to a proposal". */
export function titleOf(act: Pick<Signed, "data">): string {
  const signable = signableOf(act);
  return signable === undefined ? "An unknown act" : VERBS[actOf(signable)].title;
}
