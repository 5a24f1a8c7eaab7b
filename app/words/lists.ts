/** "Anouk", "Anouk and Celia", "Anouk, Celia and 3 others". */
export function listText(names: readonly string[], most = names.length): string {
  const shown = names.length > most ? names.slice(0, most) : names;
  const others = names.length - shown.length;
  const all = others === 0 ? shown : [...shown, others === 1 ? "1 other" : `${others} others`];
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(all);
}

/** "1 role", "3 roles", "no roles". */
export function countText(number: number, one: string, many = `${one}s`): string {
  if (number === 0) return `no ${many}`;
  return `${new Intl.NumberFormat("en-GB").format(number)} ${number === 1 ? one : many}`;
}

const SMALL = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** A number that begins a sentence: "Four", "12". */
export function numberWord(number: number): string {
  return SMALL[number] ?? String(number);
}
