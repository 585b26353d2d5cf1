#pragma once

#include "core/profile/profile.h"
#include "core/records.h"
#include "core/time/instant.h"

#include <QTime>

#include <vector>

namespace core {

/// A SITREP's period, half-open.
struct SitrepPeriod {
    Instant from;
    Instant to;

    bool operator==(const SitrepPeriod&) const = default;
};

/// The local times of day at which a SITREP is due, every day of the week: the profile's
/// `sitrep_at`, "09:30" by default, and 16:30 where `sitreps_per_day` asks for a second. Q17.
std::vector<QTime> cutOffTimes(const Profile& profile);

/// The last cut-off at or before `at`, and the one before a cut-off.
Instant lastCutOff(const Profile& profile, Instant at);
Instant cutOffBefore(const Profile& profile, Instant cutOff);

/// From the previous cut-off to the last one due.
SitrepPeriod duePeriod(const Profile& profile, Instant now);

/// The same identifier on every desk of a service area.
SitrepId sitrepId(const QString& profileKey, const QString& number);

/// The SITREPs whose period ends on that day, oldest first.
std::vector<std::shared_ptr<const Sitrep>> sitrepsOn(
    QDate date, const Records& records, const Profile& profile);

/// Whether what was counted has the whole of the period in it, as several days have each of them.
bool covers(const SitrepPeriod& counted, const SitrepPeriod& period);

/// The periods that became due in (since, now] and that no SITREP covers: for managers, never an
/// alarm. HO-3.10.
std::vector<SitrepPeriod> missedSitreps(
    Instant since, Instant now, const Records& records, const Profile& profile);

/// The same of the last fortnight, and of nothing before the first contact, case or SITREP that is
/// known of it. HO-3.10.
std::vector<SitrepPeriod> missedLately(Instant now, const Records& records, const Profile& profile);

}
