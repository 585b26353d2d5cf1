#include "core/escalation/escalation_commands.h"

#include "core/clock/catalogue.h"
#include "core/clock/passed.h"
#include "core/command/preview.h"
#include "core/command/references.h"
#include "core/duty/duty_commands.h"
#include "core/duty/ladder.h"
#include "core/escalation/partner_concern.h"
#include "core/escalation/routes.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Raise {
    static constexpr const char* name = "escalation.raise";
    EscalationId id;
    bool incoming = false;
    Raiser raiser = Raiser::Officer;
    QString raisedBy;
    QString role;
    QString organisation;
    std::vector<Ground> grounds;
    QString about;
    QString mitigation;
    std::vector<CaseId> cases;
    QString transferNumber;
    bool danger = false;
    bool seriousIncident = false;
    std::optional<Scope> scope;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give it; made when left out");
        v("incoming", s.incoming, "It came to us; the 24 hours start at `at`");
        v("raiser", s.raiser, "Who raises it; the public goes the complaints' way");
        v("raised_by", s.raisedBy, "Name; yours when left out and not incoming");
        v("role", s.role, "Their role");
        v("organisation", s.organisation, "Their organisation");
        v("grounds", s.grounds, "On which grounds; the record's own suggestions when left out");
        v("about", s.about, "The concern in words", Need::Required);
        v("mitigation", s.mitigation, "What keeps the person safe meanwhile");
        v("cases", s.cases, "The cases it is about; none: about the service");
        v("transfer_number", s.transferNumber, "The handover it is about");
        v("immediate_danger", s.danger, "Immediate danger: no informal attempt is asked for");
        v("serious_incident", s.seriousIncident, "A serious incident or a death");
        v("scope", s.scope, "What it concerns; professional practice is for managers alone");
    }
};

struct Discuss {
    static constexpr const char* name = "escalation.discuss";
    EscalationId of;
    QString with;
    QString outcome;
    bool resolved = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("escalation", s.of, "The escalation", Need::Required);
        v("with", s.with, "With whom it was discussed", Need::Required);
        v("outcome", s.outcome, "What was said and agreed", Need::Required);
        v("resolved", s.resolved, "It is settled by this");
    }
};

struct FollowUp {
    static constexpr const char* name = "escalation.follow_up";
    EscalationId of;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("escalation", s.of, "The escalation", Need::Required);
        v("words", s.words, "Concern and agreement as they were sent in writing", Need::Required);
    }
};

struct GoToLevel {
    static constexpr const char* name = "escalation.level";
    EscalationId of;
    int level = 1;
    QString with;
    QString role;
    QString route;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("escalation", s.of, "The escalation", Need::Required);
        v("level", s.level, "1 manager or on-call manager, 2 senior manager, 3 director",
            Need::Required);
        v("with", s.with, "Who has it now");
        v("role", s.role, "Their role");
        v("route", s.route, "The profile's route by which it goes");
        v("reason", s.reason, "Why without an informal attempt, or why a level is left out");
    }
};

Decision signpost(const Raise& wanted, const Context& context)
{
    Decision decision;
    const EscalationId id = wanted.id.isNull() ? EscalationId{context.mint()} : wanted.id;
    const QString to = complaintsRoutes(context.profile());
    const QString ref = nextReference(context, u'X', dutyDate(context, context.occurred));
    decision.events.push_back(newEvent(subjectOf(id),
        EscalationSignposted{
            id, ref, context.actor.service, wanted.raiser, wanted.raisedBy, wanted.about, to}));
    decision.made.insert(u"id"_s, id.text());
    decision.made.insert(u"signposted"_s, to);
    decision.notes.append(u"ESC-1.7: this way is for professionals. The complaints' way: %1."_s.arg(
        to.isEmpty() ? u"ask the council"_s : to));
    return decision;
}

// None past the bank-holiday table, which bars no concern. H15
std::shared_ptr<const Duty> dutyNow(const Context& context)
{
    try {
        const auto inHand = dutyInHand(context, {});
        const auto* found = std::get_if<DutyInHand>(&inHand);
        return found ? found->duty : nullptr;
    } catch (const BeyondHolidays&) {
        return nullptr;
    }
}

// A rung on which nobody answered: the on-call manager's difficulty. ESC-2.1
bool managerWasNotReached(const Raise& wanted, const Context& context)
{
    const auto found = dutyNow(context);
    if (!found)
        return false;
    const auto& ladders = found->ladders;
    return std::any_of(ladders.begin(), ladders.end(), [&](const RunningLadder& ladder) {
        const bool about = wanted.cases.empty()
            || std::find(wanted.cases.begin(), wanted.cases.end(), ladder.caseId)
                != wanted.cases.end();
        const LadderStep step = nextStep(ladder, *found, context.occurred).step;
        const bool climbed = step == LadderStep::Ring && !ladder.tries.empty();
        return about && (step == LadderStep::Exhausted || step == LadderStep::Climb || climbed);
    });
}

std::vector<Ground> groundsOf(const Raise& wanted, const Context& context)
{
    if (!wanted.grounds.empty())
        return wanted.grounds;
    std::vector<Ground> grounds;
    if (managerWasNotReached(wanted, context))
        grounds.push_back(Ground::OnCallManager);
    for (const CaseId& id : wanted.cases)
        for (const Ground ground :
            suggestedGrounds(*context.records.caseRecord(id), context.occurred))
            grounds.push_back(ground);
    return grounds;
}

void tellTimes(Decision& decision, const Escalation& raised)
{
    if (raised.acknowledgeDue)
        decision.made.insert(u"acknowledge_by"_s, isoText(*raised.acknowledgeDue));
    if (raised.responseDue)
        decision.made.insert(u"respond_by"_s, isoText(*raised.responseDue));
}

// The handover's case is one that the concern is about, whether or not it was named. HO-6.4
Raise withHandover(Decision& decision, Raise wanted, const Context& context)
{
    const QString number = wanted.transferNumber.trimmed();
    if (number.isEmpty())
        return wanted;
    const auto found = handoverNumbered(number, context);
    if (!found) {
        decision.notes.append(
            u"HO-6.4: no handover here has the number %1: its case is not linked."_s.arg(number));
        return wanted;
    }
    wanted.transferNumber = found->number;
    if (std::find(wanted.cases.begin(), wanted.cases.end(), found->of) == wanted.cases.end())
        wanted.cases.push_back(found->of);
    return wanted;
}

Decision raiseIt(const Raise& asked, const Context& context)
{
    Decision decision;
    refused(decision, refuseBlank(u"about"_s, asked.about));
    if (!asked.id.isNull() && context.records.escalation(asked.id))
        refused(decision, refuseTwice(u"id"_s, u"escalation"_s));
    if (isPublic(asked.raiser))
        return decision.refused() ? decision : signpost(asked, context);
    for (const CaseId& id : asked.cases)
        if (!context.records.caseRecord(id))
            refused(decision, refuseUnknown(u"cases"_s, u"case"_s, u"cases"_s));
    if (decision.refused())
        return decision;
    const Raise wanted = withHandover(decision, asked, context);
    const QString by
        = wanted.raisedBy.isEmpty() && !wanted.incoming ? context.actor.name : wanted.raisedBy;
    const EscalationId id = raise(decision,
        {wanted.id, {}, {}, wanted.incoming, wanted.raiser, by, wanted.role, wanted.organisation,
            groundsOf(wanted, context), wanted.about, wanted.mitigation, wanted.cases,
            wanted.transferNumber, wanted.danger, wanted.seriousIncident, {}, {}, {}, {},
            wanted.scope, {}, {}},
        context);
    const Escalation after = preview(Escalation{}, subjectOf(id), decision, context);
    decision.made.insert(u"id"_s, id.text());
    tellTimes(decision, after);
    if (const EscalationRoute* route = routeOfOrganisation(after, context))
        tellRoute(decision, *route, after.organisation, context.profile());
    decision.owed = owedOf(after);
    bookPartnersConcern(decision, after, context);
    return decision;
}

Decision discuss(const Discuss& wanted, const Context& context)
{
    Decision decision;
    const auto record = heardEscalation(decision, wanted.of, u"ESC-2.2a"_s, context);
    refused(decision, refuseBlank(u"with"_s, wanted.with));
    refused(decision, refuseBlank(u"outcome"_s, wanted.outcome));
    if (decision.refused())
        return decision;
    EscalationDiscussed discussed{wanted.with, wanted.outcome, wanted.resolved, {}, {}};
    if (wanted.resolved)
        discussed.followUpDue = followUpBy(context.occurred, context.calendar);
    if (discussed.followUpDue) {
        discussed.followUpWarnings
            = warningsBefore(*discussed.followUpDue, u"escalation_follow_up"_s, context.profile());
        decision.made.insert(u"follow_up_by"_s, isoText(*discussed.followUpDue));
        noteHolidays(decision, discussed.followUpDue, context);
    }
    decision.events.push_back(newEvent(subjectOf(wanted.of), discussed));
    if (wanted.resolved && !discussed.followUpDue)
        decision.owed = owedOf(preview(*record, subjectOf(wanted.of), decision, context));
    if (record->closedAt && wanted.resolved
        && (!record->followedUpAt || context.occurred > *record->followedUpAt))
        decision.owed.push_back({u"ESC-2.2b"_s, u"follow_up"_s,
            u"Concern and agreement are not in writing yet."_s, u"close"_s});
    return decision;
}

Decision followUp(const FollowUp& wanted, const Context& context)
{
    Decision decision;
    heardEscalation(decision, wanted.of, u"ESC-2.2b"_s, context);
    refused(decision, refuseBlank(u"words"_s, wanted.words));
    if (!decision.refused())
        decision.events.push_back(
            newEvent(subjectOf(wanted.of), EscalationFollowedUp{wanted.words}));
    return decision;
}

// The way that is named, else that it goes already, else the organisation's own. ESC-4.1
const EscalationRoute* routeOf(
    const GoToLevel& wanted, const Escalation& record, const Context& context)
{
    const QString& named = wanted.route.isEmpty() ? record.route : wanted.route;
    return named.isEmpty() ? routeOfOrganisation(record, context)
                           : context.profile().escalationRoute(named);
}

// Who has that level: by the clock on the first, above it as the organisation itself says. ESC-3.3
QString roleOf(const GoToLevel& wanted, const Escalation& record, const EscalationRoute* route,
    const Context& context)
{
    if (!wanted.role.isEmpty())
        return wanted.role;
    if (wanted.level == 1)
        return firstLevelRole(workOf(record, context.records), context.occurred, context.calendar);
    return route ? route->levels.value(wanted.level - 1) : QString();
}

// Where it was before it was closed can be told afterwards; it goes nowhere any more.
std::shared_ptr<const Escalation> escalationThen(
    Decision& decision, const EscalationId& id, const Context& context)
{
    const auto known = context.records.escalation(id);
    return known && known->closedAt && context.occurred < *known->closedAt
        ? heardEscalation(decision, id, u"ESC-3.3"_s, context)
        : openEscalation(decision, id, context);
}

Decision goToLevel(const GoToLevel& wanted, const Context& context)
{
    Decision decision;
    const auto record = escalationThen(decision, wanted.of, context);
    refused(decision, refuseRoute(context.profile(), wanted.route));
    if (record
        && !refused(decision, refuseLevel(*record, wanted.level, wanted.reason, context.occurred)))
        refused(decision, refuseFormal(*record, wanted.reason));
    if (decision.refused())
        return decision;
    const EscalationRoute* route = routeOf(wanted, *record, context);
    const QString role = roleOf(wanted, *record, route, context);
    EscalationLevelled levelled{wanted.level, wanted.with, role,
        wanted.route.isEmpty() ? routeTaken(*record, context) : wanted.route, wanted.reason, {}, {},
        {}, {}};
    startClocks(levelled, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of), levelled));
    decision.owed = owedOf(preview(*record, subjectOf(wanted.of), decision, context));
    decision.made.insert(u"role"_s, role);
    if (route) {
        tellRoute(decision, *route, record->organisation, context.profile());
        // The organisation's own line manager, in hours alone. ESC-5.1
        if (role == u"respective manager" && !route->levels.isEmpty())
            decision.notes.append(u"In hours ask for the %1."_s.arg(route->levels.front()));
    }
    decision.notes.append(u"Care continues meanwhile as it is."_s);
    return decision;
}

}

std::optional<Refusal> refuseRoute(const Profile& profile, const QString& key)
{
    if (key.isEmpty() || profile.escalationRoute(key))
        return {};
    QStringList keys;
    for (const EscalationRoute& route : profile.escalationRoutes)
        keys.append(route.key);
    return Refusal{u"ESC-4.1"_s, u"route"_s, u"The profile has no route “%1”."_s.arg(key),
        u"Use one of: %1."_s.arg(keys.join(u", "))};
}

std::shared_ptr<const Escalation> seenEscalation(
    Decision& decision, const EscalationId& id, const Context& context)
{
    auto record = context.records.escalation(id);
    if (!record)
        refused(decision, refuseUnknown(u"escalation"_s, u"escalation"_s, u"escalations"_s));
    else if (refused(decision, refuseToSee(*record, context.user, context.profile())))
        return nullptr;
    else if (record->signposted) {
        decision.refusals.push_back({u"ESC-1.7"_s, u"escalation"_s,
            u"%1 was signposted to the complaints' way."_s.arg(record->ref),
            u"Raise another with escalation.raise if it goes on."_s});
        return nullptr;
    }
    return record;
}

std::shared_ptr<const Escalation> openEscalation(
    Decision& decision, const EscalationId& id, const Context& context)
{
    auto record = seenEscalation(decision, id, context);
    if (!record || record->open())
        return record;
    decision.refusals.push_back({u"ESC-2.3d"_s, u"escalation"_s,
        u"%1 was closed at %2."_s.arg(record->ref, dateTimeText(*record->closedAt)),
        u"Raise another with escalation.raise if it goes on."_s});
    return nullptr;
}

std::shared_ptr<const Escalation> heardEscalation(
    Decision& decision, const EscalationId& id, const QString& clause, const Context& context)
{
    auto record = seenEscalation(decision, id, context);
    if (record && record->closedAt)
        decision.flags.push_back({clause,
            u"%1 was closed at %2 and stays closed."_s.arg(
                record->ref, dateTimeText(*record->closedAt))});
    return record;
}

std::vector<CommandSpec> escalationCommands()
{
    std::vector<CommandSpec> commands{
        command<Raise>("Raises a concern between organisations, or receives one",
            {u"ESC-1.1"_s, u"ESC-1.6"_s, u"ESC-1.7"_s, u"ESC-1.8"_s, u"ESC-2.1"_s, u"ESC-2.2a"_s,
                u"ESC-2.3b"_s, u"ESC-2.3c"_s, u"ESC-6.6"_s, u"HO-6.4"_s, u"INV-9"_s},
            raiseIt),
        command<Discuss>("Records that professionals tried to settle it themselves",
            {u"ESC-2.2a"_s, u"ESC-2.2b"_s}, discuss),
        command<FollowUp>(
            "Records that concern and agreement were sent in writing", {u"ESC-2.2b"_s}, followUp),
        command<GoToLevel>("Takes it to the next level of the organisation",
            {u"ESC-2.2a"_s, u"ESC-2.3a"_s, u"ESC-2.3b"_s, u"ESC-2.3c"_s, u"ESC-3.2"_s, u"ESC-3.3"_s,
                u"ESC-4.1"_s, u"ESC-5.1"_s},
            goToLevel),
    };
    for (const auto& group : {escalationUpdateCommands(), escalationEndCommands()})
        commands.insert(commands.end(), group.begin(), group.end());
    return commands;
}

}
