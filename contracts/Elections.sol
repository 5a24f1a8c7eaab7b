// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { Candidacy } from "./Candidacy.sol";
import { ICircles } from "./interfaces/ICircles.sol";
import { IElections } from "./interfaces/IElections.sol";
import { IMatters } from "./interfaces/IMatters.sol";
import { IOffices } from "./interfaces/IOffices.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { Lifecycle } from "./libraries/Lifecycle.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Elections
/// @notice What it does, for whom and with which errors: see `IElections`.
/// @dev It calls only the record and `Offices`, which call nobody that could call back: no function can be re-entered.
///
/// A step that everybody has finished is ended by the act that finished it; a step that time has ended is ended by
/// whoever acts next. `_at` carries a copy of the election to the present and is what every act and `stepOf` start from,
/// so that nobody has to call anything for time to pass.
contract Elections is IElections, ERC2771Context {
    /// @notice What a person has said in an election. Two words.
    /// @param seal The nomination, until it is opened.
    /// @param nominee The nomination, once it is opened.
    /// @param changed Whether the person has acted in the change round.
    /// @param objecting Whether the person's objection stands, in the round `objectedIn`.
    /// @param confirmedIn The round in which the person confirmed last, from 1; 0 for none.
    /// @param objectedIn The round in which the person objected last, from 1; 0 for none.
    struct Ballot {
        bytes32 seal;
        address nominee;
        bool changed;
        bool objecting;
        uint16 confirmedIn;
        uint16 objectedIn;
    }

    /// @notice What was said about a person in an election.
    /// @param nominations How many nominations are for the person.
    /// @param tiedIn The round in which the person was tied last, from 1; 0 for none.
    /// @param fallen Whether the person was a candidate and fell.
    struct Tally {
        uint16 nominations;
        uint16 tiedIn;
        bool fallen;
    }

    uint40 private constant SHORTEST_TERM = 30 days;
    uint40 private constant LONGEST_TERM = 5 * 365 days;
    /// @dev The most people a count lists.
    uint256 private constant MOST_CANDIDATES = type(uint8).max;

    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;
    IOffices private immutable _OFFICES;
    Candidacy private immutable _CANDIDACY;

    mapping(uint64 election => Election) private _elections;
    mapping(uint64 election => Subject) private _subjects;
    mapping(uint64 election => uint256) private _salts;
    mapping(uint64 election => mapping(address nominator => Ballot)) private _ballots;
    mapping(uint64 election => mapping(address nominee => Tally)) private _tallies;
    mapping(bytes32 key => uint64) private _lastOf;
    mapping(uint64 role => mapping(address person => uint40)) private _terms;

    /// @param circles The record.
    /// @param offices Who holds which office.
    constructor(ICircles circles, IOffices offices) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _STRUCTURE = IStructure(circles.structure());
        _OFFICES = offices;
        _CANDIDACY = new Candidacy(circles, offices);
    }

    // ------------------------------------------------------------------ call and open

    /// @inheritdoc IElections
    function call(Subject calldata subject, string calldata reason) external returns (uint64 id) {
        // Check: after founding; something that is elected; a member, or a term that has ended; no other election.
        uint32 notice = _STRUCTURE.opening(subject.circle).notice;
        if (!_CANDIDACY.isSubject(subject)) revert WrongSubject(subject.circle);
        ICircles.Standing memory who = _CIRCLES.standing(subject.circle, _msgSender(), 0);
        if (!who.member && !_isOverdue(subject)) revert NotMember(subject.circle, _msgSender());
        bytes32 key = _key(subject);
        uint64 last = _lastOf[key];
        if (_isRunning(_at(_elections[last]).step)) revert ElectionRunning(last);
        Texts.checkAtMost(reason);
        id = Ids.join(Ids.organisationOf(subject.circle), Chronicle.numberOf(who.head) + 1);

        // Effect.
        // Safe cast: seconds since 1970 stay below 2^40, with any notice added.
        uint40 opensFrom = uint40(block.timestamp) + notice;
        Election storage election = _elections[id];
        election.step = Step.Called;
        election.notice = notice;
        election.endsAt = opensFrom;
        _subjects[id] = subject;
        _lastOf[key] = id;
        _speak(
            Called.selector,
            id,
            abi.encode(who.head, _msgSender(), block.timestamp, subject, opensFrom, reason)
        );
    }

    /// @inheritdoc IElections
    function open(uint64 id, uint40 term, Tie tie) external {
        Election memory election = _load(id, Step.Called);
        // Check: who acts as facilitator, or a member who has waited; a term within bounds.
        uint64 circle = _subjects[id].circle;
        bool waited = block.timestamp >= election.endsAt && _CIRCLES.standing(circle, _msgSender(), 0).member;
        if (!waited && !_actsAsFacilitator(id, circle)) revert NotFacilitator(id, _msgSender());
        if (term < SHORTEST_TERM || term > LONGEST_TERM) revert TermOutOfBounds(term);

        // Effect: what is fixed.
        IStructure.Census memory census = _STRUCTURE.census(circle);
        election.tie = tie;
        election.term = term;
        election.window = census.window;
        election.expected = census.members;
        election.epoch = census.epoch;
        _begin(election, Step.Sealing, census.window);
        _store(id, election);
        _speak(
            Opened.selector,
            id,
            abi.encode(
                _head(id),
                _msgSender(),
                block.timestamp,
                term,
                tie,
                election.expected,
                election.endsAt
            )
        );
    }

    // ------------------------------------------------------------------ nominations

    /// @inheritdoc IElections
    function nominate(uint64 id, bytes32 seal) external {
        Election memory election = _load(id, Step.Sealing);
        // Check: a member who has sealed nothing yet.
        uint64 circle = _subjects[id].circle;
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), 0);
        if (!who.member) revert NotMember(circle, _msgSender());
        Ballot storage ballot = _ballots[id][_msgSender()];
        if (ballot.seal != 0) revert AlreadyActed(id, _msgSender());
        if (seal == 0) revert WrongSeal(id, _msgSender());

        // Effect: everybody has nominated when as many have as were expected, and they are the same people.
        ballot.seal = seal;
        ++election.seals;
        ++election.acted;
        if (election.acted >= election.expected && _CIRCLES.crowd(circle).epoch == election.epoch) {
            _begin(election, Step.Sharing, election.notice);
        }
        _store(id, election);
        _speak(Nominated.selector, id, abi.encode(who.head, _msgSender(), block.timestamp, seal));
    }

    /// @inheritdoc IElections
    function share(uint64 id, address nominee, bytes32 salt, string calldata reason) external {
        Election memory election = _load(id, Step.Sharing);
        // Check: what the caller sealed, for somebody who may be elected, with a reason.
        Ballot storage ballot = _ballots[id][_msgSender()];
        if (ballot.nominee != address(0)) revert AlreadyActed(id, _msgSender());
        if (ballot.seal == 0) revert NotNominator(id, _msgSender());
        bytes32 seal = keccak256(abi.encode(block.chainid, address(this), id, _msgSender(), nominee, salt));
        if (ballot.seal != seal) revert WrongSeal(id, _msgSender());
        _requireEligible(id, nominee);
        Texts.check(reason);

        // Effect.
        ballot.seal = 0;
        ballot.nominee = nominee;
        ++_tallies[id][nominee].nominations;
        _salts[id] ^= uint256(salt);
        ++election.nominators;
        ++election.acted;
        if (election.acted == election.seals) _begin(election, Step.Changing, election.notice);
        _store(id, election);
        _speak(
            Shared.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, nominee, salt, reason)
        );
    }

    /// @inheritdoc IElections
    function changeNomination(uint64 id, address nominee, string calldata reason) external {
        Election memory election = _load(id, Step.Changing);
        // Check: a nominator, once; another nominee has to be eligible; a reason.
        Ballot storage ballot = _ballots[id][_msgSender()];
        address former = _requireNominator(id, ballot);
        if (ballot.changed) revert AlreadyActed(id, _msgSender());
        if (nominee != former) _requireEligible(id, nominee);
        Texts.check(reason);

        // Effect.
        ballot.changed = true;
        ballot.nominee = nominee;
        --_tallies[id][former].nominations;
        ++_tallies[id][nominee].nominations;
        ++election.acted;
        if (election.acted == election.nominators) _begin(election, Step.Counting, Lifecycle.GRACE);
        _store(id, election);
        _speak(
            NominationChanged.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, nominee, reason)
        );
    }

    // ------------------------------------------------------------------ count

    /// @inheritdoc IElections
    function count(uint64 id, address[] calldata candidates) external {
        Election memory election = _load(id, Step.Counting);
        // Check: the list decides who comes first.
        (uint16 top, address[] memory tied) = _first(id, election, candidates);

        // Effect: nobody is left; or the tied are chosen among; or somebody is proposed.
        if (tied.length == 0) {
            election.step = Step.Failed;
            _propose(id, election, address(0), 0, 0, election.tie);
            return;
        }
        // Safe casts: nominators are counted in 16 bits, and what the tied have together is a part of theirs.
        election.choosers = election.nominators - top * uint16(tied.length);
        if (tied.length > 1 && election.tie == Tie.Choosers && !election.asked && election.choosers != 0) {
            _ask(id, election, tied);
            return;
        }
        (address candidate, Tie tie) = _decide(id, election.tie, tied);
        election.candidate = candidate;
        election.willing = _ballots[id][candidate].nominee == candidate;
        _begin(election, Step.Consenting, election.window);
        // Safe cast: a count lists at most 255 people.
        _propose(id, election, candidate, top, uint8(tied.length), tie);
    }

    /// @inheritdoc IElections
    function choose(uint64 id, address nominee) external {
        Election memory election = _load(id, Step.Choosing);
        // Check: a nominator of none of the tied, and one of them.
        Ballot storage ballot = _ballots[id][_msgSender()];
        uint16 round = _round(election);
        Tally storage former = _tallies[id][ballot.nominee];
        Tally storage tally = _tallies[id][nominee];
        bool may = ballot.nominee != address(0) && former.tiedIn != round;
        if (!may || tally.tiedIn != round) revert NotChooser(id, _msgSender());

        // Effect: the nomination counts again if it did not.
        ballot.nominee = nominee;
        --former.nominations;
        ++tally.nominations;
        if (former.fallen) --election.discounted;
        ++election.acted;
        if (election.acted == election.choosers) _begin(election, Step.Counting, Lifecycle.GRACE);
        _store(id, election);
        _speak(Chosen.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp, nominee));
    }

    // ------------------------------------------------------------------ objection round

    /// @inheritdoc IElections
    function confirm(uint64 id) external {
        Election memory election = _load(id, Step.Consenting);
        // Check: a nominator, in time, who neither objects nor has confirmed.
        _requireRound(id, election);
        Ballot storage ballot = _ballots[id][_msgSender()];
        _requireNominator(id, ballot);
        uint16 round = _round(election);
        if (_isObjecting(ballot, round)) revert WrongObjection(id, _msgSender());
        if (ballot.confirmedIn == round) revert AlreadyActed(id, _msgSender());

        // Effect.
        ballot.confirmedIn = round;
        ++election.acted;
        _store(id, election);
        _speak(CandidateConfirmed.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp));
    }

    /// @inheritdoc IElections
    function object(uint64 id, string calldata reason) external {
        Election memory election = _load(id, Step.Consenting);
        // Check: a nominator, in time, once each candidate, with a reason.
        _requireRound(id, election);
        Ballot storage ballot = _ballots[id][_msgSender()];
        _requireNominator(id, ballot);
        uint16 round = _round(election);
        if (ballot.objectedIn == round) revert AlreadyActed(id, _msgSender());
        Texts.check(reason);

        // Effect: it voids the objector's own confirmation.
        if (ballot.confirmedIn == round) {
            ballot.confirmedIn = 0;
            --election.acted;
        }
        ballot.objectedIn = round;
        ballot.objecting = true;
        ++election.objections;
        _store(id, election);
        _speak(CandidateObjected.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp, reason));
    }

    /// @inheritdoc IElections
    function withdrawCandidateObjection(uint64 id) external {
        Election memory election = _load(id, Step.Consenting);
        // Check: the caller's own objection to this candidate.
        Ballot storage ballot = _ballots[id][_msgSender()];
        if (!_isObjecting(ballot, _round(election))) revert WrongObjection(id, _msgSender());

        // Effect: after the last one nobody may be surprised.
        ballot.objecting = false;
        --election.objections;
        // Safe cast: seconds since 1970 stay below 2^40.
        uint40 lastCall = uint40(block.timestamp) + Lifecycle.LAST_CALL;
        if (election.objections == 0 && election.endsAt < lastCall) election.endsAt = lastCall;
        _store(id, election);
        _speak(
            CandidateObjectionWithdrawn.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, election.endsAt)
        );
    }

    /// @inheritdoc IElections
    function discard(uint64 id, string calldata reason) external {
        Election memory election = _load(id, Step.Consenting);
        // Check: an objection stands; who acts as facilitator, but not in a matter of their own; a reason.
        if (election.objections == 0) revert WrongObjection(id, _msgSender());
        bool own =
            _msgSender() == election.candidate || _isObjecting(_ballots[id][_msgSender()], _round(election));
        if (own || !_actsAsFacilitator(id, _subjects[id].circle)) {
            revert NotFacilitator(id, _msgSender());
        }
        Texts.check(reason);

        // Effect.
        _discard(id, election, reason);
    }

    /// @inheritdoc IElections
    function declareWillingness(uint64 id, bool willing) external {
        Election memory election = _load(id, Step.Consenting);
        // Check: the candidate.
        if (_msgSender() != election.candidate) revert NotCandidate(id, _msgSender());

        // Effect: whoever is not willing falls.
        if (willing) election.willing = true;
        else _fall(id, election);
        _store(id, election);
        _speak(
            WillingnessDeclared.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, willing)
        );
    }

    /// @inheritdoc IElections
    function passOver(uint64 id) external {
        Election memory election = _load(id, Step.Consenting);
        // Check: not eligible any more; or one notice after the round still not willing.
        bool late = block.timestamp >= uint256(election.endsAt) + election.notice;
        bool unwilling = late && !_isWilling(id, election);
        if (!unwilling && _CANDIDACY.isEligible(_subjects[id], election.candidate)) {
            revert NotPassedOver(id, election.candidate);
        }

        // Effect.
        _discard(id, election, "");
    }

    /// @inheritdoc IElections
    function conclude(uint64 id) external {
        Election memory election = _load(id, Step.Consenting);
        Subject memory subject = _subjects[id];
        address person = election.candidate;
        // Check: nothing stands; all have had their say; somebody who may be elected and takes it.
        bool over = block.timestamp >= election.endsAt || election.acted == election.nominators;
        if (!over || election.objections != 0) revert WrongStep(id, Step.Consenting);
        if (!_isWilling(id, election)) revert NotWilling(id, person);
        _requireEligible(id, person);

        // Effect: settled before anybody is seated.
        // Safe cast: seconds since 1970 stay below 2^40, with any term added.
        uint40 until = uint40(block.timestamp) + election.term;
        election.step = Step.Elected;
        _store(id, election);
        if (subject.role != 0) {
            delete _terms[subject.role][subject.replaced];
            _terms[subject.role][person] = until;
        }
        _speak(Elected.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp, person, until));

        // Interaction: the offices and the record, which trust this process.
        if (subject.role == 0) {
            _OFFICES.install(subject.circle, subject.office, subject.index, person, until, _msgSender());
            return;
        }
        // Whoever was to be replaced may have gone; and whoever is elected anew keeps the seat.
        bool seated = _CIRCLES.fills(subject.role, subject.replaced);
        if (seated && subject.replaced == person) return;
        _CIRCLES.elect(subject.role, person, seated ? subject.replaced : address(0), _msgSender());
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IElections
    function electionAt(uint64 id) external view returns (Election memory) {
        return _elections[id];
    }

    /// @inheritdoc IElections
    function subjectOf(uint64 id) external view returns (Subject memory) {
        return _subjects[id];
    }

    /// @inheritdoc IElections
    function stepOf(uint64 id) external view returns (Step) {
        return _at(_elections[id]).step;
    }

    /// @inheritdoc IElections
    function lastElectionOf(Subject calldata subject) external view returns (uint64) {
        return _lastOf[_key(subject)];
    }

    /// @inheritdoc IElections
    function nominationOf(
        uint64 id,
        address nominator
    ) external view returns (bytes32 seal, address nominee) {
        Ballot memory ballot = _ballots[id][nominator];
        return (ballot.seal, ballot.nominee);
    }

    /// @inheritdoc IElections
    function nominationsFor(uint64 id, address nominee) external view returns (uint16) {
        return _tallies[id][nominee].nominations;
    }

    /// @inheritdoc IElections
    function termOf(uint64 role, address person) external view returns (uint40) {
        return _terms[role][person];
    }

    /// @inheritdoc IMatters
    function isBarred(uint64 id, address person) external view returns (bool) {
        return person != address(0) && _elections[id].candidate == person;
    }

    // ------------------------------------------------------------------ parts

    /// @dev The tied are kept, so that those who nominated none of them can be told.
    function _ask(uint64 id, Election memory election, address[] memory tied) private {
        uint16 round = _round(election);
        for (uint256 i = 0; i < tied.length; ++i) _tallies[id][tied[i]].tiedIn = round;
        election.asked = true;
        _begin(election, Step.Choosing, election.notice);
        _store(id, election);
        _speak(
            Tied.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, tied, election.endsAt)
        );
    }

    function _propose(
        uint64 id,
        Election memory election,
        address candidate,
        uint16 nominations,
        uint8 tied,
        Tie tie
    ) private {
        _store(id, election);
        _speak(
            Counted.selector,
            id,
            abi.encode(
                _head(id),
                _msgSender(),
                block.timestamp,
                candidate,
                nominations,
                tied,
                tie,
                election.endsAt
            )
        );
    }

    function _discard(uint64 id, Election memory election, string memory reason) private {
        address candidate = election.candidate;
        _fall(id, election);
        _store(id, election);
        _speak(
            CandidateDiscarded.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, candidate, reason)
        );
    }

    /// @dev The nominations for the candidate count no more, and the count is to be brought again. The caller stores it.
    function _fall(uint64 id, Election memory election) private {
        Tally storage tally = _tallies[id][election.candidate];
        tally.fallen = true;
        election.discounted += tally.nominations;
        ++election.round;
        election.asked = false;
        election.candidate = address(0);
        election.willing = false;
        election.objections = 0;
        _begin(election, Step.Counting, Lifecycle.GRACE);
    }

    /// @dev Apart, and called with nothing known beforehand, so that the compiler writes it down once.
    function _store(uint64 id, Election memory election) private {
        _elections[id] = election;
    }

    function _speak(bytes32 signature, uint64 id, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(id);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, id, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    /// @dev Who comes first among those who count: how many nominations, and all who have as many.
    function _first(
        uint64 id,
        Election memory election,
        address[] calldata candidates
    ) private view returns (uint16 top, address[] memory tied) {
        // Each nomination is for one person, so what is not listed is what all who are not listed have together.
        uint16 unlisted = election.nominators - election.discounted;
        if (candidates.length > MOST_CANDIDATES) revert WrongCount(id);
        tied = new address[](candidates.length);
        uint256 length = 0;
        address before = address(0);
        for (uint256 i = 0; i < candidates.length; ++i) {
            address candidate = candidates[i];
            Tally memory tally = _tallies[id][candidate];
            if (candidate <= before || tally.nominations == 0 || tally.fallen) revert WrongCount(id);
            before = candidate;
            unlisted -= tally.nominations;
            if (tally.nominations > top) {
                top = tally.nominations;
                length = 0;
            }
            if (tally.nominations == top) tied[length++] = candidate;
        }
        // Nobody unlisted comes as far; with nobody listed, nobody is left.
        if (unlisted != 0 && unlisted >= top) revert WrongCount(id);
        // Shortens it to those who were written; never lengthens it.
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(tied, length)
        }
    }

    /// @dev Who of those who come first is proposed, and what decided it.
    function _decide(
        uint64 id,
        Tie tie,
        address[] memory tied
    ) private view returns (address candidate, Tie decided) {
        if (tied.length == 1) return (tied[0], tie);
        address incumbent = tie == Tie.Incumbent ? _CANDIDACY.incumbentOf(_subjects[id]) : address(0);
        uint256 found = 0;
        for (uint256 i = 0; i < tied.length; ++i) {
            bool fits =
                tie == Tie.SelfNominee ? _ballots[id][tied[i]].nominee == tied[i] : tied[i] == incumbent;
            if (!fits) continue;
            candidate = tied[i];
            ++found;
        }
        if (found == 1) return (candidate, tie);
        return (tied[_salts[id] % tied.length], Tie.Random);
    }

    /// @dev Whether the incumbent's term has ended.
    function _isOverdue(Subject calldata subject) private view returns (bool) {
        uint40 until =
            subject.role != 0
                ? _terms[subject.role][subject.replaced]
                : _OFFICES.tenureOf(subject.circle, subject.office, subject.index).until;
        return until != 0 && until <= block.timestamp;
    }

    function _requireEligible(uint64 id, address person) private view {
        if (!_CANDIDACY.isEligible(_subjects[id], person)) revert NotEligible(id, person);
    }

    /// @dev Whether the candidate has said so, or is open to whatever is assigned.
    function _isWilling(uint64 id, Election memory election) private view returns (bool) {
        if (election.willing) return true;
        return _CIRCLES.partnerAt(Ids.organisationOf(id), election.candidate).open;
    }

    function _actsAsFacilitator(uint64 id, uint64 circle) private view returns (bool) {
        return _OFFICES.mayAct(address(this), id, circle, IOffices.Office.Facilitator, _msgSender());
    }

    function _requireNominator(uint64 id, Ballot storage ballot) private view returns (address nominee) {
        nominee = ballot.nominee;
        if (nominee == address(0)) revert NotNominator(id, _msgSender());
    }

    function _isObjecting(Ballot storage ballot, uint16 round) private view returns (bool) {
        return ballot.objecting && ballot.objectedIn == round;
    }

    /// @dev Confirmations and objections come before the end of the round.
    function _requireRound(uint64 id, Election memory election) private view {
        if (block.timestamp >= election.endsAt) revert WrongStep(id, election.step);
    }

    function _head(uint64 id) private view returns (bytes32) {
        return _CIRCLES.head(Ids.organisationOf(id));
    }

    /// @dev The election as it stands now, which has to be in this step.
    function _load(uint64 id, Step step) private view returns (Election memory election) {
        election = _at(_elections[id]);
        if (election.step == Step.None) revert UnknownElection(id);
        if (election.step != step) revert WrongStep(id, election.step);
    }

    /// @dev A copy of the election, carried to the present: through every step that has ended by time.
    function _at(Election memory election) private view returns (Election memory) {
        uint256 time = block.timestamp;
        if (election.step == Step.Sealing && time >= election.endsAt) {
            _follow(election, Step.Sharing, election.notice);
            if (election.seals == 0) election.step = Step.Failed;
        }
        if (election.step == Step.Sharing && time >= election.endsAt) {
            _follow(election, Step.Changing, election.notice);
            if (election.nominators == 0) election.step = Step.Failed;
        }
        bool talked = election.step == Step.Changing || election.step == Step.Choosing;
        if (talked && time >= election.endsAt) _follow(election, Step.Counting, Lifecycle.GRACE);
        // Whatever waits for somebody.
        if (election.step == Step.Counting && time >= election.endsAt) election.step = Step.Lapsed;
        bool waits = election.step == Step.Called || election.step == Step.Consenting;
        if (waits && time >= uint256(election.endsAt) + Lifecycle.GRACE) election.step = Step.Lapsed;
        return election;
    }

    /// @dev Begin a step now.
    function _begin(Election memory election, Step step, uint40 duration) private view {
        // Safe cast: seconds since 1970 stay below 2^40, with any duration added.
        election.endsAt = uint40(block.timestamp);
        _follow(election, step, duration);
    }

    /// @dev Begin a step where the one before it ended.
    function _follow(Election memory election, Step step, uint40 duration) private pure {
        election.step = step;
        election.endsAt += duration;
        election.acted = 0;
    }

    /// @dev How often a count has been brought, this one included: from 1, so that 0 is no round.
    function _round(Election memory election) private pure returns (uint16) {
        return uint16(election.round) + 1;
    }

    function _isRunning(Step step) private pure returns (bool) {
        return step != Step.None && step != Step.Elected && step != Step.Failed && step != Step.Lapsed;
    }

    /// @dev Whosoever's seat is meant: one election about a role at a time.
    function _key(Subject calldata subject) private pure returns (bytes32) {
        return keccak256(abi.encode(subject.circle, subject.role, subject.office, subject.index));
    }
}
