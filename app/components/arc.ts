/** A point on a ring; the angle in turns, from twelve o'clock, clockwise. */
export function onRing(centre: number, radius: number, turns: number): readonly [number, number] {
  const angle = turns * 2 * Math.PI;
  return [round(centre + radius * Math.sin(angle)), round(centre - radius * Math.cos(angle))];
}

/** An arc of a ring, from one angle over a part of a turn; a whole ring from 1 on. */
export function arcPath(centre: number, radius: number, from: number, turns: number): string {
  const [x, y] = onRing(centre, radius, from);
  if (turns >= 1) return `M${x} ${y}a${radius} ${radius} 0 1 1 -.01 0z`;
  const [endX, endY] = onRing(centre, radius, from + turns);
  return `M${x} ${y}A${radius} ${radius} 0 ${turns > 0.5 ? 1 : 0} 1 ${endX} ${endY}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
