/** Ids: the organisation in the upper 32 bits, the number of the creating event in the lower. */
export function join(organisation: bigint, number: bigint): bigint {
  return (organisation << 32n) | number;
}

export function numberOf(id: bigint): bigint {
  return id & 0xffff_ffffn;
}

/** The order of `ChangeKind` in the contracts. */
export const Kind = {
  CreateRole: 0n,
  AmendRole: 1n,
  RemoveRole: 2n,
  AdoptPolicy: 3n,
  AmendPolicy: 4n,
  RepealPolicy: 5n,
  Configure: 6n,
} as const;

export interface Words {
  name: string;
  text: string;
  domains: string[];
  accountabilities: string[];
}

export interface Settings {
  window: bigint;
  admission: bigint;
  assigner: bigint;
}

export interface Change {
  kind: bigint;
  target: bigint;
  revision: bigint;
  words: Words;
  reviewAt: bigint;
  settings: Settings;
}

export const NO_WORDS: Words = { name: "", text: "", domains: [], accountabilities: [] };
export const NO_SETTINGS: Settings = { window: 0n, admission: 0n, assigner: 0n };

/** Words of a role; the purpose is made up when none is given. */
export function role(name: string, part: Partial<Words> = {}): Words {
  return { name, text: `To be ${name}`, domains: [], accountabilities: [], ...part };
}

function change(kind: bigint, target: bigint, part: Partial<Change>): Change {
  const empty = { revision: 0n, words: NO_WORDS, reviewAt: 0n, settings: NO_SETTINGS };
  // In the order of the fields in Solidity.
  return { kind, target, ...empty, ...part };
}

export function createRole(target: bigint, words: Words | string): Change {
  return change(Kind.CreateRole, target, {
    words: typeof words === "string" ? role(words) : words,
  });
}

export function amendRole(target: bigint, revision: bigint, words: Words): Change {
  return change(Kind.AmendRole, target, { revision, words });
}

export function removeRole(target: bigint, revision = 1n): Change {
  return change(Kind.RemoveRole, target, { revision });
}

export function adoptPolicy(target: bigint, title: string, reviewAt = 0n): Change {
  return change(Kind.AdoptPolicy, target, {
    words: { ...NO_WORDS, name: title, text: `We keep ${title}` },
    reviewAt,
  });
}

export function amendPolicy(
  target: bigint,
  revision: bigint,
  title: string,
  reviewAt = 0n,
): Change {
  return change(Kind.AmendPolicy, target, {
    revision,
    words: { ...NO_WORDS, name: title, text: `We now keep ${title}` },
    reviewAt,
  });
}

export function repealPolicy(target: bigint, revision = 1n): Change {
  return change(Kind.RepealPolicy, target, { revision });
}

export function configure(target: bigint, revision: bigint, settings: Partial<Settings>): Change {
  return change(Kind.Configure, target, { revision, settings: { ...NO_SETTINGS, ...settings } });
}
