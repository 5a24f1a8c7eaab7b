import { parseEventLogs } from "viem";

import { structureAbi } from "#sdk/abi/structure.ts";
import { contentHash } from "#sdk/acts/content.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { ONLY_INSIDE, originTerms } from "#sdk/chronicle/domains.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import { act, confirm, DAY, enact, HOUR, idOf, NOTHING, propose, type Stage } from "./stage.ts";

/** Quality & Allergens: everybody confirms within a day and a half, so it is adopted before its window closes. */
export async function adoptAllergens(stage: Stage): Promise<void> {
  const opened = stage.end - 40 * DAY;
  const changes: Change[] = [
    {
      ...NOTHING,
      kind: ChangeKind.CreateRole,
      target: 0n,
      words: {
        name: "Quality & Allergens",
        text: "Nobody harmed by our food",
        domains: ["Allergen labelling"],
        accountabilities: ["Checking allergen labels before dispatch", "Running recalls"],
      },
      terms: originTerms([ONLY_INSIDE]),
    },
  ];
  const reasons = {
    tension:
      "I plan boxes, and nobody checks what the labels say about allergens before they leave.",
    example:
      "In the second week a box with walnut bread went out labelled free of nuts. A neighbour noticed.",
    explanation:
      "With this role somebody would have compared label and recipe on Tuesday, before dispatch.",
  };
  const id = await propose(stage, opened, "p05", "food", "box-planner", changes, reasons);
  for (const [index, person] of ["p01", "p04", "p09", "p03", "p23", "p16"].entries()) {
    await confirm(stage, opened + (5 + index * 5) * HOUR, person, id);
  }
  const receipt = await enact(stage, opened + 31 * HOUR, "p05", id, changes, reasons);
  const [created] = parseEventLogs({
    abi: structureAbi,
    logs: receipt.logs,
    eventName: "RoleCreated",
  });
  const role = created?.args.role ?? 0n;
  const esra = stage.addressOf("p05");
  await act(stage, opened + 33 * HOUR, "p01", "offer", { role, person: esra });
  await act(stage, opened + 40 * HOUR, "p05", "accept", { role });
}

/** The Workshop Keeper's domain: objected to for the Parts Librarian, amended, confirmed over the same text. */
export async function integrateMachines(stage: Stage): Promise<void> {
  const opened = stage.end - 36 * DAY;
  const workshop = idOf(stage, "workshop");
  const withDomain = (domain: string): Change[] => [
    {
      ...NOTHING,
      kind: ChangeKind.AmendRole,
      target: workshop,
      revision: 1,
      words: {
        name: "Workshop Keeper",
        text: "A safe, tidy, open workshop",
        domains: [domain],
        accountabilities: ["Granting and revoking machine access", "Maintaining machines"],
      },
      terms: originTerms([ONLY_INSIDE]),
    },
  ];
  const reasons = {
    tension:
      "I keep the workshop, but have no say that holds over its machines and keys. Anyone may hand a key to anyone.",
    example:
      "On a Wednesday three lathe keys were out. Nobody knew with whom, and the lathe had run all night.",
    explanation: "With the domain I would have refused the third key until the first came back.",
  };
  const id = await propose(
    stage,
    opened,
    "p07",
    "make",
    "workshop",
    withDomain("Workshop machines and access keys"),
    reasons,
  );
  await act(stage, opened + 9 * HOUR, "p18", "object", {
    proposal: id,
    version: 1,
    asRole: idOf(stage, "parts"),
    objection: {
      harm: "Reclaimed parts stand on the shelves beside the lathe. If every reach for a shelf needs leave, deliveries pile up at the door and repairs wait.",
      limits:
        "Parts Librarian catalogues reclaimed parts. I need those shelves every day, whatever else I do here.",
      cause: "Today nobody controls the shelves, and nothing goes wrong with them.",
      certainty:
        "Parts arrive on Tuesdays. The first delivery would be turned away two days after adoption, before the circle could change the rule.",
      rule: "",
    },
  });
  const amended = withDomain(
    "Workshop machines and access keys, except the reclaimed-parts shelves",
  );
  await act(stage, opened + 29 * HOUR, "p07", "amend", {
    proposal: id,
    changes: amended,
    reasons,
    integrates: "The shelves with reclaimed parts stay open to whoever needs them.",
  });
  const content = contentHash(amended, reasons);
  await act(stage, opened + 34 * HOUR, "p18", "resolve", { proposal: id, version: 2, content });
  await confirm(stage, opened + 47 * HOUR, "p12", id);
  await confirm(stage, opened + 52 * HOUR, "p15", id);
  await enact(stage, opened + 53 * HOUR, "p12", id, amended, reasons);
}
