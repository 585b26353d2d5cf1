#include "core/handover/refusals.h"

#include "core/casework/case_checks.h"
#include "core/casework/cooperation/distribution_rules.h"
#include "core/casework/held.h"
#include "core/command/refusals.h"
#include "core/conflict/settling.h"
#include "core/handover/by_shift.h"
#include "core/handover/contested.h"
#include "core/handover/item_rules.h"
#include "core/handover/window_choice.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

void add(Refusals& refusals, std::optional<Refusal> refusal)
{
    if (refusal)
        refusals.push_back(std::move(*refusal));
}

std::optional<Refusal> refuseCallTimes(const std::optional<Instant>& started,
    const std::optional<Instant>& ended, const Context& context)
{
    for (const auto& [field, at] : {std::pair{u"started"_s, started}, {u"ended"_s, ended}})
        if (at)
            if (auto refusal = refuseFuture(context, field, *at))
                return refusal;
    if (started && ended && *ended < *started)
        return Refusal{{}, u"ended"_s, u"The call cannot end before it began."_s,
            u"Correct one of the two times."_s};
    return {};
}

std::optional<Refusal> refuseCase(const Case* record)
{
    if (record && record->open())
        return {};
    return Refusal{{}, u"case"_s,
        record ? u"%1 is closed."_s.arg(record->ref) : u"There is no such case."_s,
        u"`list cases` shows the open ones."_s};
}

std::optional<Refusal> refuseStranger(const Case& record, const Context& context)
{
    const QString owner = record.responsible.current();
    if (!isHeldBy(record, context.actor.service))
        return Refusal{u"HO-3.6a"_s, u"case"_s,
            u"%1 is with %2."_s.arg(record.ref, serviceName(owner, context.profile())),
            u"Only a user of the responsible service can do this."_s};
    if (context.occurred < record.responsible.since())
        return Refusal{u"HO-3.6a"_s, u"at"_s,
            u"%1 has been with %2 only since %3."_s.arg(record.ref,
                serviceName(owner, context.profile()), dateTimeText(record.responsible.since())),
            u"Give a time from then on."_s};
    return {};
}

std::optional<Refusal> refuseUninvolved(const Case& record, const Context& context)
{
    const QString& service = context.actor.service;
    const bool involved = isHeldBy(record, service)
        || std::any_of(record.handovers.begin(), record.handovers.end(),
            [&](const HandoverItem& item) { return item.from == service || item.to == service; })
        || std::any_of(record.jointPartners.begin(), record.jointPartners.end(),
            [&](const JointPartner& partner) { return partner.service == service; });
    if (involved)
        return {};
    return Refusal{u"HO-3.6a"_s, u"case"_s,
        u"%1 is with %2, and %3 has no part in it."_s.arg(record.ref,
            serviceName(record.responsible.current(), context.profile()),
            serviceName(service, context.profile())),
        u"Only a service that has to do with the case can do this."_s};
}

std::optional<Refusal> refuseSecond(const Case& record)
{
    const HandoverItem* other = unansweredItem(record);
    if (!other)
        return {};
    if (const auto conflict = unsettledOn(record, other))
        return refuseUnsettled(*conflict);
    return Refusal{u"HO-3.6a"_s, u"case"_s,
        u"%1 of this case is %2."_s.arg(other->transferNumber, stateWords(other->state)),
        u"Wait for its answer, or withdraw it with handover.withdraw."_s};
}

static QStringList receiversFor(const Case& record, const Context& context)
{
    const auto person = personOf(record, context);
    return receiversOf(record.kindOfWork, record.responsible.current(), context.profile(),
        minorAt(person.get(), context.occurred));
}

QString receiver(const QString& wanted, const Case& record, const Context& context)
{
    const QStringList possible = receiversFor(record, context);
    return wanted.isEmpty() && possible.size() == 1 ? possible.front() : wanted;
}

// Those that are taken; all others only where none is.
static QStringList offered(HandoverPurpose purpose, const Case& record, const Context& context)
{
    QStringList others;
    for (const Service& each : context.profile().services)
        if (each.key != record.responsible.current())
            others.append(each.key);
    QStringList taken
        = purpose == HandoverPurpose::HandOver ? receiversFor(record, context) : others;
    taken.removeIf([&](const QString& key) {
        return refuseBookless(u"to"_s, key, context.profile())
            || refuseUnshown(u"to"_s, key, record, context);
    });
    return taken.isEmpty() ? others : taken;
}

std::optional<Refusal> refuseReceiver(
    const QString& to, HandoverPurpose purpose, const Case& record, const Context& context)
{
    const QString owner = record.responsible.current();
    if (context.profile().service(to) && to != owner)
        return {};
    const QString text = to.isEmpty() ? u"The receiving service is not named."_s
        : to == owner                 ? u"%1 has the case already."_s.arg(to)
                                      : u"The profile has no service “%1”."_s.arg(to);
    return Refusal{
        {}, u"to"_s, text, u"Use one of: %1."_s.arg(offered(purpose, record, context).join(u", "))};
}

std::optional<Refusal> refuseBookless(
    const QString& field, const QString& service, const Profile& profile)
{
    const bool keepsBook
        = std::any_of(profile.work.begin(), profile.work.end(), [&](const WorkKind& kind) {
              return kind.dayService == service || kind.outOfHoursService == service;
          });
    if (keepsBook || !profile.service(service))
        return {};
    return Refusal{u"INV-2"_s, field,
        u"%1 takes on no work in the profile and keeps no book of it."_s.arg(
            serviceName(service, profile)),
        u"Ring them, and write down what they were told with case.note."_s};
}

std::optional<Refusal> refuseRoute(const QString& to, const Case& record, const Context& context)
{
    if (receiversFor(record, context).contains(to))
        return {};
    const Profile& profile = context.profile();
    const WorkKind* kind = profile.workKind(record.kindOfWork);
    const auto ownTeam = u"It goes on the morning list of its council's own team"_s;
    return Refusal{u"HO-3.1a"_s, u"to"_s,
        u"No handover route takes %1 to %2."_s.arg(
            kind ? kind->name : record.kindOfWork, serviceName(to, profile)),
        refuseUnshown(u"to"_s, to, record, context)
            ? ownTeam + u"."_s
            : ownTeam + u"; or tell them with handover.inform."_s};
}

std::optional<Refusal> refuseUnshown(
    const QString& field, const QString& to, const Case& record, const Context& context)
{
    const Profile& profile = context.profile();
    const WorkKind* mentalHealth = profile.workKind(u"mhaa"_s);
    if (!mentalHealth || to != mentalHealth->dayService || isMentalHealthWork(record, profile)
        || receiversFor(record, context).contains(to))
        return {};
    return Refusal{u"HO-3.1a"_s, field,
        u"%1 is no mental health work: %2 never sees it."_s.arg(
            record.ref, serviceName(to, profile)),
        u"Leave it on the morning list of its council's own team; what concerns mental health is a "
        "case of its own, with case.open."_s};
}

std::optional<Refusal> refuseWindow(
    const QString& name, const QString& from, const QString& to, const Context& context)
{
    if (name.isEmpty())
        return {};
    const auto times = windowNamed(name, context.calendar);
    if (!times || times->from != from || times->to != to)
        return Refusal{u"HO-3.1a"_s, u"window"_s,
            u"There is no handover window “%1” from %2 to %3."_s.arg(name, from, to),
            u"Leave it out, or name a window of a working day as 2026-11-18-PM."_s};
    const auto record = recordOf(*times, context);
    if (record && record->closedAt)
        return Refusal{u"HO-3.1a"_s, u"window"_s,
            u"%1 was closed at %2."_s.arg(times->name(), timeText(*record->closedAt)),
            u"Leave it out: the item then stands outside a window."_s};
    return {};
}

static QString nextWindowWords(const Context& context)
{
    try {
        return u"The next one is %1."_s.arg(context.calendar.nextWindow(context.occurred).name());
    } catch (const BeyondHolidays& none) {
        return QString::fromUtf8(none.what());
    }
}

Decision noWindow(const QString& wanted, const Context& context)
{
    Decision decision;
    if (refused(decision, refuseWindowsByShift(context.profile())))
        return decision;
    const QString text = wanted.isEmpty()
        ? u"No handover window is at hand on %1."_s.arg(dateText(dateOf(context.occurred)))
        : u"There is no handover window “%1”: they are made for working days."_s.arg(wanted);
    return refuse(u"HO-3.1a"_s, u"window"_s, text, nextWindowWords(context));
}

}
