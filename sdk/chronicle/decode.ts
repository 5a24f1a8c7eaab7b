import type { AbiEvent, AbiParameter, Hex } from "viem";
import { decodeAbiParameters, getAddress, hexToBigInt, hexToNumber, toEventSelector } from "viem";

import { allowancesAbi } from "../abi/allowances.ts";
import { breakdownsAbi } from "../abi/breakdowns.ts";
import { circlesAbi } from "../abi/circles.ts";
import { consentAbi } from "../abi/consent.ts";
import { electionsAbi } from "../abi/elections.ts";
import { facilitationAbi } from "../abi/facilitation.ts";
import { foundingAbi } from "../abi/founding.ts";
import { initiativesAbi } from "../abi/initiatives.ts";
import { leadsAbi } from "../abi/leads.ts";
import { meetingsAbi } from "../abi/meetings.ts";
import { officesAbi } from "../abi/offices.ts";
import { partnersAbi } from "../abi/partners.ts";
import { rulingsAbi } from "../abi/rulings.ts";
import { structureAbi } from "../abi/structure.ts";
import { treasuryAbi } from "../abi/treasury.ts";
import { ConsentricError } from "../errors/base.ts";
import { hashOfContent } from "./content.ts";
import type { Act } from "./events.ts";
import { nextHead, previousHead, unpackHead } from "./head.ts";
import type { RawLog } from "./log.ts";

/** What decoding needs of an event, worked out once: finding it by its name would hash all of them every time. */
interface Plan {
  readonly event: AbiEvent;
  readonly inData: readonly AbiParameter[];
  /** The same types with bytes for strings: what is hashed must not pass through a text decoder. */
  readonly rawInData: readonly AbiParameter[] | undefined;
}

const PLANS: ReadonlyMap<Hex, Plan> = new Map(
  [
    ...circlesAbi,
    ...structureAbi,
    ...partnersAbi,
    ...foundingAbi,
    ...consentAbi,
    ...treasuryAbi,
    ...officesAbi,
    ...facilitationAbi,
    ...electionsAbi,
    ...meetingsAbi,
    ...leadsAbi,
    ...allowancesAbi,
    ...rulingsAbi,
    ...breakdownsAbi,
    ...initiativesAbi,
  ]
    .filter((item) => item.type === "event")
    .map((event) => [toEventSelector(event), planOf(event)]),
);

function planOf(event: AbiEvent): Plan {
  const inData = event.inputs.filter((input) => input.indexed !== true);
  const hasContent = event.name === "Proposed" || event.name === "Amended";
  return { event, inData, rawInData: hasContent ? inData.map(withBytes) : undefined };
}

function withBytes(parameter: AbiParameter): AbiParameter {
  const type = parameter.type.replace(/^string/, "bytes");
  return "components" in parameter
    ? { ...parameter, type, components: parameter.components.map(withBytes) }
    : { ...parameter, type };
}

/**
 * Decode one log of an organisation's history, whose number is in the first word of its data.
 * @param head The head after it, as `verify` returns it; computed when left out.
 * @throws ConsentricError `UNKNOWN_EVENT` for a log that no event of the contracts explains.
 */
export function decode(log: RawLog, head?: Hex): Act {
  const [signature, organisation, subject] = log.topics;
  const plan = signature === undefined ? undefined : PLANS.get(signature);
  const previous = previousHead(log);
  if (
    plan === undefined ||
    previous === undefined ||
    organisation === undefined ||
    subject === undefined
  ) {
    throw unknownEvent(log);
  }
  const place = { organisation: hexToNumber(organisation), subject: hexToBigInt(subject) };
  const { event, inData, rawInData } = plan;
  const args: Record<string, unknown> = {
    organisation: place.organisation,
    [event.inputs[1]?.name ?? "subject"]: place.subject,
    ...decodeNamed(inData, log),
  };
  return {
    ...place,
    number: unpackHead(previous).number + 1,
    block: log.blockNumber,
    transaction: log.transactionHash,
    logIndex: log.logIndex,
    emitter: getAddress(log.address),
    previous,
    head: head ?? nextHead(previous, log),
    actor: args.actor,
    time: args.time,
    name: event.name,
    args,
    content: rawInData === undefined ? null : contentIn(rawInData, log),
    // The ABI that the types are made from has just named and typed all of this.
  } as Act;
}

function decodeNamed(parameters: readonly AbiParameter[], log: RawLog): Record<string, unknown> {
  try {
    const values = decodeAbiParameters(parameters, log.data);
    return Object.fromEntries(parameters.map(({ name }, i) => [name, values[i]]));
  } catch (cause) {
    throw unknownEvent(log, cause);
  }
}

function contentIn(parameters: readonly AbiParameter[], log: RawLog): Hex {
  const values = decodeNamed(parameters, log);
  const [changes, reasons] = ["changes", "reasons"].map((name) => ({
    parameter: parameters.find((each) => each.name === name),
    value: values[name],
  }));
  if (changes?.parameter === undefined || reasons?.parameter === undefined) throw unknownEvent(log);
  return hashOfContent(
    { parameter: changes.parameter, value: changes.value },
    { parameter: reasons.parameter, value: reasons.value },
  );
}

function unknownEvent(log: RawLog, cause?: unknown): ConsentricError {
  return new ConsentricError("UNKNOWN_EVENT", "An event is of no kind that this reader knows.", {
    details: `Log ${log.logIndex} of block ${log.blockNumber}, from ${log.address}.`,
    hint: "A newer version of this reader may know it.",
    cause,
  });
}
