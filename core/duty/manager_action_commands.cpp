#include "core/clock/catalogue.h"
#include "core/clock/passed.h"
#include "core/command/refusals.h"
#include "core/duty/duty_commands.h"
#include "core/duty/ladder_events.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct AddManagerAction {
    static constexpr const char* name = "duty.manager_action";
    DutyId duty;
    PartId id;
    PartId ladder;
    QString what;
    Due by;
    CaseId caseId;
    QString officer;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("id", s.id, "Identifier to give the action; made when left out");
        v("ladder", s.ladder,
            "The ladder on which it was agreed; the one that ran then when left out");
        v("what", s.what, "What the on-call manager does", Need::Required);
        v("by", s.by, "By when the officer is told what came of it", Need::Required);
        v("case", s.caseId, "The case it is about");
        v("officer", s.officer, "Who is to be told; you when left out");
    }
};

struct TellOfficer {
    static constexpr const char* name = "duty.manager_told";
    DutyId duty;
    PartId id;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("id", s.id, "The manager's action", Need::Required);
        v("words", s.words, "What came of it, as the officer was told", Need::Required);
    }
};

// Agreed on the ladder that ran then, unless that is about another case. ESC-6.4
PartId ladderMeant(const AddManagerAction& wanted, const DutyInHand& inHand, const Context& context)
{
    if (!wanted.ladder.isNull() || !inHand.duty)
        return wanted.ladder;
    const auto& ladders = inHand.duty->ladders;
    const auto fits = [&](const RunningLadder& each) {
        const bool ran = each.started <= context.occurred
            && (!each.closedAt || context.occurred < *each.closedAt);
        return ran
            && (wanted.caseId.isNull() || each.caseId.isNull() || each.caseId == wanted.caseId);
    };
    const auto found = std::find_if(ladders.rbegin(), ladders.rend(), fits);
    return found == ladders.rend() ? PartId{} : found->id;
}

Decision addManagerAction(const AddManagerAction& wanted, const Context& context)
{
    const auto found = dutyInHand(context, wanted.duty);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    Decision decision;
    refused(decision, refuseCase(context, wanted.caseId));
    refused(decision, refuseBlank(u"what"_s, wanted.what));
    if (decision.refused())
        return decision;
    openIfNeeded(decision, inHand, context);
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    const QString officer = wanted.officer.isEmpty() ? context.actor.name : wanted.officer;
    decision.events.push_back(newEvent(inHand.subject(),
        ManagerActionAdded{id, ladderMeant(wanted, inHand, context), wanted.what, wanted.by.at,
            warningsBefore(wanted.by.at, u"task"_s, context.profile()), wanted.caseId, officer}));
    decision.made.insert(u"id"_s, id.text());
    notePassed(decision, u"ESC-6.4: %1 was to be told what came of it"_s.arg(officer), wanted.by.at,
        u"duty.manager_told says what %1 was told"_s.arg(officer), context);
    return decision;
}

Decision tellOfficer(const TellOfficer& wanted, const Context& context)
{
    const auto found = dutyWith(wanted.id, context, wanted.duty);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    Decision decision;
    refused(decision, refuseBlank(u"words"_s, wanted.words));
    const auto isIt = [&wanted](const ManagerAction& each) { return each.id == wanted.id; };
    if (!inHand.duty
        || std::none_of(
            inHand.duty->managerActions.begin(), inHand.duty->managerActions.end(), isIt))
        decision.refusals.push_back(
            {u"ESC-6.4"_s, u"id"_s, u"The on-call manager has no such action on this duty."_s,
                u"Name the duty it is on; `list tasks` shows them."_s});
    if (!decision.refused())
        decision.events.push_back(newEvent(inHand.subject(), ManagerTold{wanted.id, wanted.words}));
    return decision;
}

}

std::vector<CommandSpec> managerActionCommands()
{
    return {
        command<AddManagerAction>("Notes what the on-call manager does; feedback is due by then",
            {u"ESC-6.4"_s}, addManagerAction),
        command<TellOfficer>(
            "Notes that the officer was told what came of it", {u"ESC-6.4"_s}, tellOfficer),
    };
}

}
