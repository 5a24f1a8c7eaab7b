import type { Address } from "viem";
import { zeroHash } from "viem";

import { circlesAbi } from "../../abi/circles.ts";
import { foundingAbi } from "../../abi/founding.ts";
import { structureAbi } from "../../abi/structure.ts";
import { LinkMarks } from "../../flags.ts";
import { countDeciding } from "../fold/special.ts";
import { followersOf, linkedBy } from "../links.ts";
import type { Organisation, PartnerStatus, Role, RoleLink } from "../organisation.ts";
import {
  isFounded,
  keyOf,
  leads,
  NO_SETTINGS,
  numberOf,
  powersInForce,
  settingsIn,
} from "../organisation.ts";
import { PartnerKind } from "../partnerKind.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

const NO_ROLE = {
  circle: 0,
  revision: 0,
  links: 0,
  epoch: 0,
  lastDeparture: 0,
  numbers: 0,
  members: 0,
  inner: 0,
  policies: 0,
  fillers: 0,
  voices: 0,
  limit: 0,
  reps: 0,
  seat: 0,
  depth: 0,
  alive: false,
};
const NO_POLICY = { circle: 0, revision: 0, reviewAt: 0, tags: 0, link: 0 };
const NOBODY: Address = "0x0000000000000000000000000000000000000000";
const STATUSES = { none: 0, invited: 1, agreed: 2 } as const satisfies Record<
  PartnerStatus,
  number
>;

/** What the views of `Circles`, `Structure` and `Founding` must answer. */
export function expectedOfRecord(state: Organisation): readonly Expectation[] {
  return [
    ...ofOrganisation(state),
    ...ofFounding(state),
    ...ofRoles(state),
    ...ofPolicies(state),
    ...ofPeople(state),
  ];
}

function ofOrganisation(state: Organisation): readonly Expectation[] {
  const view = viewsOf("Circles", state.circles, circlesAbi);
  const { number, treasury, vault } = state;
  return [
    view("head", [number], state.head.word),
    view("organisationAt", [number], {
      treasury,
      founded: isFounded(state),
      articles: state.articles,
      deciding: countDeciding(state.processes),
      version: state.version,
      revision: state.revision,
      bodies: bodiesIn(state),
    }),
    view("ruleHashOf", [number], state.ruleHash),
    view("circleOfVault", [vault], state.anchor),
    ...[...state.vaults].map(([inner, circle]) =>
      view("circleOfVault", [inner as Address], circle),
    ),
    ...(isFounded(state) ? [view("controllerOf", [vault], treasury)] : []),
    view("vaultFor", [state.founder, state.salt], vault),
    view("founding", [], state.founding.contract),
    ...[state.contracts.partners ?? []].flat().map((it) => view("partners", [], it)),
    ...[state.contracts.structure ?? []].flat().map((it) => view("structure", [], it)),
    ...state.processes.map(({ process, bits, proven, decided, endsAt }) =>
      view("mandateOf", [number, process], { bits, proven, decided, endsAt }),
    ),
  ];
}

/** How many members of the anchor are bodies. */
function bodiesIn({ roles, anchor, partners }: Organisation): number {
  const members = roles.get(anchor)?.members ?? [];
  const kinds = members.map((person) => partners.get(person.toLowerCase())?.kind);
  return kinds.filter((kind) => kind === PartnerKind.Body).length;
}

function ofFounding({ founding, number }: Organisation): readonly Expectation[] {
  const view = viewsOf("Founding", founding.contract, foundingAbi);
  const { ratifiers, ratified, lastWrite } = founding;
  const last = (person: Address) => ratified.get(person.toLowerCase()) ?? 0;
  const progress = {
    lastWrite,
    ratifiers: ratifiers.length,
    ratified: ratifiers.filter((person) => last(person) === lastWrite).length,
    dissolved: founding.dissolvedAt !== 0,
  };
  return [
    view("progressOf", [number], progress),
    ...ratifiers.map((person) => view("ratifiedBy", [number, person], BigInt(last(person) + 1))),
    ...ratifiers.map((person, place) => view("placeOf", [number, person], place)),
  ];
}

function ofRoles(state: Organisation): readonly Expectation[] {
  const view = viewsOf("Circles", state.circles, circlesAbi);
  const live = [...state.roles.values()].flatMap((role) => [
    view("roleAt", [role.id], wordOf(state, role)),
    ...role.fillers.map((person) => view("fills", [role.id, person], true)),
    ...role.reps.map((person) => view("represents", [role.id, person], true)),
    ...role.members.map((person) =>
      view("leads", [role.id, person], leads(state, role.id, person)),
    ),
    view("circleOf", [role.id], role.circle ?? 0n),
    view("followersOf", [role.id], wordOfFollowers(state, role.id)),
    ...(!isFounded(state) ? [] : [view("crowd", [role.id], crowdOf(role))]),
  ]);
  // Where it stood stays known.
  const removed = [...state.removedRoles.values()].map(({ id, circle }) =>
    view("roleAt", [id], { ...NO_ROLE, circle: circle === null ? 0 : numberOf(circle) }),
  );
  const ids = [...state.roles.keys(), ...state.removedRoles.keys()];
  const seats = ids.map((id) => view("seatsTaken", [id], state.seatsTaken.get(id) ?? 0n));
  return [...live, ...removed, ...seats, ...ofSettings(state, ids)];
}

/** Nothing while no event tells which contract keeps them. */
function ofSettings(state: Organisation, circles: readonly bigint[]): readonly Expectation[] {
  const { structure } = state.contracts;
  if (structure === null) return [];
  const view = viewsOf("Structure", structure, structureAbi);
  const kept = circles.flatMap((id) => {
    const own = state.settings.get(id) ?? { settings: NO_SETTINGS, revision: 0 };
    return [
      view("settingsOf", [id], [own.settings, own.revision]),
      view("settingsIn", [id], settingsIn(state, id)),
    ];
  });
  if (!isFounded(state)) return kept;
  const live = [...state.roles.values()];
  return [...kept, ...live.map((role) => view("census", [role.id], censusOf(state, role)))];
}

function wordOf(state: Organisation, role: Role) {
  return {
    circle: role.circle === null ? 0 : numberOf(role.circle),
    revision: role.revision,
    links: marksOf(state, role),
    epoch: role.epoch,
    lastDeparture: role.lastDeparture,
    numbers: role.numbers,
    members: role.members.length,
    inner: role.inner.length,
    policies: role.policies.length,
    fillers: role.fillers.length,
    voices: role.voices.length,
    limit: role.limit,
    reps: role.reps.length,
    seat: role.seat,
    depth: role.depth,
    alive: role.alive,
  };
}

/** `FOLLOWED` and its kin. */
function marksOf(state: Organisation, { id, link }: Role): number {
  if (link !== null) return link.source === null ? LinkMarks.APPOINTED : LinkMarks.LINKED;
  return followersOf(state, id).length === 0 ? 0 : LinkMarks.FOLLOWED;
}

/** What follows a role, in one word. */
function wordOfFollowers(state: Organisation, role: bigint): bigint {
  return followersOf(state, role).reduce(
    (word, { id }, place) => word | (id << BigInt(place * 64)),
    0n,
  );
}

function crowdOf({ members, epoch, lastDeparture }: Role) {
  return { members: members.length, epoch, lastDeparture };
}

function censusOf(state: Organisation, role: Role) {
  const { window, notice, flags, attention } = settingsIn(state, role.id);
  return { window, notice, flags, attention, ...crowdOf(role) };
}

function ofPolicies(state: Organisation): readonly Expectation[] {
  const { structure } = state.contracts;
  if (structure === null) return [];
  const view = viewsOf("Structure", structure, structureAbi);
  const inForce = [...state.policies.values()].flatMap(
    ({ id, circle, revision, reviewAt, tags, terms }) => [
      view("policyAt", [id], {
        ...{ circle: numberOf(circle), revision, reviewAt, tags },
        link: numberOf(linkedBy(state, id)[0]?.id ?? 0n),
      }),
      view("termsOf", [id], terms),
      view("holds", [circle, terms], terms !== zeroHash),
    ],
  );
  // What went along with a role that was removed counts nowhere, and keeps its word.
  const ended = [...state.repealedPolicies.values()].filter(
    ({ circle, repealedBy }) => state.removedRoles.get(circle)?.removedBy !== repealedBy,
  );
  const repealed = ended.flatMap(({ id }) => [
    view("policyAt", [id], NO_POLICY),
    view("termsOf", [id], zeroHash),
  ]);
  const roles = [...state.roles.values(), ...state.removedRoles.values()];
  const links = roles.map(({ id }) => view("linkAt", [id], linkOf(state.roles.get(id)?.link)));
  const added = [...state.additions.values()].map(({ circle, part, revision }) =>
    view("additionsOf", [circle, BigInt(part)], revision),
  );
  const standing = new Set(powersInForce(state));
  const powers = [...state.powers.values()].map((power) => {
    const { vault, target, selector, policy, role } = power;
    return view(
      "powerOf",
      [vault, target, selector],
      standing.has(power) ? [policy, role] : [0n, 0n],
    );
  });
  const counted = view("powersIn", [state.number], BigInt(standing.size));
  return [...inForce, ...repealed, ...links, ...added, ...powers, counted];
}

function ofPeople(state: Organisation): readonly Expectation[] {
  const view = viewsOf("Circles", state.circles, circlesAbi);
  const partners = [...state.partners.values()].map((partner) =>
    view("partnerAt", [state.number, partner.person], {
      status: STATUSES[partner.status],
      open: partner.open,
      kind: partner.kind,
      seats: partner.seats,
      version: partner.version,
      custodian: partner.custodian ?? NOBODY,
    }),
  );
  const seats = [...state.seats.values()].map(({ circle, person, ...seat }) =>
    view("seatOf", [circle, person], seat),
  );
  const everOffered = state.acts.filter((act) => act.name === "Offered");
  const offers = everOffered.map(({ subject, args: { person } }) =>
    view("isOffered", [subject, person], state.offers.has(keyOf(subject, person))),
  );
  return [...partners, ...seats, ...offers];
}

function linkOf(link: RoleLink | null | undefined) {
  if (link == null) return { source: 0, policy: 0, appointer: NOBODY };
  const source = link.source === null ? 0 : numberOf(link.source);
  return { source, policy: numberOf(link.policy), appointer: link.appointer ?? NOBODY };
}
