#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/status/ed_wait.h"
#include "core/casework/status/police_station.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_lawful.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/escalation/pathway.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct PlaceCase {
    static constexpr const char* name = "case.place";
    CaseId of;
    PlaceKind kind = PlaceKind::NotKnown;
    QString detail;
    bool planned = false;
    std::optional<QString> authority;
    std::optional<QString> authorityRank;
    std::optional<QString> whyStation;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("kind", s.kind, "Kind of place", Need::Required);
        v("detail", s.detail, "Which: hospital, ward, address");
        v("planned", s.planned, "True when this desk plans or asks for it; else it is a fact");
        v("authority", s.authority, "Who authorised a police station as place of safety");
        v("authority_rank", s.authorityRank, "Their rank: inspector or above");
        v("why_station", s.whyStation, "Why a police station: the risk, and no other place");
    }
};

// In ED, told after the decision that a bed is needed. Leaving ED moves nothing; who left says so.
// CLK-40
void followToEd(Decision& decision, const Case& record, const Context& context)
{
    const Case after = preview(record, subjectOf(record.id), decision, context);
    if (runningClock(after, u"ed_12h"_s) && after.place.current().kind != PlaceKind::Ed)
        decision.notes.append(
            u"CLK-40: the 12-hour wait in ED still runs; end it with case.clock_end if they left "
            u"ED for a bed."_s);
    if (!record.decisionToAdmit || record.admittedAt)
        return;
    const ClockFact* known = clockAt(record, {u"ed_12h"_s}, context.now);
    const auto start = edWaitStart(after, *record.decisionToAdmit);
    if (known && (known->state != ClockState::Running || !start || *start >= known->start))
        return;
    beginEdWait(decision, after, *record.decisionToAdmit, context);
}

void followToHospital(Decision& decision, const Case& before, const Context& context)
{
    const ClockFact* known = runningClock(before, u"ed_12h"_s);
    const Case after = preview(before, subjectOf(before.id), decision, context);
    const ClockFact* running = runningClock(after, u"ed_12h"_s);
    if (known && running)
        followHospital(decision, before, after, running->start, context);
}

void noteMeant(Decision& decision, const PlaceCase& given, PlaceKind meant)
{
    if (given.kind != meant)
        decision.notes.append(
            u"CLK-03: “%1” is taken as a police station. If it is none, tell the place again with "
            u"another kind or in other words."_s.arg(given.detail));
}

Decision decidePlace(const PlaceCase& given, const Context& context)
{
    Decision decision;
    PlaceCase wanted = given;
    wanted.kind = placeMeant(given.kind, given.detail);
    const auto record = openCaseNamed(decision, wanted.of, context);
    if (!record)
        return decision;
    const auto person = personOf(*record, context);
    const Minor minor = minorAt(person.get(), context.occurred);
    if (wanted.planned)
        refused(decision, refusePlannedPlace(wanted.kind, minor));
    if (decision.refused())
        return decision;
    noteMeant(decision, given, wanted.kind);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        CasePlaced{wanted.kind, wanted.detail, wanted.planned, wanted.authority,
            wanted.authorityRank, wanted.whyStation}));
    if (wanted.planned)
        return decision;
    const Case after = preview(*record, subjectOf(record->id), decision, context);
    const bool detained
        = detainedAt(*record, context.occurred) || stationStays(after) != stationStays(*record);
    judgePlace(decision, after, wanted.kind, minor, detained);
    judgeStays(decision, *record, after, person.get());
    judgeHoldsAgain(decision, *record, after);
    followStation(decision, *record, after, context);
    for (const Owed& each : owedInStation(after))
        decision.owed.push_back(each);
    followEdStays(decision, *record, after, context);
    followToEd(decision, *record, context);
    followToHospital(decision, *record, context);
    followBedPlace(decision, *record, after, context);
    return decision;
}

}

std::vector<CommandSpec> placeCommands()
{
    return {
        command<PlaceCase>("Records or plans where the person is",
            {u"CLK-02"_s, u"CLK-03"_s, u"CLK-04"_s, u"CLK-12"_s, u"CLK-41"_s, u"INV-4"_s,
                u"INV-12"_s},
            decidePlace),
    };
}

}
