import { decode } from "./decode.ts";
import type { Act } from "./events.ts";
import type { Fetched, FetchParameters } from "./fetch.ts";
import { fetchChronicle } from "./fetch.ts";
import { replay } from "./fold.ts";
import { genesis } from "./head.ts";
import type { RawLog } from "./log.ts";
import type { Organisation } from "./organisation.ts";
import { verify, verifyFollowing } from "./verify.ts";

/** A history that was read, proved and replayed. */
export interface Reading extends Fetched {
  /** What is true at the end of `block`. */
  readonly state: Organisation;
}

export interface ReadParameters extends Omit<FetchParameters, "since"> {
  /** An earlier reading of the same organisation: only what came after is fetched, unless the chain went back on it. */
  readonly since?: Reading;
  /** See `verify`. */
  readonly ownBlocks?: boolean;
}

/**
 * Read an organisation: fetch its history, prove it complete up to the head that the RPC names, replay it.
 * @throws ConsentricError `UNKNOWN_ORGANISATION` or `LOGS_UNAVAILABLE`; HistoryError for a history that does not
 * prove itself; FoldError for an event that the rules do not allow.
 */
export async function read(parameters: ReadParameters): Promise<Reading> {
  const { since, ownBlocks = true } = parameters;
  const fetched = await fetchChronicle(parameters);
  const { logs, headWord } = fetched;
  // A longer list that begins with the very logs of before was continued; any other starts anew.
  const known = since !== undefined && logs[0] === since.logs[0] ? since : undefined;
  const { circles, chainId } = fetched;
  const from = known?.headWord ?? genesis(chainId, circles, fetched.organisation);
  const fresh = logs.slice(known?.logs.length ?? 0);
  const heads = verify({ logs: fresh, from, to: headWord, ownBlocks });
  const acts = fresh.map((log, i) => decode(log, heads[i]));
  return { ...fetched, state: replay(acts, known?.state ?? { circles, chainId }) };
}

/**
 * The state after a transaction, from its receipt alone: for a page that need not wait for the next reading.
 * @param logs The receipt's logs; those of other organisations and contracts are left out.
 * @returns undefined when something else happened in between: then read again.
 */
export function advance(state: Organisation, logs: readonly RawLog[]): Organisation | undefined {
  const { partners, structure } = state.contracts;
  const own = [state.circles, state.founding.contract, partners ?? [], structure ?? []].flat();
  const processes = state.processes.map(({ process }) => process);
  const speakers = new Set([...own, ...processes].map(lower));
  const ours = logs.filter(
    ({ address, topics: [, organisation] }) =>
      speakers.has(lower(address)) &&
      organisation !== undefined &&
      BigInt(organisation) === BigInt(state.number),
  );
  // While nothing has come through them, the record's own parts are not known here.
  const unknown = ours.length < logs.length && (partners === null || structure === null);
  if (unknown) return undefined;
  const acts: Act[] = [];
  try {
    const heads = verifyFollowing(ours, state.head.word);
    acts.push(...ours.map((log, i) => decode(log, heads[i])));
  } catch {
    return undefined;
  }
  return replay(acts, state);
}

function lower(address: string): string {
  return address.toLowerCase();
}
