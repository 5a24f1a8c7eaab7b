/** A pattern that finds a rule's id as a whole word: R-MTG-1 is not in R-MTG-10. */
export function pattern(id: string): string {
  return `(?<![\\w-])${id}(?![\\w-])`;
}

/** Whether a text carries a rule's id as a whole word. */
export function carries(text: string, id: string): boolean {
  return new RegExp(pattern(id)).test(text);
}
