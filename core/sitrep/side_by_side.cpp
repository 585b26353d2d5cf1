#include "core/sitrep/side_by_side.h"

#include "core/conflict/record_name.h"
#include "core/profile/profile.h"
#include "core/sitrep/cut_offs.h"
#include "core/sitrep/sitrep_events.h"
#include "core/time/london.h"

#include <algorithm>
#include <iterator>
#include <map>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool sharesPeriod(const Sitrep& one, const Sitrep& other)
{
    return one.from == other.from && one.to == other.to;
}

// It is issued by one event, once and for all, so that its identifier may name that.
Digest issueOf(const Sitrep& sitrep)
{
    const QByteArray id = sitrep.id.value.toRfc4122();
    Digest named{};
    std::copy(id.begin(), id.end(), named.begin());
    return named;
}

std::vector<SitrepId> sharingPeriod(const std::vector<QJsonObject>& rows)
{
    std::map<std::pair<qint64, qint64>, std::vector<SitrepId>> periods;
    for (const QJsonObject& row : rows)
        periods[{row.value(u"starts"_s).toInteger(), row.value(u"ends"_s).toInteger()}].push_back(
            {QUuid::fromString(row.value(u"key"_s).toString())});
    std::vector<SitrepId> first;
    for (const auto& period : periods)
        if (period.second.size() > 1)
            first.push_back(period.second.front());
    return first;
}

}

QString sitrepPeriodField()
{
    return u"period"_s;
}

Sitreps sideBySide(const Sitrep& sitrep, const Sitreps& all)
{
    Sitreps beside;
    std::copy_if(all.begin(), all.end(), std::back_inserter(beside),
        [&sitrep](const auto& each) { return sharesPeriod(*each, sitrep); });
    std::sort(beside.begin(), beside.end(), [](const auto& a, const auto& b) {
        return std::pair(a->issuedAt, a->number) < std::pair(b->issuedAt, b->number);
    });
    const auto replaced = [](const auto& each) { return each->superseded; };
    // Two desks that settled it otherwise leave none.
    if (!std::all_of(beside.begin(), beside.end(), replaced))
        beside.erase(std::remove_if(beside.begin(), beside.end(), replaced), beside.end());
    return beside;
}

Sitreps sideBySide(const Sitrep& sitrep, const Records& records, const Profile& profile)
{
    return sideBySide(sitrep, sitrepsOn(dateOf(sitrep.to), records, profile));
}

Sitrep judged(const Sitrep& sitrep, const Records& records, const Profile& profile)
{
    Sitrep told = sitrep;
    if (sitrep.id.isNull())
        return told;
    const Sitreps beside = sideBySide(sitrep, records, profile);
    if (beside.empty())
        return told;
    const Sitrep& counts = *beside.back();
    if (counts.id == told.id) {
        told.superseded = false;
        told.supersededBy.clear();
    } else if (!told.superseded) {
        told.superseded = true;
        told.supersededBy = counts.number;
    }
    return told;
}

std::optional<Conflict> conflictBetween(const Sitreps& beside)
{
    if (beside.size() < 2)
        return {};
    const Sitrep& counts = *beside.back();
    Conflict conflict{sitrepPeriodField(),
        u"SITREP from %1 to %2"_s.arg(dateTimeText(counts.from), dateTimeText(counts.to)), {},
        false, false};
    for (const auto& each : beside)
        conflict.sides.push_back({issueOf(*each), QString::fromLatin1(SitrepIssued::type),
            each->id == counts.id ? u"%1, which counts until then"_s.arg(each->number)
                                  : each->number,
            each->issuedBy, {}, each->service, each->issuedAt, each->issuedAt});
    return conflict;
}

std::vector<InConflict> sitrepConflicts(
    const std::vector<QJsonObject>& rows, const Records& records, const Profile& profile)
{
    std::vector<InConflict> open;
    for (const SitrepId& id : sharingPeriod(rows)) {
        const auto sitrep = records.sitrep(id);
        const Sitreps beside = sitrep ? sideBySide(*sitrep, records, profile) : Sitreps{};
        if (auto conflict = conflictBetween(beside)) {
            const Subject subject = subjectOf(beside.back()->id);
            open.push_back({subject, recordName(subject, records), {std::move(*conflict)}});
        }
    }
    return open;
}

}
