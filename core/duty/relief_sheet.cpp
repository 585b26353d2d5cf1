#include "core/duty/relief_sheet.h"

#include "core/casework/case_checks.h"
#include "core/casework/case_deadlines.h"
#include "core/clock/rank.h"
#include "core/contact/contact_deadlines.h"
#include "core/contact/contact_rules.h"
#include "core/duty/duty_deadlines.h"
#include "core/duty/duty_owed.h"
#include "core/duty/gone_over.h"
#include "core/duty/watched.h"
#include "core/paper/chronicle.h"
#include "core/text/folded.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

ReliefCase lineOf(const Case& record, const Records& records, const Profile& profile)
{
    ReliefCase line;
    const auto person = records.person(record.person);
    line.caseId = record.id;
    line.ref = record.ref;
    line.title = record.title;
    line.person = person ? person->displayName() : QString();
    line.stage = record.stage.current();
    line.urgency = record.urgency;
    for (const Deadline& deadline : deadlinesOf(record, profile))
        if (deadline.state == ClockState::Running)
            line.clocks.push_back(deadline);
    std::stable_sort(line.clocks.begin(), line.clocks.end(),
        [](const Deadline& a, const Deadline& b) { return a.due < b.due; });
    line.owed = owedOf(record, person.get());
    const auto lines = chronicleOf(record, profile);
    if (const ChronicleLine* last = lastWritten(lines))
        line.last = last->text;
    return line;
}

// What runs out first stands first; cases without a clock come last.
bool sooner(const ReliefCase& a, const ReliefCase& b)
{
    if (a.clocks.empty() || b.clocks.empty())
        return !a.clocks.empty() && b.clocks.empty();
    return comesBefore(a.clocks.front(), b.clocks.front());
}

bool isNobodys(const Allocation& allocation, const std::vector<UserId>& gone)
{
    return allocation == Allocation{}
    || std::find(gone.begin(), gone.end(), allocation.user) != gone.end();
}

std::vector<UserId> goneFrom(const Watched& watched)
{
    std::vector<const Duty*> duties;
    for (const Duty& duty : watched.duties)
        duties.push_back(&duty);
    return core::goneFrom(duties);
}

void addCases(ReliefSheet& sheet, const std::vector<UserId>& gone, const Records& records,
    const Profile& profile)
{
    for (const CaseId& id : records.openCases(sheet.service)) {
        const auto record = records.caseRecord(id);
        const Allocation allocation = record->allocated.current();
        if (allocation.user == sheet.leaver)
            sheet.cases.push_back(lineOf(*record, records, profile));
        else if (isNobodys(allocation, gone))
            sheet.unallocated.push_back(lineOf(*record, records, profile));
    }
    std::stable_sort(sheet.cases.begin(), sheet.cases.end(), sooner);
    std::stable_sort(sheet.unallocated.begin(), sheet.unallocated.end(), sooner);
}

bool isRunning(const Deadline& clock)
{
    return clock.state == ClockState::Running;
}

RingBack ringBackOf(const Contact& contact, const Deadline& clock, const UserId& owner)
{
    RingBack promise;
    promise.id = clock.part;
    promise.due = clock.due;
    promise.warnings = clock.warnings;
    promise.caseId = contact.caseId;
    promise.contact = contact.id;
    promise.owner = owner;
    promise.ownerName = clock.who;
    for (const PromisedCall& each : contact.ringBacks)
        if ((each.id.isNull() ? PartId{contact.id.value} : each.id) == clock.part) {
            promise.whom = each.whom;
            promise.number = each.number;
        }
    if (promise.number.isEmpty())
        promise.number = contact.details.callBack.value_or(QString());
    return promise;
}

// Promised to a caller of call care's for an officer of this service: nobody's yet, and not to be
// missed.
bool waitsForAny(
    const Contact& contact, const Deadline& clock, const QString& service, const Profile& profile)
{
    const Service* owner = profile.service(contact.owner.current());
    return clock.kind == u"officer_call_back"_s && clock.who.isEmpty() && owner && owner->callCare
        && owner->key != service
        && std::any_of(contact.shares.begin(), contact.shares.end(),
            [&service](const ContactShare& share) { return share.with == service; });
}

void addClocks(ReliefSheet& sheet, const Contact& contact, std::vector<Deadline> clocks,
    const Profile& profile)
{
    for (Deadline& clock : clocks) {
        const bool any = waitsForAny(contact, clock, sheet.service, profile);
        if (!isRunning(clock) || (clock.who != sheet.leaverName && !any))
            continue;
        if (any)
            clock.title += u"; nobody has accepted %1 yet"_s.arg(contact.ref);
        if (clock.kind == u"ring_back"_s)
            sheet.ringBacks.push_back(ringBackOf(contact, clock, sheet.leaver));
        else
            sheet.clocks.push_back(std::move(clock));
    }
}

void addContact(ReliefSheet& sheet, const Contact& contact, const std::vector<Relief>& reliefs,
    const Records& records, const Profile& profile)
{
    std::vector<Deadline> clocks = relievedClocks(contact, reliefs, profile);
    endGoneOver(clocks, records);
    addClocks(sheet, contact, std::move(clocks), profile);
    const auto& accepted = contact.acceptance;
    const QString holder = holderAfter(accepted ? accepted->by : contact.handler,
        accepted ? accepted->at : contact.receivedAt, reliefs);
    if (contact.open() && holder == sheet.leaverName)
        sheet.contacts.push_back(
            {contact.id, contact.ref, contact.words, contact.receivedAt, owedOf(contact)});
}

const RunningLadder* ladderOf(const Duty& duty, const PartId& id)
{
    const auto found = std::find_if(duty.ladders.begin(), duty.ladders.end(),
        [&id](const RunningLadder& ladder) { return ladder.id == id; });
    return found == duty.ladders.end() ? nullptr : &*found;
}

// One that is not decided rings on, and is among the clocks.
void addLadders(ReliefSheet& sheet, const Duty& duty)
{
    for (const DutyOwed& owed : owedOn(duty)) {
        const RunningLadder* ladder
            = owed.kind == DutyOwedKind::Ladder ? ladderOf(duty, owed.part) : nullptr;
        if (ladder && ladder->decidedAt && ladder->by == sheet.leaverName)
            sheet.owed.push_back({owed.clause, u"ladder"_s, owed.text, u"close"_s});
    }
}

// The manager tells, by the clock of it; the leaver is who waits to be told. ESC-6.4
void addFeedback(ReliefSheet& sheet, const Duty& duty, Deadline clock)
{
    const auto awaits = [&](const ManagerAction& action) {
        return action.id == clock.part && isSameName(action.officer, sheet.leaverName);
    };
    const auto action
        = std::find_if(duty.managerActions.begin(), duty.managerActions.end(), awaits);
    if (action == duty.managerActions.end())
        return;
    const QString who = clock.who.isEmpty() ? u"the on-call manager"_s : clock.who;
    clock.title = u"Feedback from %1: %2"_s.arg(who, action->what);
    sheet.clocks.push_back(std::move(clock));
}

void addPromises(ReliefSheet& sheet, const Duty& duty)
{
    for (const RingBack& promise : duty.ringBacks)
        if (!promise.doneAt && promise.owner == sheet.leaver)
            sheet.ringBacks.push_back(promise);
    for (const Deadline& clock : deadlinesOf(duty)) {
        if (!isRunning(clock))
            continue;
        if (clock.kind == u"oncall_retry"_s && clock.who == sheet.leaverName)
            sheet.clocks.push_back(clock);
        else
            addFeedback(sheet, duty, clock);
    }
    addLadders(sheet, duty);
}

template <typename Timed>
void byDue(std::vector<Timed>& all)
{
    std::stable_sort(
        all.begin(), all.end(), [](const Timed& a, const Timed& b) { return a.due < b.due; });
}

}

std::vector<Deadline> relievedClocks(
    const Contact& contact, const std::vector<Relief>& reliefs, const Profile& profile)
{
    std::vector<Deadline> clocks = deadlinesOf(contact, profile);
    for (Deadline& clock : clocks) {
        const bool officers = clock.kind == u"officer_call_back"_s && contact.acceptance;
        clock.who
            = holderAfter(clock.who, officers ? contact.acceptance->at : clock.start, reliefs);
    }
    return clocks;
}

std::vector<UserId> goneOfficers(
    const QString& service, const Records& records, const ServiceCalendar& calendar, Instant now)
{
    return goneFrom(watchedBy(service, now, records, calendar));
}

std::vector<CaseId> relievedCases(const User& leaver, bool unallocatedToo, const Records& records,
    const std::vector<UserId>& gone)
{
    std::vector<CaseId> cases;
    for (const CaseId& id : records.openCases(leaver.service)) {
        const Allocation allocation = records.caseRecord(id)->allocated.current();
        const bool free = unallocatedToo && isNobodys(allocation, gone);
        if (allocation.user == leaver.id || free)
            cases.push_back(id);
    }
    return cases;
}

QStringList takenOver(const ReliefSheet& sheet, const QString& taker)
{
    QStringList lines;
    for (const RingBack& promise : sheet.ringBacks)
        lines.append(
            u"%1 rings %2 back by %3."_s.arg(taker, promise.whom, dateTimeText(promise.due)));
    for (const Deadline& clock : sheet.clocks)
        lines.append(u"%1: %2 by %3."_s.arg(taker, clock.title, dateTimeText(clock.due)));
    for (const Owed& owed : sheet.owed)
        lines.append(u"%1: %2"_s.arg(taker, owed.text));
    for (const ReliefContact& contact : sheet.contacts)
        lines.append(u"%1 has the open contact %2."_s.arg(taker, contact.ref));
    return lines;
}

ReliefSheet reliefSheet(const User& leaver, const Duty* duty, const Records& records,
    const ServiceCalendar& calendar, Instant now)
{
    const Profile& profile = calendar.profile();
    ReliefSheet sheet;
    sheet.leaver = leaver.id;
    sheet.leaverName = leaver.name;
    sheet.service = leaver.service;
    sheet.asOf = now;
    const Watched watched = watchedBy(sheet.service, now, records, calendar);
    addCases(sheet, goneFrom(watched), records, profile);
    if (duty)
        for (const CallAttempt& call : duty->attempts)
            if (call.result == AttemptResult::Copied && call.by == sheet.leaverName)
                sheet.unresolved.push_back(call);
    for (const Duty& each : watched.duties)
        addPromises(sheet, each);
    for (const ContactId& id : watched.contacts)
        if (const auto contact = records.contact(id))
            addContact(sheet, *contact, watched.reliefs, records, profile);
    byDue(sheet.clocks);
    byDue(sheet.ringBacks);
    return sheet;
}

}
