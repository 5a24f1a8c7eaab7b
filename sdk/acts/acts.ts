import { accept } from "./accept.ts";
import type { ActDefinition } from "./act.ts";
import { addItem } from "./addItem.ts";
import { addLead } from "./addLead.ts";
import { adoptInMeeting } from "./adoptInMeeting.ts";
import { agree } from "./agree.ts";
import { amend } from "./amend.ts";
import { announce } from "./announce.ts";
import { appeal } from "./appeal.ts";
import { appealInterpretation } from "./appealInterpretation.ts";
import { appealStrike } from "./appealStrike.ts";
import { appoint } from "./appoint.ts";
import { askAudit } from "./askAudit.ts";
import { askInterpretation } from "./askInterpretation.ts";
import { askToRefrain } from "./askToRefrain.ts";
import { bringGuest } from "./bringGuest.ts";
import { callElection } from "./callElection.ts";
import { cancelMeeting } from "./cancelMeeting.ts";
import { carryOutStrike } from "./carryOutStrike.ts";
import { changeNomination } from "./changeNomination.ts";
import { checkIn } from "./checkIn.ts";
import { checkOut } from "./checkOut.ts";
import { chooseNominee } from "./chooseNominee.ts";
import { clearGovernance } from "./clearGovernance.ts";
import { concludeElection } from "./concludeElection.ts";
import { confirm } from "./confirm.ts";
import { confirmCandidate } from "./confirmCandidate.ts";
import { confirmInMeeting } from "./confirmInMeeting.ts";
import { confirmSpending } from "./confirmSpending.ts";
import { countNominations } from "./countNominations.ts";
import { decideAppeal } from "./decideAppeal.ts";
import { decideStrike } from "./decideStrike.ts";
import { declareBreakdown } from "./declareBreakdown.ts";
import { declareInitiative } from "./declareInitiative.ts";
import { declareOpenness } from "./declareOpenness.ts";
import { declareRestored } from "./declareRestored.ts";
import { declareWillingness } from "./declareWillingness.ts";
import { decree } from "./decree.ts";
import { deployVault } from "./deployVault.ts";
import { discardCandidate } from "./discardCandidate.ts";
import { discardObjection } from "./discardObjection.ts";
import { dissolve } from "./dissolve.ts";
import { draw } from "./draw.ts";
import { dropProposal } from "./dropProposal.ts";
import { enact } from "./enact.ts";
import { endGrant } from "./endGrant.ts";
import { endPermission } from "./endPermission.ts";
import { endStandIn } from "./endStandIn.ts";
import { escalate } from "./escalate.ts";
import { escalateBreakdown } from "./escalateBreakdown.ts";
import { expel } from "./expel.ts";
import { extendMeeting } from "./extendMeeting.ts";
import { focus } from "./focus.ts";
import { found } from "./found.ts";
import { inheritVault } from "./inheritVault.ts";
import { instruct } from "./instruct.ts";
import { interpret } from "./interpret.ts";
import { invite } from "./invite.ts";
import { lapse } from "./lapse.ts";
import { leaveOrganisation } from "./leaveOrganisation.ts";
import { liftRefrain } from "./liftRefrain.ts";
import { nameSurrogate } from "./nameSurrogate.ts";
import { nominate } from "./nominate.ts";
import { object } from "./object.ts";
import { objectToCandidate } from "./objectToCandidate.ts";
import { offer } from "./offer.ts";
import { openElection } from "./openElection.ts";
import { openVault } from "./openVault.ts";
import { overturnBreakdown } from "./overturnBreakdown.ts";
import { passOn } from "./passOn.ts";
import { passOverCandidate } from "./passOverCandidate.ts";
import { pay } from "./pay.ts";
import { permit } from "./permit.ts";
import { propose } from "./propose.ts";
import { publish } from "./publish.ts";
import { ratify } from "./ratify.ts";
import { redirect } from "./redirect.ts";
import { refuseExtension } from "./refuseExtension.ts";
import { relay } from "./relay.ts";
import { remark } from "./remark.ts";
import { requestMeeting } from "./requestMeeting.ts";
import { requestSpecialMeeting } from "./requestSpecialMeeting.ts";
import { requestStrike } from "./requestStrike.ts";
import { requestTest } from "./requestTest.ts";
import { resign } from "./resign.ts";
import { resignOffice } from "./resignOffice.ts";
import { resolve } from "./resolve.ts";
import { reverse } from "./reverse.ts";
import { reviewInterpretation } from "./reviewInterpretation.ts";
import { revoke } from "./revoke.ts";
import { revokeAnnouncement } from "./revokeAnnouncement.ts";
import { ruleViolation } from "./ruleViolation.ts";
import { sayInMeeting } from "./sayInMeeting.ts";
import { scheduleMeeting } from "./scheduleMeeting.ts";
import { secondJudgement } from "./secondJudgement.ts";
import { settleJudgement } from "./settleJudgement.ts";
import { shareNomination } from "./shareNomination.ts";
import { signAmendment } from "./signAmendment.ts";
import { spendBudget } from "./spendBudget.ts";
import { standIn } from "./standIn.ts";
import { strikeGovernance } from "./strikeGovernance.ts";
import { succeed } from "./succeed.ts";
import { takeBudget } from "./takeBudget.ts";
import { takeOver } from "./takeOver.ts";
import { takePower } from "./takePower.ts";
import { takeStep } from "./takeStep.ts";
import { takeVoice } from "./takeVoice.ts";
import { unlink } from "./unlink.ts";
import { upholdObjection } from "./upholdObjection.ts";
import { usePower } from "./usePower.ts";
import { withdraw } from "./withdraw.ts";
import { withdrawCandidateObjection } from "./withdrawCandidateObjection.ts";
import { withdrawObjection } from "./withdrawObjection.ts";
import { withdrawOffer } from "./withdrawOffer.ts";
import { write } from "./write.ts";

/** Every act by its name, for whoever keeps acts as data. */
export const ACTS = {
  found,
  write,
  ratify,
  signAmendment,
  succeed,
  dissolve,
  invite,
  agree,
  leaveOrganisation,
  expel,
  declareOpenness,
  offer,
  withdrawOffer,
  accept,
  resign,
  revoke,
  takeVoice,
  propose,
  amend,
  withdraw,
  object,
  withdrawObjection,
  resolve,
  confirm,
  enact,
  announce,
  escalate,
  reverse,
  revokeAnnouncement,
  pay,
  takeBudget,
  spendBudget,
  confirmSpending,
  usePower,
  takePower,
  draw,
  passOn,
  endGrant,
  openVault,
  inheritVault,
  lapse,
  relay,
  deployVault,
  appoint,
  resignOffice,
  nameSurrogate,
  standIn,
  endStandIn,
  permit,
  endPermission,
  remark,
  requestMeeting,
  requestTest,
  upholdObjection,
  ruleViolation,
  discardObjection,
  dropProposal,
  secondJudgement,
  appeal,
  decideAppeal,
  settleJudgement,
  callElection,
  openElection,
  nominate,
  shareNomination,
  changeNomination,
  countNominations,
  chooseNominee,
  confirmCandidate,
  objectToCandidate,
  withdrawCandidateObjection,
  discardCandidate,
  declareWillingness,
  passOverCandidate,
  concludeElection,
  decree,
  instruct,
  redirect,
  focus,
  publish,
  unlink,
  requestSpecialMeeting,
  scheduleMeeting,
  cancelMeeting,
  checkIn,
  bringGuest,
  checkOut,
  extendMeeting,
  refuseExtension,
  addItem,
  takeStep,
  sayInMeeting,
  confirmInMeeting,
  adoptInMeeting,
  askInterpretation,
  interpret,
  appealInterpretation,
  reviewInterpretation,
  requestStrike,
  clearGovernance,
  strikeGovernance,
  appealStrike,
  decideStrike,
  carryOutStrike,
  askAudit,
  declareBreakdown,
  takeOver,
  addLead,
  declareRestored,
  overturnBreakdown,
  escalateBreakdown,
  declareInitiative,
  askToRefrain,
  liftRefrain,
} as const;

export type ActName = keyof typeof ACTS;

/** The data of an act. */
export type ActData<name extends ActName> =
  (typeof ACTS)[name] extends ActDefinition<infer Data> ? Data : never;
