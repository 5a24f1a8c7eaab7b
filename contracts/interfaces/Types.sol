// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Bit of a process that may change roles and policies.
uint8 constant ROLES = 1;
/// @dev Bit of a process that may change settings.
uint8 constant SETTINGS = 2;
/// @dev Bit of a process that may extend the organisation's history.
uint8 constant RECORD = 4;
/// @dev Bit of a process that may fill offices and, by election, roles.
uint8 constant OFFICES = 8;
/// @dev Bit of a process that may hold, stop and decide the objection rounds of other processes.
uint8 constant ROUNDS = 16;
/// @dev Bit of a process that may change the processes, the treasury and the rules, by special changes.
uint8 constant PROCESSES = 32;
/// @dev Bit of a process that may say that a circle is in breakdown, and who then acts for its offices.
uint8 constant BREAKDOWN = 64;

/// @dev Flag of settings: silence is no consent here; only confirmations adopt. Never of an anchor itself, which
/// passes it on to circles without settings of their own.
uint16 constant WINDOWLESS = 1;
/// @dev Flag of settings: nobody stops a proposal by asking for a meeting.
uint16 constant ASYNC_ONLY = 2;
/// @dev Flag of settings: a proposal that only makes the record say what happens already needs no example.
uint16 constant REALITY = 4;
/// @dev Flag of settings: any partner may be elected facilitator or secretary, not members alone.
uint16 constant ANY_PARTNER = 8;
/// @dev Flag of settings: a lead of the circle may not be its facilitator.
uint16 constant NO_LEAD_FACILITATOR = 16;
/// @dev Flag of settings: the circle's roles are filled by election too.
uint16 constant ELECTIVE = 32;
/// @dev Flag of an anchor's settings, for ever once set: no circle may set `ASYNC_ONLY`.
uint16 constant MEETING_RIGHT = 64;
/// @dev Flag of an anchor's settings, for ever as founded: the ratifiers sign every amendment of the rules.
uint16 constant RATIFIERS_SIGN = 128;

/// @dev Flag of settings: who assigns in the circle also redirects what outside governance says of it, in its leads' place.
uint16 constant PLACES_REDIRECTING = 256;
/// @dev Flag of settings: who assigns in the circle also decrees and directs, where articles leave that to leads, in the
/// place of its own.
uint16 constant PLACES_DIRECTING = 512;

/// @dev Article of the rules: structure, without which there is nothing. Always adopted.
uint8 constant STRUCTURE_ARTICLE = 1;
/// @dev Article of the rules: cooperation. Without it the leads of each circle set its duties.
uint8 constant COOPERATION_ARTICLE = 2;
/// @dev Article of the rules: tactical meetings. Without it the meetings that there are go on.
uint8 constant MEETINGS_ARTICLE = 4;
/// @dev Article of the rules: distributed authority. Without it whoever fills a role follows the leads of its circle.
uint8 constant AUTHORITY_ARTICLE = 8;
/// @dev Article of the rules: governance. Without it the leads of a circle alone change its governance.
uint8 constant GOVERNANCE_ARTICLE = 16;
/// @dev Every article.
uint8 constant ALL_ARTICLES = 31;

/// @dev Tag of a policy: it limits the authority of roles.
uint8 constant CONSTRAINT = 1;
/// @dev Tag of a policy: it grants authority of the circle or of its leads.
uint8 constant GRANT = 2;
/// @dev Tag of a policy: it allows or limits an impact on a domain.
uint8 constant DOMAIN = 4;
/// @dev Tag of a policy: it changes a rule that is marked as changeable.
uint8 constant DEFAULT = 8;
/// @dev Tag of a policy that constrains or grants: in this circle alone, not in those inside.
uint8 constant HERE_ALONE = 16;
/// @dev Tag of a policy that changes a default: in the circles inside too.
uint8 constant INSIDE_TOO = 32;
/// @dev Tag of a policy with `INSIDE_TOO`: circles inside may not override it.
uint8 constant BINDING = 64;

/// @dev Mark of a role: linked roles follow it, which whoever fills it fills too.
uint8 constant FOLLOWED = 1;
/// @dev Mark of a linked role: it follows another.
uint8 constant LINKED = 2;
/// @dev Mark of a linked role: somebody outside chooses who fills it.
uint8 constant APPOINTED = 4;

/// @notice What a role or a policy says. Bounded in bytes by the library `Changes`.
/// @param name A role's name, or a policy's title.
/// @param text A role's purpose, or a policy's wording.
/// @param domains What a role alone may control. None for a policy.
/// @param accountabilities What others may expect of a role. None for a policy.
struct Words {
    string name;
    string text;
    string[] domains;
    string[] accountabilities;
}

/// @notice The settings of a circle. A circle that has none of its own has its anchor's.
/// @param window The time in which silence is not yet consent, in seconds. 0: the anchor's holds.
/// @param notice The time for an appeal's rung, for a strike to take effect, for the notice of a meeting, for a
/// stand-in's declaration and for each step of an election, in seconds. 0: the anchor's holds.
/// @param flags `WINDOWLESS` and its kin.
/// @param attention How many members have to have confirmed before the window alone adopts; see `Lifecycle`.
/// @param quorum How many members have to be present at a meeting that adopts. 0 for no quorum.
/// @param reps How many representatives each circle inside sends, 1 to 3. 0 for one.
/// @param admission The role whose fillers admit partners. 0: everybody is admitted. The anchor's only.
/// @param assigner The role whose fillers choose who fills the circle's roles: at the anchor beside its leads; in an
/// inner circle in their place, and a role in that circle. 0: the leads alone. What else of theirs is placed with it the
/// flags say (`PLACES_REDIRECTING`, `PLACES_DIRECTING`).
/// @param appointer The role, in this circle, whose fillers appoint its representatives. 0: they are elected.
struct Settings {
    uint32 window;
    uint32 notice;
    uint16 flags;
    uint8 attention;
    uint8 quorum;
    uint8 reps;
    uint64 admission;
    uint64 assigner;
    uint64 appointer;
}

/// @notice What governance can do, and nothing else. The last three are special: each stands alone, in a proposal of the
/// anchor.
enum ChangeKind {
    CreateRole,
    AmendRole,
    RemoveRole,
    AdoptPolicy,
    AmendPolicy,
    RepealPolicy,
    Configure,
    MoveRole,
    MovePolicy,
    LimitRole,
    LinkRole,
    UnlinkRole,
    AddToRole,
    SetProcess,
    SetTreasury,
    AmendRules
}

/// @notice One change to a circle's governance. Fields that its kind does not use are empty (`UnusedField`).
/// @param kind What is done.
/// @param target Creating and adopting: the circle in which it happens. Else the object that is changed. 0 for the
/// circle that decides; below 2^32, the role created by the `target`-th change of the same list; else an id.
/// @param place Moving: the circle to which it goes, written like a target: the deciding circle itself (out of a
/// circle inside it) or a role in it (one level in). Linking: the policy that invites, by its id or its place.
/// Limiting: how many of the role's fillers speak for it in its circle, 1 to 64; 0 for all. Adding: to which of the four
/// roles that every circle has: 1 lead, 2 facilitator, 3 secretary, 4 representative.
/// @param revision The revision that the change was written against; 0 when creating and adopting. Adding: that of what the
/// circle has added there. Special changes: that of the organisation.
/// @param words The new words: creating, adopting, amending. Moving: a text alone, why it belongs there. Adding: domains and
/// accountabilities, in place of what was added before; none to take that away.
/// @param reviewAt When a policy asks to be looked at again, in seconds since 1970; 0 for never.
/// @param tags What kinds of policy it is, `CONSTRAINT` and its kin, when adopting and amending one. Setting a process:
/// its bits, 0 to let it finish and end. Amending the rules: the articles adopted, `STRUCTURE_ARTICLE` and its kin.
/// @param settings The new settings: one when configuring, else none.
/// @param terms What a policy means for contracts, as a hash that they know; 0 for nothing. A role's words, and what is added:
/// a byte for each domain, the first leftmost, of which domain of the circle that grants it it is a part, counted from 1;
/// 255 for one that means something only inside that circle. Linking: who fills the role,
/// and how many of them speak for it, see `Links`. Setting a process or the treasury: its address. Amending the rules: the
/// hash of their text.
struct Change {
    ChangeKind kind;
    uint64 target;
    uint64 place;
    uint32 revision;
    Words words;
    uint40 reviewAt;
    uint8 tags;
    Settings[] settings;
    bytes32 terms;
}

/// @notice A role offered to a person in a founding write.
struct Offer {
    uint64 role;
    address person;
}

/// @notice A contract that may write for an organisation.
struct Process {
    address process;
    uint8 bits;
}

/// @notice One word a process of an organisation.
/// @param bits What it may do.
/// @param proven Whether it has ever changed governance.
/// @param decided Whether it has ever made a special change.
/// @param endsAt When it loses its bits, in seconds; 0 for no such time. Until then it finishes and opens nothing.
struct Mandate {
    uint8 bits;
    bool proven;
    bool decided;
    uint40 endsAt;
}

/// @notice One word a role.
/// @param circle The number of the circle it stands in (the lower half of its id), or stood in; 0 for an anchor.
/// @param revision From 1; rises when governance changes its words, its place or its limit.
/// @param links `FOLLOWED` and its kin; 0 for most.
/// @param epoch Rises with every change of the membership of the circle inside it.
/// @param lastDeparture When somebody last stopped being a member of the circle inside it.
/// @param numbers How many member numbers the circle inside it has given out.
/// @param members How many members the circle inside it has.
/// @param policies How many policies are in force in it.
/// @param inner How many live roles stand in it.
/// @param fillers How many people fill it.
/// @param voices How many of its fillers speak for it in the outer circle; for an anchor how many of them are persons.
/// @param limit How many of its fillers may speak for it there; 0 for all.
/// @param reps How many representatives the circle inside it has in the outer circle.
/// @param seat The bit of its fillers and representatives in the outer circle; 0 for an anchor.
/// @param depth 1 for an anchor; a bound of the depth at which it was created or to which it was moved itself.
/// @param alive Whether it has ever had an inner role, so that its fillers are seated inside. Always for an anchor.
struct Role {
    uint32 circle;
    uint24 revision;
    uint8 links;
    uint32 epoch;
    uint40 lastDeparture;
    uint24 numbers;
    uint16 members;
    uint16 policies;
    uint8 inner;
    uint8 fillers;
    uint8 voices;
    uint8 limit;
    uint8 reps;
    uint8 seat;
    uint8 depth;
    bool alive;
}

/// @notice One word a policy.
/// @param circle The number of the circle that holds it.
/// @param revision From 1; rises when governance changes its words or its place.
/// @param reviewAt When it asks to be looked at again; 0 for never.
/// @param tags What kinds of policy it is.
/// @param link The number of the role that is linked by it; 0 for none. While there is one it is neither amended nor moved.
struct Policy {
    uint32 circle;
    uint32 revision;
    uint40 reviewAt;
    uint8 tags;
    uint32 link;
}

/// @notice One word a linked role.
/// @param source The number of the role whose fillers fill it; 0 where an appointer chooses them.
/// @param policy The number of the policy that invites it.
/// @param appointer Who, outside, chooses its fillers; zero where a role does.
struct Link {
    uint32 source;
    uint32 policy;
    address appointer;
}

/// @notice One word a person and circle. Bit 0 is that of the circle's leads, any other that of a role's `seat`.
/// @param fills The roles the person fills here.
/// @param voices The roles for which the person speaks here, as one who fills them or as representative of the
/// circle inside them: then the role is not filled by the person. A member while any is set.
/// @param number The member number, from 1, kept for ever; 0 for somebody who was never a member.
/// @param endedAt When membership last ended; 0 for never.
struct Seat {
    uint96 fills;
    uint96 voices;
    uint24 number;
    uint40 endedAt;
}

/// @notice What an organisation knows of a person.
/// None -> Invited (invite, write) -> Agreed (agree) -> None (leave); None -> Agreed where everybody is admitted.
enum PartnerStatus {
    None,
    Invited,
    Agreed
}

/// @notice What kind of partner somebody is. Persons and bodies (another organisation's vault, a shared wallet) are
/// members by the roles they fill; associates and agents fill roles without ever being members.
enum PartnerKind {
    Person,
    Body,
    Associate,
    Agent
}

/// @notice Somebody invited, with the kind of partner they will be.
/// @param person Who.
/// @param kind What kind.
/// @param custodian The person who answers for an agent; zero for every other kind.
struct Invitation {
    address person;
    PartnerKind kind;
    address custodian;
}

/// @notice One word a partner.
/// @param status Whether the person is invited or a partner.
/// @param open Whether the person is open to assignments.
/// @param kind What kind of partner. Changes only with zero seats: by leaving and a new invitation.
/// @param seats How many roles the person fills, and circles the person represents, in the organisation.
/// @param version The version of the rules that the person agreed to last.
/// @param custodian The person who answers for an agent.
struct Partner {
    PartnerStatus status;
    bool open;
    PartnerKind kind;
    uint16 seats;
    uint16 version;
    address custodian;
}
