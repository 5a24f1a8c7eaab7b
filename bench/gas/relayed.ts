import { circlesAbi } from "#sdk/abi/circles.ts";
import { confirm } from "#sdk/acts/confirm.ts";
import { contentHash } from "#sdk/acts/content.ts";
import { addressesOf } from "#sdk/deployment.ts";
import { relayAll, type Signed } from "#sdk/voice/signed.ts";
import { typedDataOf } from "#sdk/voice/typedData.ts";
import type { Measure } from "./measure.ts";
import { accountOf, act, addressOf, call, house, measure } from "./node.ts";
import { amendment, propose, type Stage } from "./ours.ts";
import { REASONS } from "./texts.ts";

/** How many answers one transaction carries. */
const TOGETHER = 10;
/** The most gas that one of them may use. */
const GAS = 150_000;
/** A second far away. */
const LATER = 2 ** 40 - 1;

/** What each of ten confirmations costs that are signed by ten members and relayed in one transaction. */
export async function measureRelayed(stage: Stage): Promise<Measure> {
  const { node, organisation, lead, free } = stage;
  const { chain, reader } = node.bank;
  const contracts = addressesOf(node.deployment);
  const ruleHash = await reader.readContract({
    address: contracts.circles,
    abi: circlesAbi,
    functionName: "ruleHashOf",
    args: [organisation],
  });
  const [speaker, ...voters] = Array.from({ length: TOGETHER + 1 }, (_, i) => `voter ${i}`);
  if (speaker === undefined) throw new Error("nobody answers");
  const everybody = [speaker, ...voters];
  await house(node, everybody);
  for (const name of everybody) {
    await act(node, name, "agree", { organisation, ruleHash, offers: [] });
    await act(node, name, "declareOpenness", { organisation, open: true });
    await act(node, lead, "offer", { role: free[0], person: addressOf(name) });
  }

  const changes = amendment(stage, stage.amended.revision + 2);
  const { id: proposal } = await propose(stage, changes);
  const answer = { proposal, version: 1, content: contentHash(changes, REASONS) };
  // Somebody has spoken in their page before.
  await act(node, speaker, "confirm", answer);
  const confirming = confirm.call(answer, contracts);
  const acts = await Promise.all(
    voters.map(async (name): Promise<Signed> => {
      const terms = { chainId: chain.id, nonce: 0n, deadline: LATER };
      const signature = await accountOf(name).signTypedData(
        typedDataOf(confirming, terms) as never,
      );
      const { to: core, data } = confirming;
      return { core, data, ...terms, gas: GAS, signer: addressOf(name), signature };
    }),
  );
  const relayed = relayAll(contracts.voice, acts);
  const receipt = await call(node, "bank", relayed.to, relayed.data);
  const said = receipt.logs.filter(({ address }) => address === contracts.consent.toLowerCase());
  if (said.length !== TOGETHER) throw new Error(`${said.length} of ${TOGETHER} were taken`);
  const { gas, calldata } = await measure(node, receipt);
  return { gas: Math.round(gas / TOGETHER), calldata: Math.round(calldata / TOGETHER) };
}
