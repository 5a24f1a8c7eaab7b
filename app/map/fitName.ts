/** How a name stands inside an island: its lines, its size, and whether a second line of text fits beneath. */
export interface FittedName {
  readonly lines: readonly string[];
  readonly size: number;
  readonly beneath: string;
}

const LARGEST = 19;
/** A size that is read without effort. */
const EASY = 12.5;
const SMALLEST = 10;
const LEADING = 1.16;
/** How wide a letter is on average, in ems of the serif and of the sans. */
const SERIF = 0.485;
const SANS = 0.52;
const MARGIN = 4;
export const BENEATH = 12.5;
export const BENEATH_LEADING = 17;

/** From this radius something stands beneath a name. */
const ROOMY = 46;

/** The largest setting of a name into a disc of radius r, with the first of what may stand beneath it that fits. */
export function fitName(name: string, beneath: readonly string[], r: number): FittedName {
  const able = r < ROOMY ? [] : beneath;
  const tries: [string, number][] = [
    ...able.map((under): [string, number] => [under, EASY]),
    ...able.map((under): [string, number] => [under, SMALLEST]),
    ["", SMALLEST],
  ];
  for (const [under, least] of tries) {
    const found = setting(name, under, r, least);
    if (found !== undefined) return found;
  }
  return { lines: [shortened(name, 2 * (r - MARGIN) * 0.92)], size: SMALLEST, beneath: "" };
}

/** The largest setting that fits, down to a size. */
function setting(name: string, beneath: string, r: number, least: number): FittedName | undefined {
  const most = Math.min(LARGEST, Math.max(SMALLEST + 1, r * 0.27));
  for (let size = most; size >= Math.min(least, most); size -= 0.5) {
    for (let many = 1; many <= 3; many++) {
      const lines = wrapped(name, many);
      if (lines !== undefined && fits(lines, size, beneath, r)) return { lines, size, beneath };
    }
  }
  return undefined;
}

/** A name in so many lines, as even as its words allow; undefined when it has fewer words. */
function wrapped(name: string, many: number): string[] | undefined {
  const words = name.split(" ").filter((word) => word !== "");
  if (words.length < many) return undefined;
  if (many === 1) return [words.join(" ")];
  let best: string[] | undefined;
  for (let first = 1; first <= words.length - many + 1; first++) {
    const rest = wrapped(words.slice(first).join(" "), many - 1);
    if (rest === undefined) continue;
    const lines = [words.slice(0, first).join(" "), ...rest];
    if (best === undefined || widest(lines) < widest(best)) best = lines;
  }
  return best;
}

function widest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length));
}

function fits(lines: readonly string[], size: number, beneath: string, r: number): boolean {
  const leading = size * LEADING;
  const under = beneath === "" ? 0 : BENEATH_LEADING;
  const height = lines.length * leading + under;
  const rows = lines.map((line, index) => ({
    width: line.length * size * SERIF,
    top: -height / 2 + index * leading,
    bottom: -height / 2 + (index + 1) * leading,
  }));
  if (beneath !== "") {
    const bottom = height / 2;
    rows.push({ width: beneath.length * BENEATH * SANS, top: bottom - under, bottom });
  }
  return rows.every(({ width, top, bottom }) => {
    const far = Math.max(Math.abs(top), Math.abs(bottom));
    return far < r && width <= 2 * Math.sqrt((r - MARGIN) ** 2 - Math.min(far, r - MARGIN) ** 2);
  });
}

function shortened(name: string, width: number): string {
  const most = Math.floor(width / (SMALLEST * SERIF));
  return name.length <= most ? name : `${name.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
