/** The bounds that the contracts set on words, in bytes of UTF-8 and in entries. */
export const MOST_NAME = 80;
export const MOST_TEXT = 4096;
export const MOST_ITEM = 400;
export const MOST_ITEMS = 32;
export const MOST_CHANGES = 32;

const encoder = new TextEncoder();

/** How long a text is for a contract. */
export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}

/** What is wrong with a text that must be there; undefined when nothing is. */
export function textFault(text: string, most = MOST_TEXT): string | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return "Say something here.";
  return longFault(trimmed, most);
}

/** What is wrong with a text that may be empty; undefined when nothing is. */
export function longFault(text: string, most = MOST_TEXT): string | undefined {
  const over = bytesOf(text.trim()) - most;
  if (over <= 0) return undefined;
  return `Too long by about ${over} letters. ${most} bytes fit; accented letters and signs take two or more.`;
}
