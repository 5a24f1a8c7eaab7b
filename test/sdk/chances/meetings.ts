import { zeroHash } from "viem";

import type { Meeting } from "#sdk/chronicle/meetings.ts";
import { endOf, ItemStep, meetingStateOf, presentAt } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { currentVersion, holderOf, noticeOf } from "#sdk/chronicle/organisation.ts";
import { isUndecided } from "#sdk/chronicle/statusOf.ts";
import type { Chance } from "../chance.ts";
import { DAY } from "../world.ts";

/** A random call about meetings: most often one that is due. */
export async function meet(chance: Chance, state: Organisation): Promise<void> {
  const now = await chance.world.now();
  const meetings = [...state.meetings.values()].slice(-4);
  const running = meetings.filter((it) => meetingStateOf(it, now) === "running");
  const announced = meetings.filter((it) => meetingStateOf(it, now) === "announced");
  const meeting = chance.pick(running);
  const next = chance.pick(announced);
  if (meeting !== undefined && !chance.once(9)) await attend(chance, state, meeting, now);
  else if (next !== undefined && chance.number(3) > 0) await wait(chance, next, now);
  else await call(chance, state, now);
}

async function call(chance: Chance, state: Organisation, now: number): Promise<void> {
  const manned = [...state.tenures.values()].filter(({ office }) => office === Office.Secretary);
  const circle = chance.once(3)
    ? chance.role(state)
    : (chance.pick(manned)?.circle ?? chance.role(state));
  const live = [...state.proposals.values()].filter(
    (it) => it.circle === circle && isUndecided(it, now),
  );
  const limits = chance.once(2) ? live.slice(-2).map(({ id }) => id) : [];
  if (chance.once(3)) {
    const by = chance.member(state, circle);
    await chance.try(by, "requestSpecialMeeting", { circle, purpose: "Soon", limits });
    return;
  }
  const open = [...state.specialRequests.values()].filter((it) => it.meeting === null);
  const asked = chance.once(2) ? chance.pick(open) : undefined;
  const where = asked?.circle ?? circle;
  const startsAt = now + noticeOf(state, where) + 60 + chance.number(DAY);
  const secretary = holderOf(state, where, Office.Secretary);
  const by = chance.sometimes(asked === undefined || chance.once(2) ? secretary : asked.by);
  await chance.try(by, "scheduleMeeting", {
    circle: where,
    requested: asked?.id ?? 0n,
    startsAt,
    endsAt: startsAt + 2 * DAY,
    purpose: "",
    limits: asked?.limits ?? limits,
  });
}

async function wait(chance: Chance, meeting: Meeting, now: number): Promise<void> {
  if (chance.once(8)) {
    await chance.try(chance.sometimes(meeting.scheduledBy), "cancelMeeting", {
      meeting: meeting.id,
    });
    return;
  }
  await chance.world.wait(meeting.startsAt - now + 1);
}

async function attend(
  chance: Chance,
  state: Organisation,
  meeting: Meeting,
  now: number,
): Promise<void> {
  const { id, circle } = meeting;
  const here = presentAt(meeting).map(({ person }) => person);
  const present = chance.sometimes(chance.pick(here));
  const facilitator = chance.sometimes(holderOf(state, circle, Office.Facilitator));
  const secretary = chance.sometimes(holderOf(state, circle, Office.Secretary));
  if (here.length < 2 || chance.once(4)) {
    const officers = [facilitator, secretary, chance.member(state, circle)];
    await chance.try(chance.pick(officers) ?? present, "checkIn", { meeting: id });
    return;
  }
  switch (chance.number(14)) {
    case 0:
      if (chance.once(3)) await chance.try(present, "checkOut", { meeting: id });
      return;
    case 1: {
      const inner = chance.pick(state.roles.get(circle)?.inner ?? []) ?? circle;
      const rep = chance.sometimes(chance.pick(state.roles.get(inner)?.reps ?? []));
      const guest = chance.person();
      await chance.try(rep, "bringGuest", { meeting: id, inner, guest, tension: "Rain" });
      return;
    }
    case 2: {
      const extendedTo = endOf(meeting) + chance.number(2 * DAY);
      await chance.try(secretary, "extendMeeting", { meeting: id, extendedTo });
      return;
    }
    case 3:
      if (chance.once(3)) await chance.try(present, "refuseExtension", { meeting: id });
      return;
    case 4:
    case 5: {
      const live = [...state.proposals.values()].filter(
        (it) => it.circle === circle && isUndecided(it, now),
      );
      const proposal = chance.once(3) ? 0n : (chance.pick(live)?.id ?? 0n);
      await chance.try(present, "addItem", { meeting: id, label: "Bread", proposal });
      return;
    }
    default:
      await decide(chance, state, meeting, { present, facilitator });
  }
}

async function decide(
  chance: Chance,
  state: Organisation,
  { items, current }: Meeting,
  who: { present: `0x${string}`; facilitator: `0x${string}` },
): Promise<void> {
  const item = state.items.get(current) ?? state.items.get(chance.pick(items) ?? 0n);
  if (item === undefined) return;
  const { id, step, confirmed, proposal: about } = item;
  const proposal = state.proposals.get(about);
  const content = proposal === undefined ? zeroHash : currentVersion(proposal).contentHash;
  const said = { item: id, proposal: about };
  if (chance.once(5)) {
    await chance.try(who.present, "sayInMeeting", { item: id, text: "I see" });
    return;
  }
  if (step === ItemStep.Objecting && chance.number(5) > 0) {
    const meeting = state.meetings.get(item.meeting);
    const waiting = (meeting === undefined ? [] : presentAt(meeting)).filter(
      ({ person }) => !confirmed.includes(person) && person !== proposal?.proposer,
    );
    const next = chance.pick(waiting)?.person;
    if (next === undefined) await chance.try(who.facilitator, "adoptInMeeting", said);
    else await chance.try(chance.sometimes(next), "confirmInMeeting", { ...said, content });
    return;
  }
  const following = (step === ItemStep.Integrating ? ItemStep.Objecting : step + 1) as ItemStep;
  const to = chance.once(10) ? chance.pick(Object.values(ItemStep)) : following;
  await chance.try(who.facilitator, "takeStep", { item: id, step: to ?? following });
}
