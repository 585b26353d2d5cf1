#pragma once

#include "core/profile/calendar.h"
#include "core/records.h"

#include <optional>

namespace ui {

/// What the board says of one open case, worked out from its record at one instant.
struct BoardRow {
    core::CaseId id;
    QString ref;
    std::optional<core::Urgency> urgency;
    QString person; ///< "PRYCE, Daniel"
    QString age; ///< "34", "about 40", "not known"
    QString council;
    QString place;
    QString status; ///< "s136 since 03:40"
    QString stage;
    QString responsible; ///< the service's name
    QString responsibleKey;
    QString since; ///< "since Wed 16:52"
    QString awaiting; ///< "proposed to EDT", "accepted by telephone, their record outstanding"
    QString allocated;
    QString allocatedLogin;
    QString badge; ///< "≠ 2 conflicts, contested", "⇧ newer version"; empty for none
    bool contested = false; ///< who is responsible, or whether the case goes on
    std::optional<core::Deadline> clock; ///< the running one that comes first, a legal one before
                                         ///< what is owed
    QString entry; ///< newest words
    QString entryAt;
    QString kindOfWork;
    core::Instant openedAt;

    bool operator==(const BoardRow&) const = default;
};

BoardRow boardRow(const core::Case& record, const core::Records& records,
    const core::Profile& profile, core::Instant now);

}
