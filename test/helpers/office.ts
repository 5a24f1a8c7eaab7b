/** The order of `IOffices.Office`. */
export const Office = { Facilitator: 0n, Secretary: 1n, Rep: 2n } as const;
