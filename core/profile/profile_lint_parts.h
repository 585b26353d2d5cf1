#pragma once

#include "core/profile/profile_lint.h"

namespace core {

using Findings = std::vector<ProfileFinding>;

// The parts of lintProfile(), by what they look at.
void lintLadders(Findings& findings, const Profile& profile);
void lintRoutes(Findings& findings, const Profile& profile);
void lintHours(Findings& findings, const Profile& profile);
void lintHolidays(Findings& findings, const ServiceCalendar& calendar, QDate today);
void lintDurations(Findings& findings, const Profile& profile);
void lintRota(Findings& findings, const ServiceCalendar& calendar, Instant now,
    const std::vector<CoverShift>& rota);

}
