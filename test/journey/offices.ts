import { type Address, createPublicClient, createWalletClient, http, zeroAddress } from "viem";

import type { ActDefinition } from "#sdk/acts/act.ts";
import { ACTS, type ActData, type ActName } from "#sdk/acts/acts.ts";
import { Tie } from "#sdk/chronicle/elections.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { addressesOf, type Guide } from "#sdk/deployment.ts";

const DAY = 86_400;
const HOUR = 3_600;

/**
 * What the worked organisation's past does not have, for the pages of it: a meeting that is called, and an election
 * that is open and of which nobody has nominated yet. Three days pass on the way.
 */
export async function addOffices(rpc: string, guide: Guide, state: Organisation): Promise<void> {
  const reader = createPublicClient({ transport: http(rpc) });
  const writer = createWalletClient({ transport: http(rpc) });
  const addresses = addressesOf(guide.deployment);
  const circle = [...state.roles.values()].find(({ words }) => words.name === "Food Hub")?.id ?? 0n;
  const [esra] = Object.entries(guide.people).find(([, name]) => name === "Esra Yıldız") ?? [""];

  async function act<name extends ActName>(name: name, data: ActData<name>): Promise<void> {
    const definition = ACTS[name] as ActDefinition<ActData<name>>;
    const { to, data: input } = definition.call(data, addresses);
    const account = esra as Address;
    const hash = await writer.sendTransaction({ account, chain: null, to, data: input });
    const { status } = await reader.waitForTransactionReceipt({ hash, pollingInterval: 50 });
    if (status !== "success") throw new Error(`${name} was refused`);
  }
  const next = () => state.head.number + 1;
  const id = (after: number) => (BigInt(guide.organisation) << 32n) | BigInt(next() + after);

  const replaced = zeroAddress;
  const subject = { circle, role: 0n, office: Office.Facilitator, index: 0, replaced };
  await act("callElection", { subject, reason: "Nobody holds our meetings together." });
  await act("requestSpecialMeeting", { circle, purpose: "The box list", limits: [] });
  await reader.request({ method: "evm_increaseTime" as never, params: [3 * DAY] as never });
  await act("openElection", { election: id(0), term: 365 * DAY, tie: Tie.Random });
  const { timestamp } = await reader.getBlock();
  const startsAt = Number(timestamp) + 3 * DAY + HOUR;
  const endsAt = startsAt + 2 * HOUR;
  const meeting = {
    circle,
    requested: id(1),
    startsAt,
    endsAt,
    purpose: "The box list",
    limits: [],
  };
  await act("scheduleMeeting", meeting);
}
