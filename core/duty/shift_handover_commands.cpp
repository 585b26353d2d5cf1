#include "core/casework/work_events.h"
#include "core/command/refusals.h"
#include "core/duty/duty_commands.h"
#include "core/duty/passed_on.h"
#include "core/duty/relief_sheet.h"
#include "core/handover/by_shift.h"
#include "core/time/london.h"

#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct HandShiftOver {
    static constexpr const char* name = "duty.shift_handover";
    DutyId duty;
    PartId id;
    UserId giver;
    UserId taker;
    std::vector<CaseId> staying;
    QString stayingWords;
    QString readBack;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The shift that ends; the giver's when left out");
        v("id", s.id, "Identifier to give the handover; made when left out");
        v("giver", s.giver, "Who hands over, of the shift that ends", Need::Required);
        v("taker", s.taker, "Who takes over; the acting user when left out");
        v("staying", s.staying, "Cases that stay with their officer");
        v("staying_words", s.stayingWords, "Why they stay, and until when");
        v("read_back", s.readBack, "What the one who takes over understood: clocks, next actions");
    }
};

struct Sides {
    std::shared_ptr<const User> giver;
    std::shared_ptr<const User> taker;
};

bool isOn(const DutyInHand& inHand, const UserId& giver)
{
    const Duty* duty = inHand.duty.get();
    return duty
        && (duty->onDuty(giver)
            || std::any_of(duty->shiftHandovers.begin(), duty->shiftHandovers.end(),
                [&giver](const ShiftHandover& each) { return each.giverId == giver; }));
}

bool wasOn(const DutyInHand& inHand, const UserId& giver)
{
    return inHand.duty
        && std::any_of(inHand.duty->officers.begin(), inHand.duty->officers.end(),
            [&giver](const OfficerOnDuty& each) { return each.user == giver; });
}

DutyInHand shiftOf(const DutyPeriod& period, const Context& context)
{
    const DutyId id = dutyId(context.profile().key, period.service, period.from);
    return {period, id, context.records.duty(id)};
}

// The shift on which the giver is, that they handed over, or that they left before, also when the
// next has begun; of somebody who was on neither, the one that ends nearest.
std::variant<DutyInHand, Refusal> endingShift(const HandShiftOver& wanted, const Context& context)
{
    const QString& service = context.actor.service;
    const auto runs = dutyPeriodAt(context.calendar, service, context.occurred);
    const auto last = lastDutyPeriod(context.calendar, service, context.occurred);
    if (!wanted.duty.isNull() || !runs || !last)
        return dutyInHand(context, wanted.duty);
    const std::array shifts{shiftOf(*runs, context), shiftOf(*last, context)};
    for (const auto& fits : {isOn, wasOn})
        for (const DutyInHand& shift : shifts)
            if (fits(shift, wanted.giver))
                return shift;
    return context.occurred - runs->from < runs->to - context.occurred ? shifts.back()
                                                                       : shifts.front();
}

std::optional<Refusal> refuseSides(const Sides& sides, const Context& context)
{
    if (!sides.giver || !sides.taker)
        return Refusal{{}, sides.giver ? u"taker"_s : u"giver"_s, u"There is no such user."_s,
            u"`list users` shows them."_s};
    if (sides.giver->id == sides.taker->id)
        return Refusal{u"S3-ii"_s, u"taker"_s, u"Nobody hands a shift over to themselves."_s,
            u"Name who takes over."_s};
    if (sides.giver->service != sides.taker->service
        || sides.giver->service != context.actor.service)
        return Refusal{u"S3-ii"_s, u"taker"_s, u"A shift is handed over inside one service."_s,
            u"Name two people of your own service."_s};
    return {};
}

bool named(const std::vector<CaseId>& cases, const CaseId& id)
{
    return std::find(cases.begin(), cases.end(), id) != cases.end();
}

std::vector<CaseId> handedCases(const HandShiftOver& wanted, const Context& context)
{
    std::vector<CaseId> handed;
    for (const CaseId& id : context.records.openCases(context.actor.service))
        if (!named(wanted.staying, id))
            handed.push_back(id);
    return handed;
}

std::optional<Refusal> refuseStaying(const HandShiftOver& wanted, const Context& context)
{
    const auto open = context.records.openCases(context.actor.service);
    for (const CaseId& id : wanted.staying)
        if (!named(open, id))
            return Refusal{u"S3-ii"_s, u"staying"_s,
                u"A case that is to stay is no open case of this service."_s,
                u"Name open cases of the service, each once."_s};
    if (!wanted.staying.empty() && wanted.stayingWords.trimmed().isEmpty())
        return Refusal{u"S3-ii"_s, u"staying_words"_s, u"Why these cases stay is missing."_s,
            u"Write why they stay, and until when."_s};
    return {};
}

bool clockRuns(const Case& record)
{
    return std::any_of(record.clocks.begin(), record.clocks.end(),
        [](const ClockFact& clock) { return clock.state == ClockState::Running; });
}

std::optional<Refusal> refuseUnread(
    const HandShiftOver& wanted, const std::vector<CaseId>& handed, const Context& context)
{
    if (!wanted.readBack.trimmed().isEmpty())
        return {};
    for (const CaseId& id : handed)
        if (const auto record = context.records.caseRecord(id); clockRuns(*record))
            return Refusal{u"S3-ii"_s, u"read_back"_s,
                u"A clock runs on %1: what the taker understood is missing."_s.arg(record->ref),
                u"Let the taker say it in their own words and write it into read_back."_s};
    return {};
}

std::vector<UserId> givers(const Sides& sides, const Duty* ending, const Context& context)
{
    if (!ending)
        return {sides.giver->id};
    const auto next
        = context.records.duty(dutyId(context.profile().key, ending->service, ending->to));
    return giversOf(*ending, sides.giver->id, sides.taker->id, next.get(), context.occurred);
}

// One that was to stay when others of the shift handed over stays with whom it was left.
bool toldToStay(const CaseId& id, const Duty* ending)
{
    return ending
        && std::any_of(ending->shiftHandovers.begin(), ending->shiftHandovers.end(),
            [&id](const ShiftHandover& each) { return named(each.staying, id); });
}

// A case goes on with the taker when its officer's shift ends; others keep who has them.
void allocate(Decision& decision, const std::vector<CaseId>& handed, const Sides& sides,
    const Duty* ending, const Context& context)
{
    const std::vector<UserId> from = givers(sides, ending, context);
    for (const CaseId& id : handed) {
        const auto record = context.records.caseRecord(id);
        const UserId officer = record->allocated.current().user;
        const bool goes = officer == sides.giver->id || (ending && ending->onDuty(officer))
            || !toldToStay(id, ending);
        if (goes && std::find(from.begin(), from.end(), officer) != from.end())
            decision.events.push_back(
                newEvent(subjectOf(id), CaseAllocated{sides.taker->id, sides.taker->name}));
        else if (officer.isNull())
            decision.notes.append(u"%1 is allocated to nobody."_s.arg(record->ref));
    }
}

// What was promised on the shift that ends goes over whoever has it, also who works on.
void tellOthers(
    Decision& decision, const Sides& sides, const Duty& ending, const std::vector<UserId>& from)
{
    for (const RingBack& promise : ending.ringBacks)
        if (!promise.doneAt && promise.owner != sides.taker->id
            && std::find(from.begin(), from.end(), promise.owner) == from.end())
            decision.notes.append(u"%1 rings %2 back by %3."_s.arg(
                sides.taker->name, promise.whom, dateTimeText(promise.due)));
}

// Call-backs, ladders and open contacts of everybody on the shift that ends go to the taker.
void tellPromises(
    Decision& decision, const Sides& sides, const Duty* ending, const Context& context)
{
    const std::vector<UserId> from = givers(sides, ending, context);
    QStringList lines;
    for (const UserId& id : from)
        if (const auto leaver = context.records.user(id))
            lines.append(takenOver(
                reliefSheet(*leaver, ending, context.records, context.calendar, context.occurred),
                sides.taker->name));
    lines.removeDuplicates();
    decision.notes.append(lines);
    if (ending)
        tellOthers(decision, sides, *ending, from);
}

void tellAgain(Decision& decision, const Sides& sides, const Duty* ending)
{
    if (!ending)
        return;
    for (const ShiftHandover& each : ending->shiftHandovers)
        if (each.giverId == sides.giver->id && each.takerId == sides.taker->id)
            decision.notes.append(u"%1 handed this shift to %2 at %3 already: both stand."_s.arg(
                each.giver, each.taker, dateTimeText(each.at)));
}

Decision handShiftOver(const HandShiftOver& wanted, const Context& context)
{
    Decision decision;
    if (refused(decision, refuseShiftHandover(context.profile())))
        return decision;
    const UserId taker = wanted.taker.isNull() ? context.actor.user : wanted.taker;
    const Sides sides{context.records.user(wanted.giver), context.records.user(taker)};
    if (refused(decision, refuseSides(sides, context)))
        return decision;
    const auto found = endingShift(wanted, context);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    const std::vector<CaseId> handed = handedCases(wanted, context);
    refused(decision, refuseStaying(wanted, context));
    refused(decision, refuseUnread(wanted, handed, context));
    if (decision.refused())
        return decision;
    openIfNeeded(decision, inHand, context);
    allocate(decision, handed, sides, inHand.duty.get(), context);
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    decision.events.push_back(newEvent(inHand.subject(),
        ShiftHandedOver{id, sides.giver->id, sides.giver->name, sides.taker->id, sides.taker->name,
            handed, wanted.staying, wanted.stayingWords, wanted.readBack}));
    if (inHand.duty && inHand.duty->onDuty(sides.giver->id))
        decision.events.push_back(newEvent(inHand.subject(), OfficerLeft{sides.giver->id}));
    decision.made.insert(u"id"_s, id.text());
    decision.made.insert(u"duty"_s, inHand.id.text());
    decision.notes.append(u"%1 open case(s) handed to %2; %3 stay(s)."_s.arg(
        QString::number(handed.size()), sides.taker->name, QString::number(wanted.staying.size())));
    tellPromises(decision, sides, inHand.duty.get(), context);
    tellAgain(decision, sides, inHand.duty.get());
    return decision;
}

}

std::vector<CommandSpec> shiftHandoverCommands()
{
    return {command<HandShiftOver>(
        "Hands the service's open work from one shift to the next; the service stays responsible",
        {u"S3-ii"_s, u"HO-2.1d"_s, u"INV-1"_s}, handShiftOver)};
}

}
