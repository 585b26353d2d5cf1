#pragma once

#include "core/profile/profile_versions.h"
#include "db/stored_records.h"

#include <deque>

namespace db {

/// The calendar of a store's service area, by the versions of its profile that the store holds.
/// Another program may publish one, a bundle may bring one, and one may come into force with time:
/// each asking looks. What was answered stays valid as long as this lives. FM-3
class AreaCalendar {
public:
    /// One version alone, of a store that is being made.
    explicit AreaCalendar(core::ServiceCalendar first);
    /// Of the area that the desk was opened for, else of any that is here. Throws Error with
    /// Fault::Damaged when no version can be used.
    AreaCalendar(const StoredRecords& records, const std::vector<core::Subject>& subjects);

    const core::ServiceCalendar& at(core::Instant at);
    /// The versions that can be used, in the order of the fold.
    std::vector<core::PublishedProfile> versions(core::Instant at);

private:
    void look(core::Instant at);
    bool take(const std::shared_ptr<const Kept>& kept, core::Instant at);

    const StoredRecords* m_records = nullptr;
    core::Subject m_subject;
    core::VersionCalendars m_versions;
    std::shared_ptr<const Kept> m_read; ///< what m_all was made of
    std::optional<core::ServiceCalendar> m_all;
    std::deque<core::ServiceCalendar> m_answered;
};

}
