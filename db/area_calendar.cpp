#include "db/area_calendar.h"

#include "db/error.h"
#include "db/resources.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

static const ProfileVersions* versionsIn(const std::shared_ptr<const Kept>& kept)
{
    return kept ? std::get_if<ProfileVersions>(&kept->record) : nullptr;
}

static bool areSame(
    const std::shared_ptr<const Kept>& one, const std::shared_ptr<const Kept>& other)
{
    const ProfileVersions* versions = versionsIn(one);
    const ProfileVersions* others = versionsIn(other);
    return versions && others && versions->heads == others->heads;
}

std::shared_ptr<const ProfileVersions> StoredRecords::profileVersions(const QString& area) const
{
    const auto kept = load(subjectOfProfile(area));
    const ProfileVersions* versions = versionsIn(kept);
    return versions && versions->exists() ? std::shared_ptr<const ProfileVersions>(kept, versions)
                                          : nullptr;
}

AreaCalendar::AreaCalendar(ServiceCalendar first)
    : m_versions(first.holidays())
    , m_all(std::move(first))
{
}

AreaCalendar::AreaCalendar(const StoredRecords& records, const std::vector<Subject>& subjects)
    : m_records(&records)
    , m_versions(loadBankHolidays())
{
    for (const Subject& subject : subjects) {
        m_subject = subject;
        if (take(records.load(subject), {}))
            return;
    }
    throw damagedStore(u"The store has no readable profile."_s,
        u"Restore it from a backup, or start a fresh store beside it."_s);
}

bool AreaCalendar::take(const std::shared_ptr<const Kept>& kept, Instant at)
{
    const ProfileVersions* versions = versionsIn(kept);
    auto all = versions ? m_versions.calendar(*versions, at) : std::nullopt;
    if (!all)
        return false;
    m_all = std::move(all);
    m_read = kept;
    return true;
}

// A store whose pages turn out torn goes on by what was read last.
void AreaCalendar::look(Instant at)
{
    if (!m_records)
        return;
    try {
        if (const auto kept = m_records->load(m_subject); !areSame(kept, m_read))
            take(kept, at);
    } catch (const Error& error) {
        if (!saysStoreDamaged(error) && !saysStoreUnreadable(error))
            throw;
    }
}

const ServiceCalendar& AreaCalendar::at(Instant at)
{
    look(at);
    const ServiceCalendar wanted = m_all->asAt(at);
    for (const ServiceCalendar& each : m_answered)
        if (each == wanted)
            return each;
    m_answered.push_back(wanted);
    return m_answered.back();
}

std::vector<PublishedProfile> AreaCalendar::versions(Instant at)
{
    look(at);
    const ProfileVersions* read = versionsIn(m_read);
    return read ? m_versions.usable(*read) : std::vector<PublishedProfile>();
}

}
