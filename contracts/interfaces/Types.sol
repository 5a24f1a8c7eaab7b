// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Bit of a process that may change roles and policies.
uint8 constant ROLES = 1;
/// @dev Bit of a process that may change settings.
uint8 constant SETTINGS = 2;
/// @dev Bit of a process that may extend the organisation's history.
uint8 constant RECORD = 4;

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

/// @notice The settings of a circle.
/// @param window The time in which silence is not yet consent, in seconds. 0: the anchor's holds.
/// @param admission The role whose fillers admit partners. 0: everybody is admitted. The anchor's only.
/// @param assigner The role whose fillers offer the anchor's roles while the anchor has no lead. The anchor's only.
struct Settings {
    uint32 window;
    uint64 admission;
    uint64 assigner;
}

/// @notice What governance can do, and nothing else.
enum ChangeKind {
    CreateRole,
    AmendRole,
    RemoveRole,
    AdoptPolicy,
    AmendPolicy,
    RepealPolicy,
    Configure
}

/// @notice One change to a circle's governance. Fields that its kind does not use are empty (`UnusedField`).
/// @param kind What is done.
/// @param target Creating and adopting: the circle in which it happens. Else the object that is changed. 0 for the
/// circle that decides; below 2^32, the role created by the `target`-th change of the same list; else an id.
/// @param revision The revision that the change was written against; 0 when creating and adopting.
/// @param words The new words: creating, adopting, amending.
/// @param reviewAt When a policy asks to be looked at again, in seconds since 1970; 0 for never.
/// @param settings The new settings: configuring.
struct Change {
    ChangeKind kind;
    uint64 target;
    uint32 revision;
    Words words;
    uint40 reviewAt;
    Settings settings;
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

/// @notice One word a role.
/// @param circle The number of the circle it stands in (the lower half of its id); 0 for an anchor.
/// @param revision From 1; rises when governance changes its words.
/// @param epoch Rises with every change of the membership of the circle inside it.
/// @param lastDeparture When somebody last stopped being a member of the circle inside it.
/// @param numbers How many member numbers the circle inside it has given out.
/// @param members How many members the circle inside it has.
/// @param inner How many live roles stand in it.
/// @param policies How many policies are in force in it.
/// @param fillers How many people fill it.
/// @param seat The bit that its fillers have in the outer circle's seats; 0 for an anchor.
/// @param depth 1 for an anchor.
/// @param alive Whether it has ever had an inner role, so that its fillers are seated inside. Always for an anchor.
struct Role {
    uint32 circle;
    uint32 revision;
    uint32 epoch;
    uint40 lastDeparture;
    uint24 numbers;
    uint16 members;
    uint16 inner;
    uint16 policies;
    uint8 fillers;
    uint8 seat;
    uint8 depth;
    bool alive;
}

/// @notice One word a policy.
/// @param circle The number of the circle that holds it.
/// @param revision From 1; rises when governance changes its words.
/// @param reviewAt When it asks to be looked at again; 0 for never.
struct Policy {
    uint32 circle;
    uint32 revision;
    uint40 reviewAt;
}

/// @notice One word a person and circle.
/// @param seats The seats the person fills: bit 0 as a lead of the circle, else the bit of a role's `seat`.
/// The person is a member while any is set.
/// @param number The member number, from 1, kept for ever.
/// @param endedAt When membership last ended; 0 for never.
struct Seat {
    uint192 seats;
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

/// @notice One word a partner.
/// @param status Whether the person is invited or a partner.
/// @param open Whether the person is open to assignments.
/// @param seats How many roles the person fills in the organisation.
struct Partner {
    PartnerStatus status;
    bool open;
    uint16 seats;
}
