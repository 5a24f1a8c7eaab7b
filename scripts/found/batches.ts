import type { Address } from "viem";
import { zeroHash } from "viem";

import { type Invitation, invitationOf } from "#sdk/acts/invitation.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { ONLY_INSIDE, originTerms } from "#sdk/chronicle/domains.ts";
import type { Change, Words } from "#sdk/chronicle/events.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import { Tags } from "#sdk/flags.ts";
import { ANCHOR, type FoundingFile } from "./file.ts";
import { anchorSettings, circleSettings } from "./settings.ts";

/** How many changes or offers one founding write carries, so that it fits into a block anywhere. */
const BATCH = 24;

const NO_WORDS: Words = { name: "", text: "", domains: [], accountabilities: [] };
const KINDS = {
  person: PartnerKind.Person,
  body: PartnerKind.Body,
  associate: PartnerKind.Associate,
  agent: PartnerKind.Agent,
} as const;
const TAGS = {
  constraint: Tags.CONSTRAINT,
  grant: Tags.GRANT,
  domain: Tags.DOMAIN,
  "changes-default": Tags.DEFAULT,
} as const;
const REACHES = {
  usual: 0,
  "here-alone": Tags.HERE_ALONE,
  "inside-too": Tags.INSIDE_TOO,
  binding: Tags.INSIDE_TOO | Tags.BINDING,
} as const;

/** One founding write: what it changes, whom it invites, what it offers. */
export interface Batch {
  readonly changes: readonly Change[];
  /** The file's id of what each change creates; null where it creates no role. */
  readonly creates: readonly (string | null)[];
  readonly invited: readonly Invitation[];
  readonly offers: readonly { readonly role: bigint; readonly person: Address }[];
}

type Resolve = (id: string) => bigint;
interface Step {
  readonly creates: string | null;
  readonly change: (resolve: Resolve) => Change;
}

/**
 * The initial structure of a founding file, as founding writes. A generator: for each batch that was written, give
 * back the ids of the roles it created, in order.
 * @param addressOf The address of a person of the file.
 */
export function* batches(
  file: FoundingFile,
  anchor: bigint,
  addressOf: (person: string) => Address,
): Generator<Batch, void, readonly bigint[]> {
  const ids = new Map<string, bigint>([[ANCHOR, anchor]]);
  for (const steps of inBatches(structure(file))) {
    const places = new Map(steps.map((step, index) => [step.creates, BigInt(index + 1)]));
    const resolve: Resolve = (id) => ids.get(id) ?? places.get(id) ?? 0n;
    const creates = steps.map((step) => step.creates);
    const created = yield {
      changes: steps.map((step) => step.change(resolve)),
      creates,
      invited: [],
      offers: [],
    };
    const names = creates.filter((name) => name !== null);
    for (const [index, name] of names.entries()) ids.set(name, created[index] ?? 0n);
  }
  const seats = [
    ...file.circles.map(({ id, leads }) => ({ id, people: leads })),
    ...file.roles.map(({ id, fillers }) => ({ id, people: fillers })),
  ];
  const offers = seats.flatMap(({ id, people }) =>
    people.map((person) => ({ role: ids.get(id) ?? 0n, person: addressOf(person) })),
  );
  const invited = file.people.map(({ id, kind, custodian }) =>
    invitationOf(
      addressOf(id),
      KINDS[kind],
      custodian === undefined ? undefined : addressOf(custodian),
    ),
  );
  yield { changes: [], creates: [], invited, offers: [] };
  for (const part of inBatches(offers))
    yield { changes: [], creates: [], invited: [], offers: part };
}

/** The steps from nothing to the structure: circles from the outside in, roles, policies, settings. */
function structure(file: FoundingFile): Step[] {
  const roles = [...file.circles, ...file.roles].map(
    (role): Step => ({
      creates: role.id,
      change: (resolve) => ({
        ...change(ChangeKind.CreateRole, resolve(role.circle)),
        words: {
          name: role.name,
          text: role.purpose,
          domains: role.domains,
          accountabilities: role.accountabilities,
        },
        terms: originTerms(role.domains.map((_, i) => role.origins[i] ?? ONLY_INSIDE)),
      }),
    }),
  );
  const policies = file.policies.map(
    (policy): Step => ({
      creates: null,
      change: (resolve) => ({
        ...change(ChangeKind.AdoptPolicy, resolve(policy.circle)),
        words: { ...NO_WORDS, name: policy.title, text: policy.text },
        tags: policy.kind.reduce<number>(
          (set, kind) => set | TAGS[kind],
          REACHES[policy.reach ?? "usual"],
        ),
      }),
    }),
  );
  const settings = file.circles
    .filter((circle) => circleSettings(file, circle, 0n) !== undefined)
    .map(
      (circle): Step => ({
        creates: null,
        change: (resolve) => {
          const appointer = circle.appointer === undefined ? 0n : resolve(circle.appointer);
          const own = circleSettings(file, circle, appointer);
          return {
            ...change(ChangeKind.Configure, resolve(circle.id)),
            settings: own === undefined ? [] : [own],
          };
        },
      }),
    );
  return [...roles, ...policies, ...settings, ...anchorRoles(file)];
}

/** The anchor's settings were set when it was founded; now there are roles that they can name. */
function anchorRoles(file: FoundingFile): Step[] {
  const { admission, assigner } = file;
  if (admission === undefined && assigner === undefined) return [];
  const named = (resolve: Resolve, role: string | undefined) =>
    role === undefined ? 0n : resolve(role);
  return [
    {
      creates: null,
      change: (resolve) => ({
        ...change(ChangeKind.Configure, resolve(ANCHOR)),
        revision: 1,
        settings: [
          {
            ...anchorSettings(file),
            admission: named(resolve, admission),
            assigner: named(resolve, assigner),
          },
        ],
      }),
    },
  ];
}

function change(kind: ChangeKind, target: bigint): Change {
  return {
    kind,
    target,
    place: 0n,
    revision: 0,
    words: NO_WORDS,
    reviewAt: 0,
    tags: 0,
    settings: [],
    terms: zeroHash,
  };
}

function* inBatches<item>(items: readonly item[]): Generator<readonly item[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}
