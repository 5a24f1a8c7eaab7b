/** What a change does; the numbers are the contract's. */
export const ChangeKind = {
  CreateRole: 0,
  AmendRole: 1,
  RemoveRole: 2,
  AdoptPolicy: 3,
  AmendPolicy: 4,
  RepealPolicy: 5,
  Configure: 6,
  MoveRole: 7,
  MovePolicy: 8,
  LimitRole: 9,
  LinkRole: 10,
  UnlinkRole: 11,
  AddToRole: 12,
  SetProcess: 13,
  SetTreasury: 14,
  AmendRules: 15,
} as const;
export type ChangeKind = (typeof ChangeKind)[keyof typeof ChangeKind];
