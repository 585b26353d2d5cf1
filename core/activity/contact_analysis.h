#pragma once

#include "core/profile/profile.h"
#include "core/records.h"

namespace core {

/// One contact as the analysis counts it. S3-R7
struct AnalysedContact {
    QString ref;
    Instant receivedAt;
    QString source; ///< "police"; empty: not yet known
    QString council; ///< profile key, "out_of_area"; empty: not yet known
    QString category;
    QString service; ///< that received it
    QString owner; ///< that has it now
    std::optional<Minutes> response; ///< from receipt until an officer had it; none: nobody yet
};

/// The contacts of one source in one hour. The hour is an hour that passes: on the night of the
/// October change the two hours called 01 are two. S3-R7
struct AnalysedHour {
    QString source;
    Instant hour; ///< its beginning, UTC
    QString label; ///< "Sun 25 Oct 2026 01 BST": London time, with the zone near a change
    int contacts = 0;
    std::optional<Minutes> slowest; ///< longest response of those answered

    bool operator==(const AnalysedHour&) const = default;
};

/// The contacts received in [from, to), by time. An officer's own call is answered at once.
std::vector<AnalysedContact> analysedContacts(
    const Records& records, const Profile& profile, Instant from, Instant to);

/// The same by hour and source; the sum is the number of contacts. S3-R7
std::vector<AnalysedHour> contactsByHour(const std::vector<AnalysedContact>& contacts);

/// Contacts by source and by hour of the day, as a file for a spreadsheet: times in ISO 8601 with
/// offset. S3-R7
QString analysisCsv(const std::vector<AnalysedContact>& contacts);

/// "2026-10-25T01:10:00+01:00": London time with its offset.
QString offsetText(Instant at);

}
