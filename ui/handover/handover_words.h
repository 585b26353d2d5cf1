#pragma once

#include "core/handover/pace.h"
#include "core/handover/prepared_list.h"

#include <QString>

namespace ui {

// What the handover page says, in words. The first sign of a standing differs for each, so that
// none is told by its colour.

/// "○", "✓" …: one sign a standing.
QString standingSign(core::Standing standing);

/// "accepted 16:52 by Tom Ashdown", "kept by AMHP Day: planned Thursday 10:00".
QString standingText(const core::PreparedItem& line, core::Standing standing,
    const core::WindowTimes& times, const core::Profile& profile, core::Instant now);

/// The role that dresses it (parts.h): owed while something is to be done, refusal, done.
const char* standingRole(core::Standing standing);

/// "scheduled", "open", "call under way", "closed 17:00", "missed: nobody opened it".
QString statusText(const core::SessionPace& pace, const core::Window* window, core::Instant now);

/// "In the slot: 11 min left of 15. The call has lasted 4 min."
QString paceText(const core::SessionPace& pace, const core::WindowTimes& times, core::Instant now);

const char* paceRole(const core::SessionPace& pace);

/// Who coordinates for a service; empty while nobody is named.
QString coordinatorOf(const QString& service, const core::Window* window);

/// "Wed 18 Nov 2026, PM".
QString windowText(const core::WindowTimes& times);

/// A role by its name in the profile.
QString roleText(const QString& key, const core::Profile& profile);

/// Names what has no disposition: "No disposition yet, so with AMHP day service: KEMP, Ruth".
QString stayingText(const std::vector<core::PreparedItem>& lines, const core::WindowTimes& times,
    bool windowClosed, const core::Records& records, const core::Profile& profile);

/// Accepted by telephone, and the receiver's own record is still to come: in one book only.
bool awaitsTheirRecord(const core::PreparedItem& line);

/// "PRYCE, Daniel", or the case's title while nobody is linked.
QString personText(const core::PreparedItem& line, const core::Records& records);

}
