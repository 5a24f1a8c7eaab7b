// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ICircles } from "../interfaces/ICircles.sol";
import { PartnerStatus } from "../interfaces/Types.sol";

/// @title Outward: what processes ask of the record about circles around circles, and about partners
/// @notice For processes whose acts reach the circles inside one.
library Outward {
    /// @notice How many steps further out are looked at: as many as lie between the deepest circle that is created and the
    /// anchor. One that was moved still deeper is reached from as many steps around it.
    uint256 internal constant MOST_STEPS = 31;

    /// @notice Whether `outer` is `circle`, or lies around it within that many steps.
    function reaches(ICircles circles, uint64 circle, uint64 outer) internal view returns (bool) {
        for (uint256 i = 0; i <= MOST_STEPS; ++i) {
            if (circle == 0) return false;
            if (circle == outer) return true;
            circle = circles.circleOf(circle);
        }
        return false;
    }

    /// @notice Refuse to open something before the founding is over, or while the calling process finishes and ends.
    function requireOpening(ICircles circles, uint32 organisation) internal view {
        if (!circles.organisationAt(organisation).founded) revert ICircles.FoundingNotOver(organisation);
        requireGoing(circles, organisation);
    }

    /// @notice Refuse to open something while the calling process finishes and ends.
    function requireGoing(ICircles circles, uint32 organisation) internal view {
        if (circles.mandateOf(organisation, address(this)).endsAt != 0) {
            revert ICircles.ProcessEnding(organisation, address(this));
        }
    }

    /// @notice Refuse somebody who is not a partner.
    function requirePartner(ICircles circles, uint32 organisation, address person) internal view {
        if (circles.partnerAt(organisation, person).status != PartnerStatus.Agreed) {
            revert ICircles.NotPartner(organisation, person);
        }
    }
}
