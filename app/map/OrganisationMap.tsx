import {
  type KeyboardEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Link } from "wouter";

import { BENEATH_LEADING, fitName } from "#app/map/fitName.ts";
import { circleOf, layout, type Node, type Stage } from "#app/map/layout.ts";
import { nearestIn } from "#app/map/nearestIn.ts";
import type { Bead } from "#app/map/rim.ts";
import { spotsOf } from "#app/map/rim.ts";
import { pathOf } from "#app/words/paths.ts";
import type { Organisation, Role } from "#sdk/chronicle/organisation.ts";

interface Props {
  readonly organisation: Pick<Organisation, "roles" | "anchor">;
  readonly focus: bigint;
  readonly stage: Stage;
  readonly label: string;
  /** How a person's name is written; short where there is little room. */
  readonly nameOf: (person: Role["fillers"][number]) => string;
  /** Roles that the reader fills. */
  readonly mine: ReadonlySet<bigint>;
  /** Who stands on the rim of the circle in focus. */
  readonly beads?: readonly Bead[];
  /** Agents, by lower-case address: a role that only they fill says so. */
  readonly agents?: ReadonlySet<string>;
  /** A map that only shows where something is: no names, and nothing to follow. */
  readonly small?: boolean;
}

/** From this radius names appear. */
const NAMED = 27;
/** A circle smaller than this shows nothing inside. */
const OPAQUE = 9;
/** The narrowest shore on which a name can run. */
const NAME_ROOM = 15;
const DEEPEST = 4;

/** The circles as rings on water, the roles as islands, with the focus large in the middle. */
export function OrganisationMap({ organisation, focus, stage, label, small, ...props }: Props) {
  const nodes = useMemo(
    () => visible(layout(organisation, focus, stage), stage, small !== true),
    [organisation, focus, stage, small],
  );
  const [at, setAt] = useState(focus);
  const moving = useZoom(nodes, small === true);
  const id = useId();
  const reachable = nodes.filter(({ r, x, y }) => r >= 12 && isOn({ x, y, r: 0 }, stage));
  const current = reachable.some((node) => node.id === at) ? at : circleOf(organisation, focus);

  function move(event: KeyboardEvent<Element>) {
    const next = nearestIn(event.key, current, reachable);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    moving.current?.querySelector<SVGElement>(`[data-id="${next}"]`)?.focus();
  }

  function withRole(node: Node, draw: (shape: ShapeProps) => ReactNode): ReactNode {
    const role = organisation.roles.get(node.id);
    if (role === undefined) return null;
    const agents = props.agents;
    const agent =
      agents !== undefined &&
      role.fillers.length > 0 &&
      role.fillers.every((person) => agents.has(person.toLowerCase()));
    return draw({ node, role, agent, mine: props.mine.has(node.id) });
  }

  const frame = { viewBox: `0 0 ${stage.width} ${stage.height}`, ref: moving };
  if (small) {
    return (
      <svg className="map small" role="img" aria-label={label} {...frame}>
        <g>{nodes.map((node) => withRole(node, (shape) => <Shape key={node.id} {...shape} />))}</g>
      </svg>
    );
  }
  return (
    <nav aria-label={label}>
      <svg className="map" {...frame}>
        <title>{label}</title>
        <g>
          {nodes.map((node) =>
            withRole(node, (shape) => (
              <Link
                key={node.id}
                href={pathOf(shape.role)}
                data-id={String(node.id)}
                tabIndex={node.id === current ? 0 : -1}
                aria-label={describe(shape.role, props.nameOf)}
                aria-current={node.place === "focus" ? "page" : undefined}
                onFocus={() => setAt(node.id)}
                onKeyDown={move}
              >
                <title>{describe(shape.role, props.nameOf)}</title>
                <Shape {...shape} />
                {node.r >= NAMED && (
                  <Name {...shape} stage={stage} path={`${id}${node.id}`} nameOf={props.nameOf} />
                )}
              </Link>
            )),
          )}
          <Rim nodes={nodes} stage={stage} beads={props.beads ?? []} />
        </g>
      </svg>
    </nav>
  );
}

interface ShapeProps {
  readonly node: Node;
  readonly role: Role;
  readonly mine: boolean;
  /** Whether only agents fill it. */
  readonly agent: boolean;
}

function Shape({ node, role, mine, agent }: ShapeProps): ReactNode {
  const { x, y, r, place, depth } = node;
  const spot = { cx: round(x), cy: round(y) };
  const far = place === "beside" || place === "around" ? " far" : "";
  if (node.kind === "role") {
    const state = role.fillers.length > 0 ? "filled" : "unfilled";
    return (
      <g className={`island${far}`}>
        <circle className={`mr r-${state}${mine ? " mine" : ""}`} {...spot} r={round(r)} />
        {agent && <AgentMark x={x} y={y} r={r} />}
      </g>
    );
  }
  const leaderless = role.fillers.length === 0 && role.circle !== null ? " leaderless" : "";
  const water = Math.min(depth, DEEPEST);
  return (
    <g className="circle">
      <circle
        className={`mc wt${water}${place === "focus" ? " on" : ""}${mine ? " mine" : ""}${leaderless}`}
        {...spot}
        r={round(r)}
      />
      {shoresOf(r).map(([inset, opacity]) => (
        <circle key={inset} className="wl" {...spot} r={round(r - inset)} opacity={opacity} />
      ))}
    </g>
  );
}

/** A square at the foot of an island that only agents fill. */
function AgentMark({ x, y, r }: Pick<Node, "x" | "y" | "r">): ReactNode {
  const half = Math.max(2, Math.min(6, r * 0.11));
  const middle = y + r * 0.74;
  return (
    <rect
      className="agentmark"
      x={round(x - half)}
      y={round(middle - half)}
      width={round(2 * half)}
      height={round(2 * half)}
    />
  );
}

/** Fine lines along the shore of a ring, nearer to each other on small ones. */
function shoresOf(r: number): [number, number][] {
  if (r < 16) return [];
  const step = Math.min(1, 0.35 + r / 320);
  const lines: [number, number][] = [
    [6 * step, 0.5],
    [15 * step, 0.3],
    [28 * step, 0.16],
  ];
  return r < 40 ? lines.slice(0, 1) : lines;
}

interface NameProps extends Omit<ShapeProps, "mine" | "agent"> {
  readonly stage: Stage;
  readonly path: string;
  readonly nameOf: Props["nameOf"];
}

function Name({ node, role, stage, path, nameOf }: NameProps): ReactNode {
  if (node.kind === "circle" && (node.shore >= NAME_ROOM || node.place === "around")) {
    return <RingName node={node} name={role.words.name} {...{ path, stage }} />;
  }
  if (node.place !== "inside" && node.kind === "role") return null;
  const { x, y, r } = node;
  const names = role.fillers.slice(0, 3).map(nameOf);
  const given = names.map((name) => name.split(" ")[0] ?? name).join(", ");
  const beneath =
    names.length === 0 ? ["nobody yet"] : names.length === 1 ? [...names, given] : [given];
  const fitted = fitName(role.words.name, beneath, r);
  const leading = fitted.size * 1.16;
  const height = fitted.lines.length * leading + (fitted.beneath === "" ? 0 : BENEATH_LEADING);
  const first = y - height / 2 + fitted.size * 0.88;
  return (
    <>
      <text className="rn" fontSize={fitted.size} textAnchor="middle">
        {fitted.lines.map((line, index) => (
          <tspan key={line} x={round(x)} y={round(first + index * leading)}>
            {line}
          </tspan>
        ))}
      </text>
      {fitted.beneath !== "" && (
        <text
          className="sub"
          textAnchor="middle"
          x={round(x)}
          y={round(y + height / 2 - BENEATH_LEADING * 0.22)}
        >
          {fitted.beneath}
        </text>
      )}
    </>
  );
}

interface RimProps {
  readonly nodes: readonly Node[];
  readonly stage: Stage;
  readonly beads: readonly Bead[];
}

const WIDE = 560;

/** Who leads the circle in focus and who holds its offices, as beads on its rim. */
function Rim({ nodes, stage, beads }: RimProps): ReactNode {
  const node = nodes.find(({ place }) => place === "focus");
  if (node === undefined) return null;
  const spots = spotsOf(beads);
  return beads.map((bead, index) => (
    <RimBead key={bead.key} bead={bead} node={node} turn={spots[index] ?? 0} stage={stage} />
  ));
}

/** The width of a letter of the words on the rim, at most. */
const LETTER = 7.9;

/** Where words beside a bead begin, or end on the left, so that they stay on the stage. */
function wordsAt(away: number, width: number, left: boolean, stage: Stage): number {
  return round(left ? Math.max(away, width + 4) : Math.min(away, stage.width - width - 4));
}

interface RimBeadProps {
  readonly bead: Bead;
  readonly node: Node;
  /** Clockwise from the top, in turns. */
  readonly turn: number;
  readonly stage: Stage;
}

function RimBead({ bead, node, turn, stage }: RimBeadProps): ReactNode {
  const { title, names, kind, note } = bead;
  const x = round(node.x + node.r * Math.sin(turn * 2 * Math.PI));
  const y = round(node.y - node.r * Math.cos(turn * 2 * Math.PI));
  const small = stage.width < WIDE;
  const left = turn < 0;
  const lines = names.map((name) => ({ name, className: "bw" }));
  if (note !== undefined) lines.push({ name: note, className: "bo" });
  const away = left ? x - 14 : x + 14;
  const at = (words: string) => wordsAt(away, words.length * LETTER, left, stage);
  const pushed = Math.max(...[title, ...names].map((words) => Math.abs(at(words) - away)));
  // Words that the edge of the stage pushes back over their bead give way above or below it.
  const give = pushed > 10 ? 22 : 0;
  // Above the middle of the ring words go up from the bead, below it they go down.
  const first = y < node.y ? y - 10 - give - 17 * lines.length : y + 4 + give;
  return (
    <>
      <circle className={`bead b-${kind}`} cx={x} cy={y} r={small ? 6 : 9} />
      {!small && (
        <text className="halo" textAnchor={left ? "end" : "start"} fontSize="13">
          <tspan className="bo" x={give > 0 ? at(names[0] ?? title) : at(title)} y={round(first)}>
            {title}
          </tspan>
          {lines.map(({ name, className }) => (
            <tspan key={name} className={className} x={at(name)} dy="17">
              {name}
            </tspan>
          ))}
        </text>
      )}
    </>
  );
}

interface RingNameProps {
  readonly node: Node;
  readonly name: string;
  readonly path: string;
  readonly stage: Stage;
}

/** A name along the inner shore: at the top, and of a circle beside the focus where it faces the middle. */
function RingName({ node, name, path, stage }: RingNameProps): ReactNode {
  const { x, y, r, place, shore } = node;
  if (place === "around") return null;
  const most = Math.min(25, 8.6 + r * 0.055, shore / 1.42);
  const towards = Math.atan2(stage.height / 2 - y, stage.width / 2 - x);
  const middle = place === "beside" ? towards : -Math.PI / 2;
  const below = Math.sin(middle) > 0.35;
  const baseline = below ? r - most * 0.5 : r - most * 1.14;
  const room = (baseline * Math.PI * 0.92) / (name.length * 0.5);
  const size = Math.max(11, Math.min(most, room));
  const letters = Math.floor((baseline * Math.PI * 0.95) / (size * 0.5));
  const shown = name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
  return (
    <>
      <path id={path} d={arc(x, y, baseline, middle, below)} fill="none" />
      <text className="cn" fontSize={round(size)}>
        <textPath href={`#${path}`} startOffset="50%" textAnchor="middle">
          {shown}
        </textPath>
      </text>
    </>
  );
}

/** Half a ring around a direction, drawn so that letters on it stand upright. */
function arc(x: number, y: number, r: number, middle: number, below: boolean): string {
  const [from, to] = below
    ? [middle + Math.PI / 2, middle - Math.PI / 2]
    : [middle - Math.PI / 2, middle + Math.PI / 2];
  const start = `${round(x + r * Math.cos(from))} ${round(y + r * Math.sin(from))}`;
  const end = `${round(x + r * Math.cos(to))} ${round(y + r * Math.sin(to))}`;
  return `M${start}A${round(r)} ${round(r)} 0 0 ${below ? 0 : 1} ${end}`;
}

/** What can be seen: neither far off the stage nor too small, nor inside a circle too small to look into. */
function visible(nodes: readonly Node[], stage: Stage, named: boolean): Node[] {
  const closed = new Set<bigint>();
  return nodes.filter((node) => {
    if (node.parent !== null && closed.has(node.parent)) {
      closed.add(node.id);
      return false;
    }
    const seen = isOn(node, stage, stage.width * 0.4);
    if (!seen || (node.kind === "circle" && isClosed(node, named))) closed.add(node.id);
    return seen && node.r >= 1.5;
  });
}

/** Whether a circle shows nothing inside: too small, or with so little shore that its name takes the room. */
function isClosed({ r, shore, place }: Node, named: boolean): boolean {
  if (place === "focus" || place === "around") return false;
  return r < OPAQUE || (named && r >= NAMED && shore < NAME_ROOM);
}

function isOn({ x, y, r }: Pick<Node, "x" | "y" | "r">, stage: Stage, margin = 0): boolean {
  const [reach, right, bottom] = [r + margin, stage.width, stage.height];
  return x + reach > 0 && x - reach < right && y + reach > 0 && y - reach < bottom;
}

/** Where the last map's nodes stood: pages come and go, and the next one moves on from there. */
let before: readonly Node[] = [];

/** Plays every change of focus as one movement from where things stood before. */
function useZoom(nodes: readonly Node[], still: boolean) {
  const frame = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    if (still) return;
    const last = before;
    before = nodes;
    const moved = frame.current?.firstElementChild?.nextElementSibling;
    const now = nodes.find(({ place }) => place === "focus");
    const then = last.find(({ id }) => id === now?.id);
    if (moved === null || moved === undefined || now === undefined || then === undefined) return;
    const scale = then.r / now.r;
    if (Math.abs(scale - 1) < 1e-3 || matchMedia("(prefers-reduced-motion: reduce)").matches)
      return;
    const from = `translate(${then.x - now.x * scale}px, ${then.y - now.y * scale}px) scale(${scale})`;
    const movement = moved.animate([{ transform: from }, { transform: "none" }], {
      duration: 360,
      easing: "cubic-bezier(.2, .7, .2, 1)",
    });
    return () => movement.cancel();
  }, [nodes, still]);
  return frame;
}

function describe(role: Role, nameOf: Props["nameOf"]): string {
  const kind = role.alive || role.circle === null ? "circle" : "role";
  const held = role.fillers.length === 0 ? "nobody" : role.fillers.map(nameOf).join(", ");
  const verb = kind === "circle" ? "led by" : "filled by";
  return `${role.words.name}, ${kind}${role.circle === null && held === "nobody" ? "" : ` ${verb} ${held}`}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
