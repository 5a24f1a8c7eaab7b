/** What is announced; the numbers are the contract's. */
export const PaymentKind = {
  /** ETH or an ERC-20 to a payee. */
  Money: 0,
  /** A token of an ERC-721. */
  Item: 1,
  /** An amount of one of an ERC-1155. */
  Items: 2,
  /** ETH or an ERC-20 that a role controls from then on. */
  Grant: 3,
  /** A call of another contract. */
  Call: 4,
  /** An action that touches what other roles control. */
  Domain: 5,
  /** An act of a core that the vault signs. */
  Speech: 6,
  /** A hash that the vault signs. */
  Hash: 7,
} as const;
export type PaymentKind = (typeof PaymentKind)[keyof typeof PaymentKind];
