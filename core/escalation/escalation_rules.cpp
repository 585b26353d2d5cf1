#include "core/escalation/escalation_rules.h"

#include "core/casework/cooperation/cooperation_events.h"
#include "core/clock/catalogue.h"
#include "core/clock/passed.h"
#include "core/command/references.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"
#include "core/time/durations.h"
#include "core/time/london.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int highestLevel = 3;
constexpr int daysAround = 14;

const ClockKind& kind(const char16_t* key)
{
    return *clockKind(QString::fromUtf16(key));
}

// A day too far from the bank-holiday table to be counted at all. H15
std::optional<Instant> dueIfKnown(
    const char16_t* key, Instant start, const ServiceCalendar& calendar)
{
    try {
        return dueOf(kind(key), start, calendar).due;
    } catch (const BeyondHolidays&) {
        return {};
    }
}

// The same where it is not known: no clock runs, and it is to be done all the same.
bool awaitsFollowUp(const Escalation& record)
{
    const bool settled = std::any_of(record.attempts.begin(), record.attempts.end(),
        [](const InformalAttempt& each) { return each.resolved; });
    return (record.followUpDue || settled) && !record.followedUpAt;
}

bool awaitsResponse(const Escalation& record)
{
    return (record.responseDue || record.acknowledgeDue) && !record.respondedAt;
}

}

static bool isManager(const User& user, const Profile& profile)
{
    static const QStringList above{
        u"edt_team_manager"_s, u"service_manager"_s, u"head_of_service"_s};
    return isSenior(user, profile)
        || std::any_of(user.roles.begin(), user.roles.end(),
            [](const QString& role) { return above.contains(role); });
}

ConcernClocks concernClocks(Instant received, const Context& context)
{
    ConcernClocks clocks;
    clocks.acknowledgeDue = dueOf(kind(u"escalation_ack"), received, context.calendar).due;
    clocks.acknowledgeWarnings
        = warningsBefore(clocks.acknowledgeDue, u"escalation_ack"_s, context.profile());
    clocks.responseDue = dueIfKnown(u"escalation_response", received, context.calendar);
    if (clocks.responseDue)
        clocks.responseWarnings
            = warningsBefore(*clocks.responseDue, u"escalation_response"_s, context.profile());
    return clocks;
}

Instant responseBreach(Instant due, const Profile& profile)
{
    const QTime breach = profile.settingTime(u"response_breach_at"_s, {23, 59});
    return std::max(due, instantOf({dateOf(due), breach}));
}

QString complaintsNote(const EscalationRoute& route)
{
    if (route.kind != u"complaints")
        return {};
    return u"ESC-4.1: this is the organisation's complaints' way: not urgent, not 24/7. What "
           u"cannot "
           u"wait goes to the on-call manager."_s;
}

bool isPublic(Raiser raiser)
{
    switch (raiser) {
    case Raiser::PersonUsingService:
    case Raiser::Family:
    case Raiser::Public: return true;
    case Raiser::Officer:
    case Raiser::Partner: break;
    }
    return false;
}

std::optional<Refusal> refuseToSee(
    const Escalation& record, const User* user, const Profile& profile)
{
    if (!record.restricted() || (user && user->id == record.raisedByUser)
        || (user && isManager(*user, profile)))
        return {};
    return Refusal{u"ESC-1.6"_s, u"escalation"_s,
        u"%1 is about professional practice: managers and whoever raised it alone see it."_s.arg(
            record.ref),
        u"Ask the on-call manager or the AMHP Lead, or act as one of them."_s};
}

QString complaintsRoutes(const Profile& profile)
{
    QStringList routes;
    for (const EscalationRoute& route : profile.escalationRoutes)
        if (route.kind == u"complaints"_s)
            if (const ContactPoint* point = profile.contact(route.contact))
                routes.append(u"%1, %2"_s.arg(
                    route.name, point->email.isEmpty() ? point->number : point->email));
    return routes.join(u"; ");
}

QString routeText(const EscalationRoute& route, const Profile& profile)
{
    QString text = u"%1, by %2"_s.arg(route.name, route.kind);
    if (const ContactPoint* point = profile.contact(route.contact))
        text += u": %1 %2 %3"_s.arg(point->number, point->email, point->instruction).simplified();
    if (!route.hours.isEmpty() && route.hours != u"always"_s)
        text += u" (%1)"_s.arg(QString(route.hours).replace(u'_', u' '));
    return text;
}

std::optional<Instant> followUpBy(Instant spoken, const ServiceCalendar& calendar)
{
    return dueIfKnown(u"escalation_follow_up", spoken, calendar);
}

QString firstLevelRole(const QString& kindOfWork, Instant at, const ServiceCalendar& calendar)
{
    try {
        return calendar.inOfficeHours(kindOfWork, at) ? u"respective manager"_s
                                                      : u"on-call manager"_s;
    } catch (const BeyondHolidays&) {
        return {};
    }
}

std::optional<Refusal> refuseFormal(const Escalation& record, const QString& reason)
{
    if (record.level() > 0 || record.danger || !record.attempts.empty()
        || !reason.trimmed().isEmpty())
        return {};
    return Refusal{u"ESC-2.2a"_s, u"reason"_s,
        u"Nobody has tried to settle it by talking to the other professionals yet."_s,
        u"Record the discussion with escalation.discuss, or give the reason for going on."_s};
}

// A time is typed to the minute.
static std::optional<Refusal> refuseBefore(const QString& what, Instant begun, Instant at)
{
    if (at >= std::chrono::floor<Minutes>(begun))
        return {};
    return Refusal{u"INV-4"_s, u"at"_s, u"%1 only at %2."_s.arg(what, dateTimeText(begun)),
        u"Give a time from then on."_s};
}

std::optional<Refusal> refuseBeforeReceipt(const Escalation& record, Instant at)
{
    return refuseBefore(record.ref + (record.incoming ? u" was received"_s : u" was raised"_s),
        record.receivedAt, at);
}

std::optional<Refusal> refuseBeforeLevel(const Escalation& record, Instant at)
{
    if (record.level() == 0)
        return refuseBeforeReceipt(record, at);
    return refuseBefore(
        u"%1 came to level %2"_s.arg(record.ref).arg(record.level()), record.levels.back().at, at);
}

static const EscalationLevel* levelBelow(const Escalation& record, int level)
{
    const auto below = std::find_if(record.levels.rbegin(), record.levels.rend(),
        [level](const EscalationLevel& each) { return each.level < level; });
    return below == record.levels.rend() ? nullptr : &*below;
}

// A level that is told once the concern has gone further was before that. ESC-3.3
static std::optional<Refusal> refuseOrder(const Escalation& record, int level, Instant at)
{
    const auto same = std::find_if(record.levels.begin(), record.levels.end(),
        [level](const EscalationLevel& each) { return each.level == level; });
    if (same != record.levels.end())
        return Refusal{u"ESC-3.3"_s, u"level"_s,
            u"It came to level %1 at %2 already."_s.arg(
                QString::number(level), dateTimeText(same->at)),
            u"Give another level, or note what happened with escalation.discuss."_s};
    const auto above = std::find_if(record.levels.begin(), record.levels.end(),
        [level](const EscalationLevel& each) { return each.level > level; });
    if (above == record.levels.end() || at <= above->at)
        return {};
    return Refusal{u"ESC-3.3"_s, u"at"_s,
        u"It came to level %1 at %2: level %3 was before that."_s.arg(
            QString::number(above->level), dateTimeText(above->at), QString::number(level)),
        u"Give the time at which level %1 had it."_s.arg(level)};
}

std::optional<Refusal> refuseLevel(
    const Escalation& record, int level, const QString& reason, Instant at)
{
    if (level < 1 || level > highestLevel)
        return Refusal{u"ESC-3.3"_s, u"level"_s, u"There is no level %1."_s.arg(level),
            u"1 manager or on-call manager, 2 senior manager, 3 director."_s};
    if (auto refusal = refuseOrder(record, level, at))
        return refusal;
    const EscalationLevel* below = levelBelow(record, level);
    const int next = below ? below->level + 1 : 1;
    if (level > next && reason.trimmed().isEmpty())
        return Refusal{u"ESC-3.3"_s, u"reason"_s, u"Level %1 would be left out."_s.arg(next),
            u"Go to level %1, or give the reason for leaving it out."_s.arg(next)};
    if (!below || below->level == 0)
        return refuseBeforeReceipt(record, at);
    return refuseBefore(u"%1 came to level %2"_s.arg(record.ref).arg(below->level), below->at, at);
}

std::optional<Refusal> refuseAcknowledged(const Escalation& record, Instant at)
{
    if (!waitingAt(record, acknowledgement, at).empty())
        return {};
    if (!record.acknowledgedAt)
        return refuseBeforeLevel(record, at);
    return Refusal{u"ESC-2.3b"_s, u"escalation"_s,
        u"It was acknowledged at %1."_s.arg(dateTimeText(*record.acknowledgedAt)),
        u"Record the response with escalation.respond."_s};
}

std::optional<Refusal> refuseAudit(const Escalation& record)
{
    if (!record.auditLocked())
        return {};
    return Refusal{u"ESC-3.5"_s, u"on"_s,
        u"After a serious incident or death the organisations' own processes come first."_s,
        u"Record with escalation.stage_allows who said that a joint audit may be planned."_s};
}

std::vector<Refusal> refuseClosing(
    const Escalation& record, const QString& theme, const QString& partners)
{
    std::vector<Refusal> refusals;
    if (awaitsFollowUp(record))
        refusals.push_back(
            {u"ESC-2.2b"_s, u"follow_up"_s, u"Concern and agreement are not in writing yet."_s,
                u"Send them and record it with escalation.follow_up."_s});
    if (awaitsResponse(record))
        refusals.push_back(
            {u"ESC-2.3c"_s, u"response"_s, u"The written response has not been recorded."_s,
                u"Record it with escalation.respond; or close it with in_error if it was raised by "
                u"mistake or twice."_s});
    if (theme.trimmed().isEmpty())
        refusals.push_back({u"ESC-2.3d"_s, u"theme"_s, u"What is learned is missing."_s,
            u"Give a theme in a few words, or “none”."_s});
    if (partners.trimmed().isEmpty())
        refusals.push_back({u"ESC-2.3d"_s, u"partners"_s,
            u"Which partners were told what came of it is missing."_s,
            u"Name them, or say why nobody was told."_s});
    return refusals;
}

// The 24 hours need no table; the working days do. H15
static void owesDays(std::vector<Owed>& owed, const Escalation& record)
{
    const QString unknown = u"The bank holidays of that time are not known yet: %1 by the %2."_s;
    if (awaitsResponse(record) && !record.responseDue)
        owed.push_back({u"H15"_s, u"response"_s,
            unknown.arg(u"answer in writing"_s, u"last of its working days"_s), u"close"_s});
    if (awaitsFollowUp(record) && !record.followUpDue)
        owed.push_back({u"H15"_s, u"follow_up"_s,
            unknown.arg(
                u"put concern and agreement in writing"_s, u"end of the next working day"_s),
            u"close"_s});
}

std::vector<Owed> owedOf(const Escalation& record)
{
    std::vector<Owed> owed;
    if (record.signposted)
        return owed;
    owesDays(owed, record);
    if (record.attempts.empty() && !record.danger)
        owed.push_back({u"ESC-2.2a"_s, u"discussion"_s,
            u"The professionals' own attempt to settle it is not written down."_s, u"level"_s});
    if (record.grounds.empty())
        owed.push_back(
            {u"ESC-2.1"_s, u"grounds"_s, u"On which ground it is raised."_s, u"close"_s});
    if (record.mitigation.isEmpty())
        owed.push_back({u"ESC-1.8"_s, u"mitigation"_s, u"What keeps the person safe meanwhile."_s,
            u"close"_s});
    // An incoming one came by its sender's way, to us.
    if (record.level() > 0 && record.route.isEmpty() && !record.incoming)
        owed.push_back({u"ESC-4.1"_s, u"route"_s, u"By which of the organisation's ways it went."_s,
            u"close"_s});
    for (const EscalationLevel& each : record.levels)
        if (each.level > 1 && each.role.isEmpty())
            owed.push_back({u"ESC-3.3"_s, u"role"_s,
                u"In which role somebody had it on level %1."_s.arg(each.level), u"close"_s});
    return owed;
}

void startClocks(EscalationLevelled& levelled, const Context& context)
{
    const ConcernClocks clocks = concernClocks(context.occurred, context);
    levelled.acknowledgeDue = clocks.acknowledgeDue;
    levelled.acknowledgeWarnings = clocks.acknowledgeWarnings;
    levelled.responseDue = clocks.responseDue;
    levelled.responseWarnings = clocks.responseWarnings;
}

void enterLevel(Decision& decision, const EscalationId& id, EscalationLevelled levelled,
    const QString& kindOfWork, const Context& context)
{
    levelled.role = firstLevelRole(kindOfWork, context.occurred, context.calendar);
    startClocks(levelled, context);
    noteHolidays(decision, levelled.responseDue, context);
    decision.events.push_back(newEvent(subjectOf(id), levelled));
}

std::optional<NumberedHandover> handoverNumbered(const QString& number, const Context& context)
{
    // A number carries the day of its window, or of its proposal; nothing is proposed far from it.
    static const QRegularExpression form(
        u"^T-(\\d{4}-\\d\\d-\\d\\d)-"_s, QRegularExpression::CaseInsensitiveOption);
    const QDate day = QDate::fromString(form.match(number).captured(1), Qt::ISODate);
    if (!day.isValid())
        return {};
    const Instant from = startOfDay(day.addDays(-daysAround));
    for (const CaseId& id :
        context.records.casesBetween(from, startOfDay(day.addDays(daysAround)))) {
        const auto record = context.records.caseRecord(id);
        for (const HandoverItem& item : record->handovers)
            if (item.transferNumber.compare(number, Qt::CaseInsensitive) == 0)
                return NumberedHandover{id, item.transferNumber};
    }
    return {};
}

EscalationId raiseDisagreement(Decision& decision, EscalationRaised raised, const Context& context)
{
    raised.followUpDue = followUpBy(context.occurred, context.calendar);
    if (raised.followUpDue)
        raised.followUpWarnings
            = warningsBefore(*raised.followUpDue, u"escalation_follow_up"_s, context.profile());
    return raise(decision, std::move(raised), context);
}

EscalationId raise(Decision& decision, EscalationRaised raised, const Context& context)
{
    if (raised.id.isNull())
        raised.id = {context.mint()};
    raised.ref = nextReference(context, u'X', dutyDate(context, context.occurred));
    if (raised.service.isEmpty())
        raised.service = context.actor.service;
    if (raised.incoming) {
        const ConcernClocks clocks = concernClocks(context.occurred, context);
        raised.acknowledgeDue = clocks.acknowledgeDue;
        raised.acknowledgeWarnings = clocks.acknowledgeWarnings;
        raised.responseDue = clocks.responseDue;
        raised.responseWarnings = clocks.responseWarnings;
    }
    noteHolidays(decision, raised.responseDue, context);
    noteHolidays(decision, raised.followUpDue, context);
    decision.events.push_back(newEvent(subjectOf(raised.id), raised));
    for (const CaseId& id : raised.cases)
        decision.events.push_back(
            newEvent(subjectOf(id), CaseEscalated{raised.id, raised.ref, raised.transferNumber}));
    decision.made.insert(u"escalation"_s, raised.id.text());
    decision.made.insert(u"escalation_ref"_s, raised.ref);
    return raised.id;
}

}
