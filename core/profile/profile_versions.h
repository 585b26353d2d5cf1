#pragma once

#include "core/journal/desk.h"
#include "core/journal/record.h"
#include "core/profile/calendar.h"

#include <map>

namespace core {

/// A version of a profile as it was published. FM-3
struct PublishedProfile {
    Digest event{};
    QString version;
    std::optional<QDate> effective;
    Instant from; ///< in force from then on, unless another is
    QString approvedBy;
    QString reason; ///< empty: a desk was set up with it
    Instant publishedAt;
    QString by;
    QString digest; ///< SHA-256 of the bytes, hexadecimal
    QString json; ///< the bytes themselves

    bool isSetUp() const { return reason.isEmpty(); }
};

/// The versions of one service area's profile, as they were published.
struct ProfileVersions : RecordBase {
    QUuid id; ///< its subject's, which follows from the profile's key
    QString key; ///< of the profile, as the first says it
    std::vector<PublishedProfile> versions; ///< in the order of the fold
};

ProfileVersions evolved(ProfileVersions record, const Event& event);
const EventRules<ProfileVersions>& eventRules(const ProfileVersions*);

/// Whether a version's name comes after another's; runs of digits are numbers: "1.10" after "1.9".
bool isLaterVersion(const QString& version, const QString& than);

/// From when on which version holds: its place in the list.
struct Reign {
    Instant from;
    std::size_t version = 0;

    bool operator==(const Reign&) const = default;
};

/// In order; the first in the fold holds since ever, until another does. Of the versions that have
/// begun the latest by name holds; one that was published holds before any that a desk was set up
/// with, and among equals the one that comes later in the fold. FM-3
std::vector<Reign> reignsOf(const std::vector<PublishedProfile>& versions);

/// Which version holds at `at`; none when there is none.
const PublishedProfile* versionAt(const std::vector<PublishedProfile>& versions, Instant at);

/// How a version stands at a moment. Set aside: another holds in all of its time, or it is disputed
/// and was not chosen. Unusable: it cannot be read here, or is another area's.
enum class ProfileStanding { InForce, ToCome, Past, SetAside, Unusable };
template <>
inline constexpr const char* words<ProfileStanding>[]
    = {"in_force", "to_come", "past", "set_aside", "unusable"};

/// Of the version that `event` published, among those that can be used.
ProfileStanding standingOf(
    const std::vector<PublishedProfile>& usable, const Digest& event, Instant now);

/// The profiles of published versions, each read once. One that cannot be read here, or is another
/// area's, is passed over.
class VersionCalendars {
public:
    explicit VersionCalendars(BankHolidays holidays);

    /// Those that can be used.
    std::vector<PublishedProfile> usable(const ProfileVersions& record);
    /// The area's calendar, its profile that in force at `at`; none when no version can be used.
    std::optional<ServiceCalendar> calendar(const ProfileVersions& record, Instant at);

private:
    const std::optional<ServiceCalendar>& read(const PublishedProfile& version);

    BankHolidays m_holidays;
    std::map<Digest, std::optional<ServiceCalendar>> m_read;
};

}
