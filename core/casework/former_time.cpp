#include "core/casework/former_time.h"

#include "core/casework/clock_changes.h"
#include "core/casework/status_rules.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct FormerTime {
    LegalStatus status; ///< towards which it counts
    Instant began;
    QString evidence;
    const ClockFact* clock; ///< of that status
    LegalStatus formerStatus;
    const ClockFact* former;
};

std::optional<FormerTime> notCounted(
    const Case& record, const ClockFact& clock, LegalStatus status, LegalStatus formerStatus)
{
    const auto episode = std::find_if(record.statuses.begin(), record.statuses.end(),
        [&clock](const StatusEpisode& each) { return each.clock == clock.id; });
    const bool known = episode != record.statuses.end();
    const Instant began = known ? episode->start : clock.start;
    const ClockFact* former = clockBefore(record, clockKindOf(formerStatus), began);
    if (!former || clock.start <= former->start)
        return {};
    return FormerTime{
        status, began, known ? episode->evidence : clock.evidence, &clock, formerStatus, former};
}

std::vector<FormerTime> formerTimes(const Case& record)
{
    std::vector<FormerTime> found;
    for (const LegalStatus status : {LegalStatus::S5_2, LegalStatus::S2})
        for (const ClockFact& clock : record.clocks) {
            if (clock.kind != clockKindOf(status) || !clock.stands())
                continue;
            if (auto time = notCounted(record, clock, status, *countsTowards(status)))
                found.push_back(std::move(*time));
        }
    return found;
}

}

std::vector<Owed> formerTimeOwed(const Case& record)
{
    std::vector<Owed> owed;
    for (const FormerTime& each : formerTimes(record))
        owed.push_back({each.status == LegalStatus::S2 ? u"CLK-10"_s : u"CLK-12"_s, u"start"_s,
            u"The time under %1 since %2 counts towards the %3 from %4, and its clock does not "
            "count it yet. Tell the %1 again with its start (case.status)."_s.arg(
                statusText(each.formerStatus), dateTimeText(each.former->start),
                statusText(each.status), dateTimeText(each.began)),
            u"handover"_s});
    return owed;
}

void countFormerTimes(Decision& decision, const Case& record, Instant began, const Context& context)
{
    for (const FormerTime& each : formerTimes(record)) {
        if (each.began != began)
            continue;
        const QString evidence
            = u"%1 at %2; %3 since %4. %5"_s.arg(statusText(each.status), dateTimeText(began),
                statusText(each.formerStatus), dateTimeText(each.former->start), each.evidence);
        tellOtherStart(decision, record, *each.clock,
            {each.clock->kind, each.former->start, evidence, {}, {}, {}}, context);
        if (each.status == LegalStatus::S2)
            beginTribunal(decision, record, each.former->start, evidence, context);
        endClocks(decision, record, {each.former->kind}, followedBy(each.status), began);
    }
}

}
