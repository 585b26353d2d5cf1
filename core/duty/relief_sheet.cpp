#include "core/duty/relief_sheet.h"

#include "core/casework/case_checks.h"
#include "core/casework/case_deadlines.h"
#include "core/clock/rank.h"
#include "core/paper/chronicle.h"

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

void addCases(ReliefSheet& sheet, const Records& records, const Profile& profile)
{
    for (const CaseId& id : records.openCases(sheet.service)) {
        const auto record = records.caseRecord(id);
        const Allocation allocation = record->allocated.current();
        if (allocation.user == sheet.leaver)
            sheet.cases.push_back(lineOf(*record, records, profile));
        else if (allocation == Allocation{})
            sheet.unallocated.push_back(lineOf(*record, records, profile));
    }
    std::stable_sort(sheet.cases.begin(), sheet.cases.end(), sooner);
    std::stable_sort(sheet.unallocated.begin(), sheet.unallocated.end(), sooner);
}

void addCalls(ReliefSheet& sheet, const Duty& duty)
{
    for (const RingBack& promise : duty.ringBacks)
        if (!promise.doneAt && promise.owner == sheet.leaver)
            sheet.ringBacks.push_back(promise);
    std::stable_sort(sheet.ringBacks.begin(), sheet.ringBacks.end(),
        [](const RingBack& a, const RingBack& b) { return a.due < b.due; });
    for (const CallAttempt& call : duty.attempts)
        if (call.result == AttemptResult::Copied && call.by == sheet.leaverName)
            sheet.unresolved.push_back(call);
}

}

std::vector<CaseId> relievedCases(const User& leaver, bool unallocatedToo, const Records& records)
{
    std::vector<CaseId> cases;
    for (const CaseId& id : records.openCases(leaver.service)) {
        const Allocation allocation = records.caseRecord(id)->allocated.current();
        const bool free = unallocatedToo && allocation == Allocation{};
        if (allocation.user == leaver.id || free)
            cases.push_back(id);
    }
    return cases;
}

ReliefSheet reliefSheet(const User& leaver, const Duty* duty, const Records& records,
    const Profile& profile, Instant now)
{
    ReliefSheet sheet;
    sheet.leaver = leaver.id;
    sheet.leaverName = leaver.name;
    sheet.service = leaver.service;
    sheet.asOf = now;
    addCases(sheet, records, profile);
    if (duty)
        addCalls(sheet, *duty);
    return sheet;
}

}
