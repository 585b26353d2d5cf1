#pragma once

#include "core/exchange/desk_record.h"

#include <map>

namespace core {

/// A desk that this one believes, and how far.
struct TrustedDesk {
    DeskBelieved believed;
    QString vouchedBy; ///< name of the lead desk; empty when this desk trusts it itself
    std::optional<DeskWithdrawn> withdrawn;
    bool superseded = false; ///< another desk that is believed goes on from it: it receives
                             ///< nothing more, unless it is still at work

    QString service() const { return believed.services.value(0); }
    bool expired(Instant now) const { return believed.until && *believed.until <= now; }
    /// Whether its bundles are read and sent.
    bool inForce(Instant now) const { return !withdrawn && !expired(now); }
};

/// How another desk stands with this one.
enum class TrustStanding { Unknown, Trusted, Vouched, Expired, Withdrawn, Superseded };
template <>
inline constexpr const char* words<TrustStanding>[]
    = {"unknown", "trusted", "vouched", "expired", "withdrawn", "superseded"};
TrustStanding standingOf(const std::optional<TrustedDesk>& desk, Instant now);

/// The desk by its name, and why nothing is sent to one of that standing.
QString leftOutText(const TrustedDesk& desk, TrustStanding standing);

/// The identities that a desk has had, newest first: itself and the desks that it goes on from.
std::vector<DeskId> identitiesOf(const DeskId& self, const std::map<DeskId, DeskRecord>& desks);

/// Whom `self` believes: by its own word, under any of its identities, also where it vouches, and
/// by the word of lead desks for desks of their own service and for no other services than theirs.
/// A vouched desk cannot vouch further; what one lead withdraws another does not give back. Of a
/// lead that was withdrawn, its word up to the last entry believed stands.
std::map<DeskId, TrustedDesk> trustedDesks(
    const DeskId& self, const std::map<DeskId, DeskRecord>& desks);

}
