// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IMatters } from "./IMatters.sol";
import { IOffices } from "./IOffices.sol";

/// @title Elections: who holds an office, and who fills a role that is elected
/// @notice Members nominate one person each, sealed until all are shared; each may change once; whoever is nominated most
/// is proposed, and elected unless somebody who nominated objects. No campaign, no quorum, no abstention.
/// @dev It has the `OFFICES` bit, and is fixed to one `IOffices`. An election's id is that of the event that called it.
///
/// Steps: Called (somebody states it) -> Sealing (nominations, sealed) -> Sharing (nominations opened) -> Changing
/// (each may change once) -> Counting (anyone brings the count) -> Consenting (objection round on the candidate) ->
/// Elected, or back to Counting without a candidate who was discarded, declined or passed over. Sealing lasts the
/// circle's window, Sharing and Changing its notice each, Consenting its window again; every one of them ends at once
/// when everybody whose turn it is has acted. A tie may add Choosing, one notice long, before the count is brought again.
///
/// Whoever does not act in a step is left out of the rest: who seals nothing opens nothing, and who opens nothing is
/// counted in nothing. In the change round and when asked to choose, silence keeps what one has said. What an opening
/// fixes, nothing later changes: window, notice, members expected, term, the way a tie is broken. The window holds in a
/// circle where silence is no consent too.
///
/// Whoever has sealed a nomination keeps the say in the election, member or not: leaving silences nobody.
interface IElections is IMatters {
    /// @notice How a tie is broken; stated before nominations open. Where it decides nothing, the lot does.
    /// SelfNominee: whoever alone of the tied nominated themselves.
    /// Incumbent: whoever holds the office now, or whose seat in the role is elected, if tied.
    /// Random: the lot, drawn from the salts of all nominations: of the tied in ascending order the one whose place is
    /// the remainder of all salts together (exclusive or), divided by their number.
    /// Choosers: whoever nominated none of the tied chooses among them, once a round.
    enum Tie {
        SelfNominee,
        Incumbent,
        Random,
        Choosers
    }

    /// @notice Where an election stands.
    /// None: never called. Called -> Sealing (open). Sealing -> Sharing -> Changing -> Counting, by time or completeness.
    /// Counting -> Choosing -> Counting (a tie). Counting -> Consenting, or Failed when nobody is left to be counted.
    /// Consenting -> Elected (conclude), Counting (discard, decline, passOver). Failed and Elected are final; so is
    /// Lapsed: whatever waits for somebody longer than a grace of 30 days.
    enum Step {
        None,
        Called,
        Sealing,
        Sharing,
        Changing,
        Counting,
        Choosing,
        Consenting,
        Elected,
        Failed,
        Lapsed
    }

    /// @notice What is elected.
    /// @param circle The circle that elects: its facilitator, its secretary, its representative; or who fills a role in
    /// it, where its settings have `ELECTIVE`.
    /// @param role The role; 0 for an office.
    /// @param office The office, when no role is named.
    /// @param index Which of a circle's representatives; 0 for everything else.
    /// @param replaced Whose seat in the role ends; zero for an office, or to add somebody.
    struct Subject {
        uint64 circle;
        uint64 role;
        IOffices.Office office;
        uint8 index;
        address replaced;
    }

    /// @notice An election, in two words besides its subject.
    /// @param step Where it stood after the last act; time may have moved it on: see `stepOf`.
    /// @param tie How a tie is broken.
    /// @param round How often the count was brought and its candidate fell; candidates who fell are counted no more.
    /// @param endsAt The end of the step, exclusive, in seconds; of Called, when somebody else may open it; of Counting,
    /// when it lapses.
    /// @param term How long the term is, in seconds.
    /// @param window The circle's window when it opened, in seconds.
    /// @param notice The circle's notice when it was called, in seconds.
    /// @param expected How many members were expected to nominate.
    /// @param epoch The circle's epoch when it opened.
    /// @param discounted How many nominations are for candidates who fell.
    /// @param asked Whether those who nominated none of the tied were asked in this round.
    /// @param candidate Who is proposed, in Consenting and afterwards.
    /// @param willing Whether the candidate has said so, or nominated themselves.
    /// @param acted How many have acted in this step: sealed, shared, changed, chosen or confirmed.
    /// @param nominators How many have shared a nomination.
    /// @param objections How many objections to the candidate stand.
    /// @param seals How many have sealed a nomination.
    /// @param choosers How many were asked to choose among the tied.
    struct Election {
        Step step;
        Tie tie;
        uint8 round;
        uint40 endsAt;
        uint40 term;
        uint32 window;
        uint32 notice;
        uint16 expected;
        uint32 epoch;
        uint16 discounted;
        bool asked;
        address candidate;
        bool willing;
        uint16 acted;
        uint16 nominators;
        uint16 objections;
        uint16 seals;
        uint16 choosers;
    }

    /// @notice Somebody called an election. From `opensFrom` on any member may open it.
    event Called(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        Subject subject,
        uint40 opensFrom,
        string reason
    );
    /// @notice Nominations are open: sealed until `endsAt` or until all `expected` have nominated.
    event Opened(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        uint40 term,
        Tie tie,
        uint16 expected,
        uint40 endsAt
    );
    /// @notice A member nominated somebody, sealed.
    event Nominated(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        bytes32 seal
    );
    /// @notice A member opened the nomination, with a reason.
    event Shared(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        address nominee,
        bytes32 salt,
        string reason
    );
    /// @notice A nominator changed the nomination, or kept it when it is the same, with a reason.
    event NominationChanged(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        address nominee,
        string reason
    );
    /// @notice The count tied these people; whoever nominated somebody else chooses among them until `endsAt`.
    event Tied(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        address[] tied,
        uint40 endsAt
    );
    /// @notice A nominator chose among the tied.
    event Chosen(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        address nominee
    );
    /// @notice The count was brought: `candidate` is proposed, with `nominations`, as many as `tied` people had; where
    /// that is several, `tie` is what decided among them. Objections until `endsAt`. A zero candidate: nobody was left,
    /// and the election failed.
    event Counted(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        address candidate,
        uint16 nominations,
        uint8 tied,
        Tie tie,
        uint40 endsAt
    );
    /// @notice A nominator has no objection to the candidate.
    event CandidateConfirmed(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time
    );
    /// @notice A nominator objected to the candidate.
    event CandidateObjected(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        string reason
    );
    /// @notice A nominator took the objection back.
    event CandidateObjectionWithdrawn(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        uint40 endsAt
    );
    /// @notice The candidate is willing, or is not.
    event WillingnessDeclared(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        bool willing
    );
    /// @notice The candidate was discarded by the facilitator, or passed over because unwilling or not eligible any
    /// more; the nominations for them count no more.
    event CandidateDiscarded(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        address candidate,
        string reason
    );
    /// @notice `person` is elected, until `until`. What `IOffices` and `ICircles` write for it follows in the same
    /// transaction.
    event Elected(
        uint32 indexed organisation,
        uint64 indexed election,
        bytes32 previous,
        address actor,
        uint40 time,
        address person,
        uint40 until
    );

    /// @notice No election has this id.
    error UnknownElection(uint64 election);
    /// @notice The election is in another step; or its objection round is over, or is not over yet.
    error WrongStep(uint64 election, Step step);
    /// @notice The subject is none: an office without a circle around it, a role that is not in the circle, or is linked, or whose
    /// circle elects no roles, an index out of bounds, a representative whom somebody appoints, nobody to be replaced.
    error WrongSubject(uint64 circle);
    /// @notice The caller is not a member of the circle, and the term of the incumbent has not ended.
    error NotMember(uint64 circle, address caller);
    /// @notice Another election about this office, or this role, is not over.
    error ElectionRunning(uint64 election);
    /// @notice The caller does not act as facilitator here, and nobody else opens before `opensFrom`.
    error NotFacilitator(uint64 election, address caller);
    /// @notice Terms last from 30 days to 5 years.
    error TermOutOfBounds(uint40 term);
    /// @notice The caller has acted in this step before.
    error AlreadyActed(uint64 election, address caller);
    /// @notice The caller did not nominate, or did not open the nomination.
    error NotNominator(uint64 election, address caller);
    /// @notice The nominee and salt are not what was sealed.
    error WrongSeal(uint64 election, address caller);
    /// @notice This person may not be elected to this.
    error NotEligible(uint64 election, address person);
    /// @notice The list is not that of candidates in ascending order who still count, or leaves out so many nominations
    /// that somebody not listed could have as many as the first.
    error WrongCount(uint64 election);
    /// @notice Only whoever nominated none of the tied chooses, and only among them, once.
    error NotChooser(uint64 election, address caller);
    /// @notice The caller is not the candidate.
    error NotCandidate(uint64 election, address caller);
    /// @notice No objection of the caller stands, or one does.
    error WrongObjection(uint64 election, address caller);
    /// @notice The candidate has not said to be willing (in time).
    error NotWilling(uint64 election, address candidate);
    /// @notice The candidate is willing and eligible, or still has time to say so.
    error NotPassedOver(uint64 election, address candidate);

    /// @notice Call an election. Members of the circle, at any time; anyone when the incumbent's term has ended. One at
    /// a time about an office, and about a role.
    /// @return election Its id.
    /// Errors: `WrongSubject`, `NotMember`, `ElectionRunning`, `WrongLength`; `FoundingNotOver`, `UnknownRole`.
    function call(Subject calldata subject, string calldata reason) external returns (uint64 election);

    /// @notice State the term and how a tie is broken, and open nominations. The circle's acting facilitator; from one
    /// notice after the call on any member of the circle, as the last in the order of those who stand in.
    /// Errors: `UnknownElection`, `WrongStep`, `NotFacilitator`, `TermOutOfBounds`.
    function open(uint64 election, uint40 term, Tie tie) external;

    /// @notice Nominate one person, sealed. Members of the circle, once.
    /// @param seal keccak256 of the ABI-encoded (chain id, this contract, election, nominator, nominee, salt). The salt
    /// is random: who guesses it reads the nomination.
    /// Errors: `UnknownElection`, `WrongStep`, `NotMember`, `AlreadyActed`, `WrongSeal` for a zero seal.
    function nominate(uint64 election, bytes32 seal) external;

    /// @notice Open one's nomination. Whoever sealed one. The nominee must be eligible: for facilitator and secretary a
    /// member of the circle (any person or body that is a partner, where the circle's settings have `ANY_PARTNER`; no
    /// lead as facilitator, where they have `NO_LEAD_FACILITATOR`); for a representative a member who does not lead the
    /// circle; for a role any partner who does not fill it, or whose seat is elected.
    /// Errors: `UnknownElection`, `WrongStep`, `NotNominator`, `AlreadyActed`, `WrongSeal`, `NotEligible`, `WrongLength`.
    function share(uint64 election, address nominee, bytes32 salt, string calldata reason) external;

    /// @notice Change one's nomination, or keep it, once. Whoever shared one.
    /// Errors: `UnknownElection`, `WrongStep`, `NotNominator`, `AlreadyActed`, `NotEligible`, `WrongLength`.
    function changeNomination(uint64 election, address nominee, string calldata reason) external;

    /// @notice Bring the count. Anyone.
    /// @param candidates People who were nominated and still count, in ascending order of address, at most 255: at least
    /// so many that nobody left out can have as many nominations as the first. Nobody, when nobody is left: then the
    /// election fails. Errors: `UnknownElection`, `WrongStep`, `WrongCount`.
    function count(uint64 election, address[] calldata candidates) external;

    /// @notice Choose among the tied. Whoever shared a nomination of none of them, also one that counts no more; it is
    /// for the person chosen from now on. Errors: `UnknownElection`, `WrongStep`, `NotChooser`.
    function choose(uint64 election, address nominee) external;

    /// @notice Have no objection to the candidate. Nominators, once each candidate, before the round is over.
    /// Errors: `UnknownElection`, `WrongStep`, `NotNominator`, `WrongObjection`, `AlreadyActed`.
    function confirm(uint64 election) external;

    /// @notice Object to the candidate, for a reason. Nominators, once each candidate, before the round is over; voids
    /// the own confirmation. Errors: `UnknownElection`, `WrongStep`, `NotNominator`, `AlreadyActed`, `WrongLength`.
    function object(uint64 election, string calldata reason) external;

    /// @notice Take one's objection back; with the last one the round stays open for a last call of two days.
    /// Errors: `UnknownElection`, `WrongStep`, `WrongObjection`.
    function withdrawCandidateObjection(uint64 election) external;

    /// @notice Discard a candidate to whom an objection stands: the nominations for them are ignored and the count is
    /// brought again. The circle's acting facilitator, who is not the candidate. Integration is the other way: talk, and
    /// the objector withdraws. Errors: `UnknownElection`, `WrongStep`, `WrongObjection`, `NotFacilitator`, `WrongLength`.
    function discard(uint64 election, string calldata reason) external;

    /// @notice Say whether one would take it. The candidate, in Consenting. A no discards the candidate. Whoever
    /// nominated themselves or is open to assignments is willing already. Errors: `UnknownElection`, `WrongStep`,
    /// `NotCandidate`.
    function declareWillingness(uint64 election, bool willing) external;

    /// @notice Pass over a candidate who has not declared to be willing one notice after the round, or is not eligible
    /// any more. Anyone. Errors: `UnknownElection`, `WrongStep`, `NotPassedOver`.
    function passOver(uint64 election) external;

    /// @notice Conclude: the candidate, willing and without a standing objection, holds the office or fills the role.
    /// Anyone, when the round is over or all nominators have confirmed. The term begins now. Where the seat of whoever is
    /// elected was elected, nothing but the term changes.
    /// Errors: `UnknownElection`, `WrongStep`, `NotWilling`, `NotEligible`, those of `IOffices.install`, `ICircles.elect`.
    function conclude(uint64 election) external;

    /// @notice An election, as stored; all zero for none.
    function electionAt(uint64 election) external view returns (Election memory);

    /// @notice What an election is about.
    function subjectOf(uint64 election) external view returns (Subject memory);

    /// @notice Where an election stands now.
    function stepOf(uint64 election) external view returns (Step);

    /// @notice The last election about an office or a role, whosoever's seat; 0 for none.
    function lastElectionOf(Subject calldata subject) external view returns (uint64);

    /// @notice A nominator's seal, while it is sealed, and nominee, once it is shared.
    function nominationOf(
        uint64 election,
        address nominator
    ) external view returns (bytes32 seal, address nominee);

    /// @notice How many nominations a person has now.
    function nominationsFor(uint64 election, address nominee) external view returns (uint16);

    /// @notice When the term ends of somebody elected to a role; 0 for nobody elected.
    function termOf(uint64 role, address person) external view returns (uint40);
}
