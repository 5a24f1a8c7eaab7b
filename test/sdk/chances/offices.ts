import { Office } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import type { Chance } from "../chance.ts";
import { DAY } from "../world.ts";

/** A random call about offices, stand-ins, permissions or voices. */
export async function holdOffices(chance: Chance, state: Organisation): Promise<void> {
  const tenure = chance.pick([...state.tenures.values()]);
  const circle = chance.once(3) ? chance.role(state) : (tenure?.circle ?? chance.role(state));
  const office = chance.pick(Object.values(Office)) ?? Office.Facilitator;
  const now = await chance.world.now();
  const person = chance.person();
  switch (chance.number(8)) {
    case 0: {
      const appointer = state.settings.get(circle)?.settings.appointer ?? 0n;
      const by = chance.sometimes(chance.pick(state.roles.get(appointer)?.fillers ?? []));
      const rep = chance.member(state, circle);
      const data = { circle, index: chance.number(2), person: rep, until: now + 50 * DAY };
      await chance.try(by, "appoint", data);
      return;
    }
    case 1: {
      if (tenure === undefined || chance.number(3) > 0) return;
      const { index } = tenure;
      const data = { circle: tenure.circle, office: tenure.office, index };
      await chance.try(chance.sometimes(tenure.holder), "resignOffice", data);
      return;
    }
    case 2: {
      const by = chance.sometimes(tenure?.holder);
      const data = { circle: tenure?.circle ?? circle, office: tenure?.office ?? office, person };
      await chance.try(by, "nameSurrogate", data);
      return;
    }
    case 3:
    case 4:
      await standIn(chance, state);
      return;
    case 5: {
      const role = chance.role(state);
      const stands = state.roles.get(role);
      const by = chance.sometimes(
        chance.pick([...(stands?.voices ?? []), ...(stands?.reps ?? [])]),
      );
      const to = chance.member(state, stands?.circle ?? 0n);
      const until = now + chance.number(40) * DAY;
      await chance.try(by, "permit", { role, person: to, until });
      return;
    }
    case 6: {
      const given = chance.pick([...state.permissions.values()]);
      if (given === undefined || chance.once(2)) return;
      await chance.try(chance.sometimes(given.by), "endPermission", given);
      return;
    }
    default: {
      const silent = [...state.roles.values()].filter((it) => it.voices.length < it.fillers.length);
      const role = chance.pick(silent) ?? state.roles.get(chance.role(state));
      const by = chance.sometimes(chance.pick(role?.fillers ?? []));
      await chance.try(by, "takeVoice", { role: role?.id ?? 0n });
    }
  }
}

async function standIn(chance: Chance, state: Organisation): Promise<void> {
  const { facilitation, elections, meetings, consent } = chance.world.contracts;
  const { rulings, breakdowns } = chance.world.contracts;
  const proposal = chance.pick([...state.proposals.values()].slice(-3));
  const election = chance.pick([...state.elections.values()].slice(-3));
  const meeting = chance.pick([...state.meetings.values()].slice(-3));
  const ruling = chance.pick([...state.interpretations.values()].slice(-3));
  const broken = chance.pick([...state.breakdowns.values()]);
  const matters = [
    { process: facilitation, matter: proposal?.id, circle: proposal?.circle },
    { process: elections, matter: election?.id, circle: election?.subject.circle },
    { process: meetings, matter: meeting?.id, circle: meeting?.circle },
    { process: meetings, matter: meeting?.circle, circle: meeting?.circle },
    { process: rulings, matter: ruling?.id, circle: ruling?.rung },
    { process: breakdowns, matter: broken?.circle, circle: broken?.circle },
    { process: consent, matter: proposal?.id, circle: proposal?.circle },
  ];
  const { process, matter, circle } = chance.pick(matters) ?? { process: consent };
  if (matter === undefined || circle === undefined) return;
  const office = chance.once(8) ? Office.Rep : chance.number(2) === 0 ? 0 : 1;
  const by = chance.member(state, circle);
  await chance.try(by, "standIn", { process, matter, circle, office });
}
