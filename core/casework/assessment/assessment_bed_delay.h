#pragma once

#include "core/casework/case.h"

namespace core {

/// How the application is to be completed once there is a bed. HO-3.9
enum class BedRoute {
    NotWaiting,
    AssessingAmhp, ///< completes: can be rung now
    LeadsLiaise, ///< cannot be rung, or has not said: both leads settle it. HO-3.9c
    Reassess ///< what was seen or recommended is too old to rely on. HO-3.9d
};
template <>
inline constexpr const char* words<BedRoute>[]
    = {"not_waiting", "assessing_amhp", "leads_liaise", "reassess"};

/// The bed-delay tracker of a case (records §2.8), as data.
struct BedDelay {
    BedRoute route = BedRoute::NotWaiting;
    QString amhp; ///< assessing AMHP
    std::optional<Instant> assessedAt;
    std::optional<Instant> decisionToAdmit;
    std::optional<std::chrono::milliseconds> waiting; ///< since the decision or the assessment
    std::optional<QDate> lastSeen; ///< by the assessing AMHP, or of an unknown one by any
    std::optional<QDate> signBy; ///< last day for the application. CLK-15
    std::optional<QDate> lastExam;
    std::optional<QDate> admitBy; ///< last day for the admission. CLK-16
    std::optional<Availability> availability;
    std::vector<Bed> searches; ///< oldest first; travels with the case
    std::optional<Bed> offer; ///< the hospital that stands
    std::optional<Instant> nextCheck;
    bool checkOverdue = false;
    std::optional<Instant> signedAt;
    std::optional<Instant> conveyedAt;
    std::optional<Instant> admittedAt;
};

BedDelay bedDelay(const Case& record, Instant now);

}
