#include "core/duty/duty_commands.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// What was done before that is told on its duty by name.
constexpr auto doneBack = std::chrono::hours(31 * 24);

DutyInHand found(const Context& context, const DutyPeriod& period)
{
    const DutyId id = dutyId(context.profile().key, period.service, period.from);
    return {period, id, context.records.duty(id)};
}

Refusal noDuty(const Context& context)
{
    return {{}, u"duty"_s,
        u"The service “%1” has no period of duty in the profile."_s.arg(context.actor.service),
        u"Act as a user of a service that receives work, or name the duty."_s};
}

bool holds(const Duty& duty, const PartId& part)
{
    const auto isIt = [&part](const auto& each) { return each.id == part; };
    return duty.ringBack(part) || std::any_of(duty.ladders.begin(), duty.ladders.end(), isIt)
        || std::any_of(duty.managerActions.begin(), duty.managerActions.end(), isIt);
}

bool isOn(const DutyInHand& inHand, const UserId& user)
{
    return inHand.duty && inHand.duty->onDuty(user);
}

// One on which everything was done: what came of it may be told again, or put right.
std::optional<DutyInHand> earlierWith(const PartId& part, const Context& context)
{
    const QString& service = context.actor.service;
    const Instant since = context.now - doneBack;
    auto period = dutyPeriodAt(context.calendar, service, context.now);
    if (!period)
        period = lastDutyPeriod(context.calendar, service, context.now);
    while (period && period->to > since) {
        DutyInHand inHand = found(context, *period);
        if (inHand.duty && holds(*inHand.duty, part))
            return inHand;
        const Instant from = period->from;
        period = lastDutyPeriod(context.calendar, service, from);
        if (period && period->from >= from)
            break;
    }
    return {};
}

// The next, while the one before it still runs.
std::optional<DutyInHand> nextOfTwo(const Context& context)
{
    if (const auto next
        = dutyPeriodAboutToBegin(context.calendar, context.actor.service, context.occurred))
        return found(context, *next);
    return {};
}

// What somebody does who signed on for the next shift before it began is that shift's. S3-ii
std::optional<DutyInHand> signedOnEarly(const Context& context, const DutyPeriod& running)
{
    auto next = nextOfTwo(context);
    const OfficerOnDuty* officer
        = next && next->duty ? next->duty->onDuty(context.actor.user) : nullptr;
    if (officer && officer->from <= context.occurred
        && !isOn(found(context, running), context.actor.user))
        return next;
    return {};
}

// Somebody who works past the end of the duty is still on it. HO-2.1d.
std::optional<DutyInHand> overrunning(const Context& context)
{
    const auto last = lastDutyPeriod(context.calendar, context.actor.service, context.occurred);
    if (!last)
        return {};
    DutyInHand inHand = found(context, *last);
    if (isOn(inHand, context.actor.user))
        return inHand;
    return {};
}

// The same where the next shift follows at once: until they sign on for it, or hand over. HO-2.1d
std::optional<DutyInHand> overrunningInto(const DutyPeriod& running, const Context& context)
{
    const auto last = overrunning(context);
    if (!last || last->period.to != running.from
        || isOn(found(context, running), context.actor.user))
        return {};
    return last;
}

}

std::optional<DutyInHand> dutyAboutToBegin(
    const std::vector<UserId>& officers, const Context& context)
{
    const auto running = dutyPeriodAt(context.calendar, context.actor.service, context.occurred);
    if (!running)
        return {};
    const DutyInHand now = found(context, *running);
    const bool allOn = std::all_of(
        officers.begin(), officers.end(), [&now](const UserId& each) { return isOn(now, each); });
    return allOn ? std::nullopt : nextOfTwo(context);
}

std::optional<DutyInHand> dutyOfOfficer(const UserId& officer, const Context& context)
{
    const QString& service = context.actor.service;
    std::vector<DutyInHand> duties;
    if (const auto running = dutyPeriodAt(context.calendar, service, context.occurred))
        duties.push_back(found(context, *running));
    if (const auto next = nextOfTwo(context))
        duties.push_back(*next);
    if (const auto last = lastDutyPeriod(context.calendar, service, context.occurred))
        duties.push_back(found(context, *last));
    for (const DutyInHand& each : duties)
        if (isOn(each, officer))
            return each;
    return {};
}

std::variant<DutyInHand, Refusal> dutyToStart(const Context& context)
{
    const QString& service = context.actor.service;
    auto period = dutyPeriodAt(context.calendar, service, context.occurred);
    if (!period)
        period = nextDutyPeriod(context.calendar, service, context.occurred);
    if (!period)
        return noDuty(context);
    return found(context, *period);
}

std::variant<DutyInHand, Refusal> dutyInHand(const Context& context, const DutyId& wanted)
{
    if (!wanted.isNull()) {
        auto duty = context.records.duty(wanted);
        if (!duty)
            return Refusal{
                {}, u"duty"_s, u"There is no such duty."_s, u"`list duties` shows them."_s};
        return DutyInHand{{duty->service, duty->from, duty->to}, wanted, duty};
    }
    const auto running = dutyPeriodAt(context.calendar, context.actor.service, context.occurred);
    auto inHand = running ? signedOnEarly(context, *running) : overrunning(context);
    if (!inHand && running)
        inHand = overrunningInto(*running, context);
    return inHand ? std::variant<DutyInHand, Refusal>{*inHand} : dutyToStart(context);
}

std::variant<DutyInHand, Refusal> dutyWith(
    const PartId& part, const Context& context, const DutyId& wanted)
{
    if (!wanted.isNull() || part.isNull())
        return dutyInHand(context, wanted);
    for (const DutyId& id : context.records.dutiesWithPromises(context.actor.service))
        if (const auto duty = context.records.duty(id); duty && holds(*duty, part))
            return DutyInHand{{duty->service, duty->from, duty->to}, id, duty};
    auto now = dutyInHand(context, wanted);
    const auto* inHand = std::get_if<DutyInHand>(&now);
    if (inHand && !(inHand->duty && holds(*inHand->duty, part)))
        if (auto earlier = earlierWith(part, context))
            return *earlier;
    return now;
}

ManagerOnCall usualManager(const Profile& profile)
{
    const ContactPoint* contact = profile.contact(u"on_call_manager"_s);
    return contact ? ManagerOnCall{contact->name, contact->number} : ManagerOnCall{};
}

void openIfNeeded(Decision& decision, const DutyInHand& inHand, const Context& context)
{
    if (inHand.duty)
        return;
    const ManagerOnCall manager = usualManager(context.profile());
    decision.events.push_back(newEvent(inHand.subject(),
        DutyStarted{inHand.id, inHand.period.service, inHand.period.from, inHand.period.to, {},
            manager.name, manager.number, {}, true}));
    decision.owed.push_back({u"ESC-6.1a"_s, u"duty"_s,
        u"Nobody has started this duty: who is on, and who the on-call manager is, is still to be "
        u"said."_s,
        u"duty_start"_s});
}

std::optional<Refusal> refuseCase(const Context& context, const CaseId& id)
{
    if (id.isNull() || context.records.caseRecord(id))
        return {};
    return Refusal{{}, u"case"_s, u"There is no such case."_s, u"`list cases` shows them."_s};
}

}
