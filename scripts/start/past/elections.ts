import { type Hex, keccak256, parseEventLogs, stringToHex, zeroAddress } from "viem";

import { electionsAbi } from "#sdk/abi/elections.ts";
import { Tie } from "#sdk/chronicle/elections.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { act, DAY, HOUR, idOf, type Stage } from "./stage.ts";

/** An election of the first weeks: who is elected, and who else takes part. */
interface Race {
  readonly circle: string;
  readonly office: Office;
  readonly elected: string;
  /** Who nominates, and whom: after the change, where two are named. */
  readonly nominations: Readonly<Record<string, string | readonly [string, string]>>;
  /** Whether everybody nominates, so that nobody waits for the window's end. */
  readonly complete?: boolean;
  /** In days. */
  readonly term: number;
}

/** Who holds which office in each circle, in the order facilitator, secretary, representative, and one more member. */
const OFFICERS: readonly (readonly [string, string, string, string | null, string])[] = [
  ["anchor", "p13", "p17", null, "p14"],
  ["loop", "p10", "p16", "p16", "p18"],
  ["make", "p18", "p12", "p12", "p15"],
  ["energy", "p20", "p14", "p20", "p11"],
  ["care", "p15", "p23", "p19", "p06"],
  ["learn", "p24", "p22", "p24", "p21"],
  ["digital", "p02", "p03", "p02", "p08"],
];
const TERM = 180;
/** Somebody wanted to be asked again soon. */
const SHORT_TERM = 30;
/** In days. */
const NOTICE = 3;

const FOOD: readonly Race[] = [
  {
    circle: "food",
    office: Office.Facilitator,
    elected: "p05",
    nominations: {
      p01: "p09",
      p03: "p05",
      p04: ["p01", "p05"],
      p05: "p09",
      p09: "p05",
      p16: ["p04", "p05"],
      p23: "p01",
    },
    complete: true,
    term: TERM,
  },
  {
    circle: "food",
    office: Office.Secretary,
    elected: "p09",
    nominations: { p09: "p09", p01: "p09" },
    term: TERM,
  },
  {
    circle: "food",
    office: Office.Rep,
    elected: "p04",
    nominations: { p04: "p04", p05: "p04" },
    term: TERM,
  },
];

/** The circles' windows, in days. */
const WINDOWS: Readonly<Record<string, number>> = {
  anchor: 7,
  food: 5,
  loop: 3,
  make: 5,
  energy: 5,
  care: 7,
  learn: 7,
  digital: 3,
};

/** Something that somebody does at a time. */
interface Task {
  readonly time: number;
  run(next: () => number): Promise<void>;
}

/**
 * Every circle elects its officers, side by side; Food Hub later, so that whoever represents Delivery Loop nominates
 * there too.
 */
export async function electOfficers(stage: Stage): Promise<void> {
  const first = stage.end - 83 * DAY;
  const others = OFFICERS.flatMap(([circle, facilitator, secretary, rep, member]): Race[] => {
    const race = (office: Office, elected: string): Race => ({
      circle,
      office,
      elected,
      nominations: { [elected]: elected, [member]: elected },
      term: circle === "energy" && office === Office.Facilitator ? SHORT_TERM : TERM,
    });
    return [
      race(Office.Facilitator, facilitator),
      race(Office.Secretary, secretary),
      ...(rep === null ? [] : [race(Office.Rep, rep)]),
    ];
  });
  const tasks = [
    ...others.flatMap((race) => tasksOf(stage, race, first)),
    ...FOOD.flatMap((race) => tasksOf(stage, race, first + 20 * DAY)),
  ];
  let now = 0;
  for (const task of tasks.toSorted((a, b) => a.time - b.time)) {
    now = Math.max(now, task.time);
    await task.run(() => {
      now += 1;
      return now;
    });
  }
}

/** The steps of an election, each when its time has come. */
function tasksOf(stage: Stage, race: Race, called: number): readonly Task[] {
  const window = (WINDOWS[race.circle] ?? 0) * DAY;
  const notice = NOTICE * DAY;
  const [member = ""] = Object.keys(race.nominations);
  let election = 0n;
  const steps: readonly [number, Task["run"]][] = [
    [
      0,
      async (next) => {
        const receipt = await act(stage, next(), member, "callElection", {
          subject: subjectOf(stage, race.circle, race.office),
          reason: "Nobody holds it yet.",
        });
        const [event] = parseEventLogs({
          abi: electionsAbi,
          logs: receipt.logs,
          eventName: "Called",
        });
        election = event?.args.election ?? 0n;
      },
    ],
    [
      notice,
      async (next) => {
        const opening = { election, term: race.term * DAY, tie: Tie.Incumbent };
        await act(stage, next(), member, "openElection", opening);
        await nominate(stage, next, race, election);
      },
    ],
    [race.complete === true ? HOUR : window, (next) => share(stage, next, race, election)],
    [HOUR, (next) => change(stage, next, race, election)],
    [notice, (next) => count(stage, next, race, election)],
    [
      window,
      async (next) => {
        await act(stage, next(), race.elected, "concludeElection", { election });
      },
    ],
  ];
  let time = called;
  return steps.map(([wait, run]) => {
    // A quarter of an hour beside the end of a step, so that those beside it have their turn.
    time += wait + (wait === 0 ? 0 : HOUR / 4);
    return { time, run };
  });
}

async function count(
  stage: Stage,
  next: () => number,
  race: Race,
  election: bigint,
): Promise<void> {
  const candidates = [...new Set(Object.values(race.nominations).map(atLast))]
    .map(stage.addressOf)
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  await act(stage, next(), race.elected, "countNominations", { election, candidates });
  if (isSelfNominated(race)) return;
  await act(stage, next(), race.elected, "declareWillingness", { election, willing: true });
}

async function nominate(
  stage: Stage,
  next: () => number,
  { nominations }: Race,
  election: bigint,
): Promise<void> {
  const chainId = stage.signer.chain.id;
  for (const [person, nominee] of Object.entries(nominations)) {
    await act(stage, next(), person, "nominate", {
      election,
      chainId,
      nominator: stage.addressOf(person),
      nominee: stage.addressOf(atFirst(nominee)),
      salt: saltOf(election, person),
    });
  }
}

async function share(
  stage: Stage,
  next: () => number,
  { nominations }: Race,
  election: bigint,
): Promise<void> {
  for (const [person, nominee] of Object.entries(nominations)) {
    const reason =
      atFirst(nominee) === person ? "I would like to." : "Keeps calm, and lets others finish.";
    await act(stage, next(), person, "shareNomination", {
      election,
      nominee: stage.addressOf(atFirst(nominee)),
      salt: saltOf(election, person),
      reason,
    });
  }
}

async function change(
  stage: Stage,
  next: () => number,
  { nominations }: Race,
  election: bigint,
): Promise<void> {
  for (const [person, nominee] of Object.entries(nominations)) {
    if (typeof nominee === "string") continue;
    await act(stage, next(), person, "changeNomination", {
      election,
      nominee: stage.addressOf(atLast(nominee)),
      reason: "What I have heard convinces me.",
    });
  }
}

/** What is elected when it is an office. */
export function subjectOf(stage: Stage, circle: string, office: Office) {
  return { circle: idOf(stage, circle), role: 0n, office, index: 0, replaced: zeroAddress };
}

type Nominee = Race["nominations"][string];

const atFirst = (nominee: Nominee) => (typeof nominee === "string" ? nominee : nominee[0]);
const atLast = (nominee: Nominee) => (typeof nominee === "string" ? nominee : nominee[1]);
const isSelfNominated = ({ elected, nominations }: Race) =>
  nominations[elected] !== undefined && atLast(nominations[elected]) === elected;

/** On a chain of one's own nobody is kept from reading it; a wallet makes it from a signature. */
function saltOf(election: bigint, person: string): Hex {
  return keccak256(stringToHex(`${election} ${person}`));
}
