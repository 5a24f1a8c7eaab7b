import { ANCHOR, type FoundingFile, parseFoundingFile } from "../../scripts/found/file.ts";
import { concludeFounding, found, saltOf } from "../../scripts/found/found.ts";
import { act, addressOf, as, house, mint, type Node, put } from "./node.ts";
import type { Stage } from "./ours.ts";

const WINDOW_DAYS = 5;
/** How many people fill a role at most. */
const CROWD = 60;
/** How many of the other circles stand in one of them. */
const GROUP = 25;
const LEAD = "lead";
const NEWCOMER = "newcomer";

/** How large the organisation is that acts are measured in. */
export interface Size {
  /** Members of the circle. */
  readonly members: number;
  /** How many levels the circle stands below the anchor. */
  readonly depth: number;
  /** How many other circles the organisation has, beside those. */
  readonly others: number;
  /** Tells organisations of one size apart. */
  readonly salt: string;
}

/** Founds an organisation of a size and sets the stage in its innermost circle. */
export async function setStage(node: Node, size: Size): Promise<Stage> {
  const file = fileOf(size);
  const names = file.people.map(({ id }) => id);
  const payees = [`holder ${file.salt}`, `stranger ${file.salt}`] as const;
  await house(node, [...names, "bank"]);
  const founder = as(node, LEAD);
  const foundation = await found(founder, node.deployment, file, addressOf);
  const { organisation, ids, vault } = foundation;
  await concludeFounding(founder, node.deployment, foundation, names.map(addressOf), [
    addressOf(LEAD),
  ]);
  await act(node, LEAD, "deployVault", { founder: addressOf(LEAD), salt: saltOf(file) });
  const token = await put(node, "mocks/TestEuro");
  await mint(node, token, vault, 10n ** 9n);
  await mint(node, token, addressOf(payees[0]), 1n);

  const id = (name: string): bigint => {
    const known = ids.get(name);
    if (known === undefined) throw new Error(`there is no ${name}`);
    return known;
  };
  const circle = id(circleAt(size.depth));
  const member = (place: number) => ({
    name: memberAt(place),
    role: id(roleOf(place)),
  });
  const last = size.members - 1;
  return {
    node,
    organisation,
    circle,
    lead: LEAD,
    members: [
      member(last),
      { name: LEAD, role: circle },
      member(last - 1),
      member(last - 2),
      member(last - 3),
    ],
    amended: { role: id("amended"), revision: 1 },
    free: [id("first"), id("second")],
    newcomer: NEWCOMER,
    windowDays: WINDOW_DAYS,
    vault,
    token,
    payees,
  };
}

function fileOf({ members, depth, others, salt }: Size): FoundingFile {
  const crowd = Array.from({ length: members - 1 }, (_, i) => i + 1);
  const levels = Array.from({ length: depth }, (_, i) => i + 1);
  const roles = [...new Set(crowd.map(roleOf))];
  const inner = circleAt(depth);
  const said = { purpose: "consent", accountabilities: ["consenting"] };
  const file = {
    name: "Stage",
    ...said,
    rules: "the rules we agree to",
    salt: `${members} ${depth} ${others} ${salt}`,
    windowDays: WINDOW_DAYS,
    founder: LEAD,
    ratifiers: [LEAD],
    people: [LEAD, ...crowd.map(memberAt), NEWCOMER].map((id) => ({ id, name: id })),
    circles: [
      ...levels.map((level) => ({
        id: circleAt(level),
        circle: level === 1 ? ANCHOR : circleAt(level - 1),
        name: circleAt(level),
        ...said,
        leads: [LEAD],
        windowDays: WINDOW_DAYS,
      })),
      ...otherCircles(others),
    ],
    roles: [
      ...roles.map((role) => ({
        id: role,
        circle: inner,
        name: role,
        ...said,
        fillers: crowd.filter((place) => roleOf(place) === role).map((place) => memberAt(place)),
      })),
      ...["amended", "first", "second"].map((id) => ({ id, circle: inner, name: id, ...said })),
    ],
    policies: [],
  };
  return parseFoundingFile(JSON.stringify(file), "the stage of the benchmark");
}

/** As many more circles, which nobody leads. */
function otherCircles(count: number) {
  const said = { purpose: "being there", accountabilities: [] };
  return Array.from({ length: count }, (_, i) => {
    const outer = i - (i % GROUP);
    const circle = i === outer ? ANCHOR : `other ${outer}`;
    return { id: `other ${i}`, circle, name: `other ${i}`, ...said };
  });
}

const circleAt = (level: number) => `circle ${level}`;
const memberAt = (place: number) => `member ${place}`;
const roleOf = (place: number) => `role ${Math.floor(place / CROWD)}`;
