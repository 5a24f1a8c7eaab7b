import { packEnclose, packSiblings } from "d3-hierarchy";

import type { Organisation, Role } from "#sdk/chronicle/organisation.ts";

/** A circle of the plane: in the units of the plan, or in pixels once placed. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** A ring or an island on the map, in pixels of the stage. */
export interface Node extends Disc {
  readonly id: bigint;
  readonly parent: bigint | null;
  readonly kind: "circle" | "role";
  /** How far in it stands; 0 for the anchor. */
  readonly depth: number;
  /** Where it stands seen from the focus: it, inside it, around it, or elsewhere. */
  readonly place: "focus" | "inside" | "around" | "beside";
  /** The water between the top of its ring and what stands inside, where its name can run; 0 for a role. */
  readonly shore: number;
}

export interface Stage {
  readonly width: number;
  readonly height: number;
}

/** The organisation's structure, and nothing else that could make a map move. */
type Structure = Pick<Organisation, "roles" | "anchor">;

interface Plan {
  readonly role: Role;
  readonly kind: "circle" | "role";
  readonly r: number;
  readonly shore: number;
  /** Where its inner plans stand, from its own centre. */
  readonly inner: readonly { readonly plan: Plan; readonly x: number; readonly y: number }[];
}

/** The radius of an island; everything else follows from it. */
const ISLAND = 1;
const GAP = 0.26;
/** The water between a circle's content and its ring, where its name runs. */
const SHORE = 0.7;
/** How much of the shore lies above the content, for the name. */
const ABOVE = 0.66;
/** On a narrower stage the focus takes more of it. */
const NARROW = 480;
const MOST_IN_RING = 12;
const MOST_ISLANDS_IN_RING = 9;
const WIDEST_FAN = (250 / 180) * Math.PI;

/** Whether a role is drawn as a circle: it has come alive, or it is the anchor. */
export function isCircle(role: Pick<Role, "alive" | "circle">): boolean {
  return role.alive || role.circle === null;
}

/** The circle that a map of this role focuses on: itself, or the circle it stands in. */
export function circleOf(organisation: Structure, id: bigint): bigint {
  const role = organisation.roles.get(id);
  if (role === undefined) return organisation.anchor;
  return isCircle(role) ? id : (role.circle ?? organisation.anchor);
}

/** Where every circle and role stands on the stage, outer before inner, with the focus large in its middle. */
export function layout(
  organisation: Structure,
  focus: bigint = organisation.anchor,
  stage: Stage = { width: 784, height: 732 },
): Node[] {
  const anchor = organisation.roles.get(organisation.anchor);
  if (anchor === undefined) return [];
  const plan = planOf(organisation, anchor);
  const wanted = circleOf(organisation, focus);
  const line = lineTo(organisation, wanted);
  const found = discIn(plan, line);
  const size = Math.min(stage.width, stage.height);
  const whole = wanted === organisation.anchor;
  const scale = (size * (whole ? 0.485 : stage.width < NARROW ? 0.495 : 0.425)) / found.r;
  const centre = {
    x: stage.width / 2,
    y: stage.height * (whole || stage.width < NARROW ? 0.5 : 0.52),
  };
  const nodes: Node[] = [];
  place({
    plan,
    x: centre.x - found.x * scale,
    y: centre.y - found.y * scale,
    scale,
    depth: 0,
    around: new Set(line.slice(0, -1)),
    focus: wanted,
    inside: false,
    into: nodes,
  });
  return nodes;
}

interface Placing {
  readonly plan: Plan;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly depth: number;
  readonly around: ReadonlySet<bigint>;
  readonly focus: bigint;
  readonly inside: boolean;
  readonly into: Node[];
}

function place({ plan, x, y, inside, ...rest }: Placing): void {
  const { scale, depth, around, focus, into } = rest;
  const isFocus = plan.role.id === focus;
  const outside = around.has(plan.role.id) ? "around" : "beside";
  const where = isFocus ? "focus" : inside ? "inside" : outside;
  into.push({
    id: plan.role.id,
    parent: plan.role.circle,
    kind: plan.kind,
    depth,
    place: where,
    x,
    y,
    r: plan.r * scale,
    shore: plan.shore * scale,
  });
  for (const inner of plan.inner) {
    place({
      ...rest,
      plan: inner.plan,
      x: x + inner.x * scale,
      y: y + inner.y * scale,
      depth: depth + 1,
      inside: inside || isFocus,
    });
  }
}

/** From the anchor to the circle, both included. */
export function lineTo(organisation: Structure, circle: bigint): bigint[] {
  const line: bigint[] = [];
  let at: bigint | null = circle;
  while (at !== null) {
    line.unshift(at);
    at = organisation.roles.get(at)?.circle ?? null;
  }
  return line;
}

/** The disc of the last circle of a line, in the units and around the centre of the whole plan. */
function discIn(plan: Plan, line: readonly bigint[]): Disc {
  let disc = { x: 0, y: 0, r: plan.r };
  let at = plan;
  for (const id of line.slice(1)) {
    const next = at.inner.find((inner) => inner.plan.role.id === id);
    if (next === undefined) break;
    disc = { x: disc.x + next.x, y: disc.y + next.y, r: next.plan.r };
    at = next.plan;
  }
  return disc;
}

function planOf(organisation: Structure, role: Role): Plan {
  if (!isCircle(role)) return { role, kind: "role", r: ISLAND, shore: 0, inner: [] };
  const plans = role.inner.flatMap((id) => {
    const inner = organisation.roles.get(id);
    return inner === undefined ? [] : [planOf(organisation, inner)];
  });
  const circles = plans.filter(({ kind }) => kind === "circle");
  const islands = plans.filter(({ kind }) => kind === "role");
  const spots = arrange(circles, islands);
  const hull = spots.length === 0 ? { x: 0, y: 0, r: ISLAND } : hullOf(spots);
  const shore = Math.max(SHORE, hull.r * 0.125);
  return {
    role,
    kind: "circle",
    r: hull.r + shore,
    shore: shore * 2 * ABOVE,
    inner: spots.map(({ plan, x, y }) => ({
      plan,
      x: x - hull.x,
      y: y - hull.y + shore * (2 * ABOVE - 1),
    })),
  };
}

interface Spot extends Disc {
  readonly plan: Plan;
}

/** Three or more circles in a ring around the islands; fewer: islands fan over them; none: a ring of islands. */
function arrange(circles: readonly Plan[], islands: readonly Plan[]): Spot[] {
  if (circles.length === 0) return islandsOf(islands);
  if (circles.length > MOST_IN_RING) return packed(circles, islands);
  if (circles.length >= 3) return ringed(circles, islandsOf(islands));
  return fanned(abreast(circles), islands);
}

function islandsOf(plans: readonly Plan[]): Spot[] {
  const many = plans.length;
  if (many === 0) return [];
  if (many > MOST_ISLANDS_IN_RING) {
    const discs = plans.map((plan) => ({ plan, x: 0, y: 0, r: plan.r + GAP / 2 }));
    return packSiblings(discs).map(({ plan, x, y }) => ({ plan, x, y, r: plan.r }));
  }
  const middle = many === 1 || many >= 7 ? plans.slice(0, 1) : [];
  const rim = plans.slice(middle.length);
  const radius = Math.max(
    (ISLAND + GAP / 2) / Math.sin(Math.PI / Math.max(rim.length, 2)),
    middle.length === 0 ? 0 : 2 * ISLAND + GAP,
  );
  return [
    ...middle.map((plan) => ({ plan, x: 0, y: 0, r: plan.r })),
    ...rim.map((plan, index) => spotAt(plan, radius, (2 * Math.PI * index) / rim.length)),
  ];
}

/** A plan at a distance from the middle, in a direction counted clockwise from the top. */
function spotAt(plan: Plan, radius: number, angle: number): Spot {
  return { plan, x: radius * Math.sin(angle), y: -radius * Math.cos(angle), r: plan.r };
}

function ringed(circles: readonly Plan[], islands: readonly Spot[]): Spot[] {
  const hull = islands.length === 0 ? { x: 0, y: 0, r: 0 } : hullOf(islands);
  const core = islands.map((spot) => ({ ...spot, x: spot.x - hull.x, y: spot.y - hull.y }));
  let shore = hull.r + GAP;
  while (turnOf(circles, shore) > 2 * Math.PI || !apart(aroundAt(circles, shore))) shore += 0.1;
  return [...core, ...aroundAt(circles, shore)];
}

/** The angle between the middles of two neighbours that stand on the same inner shore. */
function stepOf(first: Plan, second: Plan, shore: number): number {
  const [one, other] = [shore + first.r, shore + second.r];
  const apart = first.r + second.r + GAP;
  return Math.acos(Math.max(-1, (one ** 2 + other ** 2 - apart ** 2) / (2 * one * other)));
}

function stepsOf(circles: readonly Plan[], shore: number): number[] {
  return circles.map((circle, index) =>
    stepOf(circle, circles[(index + 1) % circles.length] ?? circle, shore),
  );
}

function turnOf(circles: readonly Plan[], shore: number): number {
  return stepsOf(circles, shore).reduce((sum, step) => sum + step, 0);
}

/** Circles around a shore, from the top on, with what is left of the turn shared out between them. */
function aroundAt(circles: readonly Plan[], shore: number): Spot[] {
  const slack = (2 * Math.PI - turnOf(circles, shore)) / circles.length;
  const steps = stepsOf(circles, shore);
  let angle = 0;
  return circles.map((circle, index) => {
    const spot = spotAt(circle, shore + circle.r, angle);
    angle += (steps[index] ?? 0) + slack;
    return spot;
  });
}

function apart(spots: readonly Spot[]): boolean {
  return spots.every((one, index) =>
    spots
      .slice(index + 1)
      .every((other) => Math.hypot(one.x - other.x, one.y - other.y) >= one.r + other.r + GAP / 2),
  );
}

function abreast(circles: readonly Plan[]): Spot[] {
  const width = circles.reduce((sum, { r }) => sum + 2 * r, GAP * (circles.length - 1));
  let left = -width / 2;
  return circles.map((plan) => {
    const spot = { plan, x: left + plan.r, y: 0, r: plan.r };
    left += 2 * plan.r + GAP;
    return spot;
  });
}

function fanned(circles: readonly Spot[], islands: readonly Plan[]): Spot[] {
  const hull = hullOf(circles);
  const spots = circles.map((spot) => ({ ...spot, x: spot.x - hull.x, y: spot.y - hull.y }));
  let rest = islands;
  for (let radius = hull.r + GAP + ISLAND; rest.length > 0; radius += 2 * ISLAND + GAP) {
    const step = 2 * Math.asin(Math.min(1, (2 * ISLAND + GAP) / (2 * radius)));
    const row = rest.slice(0, Math.max(1, Math.floor(WIDEST_FAN / step) + 1));
    rest = rest.slice(row.length);
    const used = Math.max(step, Math.min(step * 1.22, WIDEST_FAN / Math.max(row.length - 1, 1)));
    spots.push(
      ...row.map((plan, index) =>
        spotAt(plan, radius, (-used * (row.length - 1)) / 2 + used * index),
      ),
    );
  }
  return spots;
}

/** Many circles: as close as they get, the islands as one disc in their middle. */
function packed(circles: readonly Plan[], islands: readonly Plan[]): Spot[] {
  const core = islandsOf(islands);
  const hull = core.length === 0 ? undefined : hullOf(core);
  const discs = [
    ...(hull === undefined ? [] : [{ plan: undefined, x: 0, y: 0, r: hull.r + GAP / 2 }]),
    ...circles.map((plan) => ({ plan, x: 0, y: 0, r: plan.r + GAP / 2 })),
  ];
  return packSiblings(discs).flatMap(({ plan, x, y }) => {
    if (plan !== undefined) return [{ plan, x, y, r: plan.r }];
    return core.map((spot) => ({
      ...spot,
      x: spot.x - (hull?.x ?? 0) + x,
      y: spot.y - (hull?.y ?? 0) + y,
    }));
  });
}

/** The smallest circle around the spots. */
function hullOf(spots: readonly Disc[]): Disc {
  return packEnclose(spots.map(({ x, y, r }) => ({ x, y, r })));
}
