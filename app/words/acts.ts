import { changesTitle, policyName, roleName } from "#app/words/changes.ts";
import { countText } from "#app/words/lists.ts";
import { circlePath, electionPath, meetingPath, proposalPath, rolePath } from "#app/words/paths.ts";
import { wordsAt } from "#app/words/revisions.ts";
import { dayText, momentText, spanText } from "#app/words/time.ts";
import { deedInShort, linkInShort, partInShort } from "#sdk/acts/describe.ts";
import {
  articleNames,
  BREAKDOWN_REASONS,
  bitNames,
  DISCARD_REASONS,
  DROP_REASONS,
  ITEM_STEPS,
  nameIn,
  OFFICE_NAMES,
  PARTNER_KINDS,
  REMARK_VERBS,
  STRIKE_REASONS,
  seatName,
  TIES,
} from "#sdk/acts/names.ts";
import { DECLINE, VERBS } from "#sdk/acts/verbs.ts";
import { BreakdownReason } from "#sdk/chronicle/breakdowns.ts";
import type { Act, ActOf, EventName, Payment } from "#sdk/chronicle/events.ts";
import { RemarkKind } from "#sdk/chronicle/judgements.ts";
import { readLinkTerms } from "#sdk/chronicle/links.ts";
import { Rank } from "#sdk/chronicle/offices.ts";
import type { Organisation, Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import { PaymentKind } from "#sdk/chronicle/paymentKind.ts";

/** A part of a sentence: plain, a name, or something to follow. */
export interface Part {
  readonly text: string;
  readonly name?: boolean;
  readonly href?: string;
}

/** The shape that stands before an act in the history. */
export type ActGlyph =
  | "open"
  | "objected"
  | "adopted"
  | "enacted"
  | "said"
  | "withdrawn"
  | "lapsed"
  | "escalated"
  | "money"
  | "circle"
  | "filled"
  | "unfilled"
  | "agent"
  | "elected"
  | "discarded"
  | "question"
  | "waiting";

/** What the history tells of one act. */
export interface Told {
  readonly parts: readonly Part[];
  readonly glyph: ActGlyph;
  /** What was written with it: a purpose, a reason. */
  readonly quote?: string;
  readonly about: "rules" | "money" | "people";
  /** The circle in which it happened; null for the organisation. */
  readonly circle: bigint | null;
}

/** What telling an act needs to know. */
export interface Teller {
  readonly organisation: Organisation;
  readonly nameOf: (person: Act["actor"]) => string;
  readonly moneyOf: (payment: Pick<Payment, "token" | "amount">) => string;
  /** The proposal, election or meeting on whose page it is told: there it needs no name. */
  readonly here?: bigint;
}

type Tell<name extends EventName> = (act: ActOf<name>, teller: Teller) => Told;

const people = { about: "people", circle: null } as const;

const TELL: { readonly [name in EventName]: Tell<name> } = {
  // Founding, partners, assignments
  Founded: (act, to) =>
    told(act, to, "circle", [` ${VERBS.found.past} ${act.args.words.name}.`], people),
  Written: (act, to) =>
    told(act, to, "circle", [` ${VERBS.write.past} a part of the first structure.`], people),
  Ratified: (act, to) => {
    const { past } = VERBS.ratify;
    return act.args.complete
      ? told(act, to, "enacted", [` ${past} the first structure. The founding is over.`], people)
      : told(act, to, "said", [` ${past} the first structure.`], people);
  },
  AmendmentSigned: (act, to) =>
    told(act, to, "said", [` ${VERBS.signAmendment.past} an amendment of the rules.`], people),
  RatifierSucceeded: (act, to) => {
    const rest = [
      ` ${VERBS.succeed.past} `,
      person(to, act.args.successor),
      " to sign amendments of the rules from now on.",
    ];
    return told(act, to, "said", rest, people);
  },
  Dissolved: (act, to) =>
    told(act, to, "enacted", [` ${VERBS.dissolve.past} the organisation.`], people),
  RulesAmended: (act) => {
    const { version, articles } = act.args;
    const rest = `Version ${version} of the rules is in force, with the articles ${articleNames(articles).join(", ")}.`;
    return bare([rest], "enacted", null);
  },
  ProcessSet: (act) => {
    const { process, bits, endsAt } = act.args;
    const may = bitNames(bits).join(", ");
    return endsAt === 0
      ? bare([`The process ${process} may ${may}.`], "enacted", null)
      : bare([`The process ${process} finishes, and ends on ${dayText(endsAt)}.`], "enacted", null);
  },
  TreasurySet: (act) =>
    bare([`The vaults obey the treasury ${act.args.treasury}.`], "enacted", null),
  Expelled: (act, to) => {
    const rest = [` ${VERBS.expel.past} `, person(to, act.args.person), "."];
    return { ...told(act, to, "withdrawn", rest, people), quote: act.args.reason };
  },
  Decreed: (act, to) => {
    const rest = [` ${VERBS.decree.past} as a lead of `, circle(to, act.subject), "."];
    const where = { about: "rules", circle: act.subject } as const;
    return { ...told(act, to, "enacted", rest, where), quote: act.args.reason };
  },
  Directed: (act, to) => {
    const rest = [` ${VERBS.instruct.past} whoever fills `, role(to, act.subject), "."];
    return {
      ...told(act, to, "said", rest, inCircleOf(to, act.subject)),
      quote: act.args.direction,
    };
  },
  Redirected: (act, to) => {
    const meant = act.args.role === 0n ? ["the circle itself"] : [role(to, act.args.role)];
    const rest = [
      ` ${VERBS.redirect.past} what is said of `,
      circle(to, act.subject),
      " to ",
      ...meant,
      ".",
    ];
    return told(act, to, "said", rest, { about: "rules", circle: act.subject });
  },
  Focused: (act, to) => {
    const { person: who, focus } = act.args;
    const rest = [
      ` ${VERBS.focus.past} the assignment of `,
      person(to, who),
      " to ",
      role(to, act.subject),
      focus === "" ? ": it has none any more." : ".",
    ];
    const said = told(act, to, "filled", rest, inCircleOf(to, act.subject));
    return focus === "" ? said : { ...said, quote: focus };
  },
  LinkEnded: (act, to) => {
    const rest = [` ${VERBS.unlink.past} `, role(to, act.subject), "."];
    return told(act, to, "enacted", rest, inCircleOf(to, act.subject));
  },
  Published: (act, to) => {
    const rest = [` ${VERBS.publish.past} policies on what `, role(to, act.subject), " controls."];
    return told(act, to, "enacted", rest, { about: "rules", circle: act.subject });
  },
  Invited: (act, to) => {
    const { person: who, kind, custodian } = act.args;
    const as = kind === PartnerKind.Person ? [] : [` as ${nameIn(PARTNER_KINDS, kind)}`];
    const agent = kind === PartnerKind.Agent;
    const answers = agent ? [", for whom ", person(to, custodian), " answers"] : [];
    const rest = [` ${VERBS.invite.past} `, person(to, who), ...as, ...answers, "."];
    return told(act, to, agent ? "agent" : "filled", rest, people);
  },
  Agreed: (act, to) =>
    told(act, to, "said", [` ${VERBS.agree.past} the rules and is a partner.`], people),
  Left: (act, to) =>
    told(act, to, "withdrawn", [` ${VERBS.leaveOrganisation.past} the organisation.`], people),
  OpennessDeclared: (act, to) => {
    const open = act.args.open ? "to be open" : "to be no longer open";
    const rest = [` ${VERBS.declareOpenness.past} ${open} to assignments.`];
    return told(act, to, "said", rest, people);
  },
  Offered: (act, to) =>
    told(
      act,
      to,
      "unfilled",
      [` ${VERBS.offer.past} `, role(to, act.subject), " to ", person(to, act.args.person), "."],
      inCircleOf(to, act.subject),
    ),
  OfferWithdrawn: (act, to) => {
    const declined = same(act.actor, act.args.person);
    const rest = declined
      ? [` ${DECLINE.past} `, role(to, act.subject), "."]
      : [
          ` ${VERBS.withdrawOffer.past} the offer of `,
          role(to, act.subject),
          " to ",
          person(to, act.args.person),
          ".",
        ];
    return told(act, to, "withdrawn", rest, inCircleOf(to, act.subject));
  },
  Assigned: (act, to) => {
    const accepted = same(act.actor, act.args.person);
    const rest = accepted
      ? [` ${VERBS.accept.past} `, role(to, act.subject), "."]
      : [" gave ", role(to, act.subject), " to ", person(to, act.args.person), "."];
    return told(act, to, "filled", rest, inCircleOf(to, act.subject));
  },
  Unassigned: (act, to) => {
    const resigned = same(act.actor, act.args.person);
    const rest = resigned
      ? [` ${VERBS.resign.past} `, role(to, act.subject), "."]
      : [
          ` ${VERBS.revoke.past} the assignment of `,
          person(to, act.args.person),
          " to ",
          role(to, act.subject),
          ".",
        ];
    return told(act, to, "unfilled", rest, inCircleOf(to, act.subject));
  },
  VoiceTaken: (act, to) => {
    const rest = [` ${VERBS.takeVoice.past} the voice of `, role(to, act.subject), "."];
    return told(act, to, "said", rest, inCircleOf(to, act.subject));
  },
  Represented: (act, to) =>
    bare(
      [person(to, act.args.person), " represents ", circle(to, act.subject), " from now on."],
      "elected",
      act.subject,
      "people",
    ),
  RepresentationEnded: (act, to) =>
    bare(
      [person(to, act.args.person), " no longer represents ", circle(to, act.subject), "."],
      "unfilled",
      act.subject,
      "people",
    ),

  // What the record says
  RoleCreated: (act, to) =>
    bare(
      [role(to, act.subject), " was created in ", circle(to, act.args.circle), "."],
      "enacted",
      act.args.circle,
    ),
  RoleRemoved: (act, to) => {
    const at = inCircleOf(to, act.subject).circle;
    const where = at === null ? [] : [" in ", circle(to, at)];
    return bare([role(to, act.subject), " was removed", ...where, "."], "enacted", at);
  },
  RoleLinked: (act, to) => {
    const { circle: at, terms } = act.args;
    const { appointer = null } = readLinkTerms(to.organisation.number, terms) ?? {};
    const how = linkInShort(viewFor(to, ...(appointer === null ? [] : [appointer])), at, terms);
    return bare(
      [role(to, act.subject), " was linked into ", circle(to, at), `, ${how}.`],
      "enacted",
      at,
    );
  },
  RoleUnlinked: (act, to) => {
    const at = inCircleOf(to, act.subject).circle;
    const where = at === null ? [] : [" from ", circle(to, at)];
    return bare([role(to, act.subject), " was unlinked", ...where, "."], "enacted", at);
  },
  RoleMoved: (act, to) =>
    bare(
      [role(to, act.subject), " was moved into ", circle(to, act.args.circle), "."],
      "enacted",
      act.args.circle,
    ),
  Added: (act, to) => {
    const { part, words } = act.args;
    const nothing = words.domains.length + words.accountabilities.length === 0;
    const what = nothing ? " no longer adds anything to " : " adds to ";
    return bare([circle(to, act.subject), what, partInShort(part), "."], "enacted", act.subject);
  },
  RoleLimited: (act, to) => {
    const { limit } = act.args;
    const who = limit === 0 ? "all who fill it" : countText(limit, "person", "people");
    const rest = [`From now on ${who} may speak for `, role(to, act.subject), "."];
    return bare(rest, "enacted", inCircleOf(to, act.subject).circle);
  },
  PolicyAdopted: (act, to) =>
    bare(
      [`“${act.args.words.name}” became a policy of `, circle(to, act.args.circle), "."],
      "enacted",
      act.args.circle,
    ),
  PolicyRepealed: (act, to) => {
    const at = to.organisation.repealedPolicies.get(act.subject)?.circle ?? null;
    return bare([`“${policyName(to.organisation, act.subject)}” was repealed.`], "enacted", at);
  },
  PolicyMoved: (act, to) =>
    bare(
      [
        `“${policyName(to.organisation, act.subject)}” was moved into `,
        circle(to, act.args.circle),
        ".",
      ],
      "enacted",
      act.args.circle,
    ),
  Inscribed: (act, to) => {
    const old = wordsAt(to.organisation, act.subject, act.args.revision - 1)?.name;
    const { name } = act.args.words;
    const renamed = old !== undefined && old !== name ? `, before ${old},` : "";
    return bare(
      [
        policyOrRole(to, act.subject, name),
        `${renamed} reads anew: revision ${act.args.revision}.`,
      ],
      "enacted",
      inCircleOf(to, act.subject).circle,
    );
  },
  SettingsSet: (act, to) => {
    const { window } = act.args.settings;
    const span = window === 0 ? "the anchor’s window" : `a window of ${spanText(window)}`;
    const rest = ` has ${span} now, by revision ${act.args.revision} of its settings.`;
    return bare([circle(to, act.subject), rest], "enacted", act.subject);
  },

  // Proposals
  Proposed: (act, to) => {
    const { adopted, asRole, circle: at, reasons } = act.args;
    const what = to.here === act.subject ? "version 1" : proposal(to, act.subject);
    const end = adopted ? ": adopted at once, for nobody else is asked." : ".";
    const rest = [` ${VERBS.propose.past} `, what, ...speaking(to, asRole), end];
    const more = { about: "rules", circle: at, quote: reasons.tension } as const;
    return told(act, to, adopted ? "adopted" : "open", rest, more);
  },
  Amended: (act, to) =>
    told(
      act,
      to,
      "open",
      [
        ` ${VERBS.amend.past} `,
        proposal(to, act.subject),
        `: version ${act.args.version}, with a full new window.`,
      ],
      { ...about(to, act.subject), quote: act.args.integrates },
    ),
  Objected: (act, to) => {
    const { objection, asRole, version } = act.args;
    const what = to.here === act.subject ? `version ${version}` : proposal(to, act.subject);
    const rest = [` ${VERBS.object.past} `, what, ...speaking(to, asRole), "."];
    const quote = objection.rule === "" ? objection.harm : objection.rule;
    return told(act, to, "objected", rest, { ...about(to, act.subject), quote });
  },
  ObjectionWithdrawn: (act, to) =>
    told(
      act,
      to,
      "withdrawn",
      [` ${VERBS.withdrawObjection.past} the objection to `, proposal(to, act.subject), "."],
      about(to, act.subject),
    ),
  Resolved: (act, to) =>
    told(
      act,
      to,
      act.args.adopted ? "adopted" : "said",
      [
        ` ${VERBS.resolve.past} the objection: version ${act.args.version} of `,
        proposal(to, act.subject),
        act.args.adopted ? " integrates it, which adopted it." : " integrates it.",
      ],
      about(to, act.subject),
    ),
  Confirmed: (act, to) =>
    told(
      act,
      to,
      act.args.adopted ? "adopted" : "said",
      [
        ` ${VERBS.confirm.past} `,
        proposal(to, act.subject),
        act.args.adopted ? ": the last answer, which adopted it." : ".",
      ],
      about(to, act.subject),
    ),
  Withdrawn: (act, to) =>
    told(
      act,
      to,
      "withdrawn",
      [` ${VERBS.withdraw.past} `, proposal(to, act.subject), "."],
      about(to, act.subject),
    ),
  Enacted: (act, to) =>
    told(
      act,
      to,
      "enacted",
      [` ${VERBS.enact.past} `, proposal(to, act.subject), "."],
      about(to, act.subject),
    ),
  Held: (act, to) =>
    outcome(act, to, "waiting", [
      ...(to.here === act.subject ? ["Its window"] : ["The window of ", proposal(to, act.subject)]),
      ` stays open until ${momentText(act.args.closesAt)}, for a judgement is open.`,
    ]),
  Suspended: (act, to) =>
    outcome(act, to, "waiting", [
      "Only a meeting adopts ",
      proposal(to, act.subject),
      ` before ${momentText(act.args.suspendedUntil)}; then a full window runs.`,
    ]),
  AdoptedInMeeting: (act, to) =>
    outcome(act, to, "adopted", [
      `Version ${act.args.version} of `,
      proposal(to, act.subject),
      " was adopted by a meeting.",
    ]),
  ObjectionDiscarded: (act, to) =>
    outcome(act, to, "discarded", [
      "The objection of ",
      person(to, act.args.objector),
      " to ",
      proposal(to, act.subject),
      " is discarded for good.",
    ]),
  Stopped: (act, to) =>
    outcome(act, to, "objected", [
      part(proposal(to, act.subject), "It"),
      " is stopped while it is judged whether it is valid at all.",
    ]),
  Released: (act, to) =>
    outcome(act, to, "open", [
      part(proposal(to, act.subject), "It"),
      ` goes on, until ${momentText(act.args.closesAt)}.`,
    ]),
  Dropped: (act, to) =>
    outcome(act, to, "discarded", [part(proposal(to, act.subject), "It"), " is dropped for good."]),

  // What is said and judged about proposals
  Remarked: (act, to) => {
    const { kind, about: objector, text } = act.args;
    const { past } = REMARK_VERBS[kind as RemarkKind];
    const rest = [` ${past} `, ...judged(to, act.subject, objector), "."];
    const glyph = kind === RemarkKind.Question ? "question" : "said";
    return told(act, to, glyph, rest, { ...about(to, act.subject), quote: text });
  },
  MeetingRequested: (act, to) =>
    told(
      act,
      to,
      "waiting",
      [` ${VERBS.requestMeeting.past} a meeting about `, proposal(to, act.subject), "."],
      { ...about(to, act.subject), quote: act.args.text },
    ),
  TestRequested: (act, to) =>
    told(
      act,
      to,
      "question",
      [` ${VERBS.requestTest.past} a test of `, ...judged(to, act.subject, act.args.objector), "."],
      about(to, act.subject),
    ),
  ObjectionUpheld: (act, to) =>
    told(
      act,
      to,
      "objected",
      [
        ` ${VERBS.upholdObjection.past} `,
        ...judged(to, act.subject, act.args.objector),
        ": it gives every argument it needs.",
      ],
      { ...about(to, act.subject), quote: act.args.text },
    ),
  ViolationRuled: (act, to) => {
    const { objector, violates, text } = act.args;
    const what = violates ? "would break" : "would not break";
    const rest = [
      ` ${VERBS.ruleViolation.past} that adopting `,
      proposal(to, act.subject),
      ` ${what} the rule that `,
      person(to, objector),
      " names.",
    ];
    const glyph = violates ? "objected" : "said";
    return told(act, to, glyph, rest, { ...about(to, act.subject), quote: text });
  },
  DiscardJudged: (act, to) => {
    const { objector, reason, text } = act.args;
    const rest = [
      ` ${VERBS.discardObjection.past} that `,
      ...judged(to, act.subject, objector),
      ` is to be discarded: ${nameIn(DISCARD_REASONS, reason)}.`,
    ];
    return told(act, to, "discarded", rest, { ...about(to, act.subject), quote: text });
  },
  DropJudged: (act, to) => {
    const { reason, text } = act.args;
    const rest = [
      ` ${VERBS.dropProposal.past} that `,
      proposal(to, act.subject),
      ` is to be dropped: ${nameIn(DROP_REASONS, reason)}.`,
    ];
    return told(act, to, "discarded", rest, { ...about(to, act.subject), quote: text });
  },
  Seconded: (act, to) => {
    const what = judged(to, act.subject, act.args.about);
    const rest = [` ${VERBS.secondJudgement.past} the judgement about `, ...what, "."];
    return told(act, to, "said", rest, about(to, act.subject));
  },
  Appealed: (act, to) => {
    const { about: objector, rung, text } = act.args;
    const rest = [
      ` ${VERBS.appeal.past} the judgement about `,
      ...judged(to, act.subject, objector),
      ", to the secretary of ",
      circle(to, rung),
      ".",
    ];
    return told(act, to, "escalated", rest, { ...about(to, act.subject), quote: text });
  },
  AppealDecided: (act, to) => {
    const { about: objector, upheld, text } = act.args;
    const rest = [
      ` ${VERBS.decideAppeal.past} the appeal about `,
      ...judged(to, act.subject, objector),
      upheld ? ": the judgement stands." : ": the judgement is overturned.",
    ];
    const glyph = upheld ? "discarded" : "open";
    return told(act, to, glyph, rest, { ...about(to, act.subject), quote: text });
  },
  JudgementSettled: (act, to) => {
    const { about: objector, final_: stands } = act.args;
    const rest = [
      ` ${VERBS.settleJudgement.past} the judgement about `,
      ...judged(to, act.subject, objector),
      stands ? ": it stands." : ": it has no effect.",
    ];
    return told(act, to, stands ? "discarded" : "open", rest, about(to, act.subject));
  },

  // Offices
  Installed: (act, to) => {
    const { office, index, holder, until } = act.args;
    const end = until === 0 ? "." : ` until ${dayText(until)}.`;
    const rest = [
      person(to, holder),
      ` is ${seatName(office, index)} of `,
      circle(to, act.subject),
      end,
    ];
    return bare(rest, "elected", act.subject, "people");
  },
  OfficeResigned: (act, to) => {
    const { office, index } = act.args;
    const what = ` ${VERBS.resignOffice.past} ${seatName(office, index)} of `;
    return told(act, to, "unfilled", [what, circle(to, act.subject), "."], inCircle(act.subject));
  },
  SurrogateNamed: (act, to) => {
    const { office, person: who } = act.args;
    const whom = isNobody(who) ? "nobody" : person(to, who);
    const rest = [
      ` ${VERBS.nameSurrogate.past} `,
      whom,
      ` to stand in first as ${nameIn(OFFICE_NAMES, office)} of `,
      circle(to, act.subject),
      ".",
    ];
    return told(act, to, "said", rest, inCircle(act.subject));
  },
  StandInDeclared: (act, to) => {
    const { office, matter, rank, effectiveFrom } = act.args;
    if (rank === Rank.None) {
      const acts = [
        ` acts as ${nameIn(OFFICE_NAMES, office)} of `,
        circle(to, act.subject),
        " in ",
        ...matterOf(to, matter),
        ": nobody stands in.",
      ];
      return told(act, to, "waiting", acts, inCircle(act.subject));
    }
    const rest = [
      ` ${VERBS.standIn.past} as ${nameIn(OFFICE_NAMES, office)} of `,
      circle(to, act.subject),
      " in ",
      ...matterOf(to, matter),
      `, from ${momentText(effectiveFrom)}.`,
    ];
    return told(act, to, "waiting", rest, inCircle(act.subject));
  },
  Permitted: (act, to) => {
    const { person: who, until } = act.args;
    const rest = [
      ` ${VERBS.permit.past} `,
      person(to, who),
      " to represent ",
      role(to, act.subject),
      ` until ${dayText(until)}.`,
    ];
    return told(act, to, "said", rest, inCircleOf(to, act.subject));
  },
  PermissionEnded: (act, to) => {
    const rest = [
      ` ${VERBS.endPermission.past} the permission of `,
      person(to, act.args.person),
      " to represent ",
      role(to, act.subject),
      ".",
    ];
    return told(act, to, "withdrawn", rest, inCircleOf(to, act.subject));
  },

  // Rulings
  InterpretationAsked: (act, to) => {
    const { circle: at, object, question } = act.args;
    const rest = [
      ` ${VERBS.askInterpretation.past} an interpretation of `,
      ...ruledOn(to, object),
      " by the secretary of ",
      circle(to, at),
      ".",
    ];
    return told(act, to, "question", rest, { about: "rules", circle: at, quote: question });
  },
  Interpreted: (act, to) =>
    inInterpretation(act, to, "said", [` ${VERBS.interpret.past} `], ".", act.args.text),
  InterpretationAppealed: (act, to) => {
    const rest = [` ${VERBS.appealInterpretation.past} the interpretation of `];
    return inInterpretation(act, to, "escalated", rest, ", one circle further out.", act.args.text);
  },
  InterpretationReviewed: (act, to) => {
    const end = act.args.upheld ? ": it is upheld." : ": it is overruled.";
    const rest = [` ${VERBS.reviewInterpretation.past} the interpretation of `];
    return inInterpretation(act, to, "said", rest, end, act.args.text);
  },
  StrikeRequested: (act, to) => {
    const { circle: at, object, text } = act.args;
    const rest = [
      ` ${VERBS.requestStrike.past} the secretary of `,
      circle(to, at),
      " whether ",
      ...ruledOn(to, object),
      " breaks the rules.",
    ];
    return told(act, to, "question", rest, { about: "rules", circle: at, quote: text });
  },
  GovernanceCleared: (act, to) => {
    const rest = [` ${VERBS.clearGovernance.past} that no rule is broken by `];
    return inStrike(act, to, "adopted", rest, ".", act.args.text);
  },
  GovernanceStruck: (act, to) => {
    const { reason, rule, text } = act.args;
    const why = `: ${nameIn(STRIKE_REASONS, reason)} (“${inQuotes(rule)}”).`;
    return inStrike(act, to, "discarded", [` ${VERBS.strikeGovernance.past} `], why, text);
  },
  StrikeAppealed: (act, to) => {
    const rest = [` ${VERBS.appealStrike.past} the strike of `];
    return inStrike(act, to, "escalated", rest, ", which waits.", act.args.text);
  },
  StrikeDecided: (act, to) => {
    const { upheld, text } = act.args;
    const rest = [` ${VERBS.decideStrike.past} that the strike of `];
    const end = upheld ? " stands." : " falls.";
    return inStrike(act, to, upheld ? "discarded" : "open", rest, end, text);
  },
  StrikeCarriedOut: (act, to) =>
    inStrike(act, to, "enacted", [` ${VERBS.carryOutStrike.past} the strike of `], "."),

  // Breakdowns
  AuditAsked: (act, to) => {
    const rest = [
      ` ${VERBS.askAudit.past} the facilitator of `,
      circle(to, act.subject),
      " to look whether it keeps the rules.",
    ];
    return told(act, to, "question", rest, { ...inCircle(act.subject), quote: act.args.text });
  },
  BreakdownDeclared: (act, to) => {
    const { by, reason, text } = act.args;
    const where = { ...inCircle(act.subject), quote: text };
    if (reason === BreakdownReason.Unresolved) {
      const carried = [
        ` ${VERBS.escalateBreakdown.past} the breakdown of `,
        circle(to, by),
        " to ",
        circle(to, act.subject),
        ", which is in breakdown too.",
      ];
      return told(act, to, "escalated", carried, where);
    }
    const rest = [
      ` ${VERBS.declareBreakdown.past}, for an office of `,
      circle(to, by),
      ", that ",
      circle(to, act.subject),
      ` is in breakdown, because ${nameIn(BREAKDOWN_REASONS, reason)}.`,
    ];
    return told(act, to, "objected", rest, where);
  },
  OfficeTakenOver: (act, to) => {
    const { office } = act.args;
    const rest = [
      ` ${VERBS.takeOver.past} the office of ${nameIn(OFFICE_NAMES, office)} of `,
      circle(to, act.subject),
      " until due process is restored.",
    ];
    return told(act, to, "waiting", rest, inCircle(act.subject));
  },
  LeadAdded: (act, to) => {
    const { lead } = act.args;
    const whom = isNobody(lead) ? "nobody any more" : person(to, lead);
    const rest = [` ${VERBS.addLead.past} `, whom, " to those who lead "];
    return told(act, to, "filled", [...rest, circle(to, act.subject), "."], inCircle(act.subject));
  },
  BreakdownEnded: (act, to) => {
    const { overturned, text } = act.args;
    const at = circle(to, act.subject);
    const rest = overturned
      ? [` ${VERBS.overturnBreakdown.past} the breakdown of `, at, "."]
      : [` ${VERBS.declareRestored.past} due process in `, at, " restored."];
    return told(act, to, "adopted", rest, { ...inCircle(act.subject), quote: text });
  },

  // Initiatives
  InitiativeDeclared: (act, to) => {
    const { asRole, breaks, statements } = act.args;
    const broken = breaks === 0n ? [] : [", which breaks ", ...ruledOn(to, breaks)];
    const rest = [` ${VERBS.declareInitiative.past} an initiative`, ...speaking(to, asRole)];
    const where = { ...inCircleOf(to, asRole), quote: statements.what };
    return told(act, to, "escalated", [...rest, ...broken, "."], where);
  },
  RefrainAsked: (act, to) => {
    const { role: affected, text } = act.args;
    const rest = [
      ` ${VERBS.askToRefrain.past},`,
      ...speaking(to, affected),
      ", to refrain from acts like ",
      ...initiative(to, act.subject),
      ".",
    ];
    return told(act, to, "question", rest, { ...inCircleOf(to, affected), quote: text });
  },
  RefrainLifted: (act, to) => {
    const { role: affected } = act.args;
    const rest = [
      ` ${VERBS.liftRefrain.past} what was asked`,
      ...speaking(to, affected),
      " about ",
      ...initiative(to, act.subject),
      ".",
    ];
    return told(act, to, "withdrawn", rest, inCircleOf(to, affected));
  },

  // Elections
  Called: (act, to) => {
    const { subject, reason } = act.args;
    const { circle: at } = subject;
    const rest = [` ${VERBS.callElection.past} an election of `, ...elected(to, subject), "."];
    return told(act, to, "open", rest, { about: "people", circle: at, quote: reason });
  },
  Opened: (act, to) => {
    const { term, tie } = act.args;
    const span = `the term is ${spanText(term)}, and a tie is broken ${nameIn(TIES, tie)}`;
    const rest = [` ${VERBS.openElection.past} the nominations of `, ...election(to, act.subject)];
    return told(act, to, "open", [...rest, `: ${span}.`], electing(to, act.subject));
  },
  Nominated: (act, to) =>
    inElection(act, to, "said", [` ${VERBS.nominate.past} somebody, sealed, in `]),
  Shared: (act, to) =>
    inElection(
      act,
      to,
      "said",
      [` ${VERBS.shareNomination.past} a nomination of `, person(to, act.args.nominee), " in "],
      act.args.reason,
    ),
  NominationChanged: (act, to) =>
    inElection(
      act,
      to,
      "said",
      [
        ` ${VERBS.changeNomination.past} the nomination to `,
        person(to, act.args.nominee),
        ", or kept it, in ",
      ],
      act.args.reason,
    ),
  Tied: (act, to) =>
    inElection(act, to, "question", [
      ` ${VERBS.countNominations.past} the nominations, which tied ${countText(act.args.tied.length, "person", "people")}, in `,
    ]),
  Chosen: (act, to) =>
    inElection(act, to, "said", [
      ` ${VERBS.chooseNominee.past} `,
      person(to, act.args.nominee),
      " among the tied in ",
    ]),
  Counted: (act, to) => {
    const { candidate, nominations } = act.args;
    const { past } = VERBS.countNominations;
    if (isNobody(candidate)) {
      return inElection(act, to, "lapsed", [` ${past} the nominations, and nobody was left, in `]);
    }
    return inElection(act, to, "elected", [
      ` ${past} the nominations: `,
      person(to, candidate),
      ` is proposed, with ${nominations}, in `,
    ]);
  },
  CandidateConfirmed: (act, to) =>
    inElection(act, to, "said", [` ${VERBS.confirmCandidate.past} the candidate in `]),
  CandidateObjected: (act, to) =>
    inElection(
      act,
      to,
      "objected",
      [` ${VERBS.objectToCandidate.past} the candidate in `],
      act.args.reason,
    ),
  CandidateObjectionWithdrawn: (act, to) =>
    inElection(act, to, "withdrawn", [
      ` ${VERBS.withdrawCandidateObjection.past} the objection to the candidate in `,
    ]),
  WillingnessDeclared: (act, to) => {
    const willing = act.args.willing ? "to be willing" : "not to be willing";
    return inElection(act, to, "said", [` ${VERBS.declareWillingness.past} ${willing} in `]);
  },
  CandidateDiscarded: (act, to) => {
    const { candidate, reason } = act.args;
    if (same(act.actor, candidate)) {
      return inElection(act, to, "discarded", [" is no longer proposed in "]);
    }
    const { past } = reason === "" ? VERBS.passOverCandidate : VERBS.discardCandidate;
    const rest = [` ${past} `, person(to, candidate), " in "];
    return inElection(act, to, "discarded", rest, reason);
  },
  Elected: (act, to) =>
    inElection(act, to, "elected", [
      ` ${VERBS.concludeElection.past} it: `,
      person(to, act.args.person),
      ` is elected until ${dayText(act.args.until)}, in `,
    ]),

  // Meetings
  SpecialMeetingRequested: (act, to) =>
    told(
      act,
      to,
      "waiting",
      [` ${VERBS.requestSpecialMeeting.past} a special meeting of `, circle(to, act.subject), "."],
      { about: "rules", circle: act.subject, quote: act.args.purpose },
    ),
  MeetingScheduled: (act, to) => {
    const { circle: at, startsAt, purpose } = act.args;
    const rest = [
      ` ${VERBS.scheduleMeeting.past} a meeting of `,
      circle(to, at),
      ` for ${momentText(startsAt)}.`,
    ];
    return told(act, to, "waiting", rest, { about: "rules", circle: at, quote: purpose });
  },
  MeetingCancelled: (act, to) =>
    inMeeting(act, to, "withdrawn", [` ${VERBS.cancelMeeting.past} `, ...meeting(to, act.subject)]),
  CheckedIn: (act, to) =>
    inMeeting(act, to, "filled", [` ${VERBS.checkIn.past} `, ...meeting(to, act.subject)]),
  GuestBrought: (act, to) =>
    inMeeting(
      act,
      to,
      "filled",
      [
        ` ${VERBS.bringGuest.past} `,
        person(to, act.args.guest),
        " as a guest to ",
        ...meeting(to, act.subject),
      ],
      act.args.tension,
    ),
  CheckedOut: (act, to) =>
    inMeeting(act, to, "unfilled", [` ${VERBS.checkOut.past} `, ...meeting(to, act.subject)]),
  ExtensionProposed: (act, to) =>
    inMeeting(act, to, "waiting", [
      ` ${VERBS.extendMeeting.past} `,
      ...meeting(to, act.subject),
      ` until ${momentText(act.args.extendedTo)}`,
    ]),
  ExtensionRefused: (act, to) =>
    inMeeting(act, to, "withdrawn", [
      ` ${VERBS.refuseExtension.past} to go on with `,
      ...meeting(to, act.subject),
    ]),
  ItemAdded: (act, to) => {
    const { meeting: at, label, proposal: on } = act.args;
    const what = on === 0n ? [] : [", about ", proposal(to, on)];
    return told(
      act,
      to,
      "open",
      [` ${VERBS.addItem.past} “${label}” on the agenda of `, ...meeting(to, at), ...what, "."],
      meetingOf(to, at),
    );
  },
  StepTaken: (act, to) =>
    aboutItem(act, to, "said", [
      ` ${VERBS.takeStep.past} `,
      item(to, act.subject),
      ` to ${nameIn(ITEM_STEPS, act.args.step)}.`,
    ]),
  Spoken: (act, to) =>
    aboutItem(
      act,
      to,
      "said",
      [` ${VERBS.sayInMeeting.past} something about `, item(to, act.subject), "."],
      act.args.text,
    ),
  ConfirmedInMeeting: (act, to) =>
    aboutItem(act, to, "said", [` ${VERBS.confirmInMeeting.past} `, item(to, act.subject), "."]),
  ItemAdopted: (act, to) =>
    aboutItem(act, to, "adopted", [
      ` ${VERBS.adoptInMeeting.past} the proposal of `,
      item(to, act.subject),
      " in the meeting.",
    ]),

  // Money
  Announced: (act, to) => {
    const { payment, asRole, purpose } = act.args;
    const what = payment.kind === PaymentKind.Money;
    const deed = what
      ? [money(to, payment), " to ", person(to, payment.payee)]
      : [announcedDeed(to, payment)];
    const rest = [` ${VERBS.announce.past} `, ...deed, ...speaking(to, asRole), "."];
    return told(act, to, "money", rest, { ...spending(to, asRole), quote: purpose });
  },
  Escalated: (act, to) => {
    const { circle: at, asRole, reason } = act.args;
    const what = announced(to, act.subject);
    const rest = [` ${VERBS.escalate.past} `, what, ...speaking(to, asRole), "."];
    return told(act, to, "escalated", rest, { about: "money", circle: at, quote: reason });
  },
  Reversed: (act, to) => {
    const own = same(act.actor, act.args.escalator);
    const whose = own ? "their own escalation of " : "the escalation of ";
    const by = own ? [] : [" by ", person(to, act.args.escalator)];
    const what = announced(to, act.subject);
    const rest = [` ${VERBS.reverse.past} ${whose}`, what, ...by, ". Its window began anew."];
    return told(act, to, "open", rest, spendingOf(to, act.subject));
  },
  Revoked: (act, to) =>
    told(
      act,
      to,
      "withdrawn",
      [` ${VERBS.revokeAnnouncement.past} the announcement of `, announced(to, act.subject), "."],
      spendingOf(to, act.subject),
    ),
  Paid: (act, to) =>
    told(
      act,
      to,
      "money",
      [` ${VERBS.pay.past} `, announced(to, act.subject), "."],
      spendingOf(to, act.subject),
    ),
  BudgetTaken: (act, to) => {
    const rest = [
      ` ${VERBS.takeBudget.past} a budget: whoever fills `,
      role(to, act.args.budget.role),
      " pays from it.",
    ];
    return told(act, to, "money", rest, spending(to, act.args.budget.role));
  },
  BudgetSpent: (act, to) => {
    const { payee, amount, purpose } = act.args;
    const rest = [
      ` ${VERBS.spendBudget.past} `,
      allowed(to, act.subject, amount),
      " to ",
      person(to, payee),
      " from a budget.",
    ];
    return { ...told(act, to, "money", rest, { about: "money", circle: null }), quote: purpose };
  },
  SpendingConfirmed: (act, to) => {
    const { payer, payee, amount } = act.args;
    const rest = [
      ` ${VERBS.confirmSpending.past} that `,
      person(to, payer),
      " pays ",
      allowed(to, act.subject, amount),
      " to ",
      person(to, payee),
      ".",
    ];
    return told(act, to, "money", rest, { about: "money", circle: null });
  },
  PowerUsed: (act, to) => {
    const { power } = act.args;
    const what = ` ${VERBS.usePower.past} the contract ${power.target}`;
    const rest = [what, ...speaking(to, power.role), ", by its power."];
    return told(act, to, "money", rest, spending(to, power.role));
  },
  PowerTaken: (act, to) => {
    const { power } = act.args;
    const rest = [
      ` ${VERBS.takePower.past} a power: whoever fills `,
      role(to, power.role),
      ` may call the contract ${power.target}.`,
    ];
    return told(act, to, "money", rest, spending(to, power.role));
  },
  Drawn: (act, to) => {
    const { asRole, payee, purpose } = act.args;
    const rest = [
      ` ${VERBS.draw.past} `,
      person(to, payee),
      " from what ",
      role(to, asRole),
      " was granted.",
    ];
    return { ...told(act, to, "money", rest, spendingOf(to, act.subject)), quote: purpose };
  },
  PassedOn: (act, to) => {
    const rest = [
      ` ${VERBS.passOn.past} a part of what `,
      role(to, act.args.asRole),
      " was granted to ",
      role(to, act.args.role),
      ".",
    ];
    return told(act, to, "money", rest, spendingOf(to, act.subject));
  },
  GrantEnded: (act, to) => {
    const rest = [` ${VERBS.endGrant.past} `, announced(to, act.subject), "."];
    return told(act, to, "withdrawn", rest, spendingOf(to, act.subject));
  },
  VaultOpened: (act, to) => {
    const rest = [` ${VERBS.openVault.past} a vault for `, circle(to, act.subject), "."];
    return told(act, to, "money", rest, { about: "money", circle: act.subject });
  },
  VaultInherited: (act, to) => {
    const rest = [
      ` ${VERBS.inheritVault.past} the vault of a removed circle on to `,
      circle(to, act.subject),
      ".",
    ];
    return told(act, to, "money", rest, { about: "money", circle: act.subject });
  },
  Lapsed: (act, to) =>
    told(
      act,
      to,
      "lapsed",
      [` ${VERBS.lapse.past} the expired announcement of `, announced(to, act.subject), "."],
      spendingOf(to, act.subject),
    ),
};

/** One act in words. */
export function tell(act: Act, teller: Teller): Told {
  const say = TELL[act.name] as (act: Act, teller: Teller) => Told;
  return say(act, teller);
}

/** The plain text of what is told. */
export function plain(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join("");
}

interface About {
  readonly about: Told["about"];
  readonly circle: bigint | null;
  readonly quote?: string;
}

/** An amount of what a budget pays in. */
function allowed(to: Teller, policy: bigint, amount: bigint): Part {
  const token = to.organisation.budgets.get(policy)?.budget.token;
  const text = token === undefined ? `${amount} of a token` : to.moneyOf({ token, amount });
  return { text, name: true };
}

/** What is announced and is no money. */
function announcedDeed(to: Teller, payment: Payment): Part {
  return { text: deedInShort(viewFor(to, payment.payee, payment.token), payment), name: true };
}

/** What a description needs, with the names of these accounts. */
function viewFor({ organisation, nameOf }: Teller, ...accounts: readonly Act["actor"][]) {
  const people = new Map(accounts.map((account) => [account.toLowerCase(), nameOf(account)]));
  return { organisation, people };
}

/** For which role somebody speaks. */
function speaking(to: Teller, asRole: bigint): (string | Part)[] {
  return [" for ", role(to, asRole)];
}

/** A sentence that begins with who acted. */
function told(
  act: Act,
  to: Teller,
  glyph: ActGlyph,
  rest: readonly (string | Part)[],
  { quote, ...about }: About,
): Told {
  const parts = joined([person(to, act.actor), ...rest]);
  return { parts, glyph, ...about, ...(quote === undefined || quote === "" ? {} : { quote }) };
}

/** A sentence about what the record now says; whoever enacted it stands in the act before. */
function bare(
  parts: readonly (string | Part)[],
  glyph: ActGlyph,
  at: bigint | null,
  kind: Told["about"] = "rules",
): Told {
  return { parts: joined(parts), glyph, about: kind, circle: at };
}

/** The same about what became of a proposal; whoever judged, asked or met stands in the act before. */
function outcome(act: Act, to: Teller, glyph: ActGlyph, parts: readonly (string | Part)[]): Told {
  return bare(parts, glyph, about(to, act.subject).circle);
}

/** A part that begins a sentence, where it may be a pronoun. */
function part(named: Part, pronoun: string): Part {
  return named.text === pronoun.toLowerCase() ? { ...named, text: pronoun } : named;
}

/** What a judgement is about: a proposal, or somebody's objection to it. */
function judged(to: Teller, id: bigint, objector: Act["actor"]): (string | Part)[] {
  if (isNobody(objector)) return [proposal(to, id)];
  return ["the objection of ", person(to, objector), " to ", proposal(to, id)];
}

/** What is elected: an office of a circle, or who fills a role. */
function elected(
  to: Teller,
  { circle: at, role: filled, office, index }: ActOf<"Called">["args"]["subject"],
): (string | Part)[] {
  if (filled !== 0n) return ["who fills ", role(to, filled)];
  return [`the ${seatName(office, index)} of `, circle(to, at)];
}

function election(to: Teller, id: bigint): (string | Part)[] {
  if (to.here === id) return ["the election"];
  const found = to.organisation.elections.get(id);
  if (found === undefined) return ["an election"];
  const named = { text: "the election", href: electionPath(id) };
  return [named, " of ", ...elected(to, found.subject)];
}

function electing({ organisation }: Teller, id: bigint): About {
  return { about: "people", circle: organisation.elections.get(id)?.subject.circle ?? null };
}

/** A sentence that ends with the election in which it happened. */
function inElection(
  act: Act,
  to: Teller,
  glyph: ActGlyph,
  rest: readonly (string | Part)[],
  quote = "",
): Told {
  const about = { ...electing(to, act.subject), quote };
  if (to.here === act.subject) return told(act, to, glyph, [...shortened(rest), "."], about);
  return told(act, to, glyph, [...rest, ...election(to, act.subject), "."], about);
}

/** A sentence without the "in" that would name where it happened: on that very page it needs none. */
function shortened(rest: readonly (string | Part)[]): readonly (string | Part)[] {
  const last = rest.at(-1);
  if (typeof last !== "string") return rest;
  return [...rest.slice(0, -1), last.replace(/,? (in|it: in) $/, "")];
}

function meeting(to: Teller, id: bigint): (string | Part)[] {
  if (to.here === id) return ["the meeting"];
  const found = to.organisation.meetings.get(id);
  if (found === undefined) return ["a meeting"];
  const named = { text: `the meeting on ${dayText(found.startsAt)}`, href: meetingPath(id) };
  return [named, " of ", circle(to, found.circle)];
}

function meetingOf({ organisation }: Teller, id: bigint): About {
  return { about: "rules", circle: organisation.meetings.get(id)?.circle ?? null };
}

function inMeeting(
  act: Act,
  to: Teller,
  glyph: ActGlyph,
  rest: readonly (string | Part)[],
  quote = "",
): Told {
  return told(act, to, glyph, [...rest, "."], { ...meetingOf(to, act.subject), quote });
}

function item({ organisation }: Teller, id: bigint): Part {
  const found = organisation.items.get(id);
  return { text: found === undefined ? "an item" : `“${found.label}”` };
}

function aboutItem(
  act: Act,
  to: Teller,
  glyph: ActGlyph,
  rest: readonly (string | Part)[],
  quote = "",
): Told {
  const at = to.organisation.items.get(act.subject)?.meeting ?? 0n;
  return told(act, to, glyph, rest, { ...meetingOf(to, at), quote });
}

/** What a ruling is about: a role, a policy, or (0) the rules. */
function ruledOn(to: Teller, id: bigint): (string | Part)[] {
  const { roles, removedRoles, policies, repealedPolicies } = to.organisation;
  if (id === 0n) return ["the rules"];
  if (roles.has(id) || removedRoles.has(id)) return [role(to, id)];
  const known = policies.has(id) || repealedPolicies.has(id);
  return [known ? `“${inQuotes(policyName(to.organisation, id))}”` : "something"];
}

function inInterpretation(
  act: Act,
  to: Teller,
  glyph: ActGlyph,
  rest: readonly (string | Part)[],
  end: string,
  quote: string,
): Told {
  const found = to.organisation.interpretations.get(act.subject);
  const what = found === undefined ? ["a text"] : ruledOn(to, found.object);
  const where = { about: "rules", circle: found?.circle ?? null, quote } as const;
  return told(act, to, glyph, [...rest, ...what, end], where);
}

function inStrike(
  act: Act,
  to: Teller,
  glyph: ActGlyph,
  rest: readonly (string | Part)[],
  end: string,
  quote = "",
): Told {
  const found = to.organisation.strikes.get(act.subject);
  const what = found === undefined ? ["what was asked about"] : ruledOn(to, found.object);
  const where = { about: "rules", circle: found?.circle ?? null, quote } as const;
  return told(act, to, glyph, [...rest, ...what, end], where);
}

function initiative(to: Teller, id: bigint): (string | Part)[] {
  const found = to.organisation.initiatives.get(id);
  if (found === undefined) return ["an initiative"];
  return ["the initiative of ", person(to, found.declarer)];
}

/** A proposal, an election, a meeting, a ruling or a breakdown, whichever it is. */
function matterOf(to: Teller, id: bigint): (string | Part)[] {
  const { interpretations, strikes, roles } = to.organisation;
  const ruling = interpretations.get(id) ?? strikes.get(id);
  if (ruling !== undefined) return ["the ruling on ", ...ruledOn(to, ruling.object)];
  if (roles.has(id)) return ["the breakdown of ", circle(to, id)];
  if (to.organisation.proposals.has(id)) return [proposal(to, id)];
  return to.organisation.elections.has(id) ? election(to, id) : meeting(to, id);
}

function inCircle(at: bigint): About {
  return { about: "people", circle: at };
}

function isNobody(who: string): boolean {
  return /^0x0{40}$/.test(who);
}

function joined(parts: readonly (string | Part)[]): Part[] {
  return parts.map((part) => (typeof part === "string" ? { text: part } : part));
}

function person({ nameOf }: Teller, who: Act["actor"]): Part {
  return { text: nameOf(who), name: true };
}

function role({ organisation }: Teller, id: bigint): Part {
  const text = roleName(organisation, id);
  if (!organisation.roles.has(id)) return { text };
  return { text, href: id === organisation.anchor ? "/" : rolePath(id) };
}

function circle({ organisation }: Teller, id: bigint): Part {
  const text = roleName(organisation, id);
  if (!organisation.roles.has(id)) return { text };
  return { text, href: id === organisation.anchor ? "/" : circlePath(id) };
}

function policyOrRole(to: Teller, id: bigint, name: string): Part {
  return to.organisation.roles.has(id) ? { ...role(to, id), text: name } : { text: `“${name}”` };
}

function proposal({ organisation, here }: Teller, id: bigint): Part {
  if (here === id) return { text: "it" };
  const found = organisation.proposals.get(id);
  return found === undefined
    ? { text: "a proposal" }
    : { text: `“${inQuotes(proposalTitle(organisation, found))}”`, href: proposalPath(id) };
}

/** A title that itself quotes, as it stands inside quotation marks. */
function inQuotes(title: string): string {
  return title.replaceAll("“", "‘").replaceAll("”", "’");
}

/** A proposal's title, from its current version. */
export function proposalTitle(organisation: Organisation, found: Proposal): string {
  return changesTitle(organisation, currentVersion(found).changes, found.circle);
}

function announced(to: Teller, id: bigint): Part {
  const found = to.organisation.announcements.get(id);
  return found === undefined ? { text: "an announcement" } : money(to, found.payment);
}

function money(to: Teller, payment: Payment): Part {
  return { text: to.moneyOf(payment), href: "/treasury" };
}

function inCircleOf({ organisation }: Teller, id: bigint): About {
  const held = organisation.roles.get(id) ?? organisation.removedRoles.get(id);
  const policy = organisation.policies.get(id) ?? organisation.repealedPolicies.get(id);
  return { about: "people", circle: held?.circle ?? policy?.circle ?? null };
}

function about({ organisation }: Teller, id: bigint): About {
  return { about: "rules", circle: organisation.proposals.get(id)?.circle ?? null };
}

function spending(to: Teller, asRole: bigint): About {
  return { about: "money", circle: inCircleOf(to, asRole).circle };
}

function spendingOf(to: Teller, id: bigint): About {
  const found = to.organisation.announcements.get(id);
  return found === undefined ? { about: "money", circle: null } : spending(to, found.asRole);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
