import { act, announce, CENTS, DAY, paymentOf, type Stage } from "./stage.ts";

/** The cold-store door: announced, nobody escalates for seven days, paid. */
export async function payForTheDoor(stage: Stage): Promise<void> {
  const announced = stage.end - 20 * DAY;
  const purpose =
    "A new door for the cold store. The old one loses two degrees a day and cannot be sealed any more.";
  const payment = paymentOf(stage, 3_800n * CENTS);
  const id = await announce(stage, announced, "p04", "cold-store", payment, purpose);
  const announcer = stage.addressOf("p04");
  await act(stage, announced + 8 * DAY, "p04", "pay", { announcement: id, announcer, payment });
}

/** An awning that somebody would like: announced, and open. */
export async function announceTheAwning(stage: Stage): Promise<void> {
  const payment = paymentOf(stage, 480n * CENTS);
  const purpose = "An awning for the Saturday stall, so that the bread stays dry.";
  await announce(stage, stage.end - 2 * DAY, "p09", "market", payment, purpose);
}
