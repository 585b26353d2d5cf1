#include "core/duty/duty_commands.h"
#include "core/duty/duty_deadlines.h"
#include "core/duty/end_of_duty.h"
#include "core/duty/relief_sheet.h"
#include "core/time/london.h"
#include "core/visit/watch_gaps.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct LeaveDuty {
    static constexpr const char* name = "duty.leave";
    DutyId duty;
    UserId officer;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("officer", s.officer, "Who leaves; the acting user when left out");
    }
};

// The leaver's own: call-backs, calls that are to be made again, and feedback to come.
QString promisesText(const UserId& id, const Duty& duty, const Context& context)
{
    const auto leaver = context.records.user(id);
    if (!leaver)
        return {};
    const ReliefSheet sheet
        = reliefSheet(*leaver, &duty, context.records, context.calendar, context.occurred);
    QStringList promised;
    for (const RingBack& each : sheet.ringBacks)
        promised.append(u"Ring back %1 by %2"_s.arg(each.whom, dateTimeText(each.due)));
    for (const Deadline& each : sheet.clocks)
        promised.append(u"%1 by %2"_s.arg(each.title, dateTimeText(each.due)));
    if (promised.isEmpty())
        return {};
    const QString count
        = promised.size() == 1 ? u"1 promise is"_s : u"%1 promises are"_s.arg(promised.size());
    return u"%1 not kept (%2)"_s.arg(count, promised.join(u"; "));
}

bool isLastOn(const Duty& duty, const UserId& id)
{
    return std::all_of(duty.officers.begin(), duty.officers.end(),
        [&id](const OfficerOnDuty& each) { return each.left || each.user == id; });
}

// What stays behind is never silent, and least so where nobody else is on. HO-2.1d
void oweRelief(Decision& decision, const Duty& duty, const UserId& id, const Context& context)
{
    const auto officer = std::find_if(duty.officers.begin(), duty.officers.end(),
        [&id](const OfficerOnDuty& each) { return each.user == id && !each.left; });
    if (officer == duty.officers.end())
        return;
    const ShiftEndAlert behind = leftBehind(duty, *officer, context.records, context.occurred);
    QStringList open{openText(behind, context.records), promisesText(id, duty, context)};
    open.removeAll(QString());
    if (!open.isEmpty())
        decision.owed.push_back({u"HO-2.1d"_s, u"relief"_s,
            u"%1 left%2: %3."_s.arg(officer->name,
                isLastOn(duty, id) ? u", and nobody is on this duty"_s : QString(),
                open.join(u", ")),
            u"relief"_s});
}

bool isOf(const NotYetWritten& line, const UserId& officer, const Records& records)
{
    if (const auto contact = records.contact({line.subject.id}))
        return contact->handlerId == officer;
    const auto record = records.caseRecord({line.subject.id});
    return record && record->allocated.current().user == officer;
}

// Whoever leaves others on the duty answers for their own. ESC-6.5
void tellUnwritten(Decision& decision, const Duty& duty, const UserId& id, const Context& context)
{
    auto lines
        = leftUnwritten({{duty.service, duty.from, duty.to}}, context.records, context.profile());
    if (!isLastOn(duty, id))
        std::erase_if(
            lines, [&](const NotYetWritten& each) { return !isOf(each, id, context.records); });
    if (!lines.empty())
        decision.notes.append(u"ESC-6.5: %1."_s.arg(unwrittenWords(lines)));
}

std::vector<std::shared_ptr<const Duty>> shiftsNamed(const DutyId& wanted, const Context& context)
{
    if (!wanted.isNull())
        return {context.records.duty(wanted)};
    const QString& service = context.actor.service;
    std::vector<std::shared_ptr<const Duty>> duties;
    for (const auto& period : {dutyPeriodAt(context.calendar, service, context.occurred),
             lastDutyPeriod(context.calendar, service, context.occurred)})
        if (period)
            duties.push_back(
                context.records.duty(dutyId(context.profile().key, service, period->from)));
    return duties;
}

// Who handed the shift over, or was relieved, has left with that.
std::optional<OfficerOnDuty> leftBefore(
    const UserId& officer, const DutyId& wanted, const Context& context)
{
    for (const auto& duty : shiftsNamed(wanted, context)) {
        if (!duty)
            continue;
        const auto left = std::find_if(
            duty->officers.begin(), duty->officers.end(), [&](const OfficerOnDuty& each) {
                return each.user == officer && each.left && each.until <= context.occurred;
            });
        if (left != duty->officers.end())
            return *left;
    }
    return {};
}

Decision refuseLeaving(const LeaveDuty& wanted, const UserId& officer, const Context& context)
{
    if (const auto left = leftBefore(officer, wanted.duty, context)) {
        Decision decision;
        decision.notes.append(
            u"%1 left at %2 already."_s.arg(left->name, dateTimeText(*left->until)));
        return decision;
    }
    return refuse({}, u"officer"_s, u"The officer is not on this duty."_s,
        u"Name one of the officers on, or start the duty first."_s);
}

Decision leaveDuty(const LeaveDuty& wanted, const Context& context)
{
    const UserId id = wanted.officer.isNull() ? context.actor.user : wanted.officer;
    auto found = dutyInHand(context, wanted.duty);
    if (wanted.duty.isNull())
        if (auto own = dutyOfOfficer(id, context))
            found = std::move(*own);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    if (!inHand.duty || !inHand.duty->onDuty(id))
        return refuseLeaving(wanted, id, context);
    Decision decision;
    decision.events.push_back(newEvent(inHand.subject(), OfficerLeft{id}));
    oweRelief(decision, *inHand.duty, id, context);
    tellUnwritten(decision, *inHand.duty, id, context);
    oweOnLeaving(decision, id, inHand.duty->onDuty(id)->name, context);
    return decision;
}

}

CommandSpec leaveCommand()
{
    return command<LeaveDuty>(
        "Takes an officer off the duty", {u"HO-2.1d"_s, u"ESC-6.5"_s}, leaveDuty);
}

}
