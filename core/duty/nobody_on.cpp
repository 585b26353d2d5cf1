#include "core/duty/nobody_on.h"

#include "core/casework/held.h"
#include "core/contact/contact_deadlines.h"
#include "core/duty/duty_deadlines.h"
#include "core/duty/duty_period.h"
#include "core/duty/gone_over.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

using DutyRecord = std::shared_ptr<const Duty>;

/// The duty that is to run by the service's hours, and those beside it; null where nobody opened
/// it.
struct Around {
    DutyPeriod period;
    DutyId id;
    DutyRecord running;
    DutyRecord last;
    DutyRecord next; ///< only while officers may sign on for it early
};

std::optional<Around> aroundNow(
    const QString& service, Instant now, const Records& records, const ServiceCalendar& calendar)
{
    const auto runs = dutyPeriodAt(calendar, service, now);
    if (!runs)
        return {};
    const auto idOf = [&](const DutyPeriod& period) {
        return dutyId(calendar.profile().key, service, period.from);
    };
    const auto recordOf = [&](const std::optional<DutyPeriod>& period) {
        return period ? records.duty(idOf(*period)) : DutyRecord{};
    };
    return Around{*runs, idOf(*runs), recordOf(runs),
        recordOf(lastDutyPeriod(calendar, service, now)),
        recordOf(dutyPeriodAboutToBegin(calendar, service, now))};
}

bool isStarted(const DutyRecord& duty)
{
    return duty && duty->startedAt;
}

bool isAnybodyOn(const DutyRecord& duty)
{
    return duty
        && std::any_of(duty->officers.begin(), duty->officers.end(),
            [](const OfficerOnDuty& each) { return !each.left; });
}

// Who signed on early and left again before it began has not.
bool isTakenUp(const DutyRecord& duty)
{
    return isStarted(duty)
        && std::any_of(
            duty->officers.begin(), duty->officers.end(), [&duty](const OfficerOnDuty& each) {
                return !each.left || each.until.value_or(duty->to) > duty->from;
            });
}

// Who has not left the last duty works on, until somebody takes the next one up. HO-2.1d
bool isStaffed(const Around& around)
{
    return isAnybodyOn(around.running) || isAnybodyOn(around.next)
        || (!isTakenUp(around.running) && isAnybodyOn(around.last));
}

Instant unstaffedSince(const Around& around)
{
    Instant since = around.period.from;
    for (const DutyRecord& duty : {around.running, around.last})
        if (duty)
            for (const OfficerOnDuty& officer : duty->officers)
                if (officer.left)
                    since = std::max(since, officer.until.value_or(since));
    return since;
}

ShiftEndAlert openWork(
    const QString& service, Instant now, const Watched& watched, const Records& records)
{
    ShiftEndAlert open{{}, {}, now, now, records.openCases(service), {}, {}};
    for (const ContactId& id : watched.contacts)
        if (const auto contact = records.contact(id);
            contact && contact->owner.current() == service && contact->state == ContactState::Open)
            open.callers.push_back(id);
    return open;
}

bool isRunning(const Deadline& clock)
{
    return clock.state == ClockState::Running;
}

bool isToRingBack(const Contact& contact, const Records& records)
{
    std::vector<Deadline> clocks = deadlinesOf(contact);
    endGoneOver(clocks, records);
    return std::any_of(clocks.begin(), clocks.end(),
        [](const Deadline& clock) { return clock.kind == u"ring_back" && isRunning(clock); });
}

// A contact that is still open is a caller who waits; the promises of the others are counted. Since
// when each stands: a call-back of a duty does not say, and counts as having stood all along.
std::vector<Instant> promises(
    const QString& service, const Watched& watched, const Records& records)
{
    std::vector<Instant> made;
    for (const Duty& duty : watched.duties)
        for (const Deadline& clock : deadlinesOf(duty))
            if (isRunning(clock))
                made.push_back(clock.start);
    for (const ContactId& id : watched.contacts) {
        const auto contact = records.contact(id);
        if (contact && contact->owner.current() == service && contact->state != ContactState::Open
            && isToRingBack(*contact, records))
            made.push_back(contact->receivedAt);
    }
    return made;
}

// Nobody was missed before there was anything to do.
Instant missedSince(Instant unstaffed, const ShiftEndAlert& open,
    const std::vector<Instant>& promised, const Records& records)
{
    std::vector<Instant> begun = promised;
    for (const CaseId& id : open.cases)
        begun.push_back(responsibleSince(*records.caseRecord(id)));
    for (const ContactId& id : open.callers)
        begun.push_back(records.contact(id)->receivedAt);
    return std::max(unstaffed, *std::min_element(begun.begin(), begun.end()));
}

QString openWords(const ShiftEndAlert& open, std::size_t promised, const Records& records)
{
    QStringList words{openText(open, records)};
    if (promised == 1)
        words.append(u"1 promise is not kept"_s);
    else if (promised > 1)
        words.append(u"%1 promises are not kept"_s.arg(promised));
    words.removeAll(QString());
    return words.join(u", "_s);
}

}

std::optional<Deadline> leftToNobody(const QString& service, Instant now, const Watched& watched,
    const Records& records, const ServiceCalendar& calendar)
{
    const auto found = aroundNow(service, now, records, calendar);
    if (!found || isStaffed(*found))
        return {};
    const Service* known = calendar.profile().service(service);
    const bool keepsDuties = known && !known->book.isEmpty();
    if (!keepsDuties && !isStarted(found->running) && !isStarted(found->last))
        return {};
    const ShiftEndAlert open = openWork(service, now, watched, records);
    const std::vector<Instant> promised = promises(service, watched, records);
    const QString words = openWords(open, promised.size(), records);
    if (words.isEmpty())
        return {};
    Deadline left;
    left.subject = subjectOf(found->id);
    left.part = PartId{QUuid::createUuidV5(found->id.value, u"nobody"_s)};
    left.caseId = open.cases.size() == 1 ? open.cases.front() : CaseId{};
    left.service = service;
    left.kind = u"nobody_on_duty"_s;
    left.title = u"Nobody is on duty: %1"_s.arg(words);
    left.start = left.due = missedSince(unstaffedSince(*found), open, promised, records);
    left.clause = u"HO-2.1d"_s;
    return left;
}

}
