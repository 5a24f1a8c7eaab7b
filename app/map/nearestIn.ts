import type { Node } from "#app/map/layout.ts";

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The node that an arrow key leads to: near, and rather ahead than aside. Undefined for other keys and at the edge. */
export function nearestIn(key: string, from: bigint, nodes: readonly Node[]): bigint | undefined {
  const direction = DIRECTIONS[key];
  const at = nodes.find(({ id }) => id === from);
  if (direction === undefined || at === undefined) return undefined;
  const ahead = nodes.flatMap((node) => {
    const [x, y] = [node.x - at.x, node.y - at.y];
    const forward = x * direction[0] + y * direction[1];
    const aside = Math.abs(x * direction[1]) + Math.abs(y * direction[0]);
    return node.id === from || forward <= 0.5 ? [] : [{ id: node.id, cost: forward + 2 * aside }];
  });
  ahead.sort((one, other) => one.cost - other.cost);
  return ahead[0]?.id;
}
