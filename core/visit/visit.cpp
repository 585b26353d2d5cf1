#include "core/visit/visit.h"

#include "core/contact/note.h"
#include "core/visit/visit_events.h"

using namespace Qt::StringLiterals;

namespace core {

static Applied apply(Visit& visit, const VisitStarted& started, const Event& event)
{
    if (!visit.id.isNull())
        return u"This visit had begun already."_s;
    visit.id = started.of;
    visit.service = started.service;
    visit.officer = started.officer;
    visit.officerName = started.officerName;
    visit.with = started.with;
    visit.where = started.where;
    visit.vehicle = started.vehicle;
    visit.number = started.number;
    visit.risks = started.risks;
    visit.caseId = started.caseId;
    visit.contact = started.contact;
    visit.leftAt = event.occurred;
    visit.backBy = started.backBy;
    visit.backWarnings = started.backWarnings;
    visit.nextCheck = started.nextCheck;
    visit.checkWarnings = started.checkWarnings;
    visit.checkEvery = started.checkEvery;
    visit.answers = started.answers;
    visit.watches = started.watches;
    return {};
}

// Whether it was late, and how many were missed, several events tell together: recountChecks.
static Applied apply(Visit& visit, const VisitCheckedIn& checked, const Event& event)
{
    const bool newest = visit.checks.empty() || event.occurred >= visit.checks.back().at;
    const auto place = std::upper_bound(visit.checks.begin(), visit.checks.end(), event.occurred,
        [](Instant at, const VisitCheck& each) { return at < each.at; });
    visit.checks.insert(place, {event.occurred, event.actor.name, checked.words, false});
    if (newest) {
        visit.nextCheck = checked.nextCheck;
        visit.checkWarnings = checked.checkWarnings;
    }
    return {};
}

static Applied apply(Visit& visit, const VisitChanged& changed, const Event&)
{
    const auto take = [](auto& known, const auto& given) {
        if (given)
            known = *given;
    };
    take(visit.with, changed.with);
    take(visit.where, changed.where);
    take(visit.vehicle, changed.vehicle);
    take(visit.number, changed.number);
    take(visit.answers, changed.answers);
    take(visit.watches, changed.watches);
    take(visit.backBy, changed.backBy);
    take(visit.backWarnings, changed.backWarnings);
    take(visit.nextCheck, changed.nextCheck);
    take(visit.checkWarnings, changed.checkWarnings);
    return {};
}

static Applied apply(Visit& visit, const VisitAlarmRaised& raised, const Event& event)
{
    visit.alarms.push_back({event.occurred, raised.told, raised.words, event.actor.name});
    return {};
}

static Applied apply(Visit& visit, const VisitReturned& returned, const Event& event)
{
    if (visit.returnedAt && *visit.returnedAt <= event.occurred)
        return u"The return was recorded already."_s;
    visit.returnedAt = event.occurred;
    visit.returned = returned.words;
    return {};
}

static Applied apply(Visit& visit, const VisitNoted& noted, const Event& event)
{
    Note note = noteOf(event, noted.id, noted.kind, noted.words);
    note.late = noted.late;
    addNote(visit.notes, std::move(note));
    return {};
}

static Applied apply(Visit& visit, const VisitWrittenUp&, const Event& event)
{
    visit.writtenUpAt = event.occurred;
    return {};
}

Instant Visit::lastHeard() const
{
    if (returnedAt)
        return *returnedAt;
    return checks.empty() ? leftAt : checks.back().at;
}

const EventRules<Visit>& eventRules(const Visit*)
{
    static const auto rules = rulesByType<Visit>({on<Visit, VisitStarted>(),
        on<Visit, VisitCheckedIn>(), on<Visit, VisitChanged>(), on<Visit, VisitAlarmRaised>(),
        on<Visit, VisitReturned>(), on<Visit, VisitNoted>(), on<Visit, VisitWrittenUp>()});
    return rules;
}

Visit evolved(Visit visit, const Event& event)
{
    evolve(visit, event, eventRules(&visit));
    return visit;
}

}
