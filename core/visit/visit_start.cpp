#include "core/casework/case_checks.h"
#include "core/clock/catalogue.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"
#include "core/visit/visit_commands.h"
#include "core/visit/visit_events.h"
#include "core/visit/visit_rules.h"
#include "core/visit/watch_gaps.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct StartVisit {
    static constexpr const char* name = "visit.start";
    VisitId id;
    QString where;
    std::optional<Due> backBy;
    std::optional<Due> nextCheck;
    std::optional<int> checkEvery;
    QString answers;
    QString watches;
    QString vehicle;
    QString number;
    QString with;
    QString risks;
    UserId officer;
    CaseId caseId;
    ContactId contact;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give it; made when left out");
        v("where", s.where, "Where they go: address or place", Need::Required);
        v("back_by", s.backBy, "When they are expected back");
        v("next_check", s.nextCheck,
            "When they check in next; after the profile's hour when left out");
        v("check_every", s.checkEvery, "Minutes between check-ins; the profile's when left out");
        v("answers", s.answers, "Who answers the telephone meanwhile");
        v("watches", s.watches,
            "Who watches the clocks and rings them if they do not check in; who answers the "
            "telephone when left out");
        v("vehicle", s.vehicle, "Vehicle: make, colour and registration, taxi, on foot");
        v("number", s.number, "The number at which they are reached");
        v("with", s.with, "Who goes along: doctor, police, colleague");
        v("risks", s.risks, "Known of the place: dogs, weapons, stairs, no signal");
        v("officer", s.officer, "Who goes; you when left out");
        v("case", s.caseId, "The case it is about");
        v("contact", s.contact, "The contact it is about");
    }
};

Minutes usualGap(const Context& context, const std::optional<int>& wanted)
{
    const ClockKind& kind = *clockKind(u"visit_check_in"_s);
    return wanted ? Minutes(*wanted) : context.profile().duration(kind.key, Minutes(kind.length));
}

std::optional<Instant> instantOfDue(const std::optional<Due>& due)
{
    return due ? std::optional(due->at) : std::nullopt;
}

void checkGap(Decision& decision, const std::optional<int>& minutes)
{
    constexpr int longest = 24 * 60;
    if (minutes && (*minutes < 1 || *minutes > longest))
        refused(decision,
            Refusal{u"COM-3.8"_s, u"check_every"_s,
                u"%1 minutes between check-ins cannot be kept."_s.arg(*minutes),
                u"Write 1 to %1 minutes, e.g. 60."_s.arg(longest)});
}

std::shared_ptr<const User> goerOf(
    Decision& decision, const StartVisit& wanted, const Context& context)
{
    auto user = context.records.user(wanted.officer.isNull() ? context.actor.user : wanted.officer);
    if (!user || !user->active)
        refused(decision, refuseUnknown(u"officer"_s, u"user"_s, u"users"_s));
    return user;
}

void checkLinks(Decision& decision, const StartVisit& wanted, const Context& context)
{
    if (!wanted.caseId.isNull())
        caseNamed(decision, wanted.caseId, context);
    if (!wanted.contact.isNull() && !context.records.contact(wanted.contact))
        refused(decision, refuseUnknown(u"contact"_s, u"contact"_s, u"contacts"_s));
    if (!wanted.id.isNull() && context.records.visit(wanted.id))
        refused(decision, refuseTwice(u"id"_s, u"visit"_s));
}

// Whoever leaves can no longer watch over the others who are out, nor answer for them, and who is
// out already cannot for whoever leaves.
void oweWatchers(Decision& decision, const Visit& begun, const Context& context)
{
    VisitsOut out = visitsOut(context.records, context.now);
    out.push_back(std::make_shared<const Visit>(begun));
    for (const auto& each : out) {
        const std::vector<Owed> gaps = watchGaps(*each, out);
        decision.owed.insert(decision.owed.end(), gaps.begin(), gaps.end());
    }
}

VisitStarted startedBy(const StartVisit& wanted, const User& officer, const Context& context)
{
    const Minutes gap = usualGap(context, wanted.checkEvery);
    VisitStarted started;
    started.of = wanted.id.isNull() ? VisitId{context.mint()} : wanted.id;
    started.service = officer.service;
    started.officer = officer.id;
    started.officerName = officer.name;
    started.with = wanted.with;
    started.where = wanted.where;
    started.vehicle = wanted.vehicle;
    started.number = wanted.number;
    started.risks = wanted.risks;
    started.caseId = wanted.caseId;
    started.contact = wanted.contact;
    started.backBy = instantOfDue(wanted.backBy);
    started.backWarnings = backWarningsOf(started.backBy, context);
    started.nextCheck = wanted.nextCheck ? wanted.nextCheck->at
                                         : nextCheckAfter(context.occurred, gap, started.backBy);
    started.checkWarnings
        = warningsBefore(started.nextCheck, u"visit_check_in"_s, context.profile());
    started.checkEvery = static_cast<int>(gap.count());
    started.answers = whoIsMeant(wanted.answers, context.records);
    started.watches
        = wanted.watches.isEmpty() ? started.answers : whoIsMeant(wanted.watches, context.records);
    return started;
}

Decision start(const StartVisit& wanted, const Context& context)
{
    Decision decision;
    refused(decision, refuseBlank(u"where"_s, wanted.where));
    checkGap(decision, wanted.checkEvery);
    checkLinks(decision, wanted, context);
    const auto officer = goerOf(decision, wanted, context);
    if (decision.refused())
        return decision;
    VisitStarted started = startedBy(wanted, *officer, context);
    // A telephone can be taken along, the watch over oneself cannot.
    if (wanted.watches.isEmpty()
        && refuseWatcher(
            started.watches, officer->name, started.of, context.records, context.occurred))
        started.watches.clear();
    refused(decision, refuseOutTwice(officer->id, context));
    refused(decision,
        refuseWatcher(
            started.watches, officer->name, started.of, context.records, context.occurred));
    if (!refused(decision, refuseBackBeforeLeaving(context.occurred, started.backBy)))
        refused(decision, refuseCheckAfterReturn(started.nextCheck, started.backBy));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(started.of), started));
    const Visit after = preview(Visit{}, subjectOf(started.of), decision, context);
    noteOnCase(decision, wanted.caseId, u"Out on a visit: %1."_s.arg(visitText(after)), context);
    decision.made.insert(u"id"_s, started.of.text());
    decision.made.insert(u"next_check"_s, isoText(started.nextCheck));
    decision.owed = owedOf(after);
    oweWatchers(decision, after, context);
    return decision;
}

}

std::vector<CommandSpec> visitStartCommands()
{
    return {command<StartVisit>(
        "Goes out on a visit: where, until when, and who watches the clocks meanwhile",
        {u"COM-3.8"_s}, start)};
}

}
