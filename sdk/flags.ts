/** Bits of a process: what it may write for an organisation. The numbers are the contract's. */
export const Bits = {
  /** Change roles and policies. */
  ROLES: 1,
  /** Change settings. */
  SETTINGS: 2,
  /** Extend the history. */
  RECORD: 4,
  /** Fill offices and, by election, roles. */
  OFFICES: 8,
  /** Hold, stop and decide the objection rounds of other processes. */
  ROUNDS: 16,
  /** Change the processes, the treasury and the rules, by special changes. */
  PROCESSES: 32,
  /** Say that a circle is in breakdown, and who then acts for its offices. */
  BREAKDOWN: 64,
} as const;

/** Flags of a circle's settings. The numbers are the contract's. */
export const Flags = {
  /** Silence is no consent: only confirmations adopt. An anchor passes it on and does not follow it itself. */
  WINDOWLESS: 1,
  /** Nobody stops a proposal by asking for a meeting. */
  ASYNC_ONLY: 2,
  /** A proposal that only makes the record say what happens already needs no example. */
  REALITY: 4,
  /** Any partner may be elected facilitator or secretary, not members alone. */
  ANY_PARTNER: 8,
  /** A lead of the circle may not be its facilitator. */
  NO_LEAD_FACILITATOR: 16,
  /** The circle's roles are filled by election too. */
  ELECTIVE: 32,
  /** Of an anchor, for ever once set: no circle may set `ASYNC_ONLY`. */
  MEETING_RIGHT: 64,
  /** Of an anchor, for ever as founded: the ratifiers sign every amendment of the rules. */
  RATIFIERS_SIGN: 128,
  /** Who assigns in the circle also redirects what is said of it, in its leads' place. */
  PLACES_REDIRECTING: 256,
  /** Who assigns in the circle also decrees and directs in it, in its leads' place. */
  PLACES_DIRECTING: 512,
} as const;

/** The articles of a rule set, each adopted or not. The numbers are the contract's. */
export const Articles = {
  /** What there is at all. Always adopted. */
  STRUCTURE: 1,
  /** Without it the leads of each circle set the duties of working together. */
  COOPERATION: 2,
  /** Without it the meetings that there are go on. */
  MEETINGS: 4,
  /** Without it whoever fills a role follows the leads of its circle. */
  AUTHORITY: 8,
  /** Without it the leads of a circle alone change its governance. */
  GOVERNANCE: 16,
} as const;

/** Every article. */
export const ALL_ARTICLES = 31;

/** Tags of a policy: what kinds it is, and how far it reaches. The numbers are the contract's. */
export const Tags = {
  /** It limits the authority of roles. */
  CONSTRAINT: 1,
  /** It grants authority of the circle or of its leads. */
  GRANT: 2,
  /** It allows or limits an impact on a domain. */
  DOMAIN: 4,
  /** It changes a rule that is marked as changeable. */
  DEFAULT: 8,
  /** Of one that constrains or grants: in this circle alone, not in those inside. */
  HERE_ALONE: 16,
  /** Of one that changes a default: in the circles inside too. */
  INSIDE_TOO: 32,
  /** With `INSIDE_TOO`: circles inside may not override it. */
  BINDING: 64,
} as const;

/** Whether a bit, a flag or a tag is set. */
export function has(set: number, one: number): boolean {
  return (set & one) !== 0;
}

/** Marks of a role that is linked, or followed by linked ones. */
export const LinkMarks = {
  /** Linked roles follow it. */
  FOLLOWED: 1,
  /** It follows another role. */
  LINKED: 2,
  /** Somebody outside chooses who fills it. */
  APPOINTED: 4,
} as const;
