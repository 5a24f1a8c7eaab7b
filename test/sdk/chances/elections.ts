import type { Address, Hex } from "viem";
import { keccak256, stringToHex, zeroAddress } from "viem";
import { hardhat } from "viem/chains";

import type { ActData, ActName } from "#sdk/acts/acts.ts";
import type { Election, ElectionSubject } from "#sdk/chronicle/elections.ts";
import {
  ElectionStep,
  hasFallen,
  nomineeOf,
  standingAgainst,
  Tie,
} from "#sdk/chronicle/elections.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { holderOf, noticeOf } from "#sdk/chronicle/organisation.ts";
import { electionAt } from "#sdk/chronicle/stepOf.ts";
import type { Chance } from "../chance.ts";
import { DAY } from "../world.ts";

/** Whom somebody has sealed, by election and person. */
export type Sealed = Map<string, Address>;

/** A random call about elections: most often the one that is due. */
export async function elect(chance: Chance, state: Organisation, sealed: Sealed): Promise<void> {
  const now = await chance.world.now();
  const running = [...state.elections.values()]
    .slice(-4)
    .map((election) => electionAt(election, now))
    .filter(({ step }) => step < ElectionStep.Elected);
  const election = chance.pick(running);
  if (election === undefined || chance.once(9)) await call(chance, state);
  else await goOn(chance, state, sealed, election, now);
}

async function call(chance: Chance, state: Organisation): Promise<void> {
  const alive = [...state.roles.values()].filter((role) => role.members.length > 0);
  const circle = chance.once(8) ? chance.role(state) : (chance.pick(alive)?.id ?? 0n);
  const inside = state.roles.get(circle);
  const role = chance.once(3) ? (chance.pick(inside?.inner ?? []) ?? 0n) : 0n;
  const filler = chance.pick(state.roles.get(role)?.fillers ?? []);
  const office = role === 0n ? (chance.pick(Object.values(Office)) ?? 0) : Office.Facilitator;
  const subject = {
    circle,
    role,
    office,
    index: office === Office.Rep ? chance.number(2) : 0,
    replaced: role !== 0n && filler !== undefined && chance.once(2) ? filler : zeroAddress,
  };
  await chance.try(chance.member(state, circle), "callElection", { subject, reason: "It is time" });
}

async function goOn(
  chance: Chance,
  state: Organisation,
  sealed: Sealed,
  election: Election,
  now: number,
): Promise<void> {
  const { id, subject, step } = election;
  const { circle } = subject;
  const member = chance.member(state, circle);
  const facilitator = holderOf(state, circle, Office.Facilitator);
  const nominator = chance.pick(election.ballots)?.by ?? member;
  switch (step) {
    case ElectionStep.Called: {
      const waits = facilitator === undefined && now < election.endsAt;
      if (waits && chance.once(2)) await chance.world.wait(election.endsAt - now);
      const tie = chance.pick(Object.values(Tie)) ?? Tie.Random;
      const term = (20 + chance.number(300)) * DAY;
      const by = waits ? member : chance.sometimes(facilitator ?? member);
      await chance.try(by, "openElection", { election: id, term, tie });
      return;
    }
    case ElectionStep.Sealing:
      await nominate(chance, state, sealed, election);
      return;
    case ElectionStep.Sharing: {
      const waiting = election.ballots.filter(({ shared }) => shared === null);
      const by = chance.pick(waiting)?.by ?? nominator;
      const nominee = sealed.get(keyOf(id, by)) ?? member;
      const said = { election: id, nominee, salt: saltOf(id, by), reason: "Listens" };
      await chance.try(by, "shareNomination", said);
      return;
    }
    case ElectionStep.Changing: {
      const waiting = election.ballots.filter(({ changed }) => changed === null);
      const ballot = chance.pick(waiting);
      const nominee = chance.once(2) ? member : ((ballot && nomineeOf(ballot)) ?? member);
      const by = chance.sometimes(ballot?.by);
      await chance.try(by, "changeNomination", { election: id, nominee, reason: "Heard you" });
      return;
    }
    case ElectionStep.Counting: {
      const candidates = [...new Set(election.ballots.map(nomineeOf))]
        .filter((it): it is Address => it !== null && !hasFallen(election, it))
        .toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
      const listed = chance.once(8) ? candidates.slice(1) : candidates;
      await chance.try(chance.person(), "countNominations", { election: id, candidates: listed });
      return;
    }
    case ElectionStep.Choosing: {
      const nominee = chance.sometimes(chance.pick(election.ties.at(-1)?.tied ?? []));
      await chance.try(nominator, "chooseNominee", { election: id, nominee });
      return;
    }
    default:
      await consent(chance, state, election, now);
  }
}

async function nominate(
  chance: Chance,
  state: Organisation,
  sealed: Sealed,
  { id, subject, ballots }: Election,
): Promise<void> {
  const members = state.roles.get(subject.circle)?.members ?? [];
  const waiting = members.filter((person) => !ballots.some(({ by }) => by === person));
  const nominator = chance.sometimes(chance.pick(waiting));
  const nominee = chance.once(8) ? chance.person() : chance.member(state, subject.circle);
  const salt = saltOf(id, nominator);
  const data = { election: id, chainId: hardhat.id, nominator, nominee, salt };
  if (await chance.try(nominator, "nominate", data)) sealed.set(keyOf(id, nominator), nominee);
}

async function consent(
  chance: Chance,
  state: Organisation,
  election: Election,
  now: number,
): Promise<void> {
  const { id, subject, candidate, confirmed, ballots, endsAt, notice } = election;
  const waiting = ballots.filter(({ by, shared }) => shared !== null && !confirmed.includes(by));
  const nominator = chance.sometimes(chance.pick(waiting)?.by);
  const facilitator = holderOf(state, subject.circle, Office.Facilitator);
  const objector = chance.pick(standingAgainst(election))?.by;
  switch (chance.number(12)) {
    case 0:
    case 1:
      await chance.try(nominator, "objectToCandidate", { election: id, reason: "Too busy" });
      return;
    case 2:
      await chance.try(chance.sometimes(objector), "withdrawCandidateObjection", { election: id });
      return;
    case 3: {
      const said = { election: id, reason: "It was argued well" };
      await chance.try(chance.sometimes(facilitator), "discardCandidate", said);
      return;
    }
    case 4:
    case 5: {
      const said = { election: id, willing: chance.number(5) > 0 };
      await chance.try(chance.sometimes(candidate), "declareWillingness", said);
      return;
    }
    case 6:
      if (chance.once(3) && now < endsAt + notice) await chance.world.wait(endsAt + notice - now);
      await chance.try(chance.person(), "passOverCandidate", { election: id });
      return;
    case 7:
    case 8:
    case 9:
      await chance.try(chance.person(), "concludeElection", { election: id });
      return;
    default:
      await chance.try(nominator, "confirmCandidate", { election: id });
  }
}

function keyOf(election: bigint, person: Address): string {
  return `${election}/${person}`;
}

function saltOf(election: bigint, person: Address): Hex {
  return keccak256(stringToHex(keyOf(election, person)));
}

/** Somebody who sends acts that must go through, and reads what follows. */
export interface Hand {
  readonly world: Chance["world"];
  act<name extends ActName>(from: Address, name: name, data: ActData<name>): Promise<unknown>;
  read(): Promise<{ readonly state: Organisation }>;
}

/** Calls an election, lets all members nominate the same person, and concludes it. */
export async function install(
  hand: Hand,
  circle: bigint,
  person: Address,
  about: Partial<ElectionSubject> = {},
): Promise<bigint> {
  const office = Office.Facilitator;
  const subject = { circle, role: 0n, office, index: 0, replaced: zeroAddress, ...about };
  const election = await open(hand, subject, Tie.Random);
  const voters = await nominateAll(hand, election, () => person);
  await hand.act(voters[0] as Address, "countNominations", { election, candidates: [person] });
  await hand.act(person, "declareWillingness", { election, willing: true });
  for (const by of voters) await hand.act(by, "confirmCandidate", { election });
  await hand.act(voters[0] as Address, "concludeElection", { election });
  return election;
}

/** Calls an election and opens it once any member may. */
export async function open(hand: Hand, subject: ElectionSubject, tie: Tie): Promise<bigint> {
  const { state } = await hand.read();
  const [first] = state.roles.get(subject.circle)?.members ?? [];
  await hand.act(first as Address, "callElection", { subject, reason: "It is time" });
  const election = [...(await hand.read()).state.elections.keys()].at(-1) ?? 0n;
  await hand.world.wait(noticeOf(state, subject.circle));
  await hand.act(first as Address, "openElection", { election, term: 100 * DAY, tie });
  return election;
}

/** Everybody nominates, shares and keeps the nomination. */
export async function nominateAll(
  hand: Hand,
  election: bigint,
  choice: (voter: Address) => Address,
): Promise<readonly Address[]> {
  const { state } = await hand.read();
  const circle = state.elections.get(election)?.subject.circle ?? 0n;
  const voters = state.roles.get(circle)?.members ?? [];
  for (const by of voters) {
    const secret = { nominator: by, nominee: choice(by), salt: saltOf(election, by) };
    await hand.act(by, "nominate", { election, chainId: hardhat.id, ...secret });
  }
  for (const by of voters) {
    const said = { election, nominee: choice(by), salt: saltOf(election, by), reason: "Listens" };
    await hand.act(by, "shareNomination", said);
  }
  for (const by of voters) {
    const said = { election, nominee: choice(by), reason: "As before" };
    await hand.act(by, "changeNomination", said);
  }
  return voters;
}
