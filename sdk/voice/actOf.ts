import type { ActName } from "../acts/acts.ts";
import { VERBS } from "../acts/verbs.ts";
import type { Signable } from "./signable.ts";

/** The acts whose core calls them otherwise, by core and function. */
const OTHERWISE: Readonly<Record<string, ActName>> = {
  "offices.resign": "resignOffice",
  "facilitation.uphold": "upholdObjection",
  "facilitation.rule": "ruleViolation",
  "facilitation.discard": "discardObjection",
  "facilitation.drop": "dropProposal",
  "facilitation.second": "secondJudgement",
  "facilitation.decide": "decideAppeal",
  "facilitation.settle": "settleJudgement",
  "elections.call": "callElection",
  "elections.open": "openElection",
  "elections.share": "shareNomination",
  "elections.count": "countNominations",
  "elections.passOver": "passOverCandidate",
  "elections.choose": "chooseNominee",
  "elections.confirm": "confirmCandidate",
  "elections.object": "objectToCandidate",
  "elections.discard": "discardCandidate",
  "elections.conclude": "concludeElection",
  "meetings.request": "requestSpecialMeeting",
  "meetings.schedule": "scheduleMeeting",
  "meetings.cancel": "cancelMeeting",
  "meetings.extend": "extendMeeting",
  "meetings.take": "takeStep",
  "meetings.say": "sayInMeeting",
  "meetings.confirmItem": "confirmInMeeting",
  "meetings.adopt": "adoptInMeeting",
  "treasury.revoke": "revokeAnnouncement",
  "treasury.act": "pay",
};

/** Which act a core's function is. Throws for a function that no act calls. */
export function actOf({ core, name }: Pick<Signable, "core" | "name">): ActName {
  const act = OTHERWISE[`${core}.${name}`] ?? name;
  if (!Object.hasOwn(VERBS, act)) throw new Error(`No act calls ${core}.${name}.`);
  return act as ActName;
}
