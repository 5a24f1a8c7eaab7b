/** The four roles that every circle has: nobody creates them, and a circle adds to them. The numbers are the contract's. */
export const StandingRole = { Lead: 1, Facilitator: 2, Secretary: 3, Representative: 4 } as const;

export type StandingRole = (typeof StandingRole)[keyof typeof StandingRole];
