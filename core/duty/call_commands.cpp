#include "core/clock/catalogue.h"
#include "core/clock/passed.h"
#include "core/duty/ladder_calls.h"
#include "core/duty/passed_on.h"
#include "core/handover/carried.h"
#include "core/text/call_words.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString& onCallManager()
{
    static const QString key = u"on_call_manager"_s;
    return key;
}

struct AttemptCall {
    static constexpr const char* name = "duty.attempt";
    DutyId duty;
    PartId id;
    PartId attempt;
    QString contact;
    QString number;
    QString numberReason;
    std::optional<AttemptResult> result;
    bool incoming = false;
    std::optional<bool> urgent;
    CaseId caseId;
    QString about;
    QString decision;
    QString direction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("id", s.id, "Identifier to give the attempt; made when left out");
        v("attempt", s.attempt, "An attempt logged before, to say what came of it");
        v("contact", s.contact, "Contact key of the profile, or who was rung");
        v("number", s.number, "Number rung; the contact's own when left out");
        v("number_reason", s.numberReason, "Why another number than the one provided");
        v("result", s.result, "What came of it; copied when left out");
        v("incoming", s.incoming, "They rang us");
        v("urgent", s.urgent, "Urgent");
        v("case", s.caseId, "The case it is about");
        v("about", s.about, "What it is about");
        v("decision", s.decision, "What was decided");
        v("direction", s.direction, "What the officer was told to do");
    }
};

struct RangManager {
    static constexpr const char* name = "duty.rang_manager";
    DutyId duty;
    PartId id;
    AttemptResult result = AttemptResult::Answered;
    QString number;
    QString numberReason;
    std::optional<bool> urgent;
    CaseId caseId;
    QString about;
    QString decision;
    QString direction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("id", s.id, "Identifier to give the attempt; made when left out");
        v("result", s.result, "What came of it", Need::Required);
        v("number", s.number, "Number rung; the one on the duty when left out");
        v("number_reason", s.numberReason, "Why another number than the one provided");
        v("urgent", s.urgent, "Urgent");
        v("case", s.caseId, "The case it is about");
        v("about", s.about, "What it is about");
        v("decision", s.decision, "What the manager decided");
        v("direction", s.direction, "What the officer was told to do");
    }
};

struct PromiseRingBack {
    static constexpr const char* name = "duty.ring_back";
    DutyId duty;
    PartId id;
    QString whom;
    QString number;
    std::optional<Due> by;
    CaseId caseId;
    ContactId contact;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("id", s.id, "Identifier to give the call-back; made when left out");
        v("whom", s.whom, "Whom to ring back", Need::Required);
        v("number", s.number, "Their number");
        v("by", s.by, "By when; the profile's ring_back_within after it when left out");
        v("case", s.caseId, "The case it is about");
        v("contact", s.contact, "The contact it came from");
    }
};

struct RangBack {
    static constexpr const char* name = "duty.rang_back";
    DutyId duty;
    PartId id;
    QString result;
    std::optional<bool> reached;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("id", s.id, "The call-back that was made", Need::Required);
        v("result", s.result, "What came of it");
        v("reached", s.reached,
            "False when nobody answered: the promise and its clock go on; when left out, by the "
            "result");
    }
};

/// The one number that was provided for a contact when it was rung: on the duty for the manager,
/// else the profile's.
QString providedNumber(const QString& contact, const DutyInHand& inHand, const Context& context)
{
    if (contact == onCallManager() && inHand.duty) {
        const ManagerOnCall then = managerAt(*inHand.duty, context.occurred);
        if (!then.number.isEmpty() || then.unknown)
            return then.number;
    }
    const ContactPoint* point = context.profile().contact(contact);
    return point ? point->number : QString();
}

bool asksDecision(const CallAttempted& call, bool onLadder)
{
    return (onLadder || call.contact == onCallManager()) && spoke(call.result)
        && (call.decision.isEmpty() || call.direction.isEmpty());
}

void oweAboutCall(
    const CallAttempted& call, const QString& provided, bool onLadder, Decision& decision)
{
    const bool oneNumber = onLadder || call.contact == onCallManager();
    if (oneNumber && !call.incoming && call.number != provided && call.numberReason.isEmpty())
        decision.owed.push_back({u"ESC-6.1b"_s, u"number_reason"_s,
            provided.isEmpty()
                ? u"No number is provided: why %1 was rung."_s.arg(call.number)
                : u"%1 is not the number provided (%2)."_s.arg(call.number, provided),
            u"sign_off"_s});
    if (call.number.isEmpty() && !call.incoming)
        decision.owed.push_back({u"ESC-5.2"_s, u"number"_s,
            u"The number that was rung is not known."_s, u"sign_off"_s});
    if (asksDecision(call, onLadder))
        decision.owed.push_back({u"ESC-6.3"_s, u"decision"_s,
            u"What the manager decided, and what the officer is to do, is not written down yet."_s,
            u"sign_off"_s});
}

template <typename T>
std::optional<T> given(const T& text)
{
    return text.isEmpty() ? std::nullopt : std::optional<T>(text);
}

Decision resultOf(const AttemptCall& wanted, const DutyInHand& inHand, const Context& context)
{
    const CallAttempt* call = inHand.duty ? inHand.duty->attempt(wanted.attempt) : nullptr;
    if (!call)
        return refuse({}, u"attempt"_s, u"There is no such call on this duty."_s,
            u"Log it as a new attempt, or name the duty it is on."_s);
    Decision decision;
    decision.events.push_back(newEvent(inHand.subject(),
        CallResulted{wanted.attempt, wanted.result, wanted.urgent, given(wanted.about),
            given(wanted.decision), given(wanted.direction)}));
    const auto either
        = [](const QString& now, const QString& before) { return now.isEmpty() ? before : now; };
    CallAttempted after{wanted.attempt, call->contact, call->number, call->numberReason,
        wanted.result.value_or(call->result), call->incoming, wanted.urgent.value_or(call->urgent),
        call->caseId, wanted.about.isEmpty() ? call->about : wanted.about,
        either(wanted.decision, call->decision), either(wanted.direction, call->direction)};
    oweAboutCall(after, call->number, false, decision);
    decision.made.insert(u"id"_s, wanted.attempt.text());
    if (wanted.result)
        countManagerCall(decision, after, inHand, context);
    return decision;
}

// The same as a call on a ladder, which the on-call manager's numbers are: it is counted there.
Decision logAndCount(CallAttempted call, const DutyInHand& inHand, const Context& context)
{
    if (call.id.isNull())
        call.id = {context.mint()};
    Decision decision = logCall(call, inHand, context);
    if (!decision.refused())
        countManagerCall(decision, call, inHand, context);
    return decision;
}

Decision attemptCall(const AttemptCall& wanted, const Context& context)
{
    const auto found = dutyInHand(context, wanted.duty);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    if (!wanted.attempt.isNull())
        return resultOf(wanted, inHand, context);
    if (wanted.contact.isEmpty() && wanted.number.isEmpty())
        return refuse(u"ESC-5.2"_s, u"contact"_s, u"Whom the call was to is missing."_s,
            u"Give a contact of the profile, a name or a number."_s);
    return logAndCount({wanted.id, wanted.contact, wanted.number, wanted.numberReason,
                           wanted.result.value_or(AttemptResult::Copied), wanted.incoming,
                           wanted.urgent.value_or(false), wanted.caseId, wanted.about,
                           wanted.decision, wanted.direction},
        inHand, context);
}

Decision rangManager(const RangManager& wanted, const Context& context)
{
    const auto found = dutyInHand(context, wanted.duty);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    return logAndCount({wanted.id, onCallManager(), wanted.number, wanted.numberReason,
                           wanted.result, false, wanted.urgent.value_or(false), wanted.caseId,
                           wanted.about, wanted.decision, wanted.direction},
        std::get<DutyInHand>(found), context);
}

// Told when the duty went on without its maker: who has it, or that it waits for a relief. HO-2.1d
void tellHolder(Decision& decision, const PromiseRingBack& wanted, const DutyInHand& inHand,
    const Context& context)
{
    if (!inHand.duty || context.occurred >= context.now)
        return;
    const Holder holder
        = holderOn(*inHand.duty, {context.actor.user, context.actor.name}, context.occurred);
    if (holder.user != context.actor.user)
        decision.notes.append(u"%1 rings %2 back by %3: this duty's work went over to them."_s.arg(
            holder.name, wanted.whom, dateTimeText(ringBackBy(wanted.by, context))));
    const bool wasOn = std::any_of(inHand.duty->officers.begin(), inHand.duty->officers.end(),
        [&holder](const OfficerOnDuty& each) { return each.user == holder.user; });
    if (wasOn && !dutyOfOfficer(holder.user, context.at(context.now)))
        decision.owed.push_back({u"HO-2.1d"_s, u"relief"_s,
            u"%1 is not on duty any more: who rings %2 back is to take it over."_s.arg(
                holder.name, wanted.whom),
            u"relief"_s});
}

Decision promiseRingBack(const PromiseRingBack& wanted, const Context& context)
{
    const auto found = dutyInHand(context, wanted.duty);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    if (auto refusal = refuseCase(context, wanted.caseId))
        return {{}, {*refusal}, {}, {}, {}, {}};
    Decision decision;
    openIfNeeded(decision, inHand, context);
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    const Instant by = ringBackBy(wanted.by, context);
    const auto warnings = warningsBefore(by, u"ring_back"_s, context.profile());
    decision.events.push_back(newEvent(inHand.subject(),
        DutyRingBackPromised{
            id, wanted.whom, wanted.number, by, warnings, wanted.caseId, wanted.contact}));
    if (wanted.number.trimmed().isEmpty())
        decision.owed.push_back({u"REC-2.2"_s, u"number"_s,
            u"The number to ring back is not yet known: ask, and write it down with duty.note."_s,
            u"ring_back"_s});
    notePassed(decision, u"REC-2.2: %1 was to be rung back"_s.arg(wanted.whom), by,
        u"duty.rang_back says what came of it"_s, context);
    tellHolder(decision, wanted, inHand, context);
    carrySince(decision, wanted.caseId,
        {id,
            u"Ring %1 back, %2"_s.arg(
                wanted.whom, wanted.number.isEmpty() ? u"number not known"_s : wanted.number),
            by, warnings},
        context);
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

// A try that reached nobody keeps no promise.
void noteTry(Decision& decision, const RangBack& wanted, const RingBack& promise,
    const DutyInHand& inHand, const Context& context)
{
    const QString words = wanted.result.trimmed().isEmpty()
        ? u"no answer"_s
        : QString(wanted.result).replace(u'_', u' ');
    decision.events.push_back(newEvent(inHand.subject(),
        DutyNoted{PartId{context.mint()},
            u"Rang %1 back, not reached: %2"_s.arg(promise.whom, words), {}, context.late()}));
    if (!wanted.reached)
        decision.notes.append(
            u"“%1” is taken for a call that reached nobody: tell it with reached true if it did."_s
                .arg(wanted.result));
    if (!promise.doneAt)
        decision.notes.append(
            u"%1 is still to be rung back by %2."_s.arg(promise.whom, dateTimeText(promise.due)));
}

Decision rangBack(const RangBack& wanted, const Context& context)
{
    const auto found = dutyWith(wanted.id, context, wanted.duty);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    const RingBack* promise = inHand.duty ? inHand.duty->ringBack(wanted.id) : nullptr;
    if (!promise)
        return refuse({}, u"id"_s, u"There is no such call-back on this duty."_s,
            u"Name the duty it was promised on; `list ring_backs` shows both."_s);
    Decision decision;
    if (!wanted.reached.value_or(!saysNobodyReached(wanted.result))) {
        noteTry(decision, wanted, *promise, inHand, context);
        return decision;
    }
    decision.events.push_back(newEvent(inHand.subject(), DutyRungBack{wanted.id, wanted.result}));
    endCarried(decision, wanted.id, promise->caseId, wanted.result, context);
    return decision;
}

}

Decision logCall(CallAttempted call, const DutyInHand& inHand, const Context& context,
    const std::optional<QString>& provided)
{
    if (auto refusal = refuseCase(context, call.caseId))
        return {{}, {*refusal}, {}, {}, {}, {}};
    Decision decision;
    openIfNeeded(decision, inHand, context);
    const QString number = provided && !provided->isEmpty()
        ? *provided
        : providedNumber(call.contact, inHand, context);
    if (call.number.isEmpty())
        call.number = number;
    if (call.id.isNull())
        call.id = {context.mint()};
    oweAboutCall(call, number, provided.has_value(), decision);
    decision.events.push_back(newEvent(inHand.subject(), call));
    decision.made.insert(u"id"_s, call.id.text());
    decision.made.insert(u"number"_s, call.number);
    return decision;
}

std::vector<CommandSpec> callCommands()
{
    return {
        command<AttemptCall>("Logs a telephone attempt, or what came of one logged before",
            {u"ESC-5.2"_s, u"ESC-6.1"_s, u"ESC-6.1c"_s, u"ESC-6.1f"_s}, attemptCall),
        command<RangManager>("Logs a call to the on-call manager with its decision; what nobody "
                             "answers is rung again after the ladder's minutes",
            {u"ESC-6.1"_s, u"ESC-6.1c"_s, u"ESC-6.1f"_s, u"ESC-6.3"_s}, rangManager),
        command<PromiseRingBack>(
            "Promises to ring somebody back by a time", {u"REC-2.2"_s}, promiseRingBack),
        command<RangBack>("Logs that somebody was rung back", {u"REC-2.2"_s}, rangBack),
    };
}

}
