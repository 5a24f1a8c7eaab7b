import { isCoded } from "#app/chain/isCoded.ts";
import { FoldError } from "#sdk/chronicle/fold/draft.ts";
import { HistoryError } from "#sdk/chronicle/verify.ts";
import { ConsentricError } from "#sdk/errors/base.ts";

/** Why what is shown may not be all, or nothing can be shown. */
export interface Problem {
  /**
   * false: the history does not prove itself. broken: it breaks the rules. missing: blocks could not be read.
   * unknown: no such organisation. silent: the RPC does not answer. chain: it is another chain.
   */
  readonly kind: "false" | "broken" | "missing" | "unknown" | "silent" | "chain";
  readonly title: string;
  readonly sentence: string;
  readonly details?: string | undefined;
}

/** A problem in words, from whatever reading has thrown. */
export function problemOf(error: unknown, rpc: string): Problem {
  if (error instanceof HistoryError) {
    return {
      kind: "false",
      title: "This history does not prove itself",
      sentence: error.sentence,
      details: error.details,
    };
  }
  if (error instanceof FoldError) {
    return {
      kind: "broken",
      title: "This history breaks the rules",
      sentence: error.sentence,
      details: error.details,
    };
  }
  if (error instanceof ConsentricError && error.code === "LOGS_UNAVAILABLE") {
    return {
      kind: "missing",
      title: "History is incomplete",
      sentence: error.sentence,
      details: saidBy(error.cause),
    };
  }
  if (error instanceof ConsentricError && error.code === "UNKNOWN_ORGANISATION") {
    return {
      kind: "unknown",
      title: "There is no such organisation here",
      sentence: error.sentence,
      details: error.details,
    };
  }
  if (error instanceof WrongChain) {
    return { kind: "chain", title: "This is another chain", sentence: error.message };
  }
  const details = isCoded(error) ? error.shortMessage : String(error);
  return {
    kind: "silent",
    title: "The RPC does not answer",
    sentence: `${rpc} gives no answer that can be used.`,
    details,
  };
}

/** What the RPC itself said, without the request around it. */
function saidBy(cause: unknown): string | undefined {
  if (!isCoded(cause)) return undefined;
  const { details } = cause as { details?: unknown };
  return `The RPC says: ${typeof details === "string" ? details : cause.shortMessage}`;
}

/** The RPC answers for another chain than the one the contracts are on. */
export class WrongChain extends Error {
  override readonly name = "WrongChain";

  constructor(expected: number, actual: number) {
    super(`The contracts are on chain ${expected}, and this RPC answers for chain ${actual}.`);
  }
}
