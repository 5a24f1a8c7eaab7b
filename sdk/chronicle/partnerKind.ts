/** What kind of partner somebody is; the numbers are the contract's. */
export const PartnerKind = { Person: 0, Body: 1, Associate: 2, Agent: 3 } as const;
export type PartnerKind = (typeof PartnerKind)[keyof typeof PartnerKind];

/** Whether partners of this kind are members by the roles they fill: associates and agents never are. */
export function isVoiced(kind: number): boolean {
  return kind === PartnerKind.Person || kind === PartnerKind.Body;
}
