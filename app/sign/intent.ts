import type { SignContext } from "#app/model/view.ts";
import type { ActDefinition, Call, Contracts, Field, View as Reader } from "#sdk/acts/act.ts";
import { ACTS, type ActData, type ActName } from "#sdk/acts/acts.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

/** What somebody is about to do. */
export interface Intent {
  readonly act: ActName;
  readonly data: unknown;
  readonly context: SignContext;
}

export function intend<name extends ActName>(
  act: name,
  data: ActData<name>,
  context: SignContext = {},
): Intent {
  return { act, data, context };
}

// An act's name and its data are paired by `intend`, the only way to make an intent.
function definitionOf({ act }: Intent): ActDefinition<unknown> {
  return ACTS[act] as ActDefinition<unknown>;
}

export function callOf(intent: Intent, contracts: Contracts): Call {
  return definitionOf(intent).call(intent.data, contracts);
}

export function sentenceOf(intent: Intent, reader: Reader): string {
  return definitionOf(intent).sentence(intent.data, reader);
}

export function fieldsOf(intent: Intent, reader: Reader): readonly Field[] {
  return definitionOf(intent).fields(intent.data, reader);
}

/** The role it is done for and the circle it happens in, as far as the act or what it is about says. */
export function placeOf(
  { act, data, context }: Intent,
  organisation: Organisation,
): { readonly asRole: bigint | undefined; readonly circle: bigint | undefined } {
  const { announcements, roles } = organisation;
  const said = data as Said;
  const announcement = announcements.get(idIn(said, "announcement") ?? 0n);
  // Only who pays does it for the role that was announced; who reverses or revokes may fill another.
  const served = act === "pay" ? announcement?.asRole : undefined;
  const asRole = context.asRole ?? idIn(said, "asRole") ?? served;
  const outer = asRole === undefined ? undefined : (roles.get(asRole)?.circle ?? undefined);
  const circle = context.circle ?? idIn(said, "circle") ?? circleOfMatter(said, organisation);
  return { asRole, circle: circle ?? outer };
}

type Said = { readonly [part: string]: unknown };

function idIn(said: Said, part: string): bigint | undefined {
  return typeof said[part] === "bigint" ? said[part] : undefined;
}

/** The circle of the proposal, the election, the meeting or the ruling that an act is about. */
function circleOfMatter(said: Said, organisation: Organisation): bigint | undefined {
  const { proposals, elections, meetings, items } = organisation;
  const item = items.get(idIn(said, "item") ?? 0n);
  const meeting = meetings.get(idIn(said, "meeting") ?? item?.meeting ?? 0n);
  const election = elections.get(idIn(said, "election") ?? 0n);
  const proposal = proposals.get(idIn(said, "proposal") ?? 0n);
  const { interpretations, strikes } = organisation;
  const ruling =
    interpretations.get(idIn(said, "interpretation") ?? 0n) ??
    strikes.get(idIn(said, "strike") ?? 0n);
  return election?.subject.circle ?? meeting?.circle ?? proposal?.circle ?? ruling?.circle;
}
