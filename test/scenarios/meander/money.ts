import { zeroAddress } from "viem";
import { getBalance } from "viem/actions";

import { saltOf } from "#scripts/found/found.ts";
import { encodeHolders } from "#sdk/acts/holders.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Budget, Payment } from "#sdk/chronicle/events.ts";
import { PaymentKind } from "#sdk/chronicle/paymentKind.ts";
import { Tags } from "#sdk/flags.ts";
import { addressOf } from "../../../bench/gas/node.ts";
import { change, NO_WORDS } from "../../sdk/world.ts";
import { confirm, enacts, proposes } from "../moves.ts";
import { days, does, type Episode, fails, gives, type Scene, type Step, sees } from "../script.ts";

const DAY = 86_400;
/** The window of the anchor. */
const WINDOW_DAYS = 7;
/** ETH stands for money here: a thousandth for a euro. */
const EUROS = 10n ** 15n;
/** Somebody outside, who has nothing before. */
const CARPENTER = addressOf("carpenter");

/** Up to 250 euros the Workshop Keeper pays alone; beyond, the Treasury Steward confirms. */
export const bands = (scene: Scene): Budget => ({
  ...{ vault: scene.foundation.vault, token: zeroAddress, role: scene.id("workshop") },
  ...{ amount: 1_000n * EUROS, period: 30 * DAY, start: scene.begunAt },
  ...{ alone: 250n * EUROS, second: scene.id("treasury"), payees: [] },
});

/** The vault is there, has money, and the bands of the policy hold. */
export const spendsInBands: readonly Step[] = [
  does("p14", "deployVault", (scene) => ({
    founder: scene.person("p13"),
    salt: saltOf({ salt: "Meander Commons" }),
  })),
  gives(10_000n * EUROS, ({ foundation }) => foundation.vault),
  does("p07", "takeBudget", (scene) => ({ policy: scene.id("pol-02"), budget: bands(scene) })),
  fails("p12", "spendBudget", (scene) => spending(scene, 200n), "NotForRole"),
  does("p07", "spendBudget", (scene) => spending(scene, 250n)),
  received(250n),
  fails("p07", "spendBudget", (scene) => spending(scene, 251n), "NotConfirmed"),
  does("p14", "confirmSpending", (scene) => {
    const { policy, budget, payee, amount } = spending(scene, 700n);
    return { policy, budget, payer: scene.person("p07"), payee, amount };
  }),
  does("p07", "spendBudget", (scene) => spending(scene, 700n)),
  received(950n),
  fails("p07", "spendBudget", (scene) => spending(scene, 51n), "Exhausted"),
];

export const door: Episode = {
  week: 5,
  circle: "anchor",
  title: "Food Hub announces a cold-store door",
  exercises: "R-SPD-1..5",
  steps: [
    fails("p09", "announce", (scene) => announced(scene, "cold-store", grant(scene)), "NotInRole"),
    does("p04", "announce", (scene) => announced(scene, "cold-store", grant(scene)), {
      as: "cold-store door",
    }),
    days(WINDOW_DAYS - 1),
    fails("p04", "pay", (scene) => theDoor(scene), "WrongStatus"),
    days(1),
    does("p04", "pay", (scene) => theDoor(scene)),
    // The Food Hub has it now, and for the door alone; what is left for others is that much less.
    fails("p07", "draw", (scene) => drawing(scene, "workshop", 100n), "NotGranted"),
    fails("p04", "draw", (scene) => drawing(scene, "food", 3_801n), "NotInRole"),
    does("p01", "draw", (scene) => drawing(scene, "food", 3_800n)),
    fails("p01", "draw", (scene) => drawing(scene, "food", 1n), "NotGranted"),
    received(4_750n),
  ],
};

export const bay: Episode = {
  week: 6,
  circle: "food",
  title: "Repair & Make announces use of cold-store bay 4",
  exercises: "R-DOM-5..7",
  steps: [
    does("p18", "announce", (scene) => announced(scene, "parts", storing(scene)), {
      as: "bay 4",
    }),
    fails("p09", "escalate", (scene) => refusing(scene, "market"), "NotInRole"),
    does("p04", "escalate", (scene) => refusing(scene, "cold-store")),
    fails("p01", "reverse", (scene) => reversing(scene), "NotReverser"),
    days(WINDOW_DAYS),
    fails("p18", "pay", (scene) => inBay(scene), "WrongStatus"),
    proposes(
      "p04",
      "cold-store visitors",
      { circle: "food", asRole: "cold-store" },
      () => [
        change({
          kind: ChangeKind.AdoptPolicy,
          words: {
            ...NO_WORDS,
            name: "Cold-store visitors",
            text: "Repair & Make may store reclaimed compressors in bay 4 if logged the same day.",
          },
          tags: Tags.GRANT,
        }),
      ],
      [
        "I refused the compressors although bay 4 stands empty.",
        "In week 6 they had nowhere to put six of them.",
        "With a log on the same day I had not had to refuse.",
      ],
    ),
    ...confirm("cold-store visitors", ["p01", "p03", "p05", "p09", "p16", "p23"]),
    enacts("p01", "cold-store visitors", "pol-06"),
  ],
};

const NO_MONEY = { token: zeroAddress, payee: zeroAddress, amount: 0n } as const;

/** What the Workshop Keeper pays a carpenter, in euros. */
function spending(scene: Scene, euros: bigint) {
  const policy = scene.id("pol-02");
  const payee = CARPENTER;
  const purpose = "The bench of the workshop";
  return { policy, budget: bands(scene), payee, amount: euros * EUROS, purpose };
}

function grant(scene: Scene): Payment {
  const { vault } = scene.foundation;
  const amount = 3_800n * EUROS;
  const id = scene.id("food");
  return { ...NO_MONEY, kind: PaymentKind.Grant, vault, amount, id, data: "0x" };
}

function storing(scene: Scene): Payment {
  const data = encodeHolders([scene.id("cold-store")]);
  return { ...NO_MONEY, kind: PaymentKind.Domain, vault: zeroAddress, id: 0n, data };
}

function announced(scene: Scene, role: string, payment: Payment) {
  const purpose =
    payment.kind === PaymentKind.Grant
      ? "A new door: the old one loses two degrees a day"
      : "Six reclaimed compressors in bay 4 for a month";
  return { asRole: scene.id(role), slot: 0, payment, policy: 0n, purpose };
}

function theDoor(scene: Scene) {
  const announcement = scene.id("cold-store door");
  return { announcement, announcer: scene.person("p04"), payment: grant(scene) };
}

function drawing(scene: Scene, role: string, euros: bigint) {
  const asRole = scene.id(role);
  const payee = CARPENTER;
  return { ...theDoor(scene), asRole, payee, amount: euros * EUROS, purpose: "The door" };
}

function inBay(scene: Scene) {
  const announcement = scene.id("bay 4");
  return { announcement, announcer: scene.person("p18"), payment: storing(scene) };
}

function refusing(scene: Scene, role: string) {
  const reason = "Bay 4 is for the milk in June";
  return { ...inBay(scene), circle: 0n, asRole: scene.id(role), path: [], reason };
}

function reversing(scene: Scene) {
  return { ...inBay(scene), escalator: scene.person("p04") };
}

function received(euros: bigint) {
  const on = ({ node }: Scene) => getBalance(node.bank.reader, { address: CARPENTER });
  return sees("what the carpenter has received", on, euros * EUROS);
}
