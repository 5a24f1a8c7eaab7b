/** A bead on the rim of the circle in focus. */
export interface Bead {
  readonly key: string;
  /** What the holder is here: "Lead", "Facilitator". */
  readonly title: string;
  readonly names: readonly string[];
  readonly kind: "lead" | "elected" | "ended";
  /** Said below the names. */
  readonly note?: string;
}

/** Where beads stand on the rim, in turns clockwise from the top: leads and representatives left, the others right. */
export function spotsOf(beads: readonly Pick<Bead, "title">[]): readonly number[] {
  const left = beads.flatMap(({ title }, index) => (isLeft(title) ? [index] : []));
  const right = beads.flatMap(({ title }, index) => (isLeft(title) ? [] : [index]));
  const spots = new Array<number>(beads.length).fill(0);
  spread(left, spots, -1);
  spread(right, spots, 1);
  return spots;
}

const FIRST = 0.125;
const LAST = 0.33;

function spread(indices: readonly number[], spots: number[], side: 1 | -1): void {
  const step = indices.length < 2 ? 0 : (LAST - FIRST) / (indices.length - 1);
  indices.forEach((index, place) => {
    spots[index] = side * (FIRST + step * place);
  });
}

function isLeft(title: string): boolean {
  return title.startsWith("Lead") || title.startsWith("Rep");
}
