import { type Client, type Hex, hexToBigInt, numberToHex } from "viem";
import { call } from "viem/actions";

import { ask } from "#app/chain/client.ts";
import { lineOf } from "#app/chain/isCoded.ts";
import type { Trial } from "#app/sign/machine.ts";
import type { Request } from "#app/wallet/provider.ts";
import type { View as Reader } from "#sdk/acts/act.ts";
import type { RpcLogLike } from "#sdk/chronicle/log.ts";
import { toRawLog } from "#sdk/chronicle/log.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { advance } from "#sdk/chronicle/read.ts";
import { decodeRevert, type Refusal } from "#sdk/errors/decode.ts";

export interface TrialParameters {
  readonly client: Client;
  readonly request: Request;
  readonly organisation: Organisation;
  readonly reader: Reader;
  readonly block: bigint;
  /** The chain's time, in seconds: a block that held the act now would have it. */
  readonly now: number;
  readonly local: boolean;
}

interface SimulatedCall {
  readonly status: Hex;
  readonly returnData: Hex;
  readonly gasUsed: Hex;
  readonly logs?: readonly RpcLogLike[];
  readonly error?: { readonly message?: string; readonly data?: unknown };
}

/**
 * Try an act on the latest block, without a signature. Where the RPC can simulate (`eth_simulateV1`), what would be
 * true afterwards is folded from the very events it would make.
 * @throws whatever the RPC throws when it can try nothing.
 */
export async function tryAct(parameters: TrialParameters): Promise<Trial> {
  const simulated = await simulate(parameters).catch(() => undefined);
  if (simulated !== undefined) return simulated;
  return await tryByCall(parameters);
}

async function simulate(parameters: TrialParameters): Promise<Trial | undefined> {
  const { client, request, organisation, reader, block } = parameters;
  const { from, to, data, value } = request;
  const time = Math.max(parameters.now, organisation.head.time + 1);
  const [simulated] = await ask<readonly { calls: readonly SimulatedCall[] }[]>(
    client,
    "eth_simulateV1",
    [
      {
        blockStateCalls: [
          {
            blockOverrides: { time: numberToHex(time) },
            calls: [{ from, to, data, value: numberToHex(value) }],
          },
        ],
        validation: false,
      },
      "latest",
    ],
  );
  const answer = simulated?.calls[0];
  if (answer === undefined) return undefined;
  if (answer.status !== "0x1") {
    const refusal = decodeRevert(answer.returnData, reader) ?? decodeRevert(answer.error, reader);
    return { ok: false, refusal: refusal ?? unnamed(answer.error?.message) };
  }
  const after = stateAfter(organisation, answer.logs ?? []);
  return { ok: true, after, gas: hexToBigInt(answer.gasUsed), block };
}

function stateAfter(organisation: Organisation, logs: readonly RpcLogLike[]): Organisation | null {
  try {
    const nowhere = `0x${"0".repeat(64)}` as const;
    const raw = logs.map((log, index) =>
      toRawLog({
        ...log,
        blockNumber: log.blockNumber ?? numberToHex(organisation.head.block + 1n),
        logIndex: log.logIndex ?? numberToHex(index),
        transactionHash: log.transactionHash ?? nowhere,
      }),
    );
    return advance(organisation, raw) ?? null;
  } catch {
    return null;
  }
}

async function tryByCall(parameters: TrialParameters): Promise<Trial> {
  const { client, request, reader, block, local } = parameters;
  const { from, to, data, value } = request;
  const blockTag = local ? "pending" : "latest";
  try {
    await call(client, { account: from, to, data, value, blockTag });
    return { ok: true, after: null, gas: null, block };
  } catch (error) {
    const refusal = refusalIn(error, reader);
    if (refusal === undefined) throw error;
    return { ok: false, refusal };
  }
}

/** A revert in an error, in words; undefined when it says nothing of one. */
export function refusalIn(error: unknown, reader: Reader): Refusal | undefined {
  const decoded = decodeRevert(error, reader);
  if (decoded !== undefined) return decoded;
  const line = lineOf(error);
  return /revert/i.test(line) ? unnamed(line) : undefined;
}

export function unnamed(said: string | undefined): Refusal {
  return {
    name: "",
    args: [],
    sentence: `The contract refuses it${said === undefined ? "" : `: ${said}`}.`,
    hint: "Look at it again; something may have changed in between.",
  };
}
