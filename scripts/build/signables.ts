/** A core and the acts of people that it takes. */
interface Core {
  /** Its name in a deployment. */
  readonly core: string;
  readonly contract: string;
  /** Each act, with why the core itself never takes the same act twice; null where it could, so that it has a nonce. */
  readonly acts: Readonly<Record<string, string | null>>;
}

/** Every act that can be signed. A test compares it with the functions of the contracts. */
export const SIGNABLES: readonly Core[] = [
  {
    core: "circles",
    contract: "Circles",
    acts: {
      offer: null,
      withdrawOffer: null,
      accept: null,
      resign: null,
      takeVoice: null,
      revoke: null,
    },
  },
  {
    core: "partners",
    contract: "Partners",
    acts: {
      openVault: "a circle opens its vault once",
      inheritVault: null,
      invite: null,
      agree: null,
      leaveOrganisation: null,
      expel: null,
      declareOpenness: null,
    },
  },
  {
    core: "founding",
    contract: "Founding",
    acts: {
      found: "the vault of this founder and salt is taken then",
      write: "it names the write before it",
      ratify: "a ratifier ratifies each write once",
      signAmendment: "each place signs an amendment once",
      succeed: null,
      dissolve: "an organisation is dissolved once",
    },
  },
  {
    core: "offices",
    contract: "Offices",
    acts: {
      appoint: null,
      resign: null,
      nameSurrogate: null,
      standIn: null,
      permit: null,
      endPermission: null,
    },
  },
  {
    core: "consent",
    contract: "Consent",
    acts: {
      propose: null,
      amend: null,
      withdraw: "a proposal ends once",
      object: "a member objects to each version once",
      withdrawObjection: null,
      resolve:
        "an objection to an earlier version is resolved once, and raised against this one at most",
      confirm: "a version is confirmed once before objecting to it and once after",
      enact: "a proposal ends once",
    },
  },
  {
    core: "facilitation",
    contract: "Facilitation",
    acts: {
      remark: null,
      requestMeeting: "a member asks for a meeting about each proposal once",
      requestTest: null,
      uphold: null,
      rule: null,
      discard: null,
      drop: null,
      second: null,
      appeal: null,
      decide: null,
      settle: null,
    },
  },
  {
    core: "elections",
    contract: "Elections",
    acts: {
      call: null,
      open: "nominations open once",
      nominate: "a member nominates once in each election",
      share: "a nomination is shared once",
      changeNomination: "a nomination is changed once",
      count: null,
      passOver: null,
      choose: null,
      confirm: null,
      object: null,
      withdrawCandidateObjection: null,
      discard: null,
      declareWillingness: null,
      conclude: "an election ends once",
    },
  },
  {
    core: "meetings",
    contract: "Meetings",
    acts: {
      request: null,
      schedule: null,
      cancel: "a meeting is called off once",
      checkIn: null,
      bringGuest: null,
      checkOut: null,
      extend: null,
      refuseExtension: null,
      addItem: null,
      take: null,
      say: null,
      confirmItem: null,
      adopt: "an item is adopted once",
    },
  },
  {
    core: "leads",
    contract: "Leads",
    acts: {
      decree: null,
      instruct: null,
      redirect: null,
      focus: null,
      publish: null,
      unlink: "a link ends once",
    },
  },
  {
    core: "allowances",
    contract: "Allowances",
    acts: {
      takeBudget: null,
      spendBudget: null,
      confirmSpending: null,
      usePower: null,
      takePower: null,
    },
  },
  {
    core: "rulings",
    contract: "Rulings",
    acts: {
      askInterpretation: null,
      interpret: "an interpretation is first ruled on once",
      appealInterpretation: null,
      reviewInterpretation: "nobody rules twice on an interpretation",
      requestStrike: null,
      clearGovernance: "a request to strike is answered once",
      strikeGovernance: "a request to strike is answered once",
      appealStrike: "a strike is appealed against once",
      decideStrike: "an appeal against a strike is decided once",
      carryOutStrike: "a strike is carried out once",
    },
  },
  {
    core: "breakdowns",
    contract: "Breakdowns",
    acts: {
      askAudit: null,
      declareBreakdown: null,
      takeOver: null,
      addLead: null,
      declareRestored: null,
      overturnBreakdown: null,
      escalateBreakdown: null,
    },
  },
  {
    core: "initiatives",
    contract: "Initiatives",
    acts: { declareInitiative: null, askToRefrain: null, liftRefrain: null },
  },
  {
    core: "treasury",
    contract: "Treasury",
    acts: {
      announce: null,
      escalate: "a person escalates an announcement once",
      reverse: "an escalation is reversed once, and never raised again",
      revoke: "an announcement ends once",
      act: "an announcement ends once",
      lapse: "an announcement ends once",
      draw: null,
      passOn: null,
      endGrant: "a grant ends once",
    },
  },
];
