import type {
  BaseContract,
  BaseContractMethod,
  ContractRunner,
  ContractTransactionResponse,
} from "ethers";
import type { NetworkConnection } from "hardhat/types/network";

/** A contract as ethers sees it, with the names of its functions; values are checked by the chain, not by types. */
export type Methods<Names extends string> = Omit<BaseContract, "connect"> & {
  connect(runner: ContractRunner): Methods<Names>;
} & { readonly [Name in Names]: BaseContractMethod };

export type Circles = Methods<
  | "found"
  | "write"
  | "complete"
  | "invite"
  | "agree"
  | "leaveOrganisation"
  | "declareOpenness"
  | "offer"
  | "withdrawOffer"
  | "accept"
  | "resign"
  | "revoke"
  | "enact"
  | "speak"
  | "founding"
  | "head"
  | "genesis"
  | "organisations"
  | "organisationAt"
  | "ruleHashOf"
  | "standing"
  | "census"
  | "fills"
  | "leads"
  | "roleAt"
  | "policyAt"
  | "settingsOf"
  | "seatOf"
  | "seatsTaken"
  | "partnerAt"
  | "isOffered"
  | "bitsOf"
  | "organisationOf"
  | "controllerOf"
  | "vaultFor"
>;
export type Founding = Methods<"found" | "write" | "ratify" | "progressOf" | "ratifiedBy">;
export type Consent = Methods<
  | "propose"
  | "amend"
  | "withdraw"
  | "object"
  | "withdrawObjection"
  | "resolve"
  | "confirm"
  | "enact"
  | "statusOf"
  | "proposalAt"
  | "contentOf"
  | "answerOf"
  | "slotsOf"
>;
export type Treasury = Methods<
  | "announce"
  | "escalate"
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
export type VaultFactory = Methods<"deploy" | "vaultAt">;
export type Vault = Methods<
  "pay" | "onERC721Received" | "onERC1155Received" | "onERC1155BatchReceived"
>;
export type Token = Methods<"mint" | "burn" | "transfer" | "balanceOf">;
export type Ambush = Methods<"lay" | "send" | "mint" | "calls" | "succeeded" | "answer">;

/** Everything that is deployed once per chain. */
export interface Suite {
  factory: VaultFactory;
  circles: Circles;
  founding: Founding;
  consent: Consent;
  treasury: Treasury;
}

/** A contract of this project, deployed. */
export async function deployContract<T>(
  connection: NetworkConnection,
  name: string,
  ...args: unknown[]
): Promise<T> {
  return (await connection.ethers.deployContract(name, args)) as unknown as T;
}

/** Deploys the suite as it is deployed anywhere. */
export async function deploySuite(connection: NetworkConnection): Promise<Suite> {
  const factory = await deployContract<VaultFactory>(connection, "VaultFactory");
  const circles = await deployContract<Circles>(connection, "Circles", factory);
  const founding = (await connection.ethers.getContractAt(
    "Founding",
    await circles.founding(),
  )) as unknown as Founding;
  const consent = await deployContract<Consent>(connection, "Consent", circles);
  const treasury = await deployContract<Treasury>(connection, "Treasury", circles);
  return { factory, circles, founding, consent, treasury };
}

/** A transaction that was sent, or the promise of one. */
export type Sent = Promise<ContractTransactionResponse> | ContractTransactionResponse;
