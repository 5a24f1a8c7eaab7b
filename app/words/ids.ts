import { numberOf, organisationOf } from "#sdk/chronicle/organisation.ts";

/** An id as people see it and as addresses of pages have it: `1.17`. */
export function idText(id: bigint): string {
  return `${organisationOf(id)}.${numberOf(id)}`;
}

/** The id that a page's address names, or undefined. */
export function idFrom(text: string): bigint | undefined {
  const found = /^(\d{1,10})\.(\d{1,10})$/.exec(text);
  if (found === null) return undefined;
  const [organisation, number] = [BigInt(found[1] ?? 0), BigInt(found[2] ?? 0)];
  if (organisation > 0xffff_ffffn || number > 0xffff_ffffn) return undefined;
  return (organisation << 32n) | number;
}
