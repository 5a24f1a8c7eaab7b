import type { BaseContract, BaseContractMethod, ContractRunner, TransactionResponse } from "ethers";
import { artifacts } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";

import { shapesOf } from "#sdk/voice/shapes.ts";
import { SIGNABLES } from "#sdk/voice/signables.ts";

/** A contract as ethers sees it, with the names of its functions; values are checked by the chain, not by types. */
export type Methods<Names extends string> = Omit<BaseContract, "connect"> & {
  connect(runner: ContractRunner): Methods<Names>;
} & { readonly [Name in Names]: BaseContractMethod };

export type Circles = Methods<
  | "found"
  | "offerInitially"
  | "setFounded"
  | "setPartner"
  | "acceptFor"
  | "resignFor"
  | "offer"
  | "withdrawOffer"
  | "accept"
  | "resign"
  | "takeVoice"
  | "revoke"
  | "createRole"
  | "amendRole"
  | "amendRules"
  | "proveBits"
  | "setProcess"
  | "setTreasury"
  | "removeRole"
  | "moveRole"
  | "limitRole"
  | "countPolicy"
  | "represent"
  | "endRepresentation"
  | "elect"
  | "extendHistory"
  | "founding"
  | "partners"
  | "structure"
  | "requireOneLevel"
  | "head"
  | "genesis"
  | "organisations"
  | "organisationAt"
  | "ruleHashOf"
  | "standing"
  | "crowd"
  | "opening"
  | "assigns"
  | "mandateOf"
  | "represents"
  | "fills"
  | "leads"
  | "acts"
  | "roleAt"
  | "circleOf"
  | "seatOf"
  | "seatsTaken"
  | "followersOf"
  | "follow"
  | "partnerAt"
  | "isOffered"
  | "bitsOf"
  | "circleOfVault"
  | "vaultOf"
  | "controllerOf"
  | "vaultFor"
>;
export type Structure = Methods<
  | "linkAt"
  | "holds"
  | "enact"
  | "write"
  | "configureInitially"
  | "census"
  | "opening"
  | "settingsOf"
  | "settingsIn"
  | "policyAt"
  | "termsOf"
  | "assignerOf"
  | "additionsOf"
  | "takePower"
  | "powerOf"
  | "powersIn"
  | "letsCall"
>;
export type Partners = Methods<
  | "invite"
  | "inviteInitially"
  | "agree"
  | "leaveOrganisation"
  | "expel"
  | "declareOpenness"
  | "openVault"
  | "inheritVault"
>;
export type Founding = Methods<
  | "found"
  | "write"
  | "ratify"
  | "signAmendment"
  | "succeed"
  | "dissolve"
  | "changeSpecially"
  | "progressOf"
  | "ratifiedBy"
  | "placeOf"
  | "signedBy"
>;
export type Allowances = Methods<
  | "takeBudget"
  | "spendBudget"
  | "confirmSpending"
  | "usePower"
  | "takePower"
  | "useOf"
  | "confirmedBy"
  | "isCalling"
>;
export type Leads = Methods<
  "decree" | "instruct" | "redirect" | "focus" | "publish" | "unlink" | "redirectionOf"
>;
export type Offices = Methods<
  | "install"
  | "appoint"
  | "resign"
  | "nameSurrogate"
  | "standIn"
  | "permit"
  | "endPermission"
  | "tenureOf"
  | "holderOf"
  | "surrogateOf"
  | "standInOf"
  | "rankOf"
  | "mayAct"
  | "setBreakdown"
  | "breakdownOf"
  | "permissionOf"
  | "mayRepresent"
>;
export type Consent = Methods<
  | "propose"
  | "amend"
  | "withdraw"
  | "object"
  | "withdrawObjection"
  | "resolve"
  | "confirm"
  | "hold"
  | "suspend"
  | "adopt"
  | "discardObjection"
  | "stop"
  | "release"
  | "drop"
  | "enact"
  | "statusOf"
  | "proposalAt"
  | "suspendedUntil"
  | "contentOf"
  | "answerOf"
  | "objectedTo"
  | "slotsOf"
>;
export type Facilitation = Methods<
  | "remark"
  | "requestMeeting"
  | "requestTest"
  | "uphold"
  | "rule"
  | "discard"
  | "drop"
  | "second"
  | "appeal"
  | "decide"
  | "settle"
  | "judgementOf"
  | "phaseOf"
  | "rulingOf"
  | "isBarred"
>;
export type Elections = Methods<
  | "call"
  | "open"
  | "nominate"
  | "share"
  | "changeNomination"
  | "count"
  | "choose"
  | "confirm"
  | "object"
  | "withdrawCandidateObjection"
  | "discard"
  | "declareWillingness"
  | "passOver"
  | "conclude"
  | "electionAt"
  | "subjectOf"
  | "stepOf"
  | "lastElectionOf"
  | "nominationOf"
  | "nominationsFor"
  | "termOf"
  | "isBarred"
>;
export type Meetings = Methods<
  | "request"
  | "schedule"
  | "cancel"
  | "checkIn"
  | "bringGuest"
  | "checkOut"
  | "extend"
  | "refuseExtension"
  | "addItem"
  | "take"
  | "say"
  | "confirmItem"
  | "adopt"
  | "meetingAt"
  | "endOf"
  | "requestAt"
  | "itemAt"
  | "presenceOf"
  | "isBarred"
>;
export type Rulings = Methods<
  | "askInterpretation"
  | "interpret"
  | "appealInterpretation"
  | "reviewInterpretation"
  | "requestStrike"
  | "clearGovernance"
  | "strikeGovernance"
  | "appealStrike"
  | "decideStrike"
  | "carryOutStrike"
  | "interpretationAt"
  | "strikeAt"
  | "phaseAt"
  | "rulingStands"
  | "isBarred"
>;
export type Breakdowns = Methods<
  | "askAudit"
  | "declareBreakdown"
  | "takeOver"
  | "addLead"
  | "declareRestored"
  | "overturnBreakdown"
  | "escalateBreakdown"
  | "breakdownAt"
  | "replaces"
  | "isBarred"
>;
export type Initiatives = Methods<
  "declareInitiative" | "askToRefrain" | "liftRefrain" | "initiativeAt" | "askedBy"
>;
export type Treasury = Methods<
  | "announce"
  | "escalate"
  | "draw"
  | "passOn"
  | "endGrant"
  | "promisedItems"
  | "grantedTo"
  | "grantLeft"
  | "signedUntil"
  | "isSigned"
  | "isCalling"
  | "empower"
  | "allowances"
  | "spend"
  | "perform"
  | "reverse"
  | "revoke"
  | "act"
  | "lapse"
  | "statusOf"
  | "announcementAt"
  | "paymentHashOf"
  | "promisedFrom"
  | "isEscalatedBy"
  | "slotsOf"
>;
export type Voice = Methods<
  "speak" | "speakAll" | "digestOf" | "actorOf" | "nonces(address,uint192)"
>;
export type VaultFactory = Methods<"deploy" | "vaultAt">;
export type Vault = Methods<
  | "pay"
  | "hand"
  | "execute"
  | "isValidSignature"
  | "canCall"
  | "onERC721Received"
  | "onERC1155Received"
  | "onERC1155BatchReceived"
>;
export type Token = Methods<"mint" | "burn" | "transfer" | "balanceOf">;
export type Ambush = Methods<"lay" | "send" | "mint" | "calls" | "succeeded" | "answer">;

/** Everything that is deployed once per chain. */
export interface Suite {
  voice: Voice;
  factory: VaultFactory;
  circles: Circles;
  structure: Structure;
  partners: Partners;
  founding: Founding;
  offices: Offices;
  consent: Consent;
  treasury: Treasury;
  allowances: Allowances;
  facilitation: Facilitation;
  elections: Elections;
  meetings: Meetings;
  leads: Leads;
  rulings: Rulings;
  breakdowns: Breakdowns;
  initiatives: Initiatives;
}

/** A contract of this project, deployed. */
export async function deployContract<T>(
  connection: NetworkConnection,
  name: string,
  ...args: unknown[]
): Promise<T> {
  return (await connection.ethers.deployContract(name, args)) as unknown as T;
}

/** A contract of this project that stands somewhere already. */
export async function contractAt<T>(
  { ethers }: NetworkConnection,
  name: string,
  address: string,
): Promise<T> {
  return (await ethers.getContractAt(name, address)) as unknown as T;
}

/** Deploys the suite as it is deployed anywhere. */
export async function deploySuite(connection: NetworkConnection): Promise<Suite> {
  const factory = await deployContract<VaultFactory>(connection, "VaultFactory");
  const parts = await Promise.all(
    ["StructureFactory", "PartnersFactory", "FoundingFactory"].map((name) =>
      connection.ethers.deployContract(name),
    ),
  );
  const { structures, signables } = shapesOf(SIGNABLES);
  const voice = await deployContract<Voice>(connection, "Voice", structures, signables);
  const circles = await deployContract<Circles>(connection, "Circles", factory, ...parts, voice);
  const structure = await contractAt<Structure>(connection, "Structure", await circles.structure());
  const partners = await contractAt<Partners>(connection, "Partners", await circles.partners());
  const founding = await contractAt<Founding>(connection, "Founding", await circles.founding());
  const offices = await deployOrStub<Offices>(connection, "Offices", circles);
  const consent = await deployOrStub<Consent>(connection, "Consent", circles, offices);
  const treasury = await deployContract<Treasury>(connection, "Treasury", circles);
  const allowances = await contractAt<Allowances>(
    connection,
    "Allowances",
    await treasury.allowances(),
  );
  return {
    ...{ factory, voice, circles, structure, partners, founding, offices, consent, treasury },
    facilitation: await deployOrStub(connection, "Facilitation", circles, offices, consent),
    elections: await deployOrStub(connection, "Elections", circles, offices),
    meetings: await deployOrStub(connection, "Meetings", circles, offices, consent),
    allowances,
    leads: await deployOrStub(connection, "Leads", circles),
    rulings: await deployOrStub(connection, "Rulings", circles, offices),
    breakdowns: await deployOrStub(connection, "Breakdowns", circles, offices),
    initiatives: await deployOrStub(connection, "Initiatives", circles),
  };
}

/**
 * Deploys a contract, with as many of the arguments as it takes; or, while it is not written, stands its interface
 * at an address where nothing is.
 */
async function deployOrStub<T>(
  connection: NetworkConnection,
  name: string,
  ...args: unknown[]
): Promise<T> {
  if (!(await artifacts.artifactExists(name))) {
    return await contractAt<T>(connection, `I${name}`, connection.ethers.id(name).slice(0, 42));
  }
  const { interface: declared } = await connection.ethers.getContractFactory(name);
  return await deployContract<T>(connection, name, ...args.slice(0, declared.deploy.inputs.length));
}

/** A transaction that was sent, or the promise of one. */
export type Sent = Promise<TransactionResponse> | TransactionResponse;
