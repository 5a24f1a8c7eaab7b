import { zeroAddress } from "viem";
import { readContract } from "viem/actions";

import { circlesAbi } from "#sdk/abi/circles.ts";
import { consentAbi } from "#sdk/abi/consent.ts";
import { electionsAbi } from "#sdk/abi/elections.ts";
import { facilitationAbi } from "#sdk/abi/facilitation.ts";
import { meetingsAbi } from "#sdk/abi/meetings.ts";
import { officesAbi } from "#sdk/abi/offices.ts";
import { structureAbi } from "#sdk/abi/structure.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import { ItemStep } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { type Scene, type Sight, sees } from "./script.ts";

const at = (scene: Scene) => scene.node.deployment.contracts;
const reader = (scene: Scene) => scene.node.bank.reader;

/** Where a proposal stands. */
export function stands(proposal: string, status: keyof typeof Status): Sight {
  const on = async (scene: Scene) => {
    const view = { abi: consentAbi, functionName: "statusOf", args: [scene.id(proposal)] } as const;
    return nameIn(
      Status,
      await readContract(reader(scene), { address: at(scene).consent.address, ...view }),
    );
  };
  return sees(`${proposal} stands`, on, status);
}

/** What a proposal's word says of the answers to it. */
export function answers(
  proposal: string,
  expected: { readonly version: number; readonly expected: number; readonly confirmed: number },
): Sight {
  const on = async (scene: Scene) => {
    const view = { abi: consentAbi, functionName: "proposalAt" } as const;
    const address = at(scene).consent.address;
    const args = [scene.id(proposal)] as const;
    const word = await readContract(reader(scene), { address, ...view, args });
    return { version: word.version, expected: word.expected, confirmed: word.confirmed };
  };
  return sees(`the answers to ${proposal}`, on, expected);
}

/** Where a judgement about an objection, or about a proposal (nobody's objection), stands. */
export function judged(
  proposal: string,
  objector: string | null,
  phase: keyof typeof Phase,
): Sight {
  const on = async (scene: Scene) => {
    const about = objector === null ? zeroAddress : scene.person(objector);
    const args = [scene.id(proposal), about] as const;
    const view = { abi: facilitationAbi, functionName: "phaseOf", args } as const;
    const address = at(scene).facilitation.address;
    return nameIn(Phase, await readContract(reader(scene), { address, ...view }));
  };
  return sees(`the judgement about ${objector ?? proposal} is`, on, phase);
}

/** Who holds an office of a circle. */
export function holds(circle: string, office: Office, holder: string): Sight {
  const on = async (scene: Scene) => {
    const args = [scene.id(circle), office] as const;
    const view = { abi: officesAbi, functionName: "holderOf", args } as const;
    const address = at(scene).offices.address;
    return scene.nameOf(await readContract(reader(scene), { address, ...view }));
  };
  return sees(`who is ${nameIn(Office, office)} of ${circle}`, on, holder);
}

/** Where an election stands. */
export function elects(election: string, step: keyof typeof ElectionStep): Sight {
  const on = async (scene: Scene) => {
    const args = [scene.id(election)] as const;
    const view = { abi: electionsAbi, functionName: "stepOf", args } as const;
    const address = at(scene).elections.address;
    return nameIn(ElectionStep, await readContract(reader(scene), { address, ...view }));
  };
  return sees(`${election} is at`, on, step);
}

/** How many nominations somebody has. */
export function nominated(election: string, nominee: string, count: number): Sight {
  const on = async (scene: Scene) => {
    const args = [scene.id(election), scene.person(nominee)] as const;
    const view = { abi: electionsAbi, functionName: "nominationsFor", args } as const;
    return await readContract(reader(scene), { address: at(scene).elections.address, ...view });
  };
  return sees(`nominations for ${nominee}`, on, count);
}

/** At which step an item of an agenda is. */
export function discussed(item: string, step: keyof typeof ItemStep): Sight {
  const on = async (scene: Scene) => {
    const args = [scene.id(item)] as const;
    const view = { abi: meetingsAbi, functionName: "itemAt", args } as const;
    const address = at(scene).meetings.address;
    return nameIn(ItemStep, (await readContract(reader(scene), { address, ...view })).step);
  };
  return sees(`${item} is at`, on, step);
}

/** How many members a circle has. */
export function counts(circle: string, members: number): Sight {
  const on = async (scene: Scene) => (await roleAt(scene, circle)).members;
  return sees(`members of ${circle}`, on, members);
}

/** How often governance has written a role. */
export function roleIsAt(role: string, revision: number): Sight {
  return sees(
    `${role}'s revision`,
    async (scene) => (await roleAt(scene, role)).revision,
    revision,
  );
}

/** Whether somebody fills a role. */
export function fills(role: string, person: string, does: boolean): Sight {
  return sees(`whether ${person} fills ${role}`, asks("fills", role, person), does);
}

/** Whether somebody acts for a role: fills or covers it. */
export function acts(role: string, person: string, does: boolean): Sight {
  return sees(`whether ${person} acts for ${role}`, asks("acts", role, person), does);
}

function asks(functionName: "fills" | "acts", role: string, person: string) {
  return async (scene: Scene) => {
    const args = [scene.id(role), scene.person(person)] as const;
    const view = { abi: circlesAbi, functionName, args } as const;
    return await readContract(reader(scene), { address: at(scene).circles.address, ...view });
  };
}

/** A policy's word. */
export async function policyAt(scene: Scene, policy: string) {
  const args = [scene.id(policy)] as const;
  const view = { abi: structureAbi, functionName: "policyAt", args } as const;
  return await readContract(reader(scene), { address: at(scene).structure.address, ...view });
}

/** What the organisation knows of a person. */
export async function partnerAt(scene: Scene, person: string) {
  const args = [scene.foundation.organisation, scene.person(person)] as const;
  const view = { abi: circlesAbi, functionName: "partnerAt", args } as const;
  return await readContract(reader(scene), { address: at(scene).circles.address, ...view });
}

async function roleAt(scene: Scene, role: string) {
  const args = [scene.id(role)] as const;
  const view = { abi: circlesAbi, functionName: "roleAt", args } as const;
  return await readContract(reader(scene), { address: at(scene).circles.address, ...view });
}

function nameIn(names: Readonly<Record<string, number>>, value: number): string {
  return Object.keys(names).find((name) => names[name] === value) ?? String(value);
}
