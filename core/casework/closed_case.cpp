#include "core/casework/closed_case.h"

#include "core/casework/clock_changes.h"
#include "core/command/preview.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

std::set<Subject> casesWithNewClocks(const Decision& decision)
{
    std::set<Subject> found;
    for (const NewEvent& event : decision.events)
        if (event.subject.kind == SubjectKind::Case && event.type == u"case.clock_started"_s)
            found.insert(event.subject);
    return found;
}

bool hadBefore(const Case& record, const PartId& clock)
{
    return std::any_of(record.clocks.begin(), record.clocks.end(),
        [&clock](const ClockFact& each) { return each.id == clock; });
}

const ClockFact* firstBegun(const Case& after, const Case& before)
{
    const auto found = std::find_if(after.clocks.begin(), after.clocks.end(),
        [&before](const ClockFact& each) { return each.stands() && !hadBefore(before, each.id); });
    return found == after.clocks.end() ? nullptr : &*found;
}

// One at a time: with one end the checks and reviews of the same status.
bool endOneBegun(Decision& decision, const Case& before, const Context& context)
{
    const Case after = preview(before, subjectOf(before.id), decision, context);
    const ClockFact* clock = after.closedAt ? firstBegun(after, before) : nullptr;
    if (!clock)
        return false;
    const bool kept = isTheHospitals(*clock, after);
    endClock(decision, after, *clock, kept ? u"kept by the hospital"_s : u"case closed"_s,
        *after.closedAt);
    return true;
}

}

bool isTheHospitals(const ClockFact& clock, const Case& record)
{
    static const QStringList kept{u"s2"_s, u"s3"_s, u"s4"_s, u"s15_rectification"_s, u"tribunal"_s};
    return record.admittedAt && kept.contains(clock.kind);
}

void endOnClosed(Decision& decision, const Context& context)
{
    for (const Subject& subject : casesWithNewClocks(decision)) {
        const auto record = context.records.caseRecord(CaseId{subject.id});
        while (record && record->closedAt && endOneBegun(decision, *record, context)) { }
    }
}

}
