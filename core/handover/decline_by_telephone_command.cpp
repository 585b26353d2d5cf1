#include "core/handover/answer_words.h"
#include "core/handover/answering.h"
#include "core/handover/carried.h"
#include "core/handover/commands.h"
#include "core/handover/edt_record.h"
#include "core/handover/item_events.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct DeclineByTelephone {
    static constexpr const char* name = "handover.decline_by_telephone";
    CaseId caseId;
    PartId item;
    QString decliner;
    QString role;
    QString reason;
    QString nextStep;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, answeredCaseHelp, Need::Required);
        v("item", s.item, answeredItemHelp);
        v("decliner", s.decliner, "Full name of who declined", Need::Required);
        v("role", s.role, "Their role", Need::Required);
        v("reason", s.reason, "Why it is declined, in their words", Need::Required);
        v("next_step", s.nextStep, "What was agreed instead");
    }
};

QString wordsOf(const DeclineByTelephone& wanted)
{
    const QString said
        = u"Declined by telephone by %1, %2: %3"_s.arg(wanted.decliner, wanted.role, wanted.reason);
    return wanted.nextStep.isEmpty() ? said
                                     : withNextApart(u"%1 Next: %2"_s.arg(said, wanted.nextStep));
}

// Of what is answered the decline stays as a note; after an acceptance it is to be cleared up.
Decision tellBeside(
    const DeclineByTelephone& wanted, const Answered& answer, const Context& context)
{
    const HandoverItem& item = *answer.item;
    Decision decision = answer.yes();
    noteBeside(decision, *answer.record, item, wordsOf(wanted), context);
    if (item.state == ItemState::Accepted && context.occurred >= *item.answeredAt)
        decision.flags.push_back({u"HO-3.6c"_s,
            u"%1 was accepted by %2 at %3, and this says otherwise (%4): %5. Ring each other."_s
                .arg(item.transferNumber, item.answeredBy, dateTimeText(*item.answeredAt),
                    wordsOf(wanted), whoGoesOn(*answer.record, item, context.profile()))});
    return decision;
}

Decision declineByTelephone(const DeclineByTelephone& wanted, const Context& context)
{
    Answered answer
        = answeredOrTold(ItemAct::DeclineByTelephone, wanted.caseId, wanted.item, context);
    if (!answer.refused())
        add(answer.refusals,
            refuseAct(ItemAct::DeclineByTelephone, *answer.item,
                u"The giving service notes what it was told; the receiving service declines with "
                "handover.decline."_s,
                context));
    if (!answer.refused())
        add(answer.refusals, refuseNotTelephoned(*answer.record, *answer.item));
    if (answer.refused())
        return answer.no();
    if (!isUnanswered(*answer.item))
        return tellBeside(wanted, answer, context);
    Decision decision = answer.yes();
    decision.events.push_back(newEvent(subjectOf(wanted.caseId),
        HandoverDeclined{
            answer.item->id, wanted.reason, wanted.nextStep, wanted.decliner, wanted.role}));
    leaveCarried(decision, *answer.record, *answer.item);
    return decision;
}

}

std::vector<CommandSpec> declineByTelephoneCommands()
{
    return {command<DeclineByTelephone>(
        "The giver records a decline by telephone: the case stays with the giver",
        {u"HO-3.6a"_s, u"HO-3.6b"_s, u"HO-3.6c"_s}, declineByTelephone)};
}

}
