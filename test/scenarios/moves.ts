import { type Hex, keccak256, stringToHex, zeroAddress } from "viem";

import { reasonsHash } from "#sdk/acts/content.ts";
import { peopleOf } from "#sdk/acts/people.ts";
import { nomineeOf, Tie } from "#sdk/chronicle/elections.ts";
import type { Arguments, Change } from "#sdk/chronicle/events.ts";
import type { RemarkKind } from "#sdk/chronicle/judgements.ts";
import { ItemStep } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { currentVersion, noticeOf, type Proposal } from "#sdk/chronicle/organisation.ts";
import { type Deed, days, does, hours, type Scene, type Step } from "./script.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** The changes that somebody proposes. */
type Says = (scene: Scene) => readonly Change[];

/** A member proposes changes to a circle, for a role. */
export function proposes(
  by: string,
  proposal: string,
  where: { readonly circle: string; readonly asRole: string },
  changes: Says,
  [tension, example, explanation]: readonly [string, string, string],
): Deed {
  return does(
    by,
    "propose",
    (scene) => ({
      circle: scene.id(where.circle),
      asRole: scene.id(where.asRole),
      slot: 0,
      changes: changes(scene),
      reasons: { tension, example, explanation },
    }),
    { as: proposal },
  );
}

/** Members say that they have no objection to what a proposal says now. */
export function confirm(proposal: string, members: readonly string[]): readonly Deed[] {
  return members.map((by) => does(by, "confirm", (scene) => contentOf(scene, proposal)));
}

/** An objector says that the amended proposal integrates the objection. */
export function resolves(by: string, proposal: string): Deed {
  return does(by, "resolve", (scene) => contentOf(scene, proposal));
}

/** A member objects, for a role. */
export function objects(
  by: string,
  proposal: string,
  asRole: string,
  said: Partial<Arguments>,
): Deed {
  return does(by, "object", (scene) => ({
    proposal: scene.id(proposal),
    version: currentVersion(proposalOf(scene, proposal)).version,
    asRole: scene.id(asRole),
    objection: { harm: "", limits: "", cause: "", certainty: "", rule: "", ...said },
  }));
}

/** What somebody says about a proposal. */
export function says(by: string, proposal: string, kind: RemarkKind, text: string): Deed {
  return does(by, "remark", (scene) => ({
    proposal: scene.id(proposal),
    kind,
    about: zeroAddress,
    text,
  }));
}

/** Anybody enacts what was adopted; roles and policies that it creates get names. */
export function enacts(by: string, proposal: string, ...creates: readonly string[]): Deed {
  return does(by, "enact", (scene) => enactment(scene, proposal), { creates });
}

/** What an enactment sends. */
export function enactment(scene: Scene, proposal: string) {
  const known = proposalOf(scene, proposal);
  const { changes, reasons } = currentVersion(known);
  const people = peopleOf(scene.state, known.circle, changes);
  return { proposal: known.id, changes, reasonsHash: reasonsHash(reasons), people };
}

/** Somebody declares to stand in for an officer in the matter of a proposal. */
export function standsIn(by: string, circle: string, office: Office, proposal: string): Deed {
  return does(by, "standIn", (scene) => standing(scene, circle, office, proposal));
}

/** What a declaration to stand in says, about a proposal. */
export function standing(scene: Scene, circle: string, office: Office, proposal: string) {
  const { facilitation } = scene.node.deployment.contracts;
  const matter = scene.id(proposal);
  return { process: facilitation.address, matter, circle: scene.id(circle), office };
}

/** A meeting of a circle that takes one proposal through every round and adopts it. */
export interface Assembly {
  readonly circle: string;
  readonly proposal: string;
  readonly proposer: string;
  readonly facilitator: string;
  readonly secretary: string;
  /** Everybody who comes. */
  readonly present: readonly string[];
  /** What is said in the rounds: by the proposer, by who asks, by who reacts, by the proposer again. */
  readonly said: readonly [
    presented: string,
    asked: readonly [by: string, text: string],
    reacted: readonly [by: string, text: string],
    answered: string,
  ];
  /** Whether the officers stand in, because nobody holds the offices yet. */
  readonly standIns: boolean;
}

/** The circle meets and adopts the proposal. */
export function meets(assembly: Assembly): readonly Step[] {
  const { circle, proposal, proposer, facilitator, secretary, present, said, standIns } = assembly;
  const meeting = `meeting about ${proposal}`;
  const item = `item about ${proposal}`;
  const [presented, [asker, asked], [reactor, reacted], answered] = said;
  const declares = (by: string, matter: string, office: Office) =>
    does(by, "standIn", (scene) => ({
      process: scene.node.deployment.contracts.meetings.address,
      matter: scene.id(matter),
      circle: scene.id(circle),
      office,
    }));
  const goesTo = (step: ItemStep) =>
    does(facilitator, "takeStep", (scene) => ({ item: scene.id(item), step }));
  const speaks = (by: string, text: string) =>
    does(by, "sayInMeeting", (scene) => ({ item: scene.id(item), text }));
  return [
    ...(standIns ? [declares(secretary, circle, Office.Secretary), days(3)] : []),
    does(
      secretary,
      "scheduleMeeting",
      async (scene) => {
        const startsAt = (await scene.now()) + noticeOf(scene.state, scene.id(circle)) + HOUR;
        const limits = [scene.id(proposal)];
        const when = { startsAt, endsAt: startsAt + 2 * HOUR };
        return { circle: scene.id(circle), requested: 0n, ...when, purpose: "Governance", limits };
      },
      { as: meeting },
    ),
    ...(standIns ? [declares(facilitator, meeting, Office.Facilitator)] : []),
    days(3),
    hours(1),
    ...present.map((by) => does(by, "checkIn", (scene) => ({ meeting: scene.id(meeting) }))),
    does(
      proposer,
      "addItem",
      (scene) => ({
        meeting: scene.id(meeting),
        label: proposal,
        proposal: scene.id(proposal),
      }),
      { as: item },
    ),
    goesTo(ItemStep.Presenting),
    speaks(proposer, presented),
    goesTo(ItemStep.Clarifying),
    speaks(asker, asked),
    goesTo(ItemStep.Reacting),
    speaks(reactor, reacted),
    goesTo(ItemStep.Amending),
    speaks(proposer, answered),
    goesTo(ItemStep.Objecting),
    ...present
      .filter((by) => by !== proposer)
      .map((by) =>
        does(by, "confirmInMeeting", (scene) => {
          const { proposal: id, content } = contentOf(scene, proposal);
          return { item: scene.id(item), proposal: id, content };
        }),
      ),
    does(facilitator, "adoptInMeeting", (scene) => ({
      item: scene.id(item),
      proposal: scene.id(proposal),
    })),
  ];
}

/** An office that is to be filled, and by whom. */
export interface Race {
  readonly circle: string;
  readonly office: Office;
  readonly person: string;
}

/** A member calls an election. */
export function calls(
  by: string,
  election: string,
  { circle, office }: Omit<Race, "person">,
): Deed {
  return does(
    by,
    "callElection",
    (scene) => ({
      subject: { circle: scene.id(circle), role: 0n, office, index: 0, replaced: zeroAddress },
      reason: "The office is to be filled",
    }),
    { as: election },
  );
}

/** A member nominates somebody, sealed. */
export function nominates(by: string, election: string, nominee: string): Deed {
  return does(by, "nominate", (scene) => ({
    election: scene.id(election),
    chainId: scene.state.chainId,
    nominator: scene.person(by),
    nominee: scene.person(nominee),
    salt: saltOf(by, election),
  }));
}

/** A member opens the nomination. */
export function shares(by: string, election: string, nominee: string, reason: string): Deed {
  return does(by, "shareNomination", (scene) => ({
    election: scene.id(election),
    nominee: scene.person(nominee),
    salt: saltOf(by, election),
    reason,
  }));
}

/** A nominator changes the nomination, or keeps it. */
export function renominates(by: string, election: string, nominee: string, reason: string): Deed {
  return does(by, "changeNomination", (scene) => ({
    election: scene.id(election),
    nominee: scene.person(nominee),
    reason,
  }));
}

/** Anybody brings the count, of everybody who was nominated. */
export function brings(by: string, election: string): Deed {
  return does(by, "countNominations", (scene) => {
    const id = scene.id(election);
    const ballots = scene.state.elections.get(id)?.ballots ?? [];
    const nominees = ballots.map(nomineeOf).filter((each) => each !== null);
    const candidates = [...new Set(nominees)].toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
    return { election: id, candidates };
  });
}

/** Every race is run by all members of its circle, who all nominate the same person. */
export function run(races: readonly Race[], termDays: number): readonly Step[] {
  const first = (scene: Scene, circle: string) =>
    scene.nameOf(scene.state.roles.get(scene.id(circle))?.members[0] ?? zeroAddress);
  const named = (race: Race) => `election of ${race.person} in ${race.circle} to ${race.office}`;
  return [
    { follow: (scene) => races.map((race) => calls(first(scene, race.circle), named(race), race)) },
    days(3),
    ...races.map(
      (race): Step => ({ follow: (scene) => voting(scene, named(race), race, termDays) }),
    ),
  ];
}

function voting(
  scene: Scene,
  election: string,
  { circle, person }: Race,
  termDays: number,
): readonly Step[] {
  const members = scene.state.roles.get(scene.id(circle))?.members ?? [];
  const voters = members.map((member) => scene.nameOf(member));
  const one = voters[0] ?? "nobody";
  const about = (on: Scene) => ({ election: on.id(election) });
  return [
    opens(one, election, termDays),
    ...voters.map((by) => nominates(by, election, person)),
    ...voters.map((by) => shares(by, election, person, "Has time for it")),
    ...voters.map((by) => renominates(by, election, person, "As before")),
    brings(one, election),
    ...voters.map((by) => does(by, "confirmCandidate", about)),
    does(one, "concludeElection", about),
  ];
}

/** Somebody states the term and opens the nominations. */
export function opens(by: string, election: string, termDays: number): Deed {
  return does(by, "openElection", (scene) => ({
    election: scene.id(election),
    term: termDays * DAY,
    tie: Tie.Random,
  }));
}

function contentOf(scene: Scene, proposal: string) {
  const { version, contentHash } = currentVersion(proposalOf(scene, proposal));
  return { proposal: scene.id(proposal), version, content: contentHash };
}

function proposalOf(scene: Scene, name: string): Proposal {
  const proposal = scene.state.proposals.get(scene.id(name));
  if (proposal === undefined) throw new Error(`There is no proposal ${name}.`);
  return proposal;
}

function saltOf(by: string, election: string): Hex {
  return keccak256(stringToHex(`${by} ${election}`));
}
