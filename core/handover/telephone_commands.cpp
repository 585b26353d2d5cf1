#include "core/casework/entry_events.h"
#include "core/handover/answer_words.h"
#include "core/handover/answering.h"
#include "core/handover/commands.h"
#include "core/handover/documents_to_follow.h"
#include "core/handover/edt_record.h"
#include "core/handover/item_events.h"
#include "core/handover/item_rules.h"
#include "core/handover/lead_hours.h"
#include "core/handover/warrant.h"
#include "core/handover/window.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct AcceptByTelephone {
    static constexpr const char* name = "handover.accept_by_telephone";
    CaseId caseId;
    PartId item;
    QString accepter;
    QString role;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, answeredCaseHelp, Need::Required);
        v("item", s.item, answeredItemHelp);
        v("accepter", s.accepter, "Full name of who accepted", Need::Required);
        v("role", s.role, "Their role", Need::Required);
        v("words", s.words, "Their words", Need::Required);
    }
};

struct Confirm {
    static constexpr const char* name = "handover.confirm";
    CaseId caseId;
    PartId item;
    QString reference;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, answeredCaseHelp, Need::Required);
        v("item", s.item, answeredItemHelp);
        v("reference", s.reference, "The confirming e-mail: from whom, when", Need::Required);
    }
};

QString toldWhenLate(const HandoverItem& item, const Context& context)
{
    const auto window = context.records.window(item.window);
    const QString names = window ? coordinatorNames(*window) : QString();
    if (!names.isEmpty())
        return names;
    return u"the coordinators of %1 and %2"_s.arg(
        serviceName(item.from, context.profile()), serviceName(item.to, context.profile()));
}

// What was said before is kept, and the owner stays. HO-3.6c
void flagEnded(Decision& decision, const Answered& answer, const Context& context)
{
    const HandoverItem& item = *answer.item;
    decision.flags.push_back({u"HO-3.6c"_s,
        u"%1 is %2 by %3 since %4 (%5): this is filed beside it, and %6."_s.arg(item.transferNumber,
            answerWord(item), item.answeredBy, dateTimeText(*item.answeredAt), answerSaid(item),
            whoGoesOn(*answer.record, item, context.profile()))});
}

// Their own record is here already: what the giver noted stands beside it. HO-3.6c
Decision fileBeside(const Answered& answer, const HandoverFiled& filed, const Context& context)
{
    Decision decision = answer.yes();
    decision.events.push_back(newEvent(subjectOf(answer.record->id), filed));
    if (answer.item->state == ItemState::Accepted)
        decision.notes.append(
            u"%1 was accepted by %2 already: this is filed beside their record."_s.arg(
                answer.item->transferNumber, answer.item->answeredBy));
    else
        flagEnded(decision, answer, context);
    return decision;
}

// Of a team's record the call that an officer logs is the transfer: what its worker says of one,
// and their e-mail, are kept, and the team stays responsible. HO-4.2b
bool oweCall(Decision& decision, const Answered& answer)
{
    const auto untold = refuseNotTelephoned(*answer.record, *answer.item);
    if (!untold)
        return false;
    decision.owed.push_back({untold->clause, u"telephoned"_s,
        u"%1 %2"_s.arg(untold->text, untold->mend), u"telephone"_s});
    return true;
}

// Nobody can hand a case over before it is on the desk: the call keeps its own time in a note.
void noteCallBeforeCase(Decision& decision, const AcceptByTelephone& wanted, const Answered& answer,
    Instant counts, const Context& context)
{
    if (context.occurred >= counts)
        return;
    decision.events.push_back(newEvent(subjectOf(wanted.caseId),
        CaseNoted{{context.mint()}, u"handover"_s,
            u"%1: Accepted by telephone by %2, %3: %4"_s.arg(
                answer.item->transferNumber, wanted.accepter, wanted.role, wanted.words),
            context.late()}));
    decision.notes.append(
        u"HO-3.6b: the call was before %1 was opened at %2 and counts from then."_s.arg(
            answer.record->ref, dateTimeText(counts)));
}

void oweTheirRecord(Decision& decision, const AcceptByTelephone& wanted, const Answered& answer,
    const Context& context)
{
    const HandoverItem& item = *answer.item;
    if (!oweCall(decision, answer)) {
        addDocumentsToFollow(decision, *answer.record, item, context);
        decision.owed.push_back({u"HO-3.6b"_s, u"reference"_s,
            u"Accepted by %1, their record outstanding."_s.arg(wanted.accepter), u"confirm"_s});
    }
    if (!seniorDiscussionMet(*answer.record, item))
        decision.flags.push_back({u"HO-3.3"_s,
            u"%1 was accepted by telephone with no senior discussion recorded."_s.arg(
                item.transferNumber)});
}

Decision acceptByTelephone(const AcceptByTelephone& wanted, const Context& context)
{
    Answered answer
        = answeredOrAccepted(ItemAct::AcceptByTelephone, wanted.caseId, wanted.item, context);
    if (answer.refused())
        return answer.no();
    const HandoverItem& item = *answer.item;
    if (item.state == ItemState::AcceptedByTelephone)
        return refuse(u"HO-3.6b"_s, u"item"_s,
            u"%1 is %2."_s.arg(item.transferNumber, stateWords(item.state)),
            u"File the confirming e-mail with handover.confirm."_s);
    add(answer.refusals,
        refuseAct(ItemAct::AcceptByTelephone, item,
            u"The giving service records it; a user of the receiving service accepts with "
            u"handover.accept."_s,
            context));
    if (answer.refused())
        return answer.no();
    if (!isUnanswered(item))
        return fileBeside(
            answer, {item.id, wanted.accepter, wanted.role, wanted.words, {}}, context);
    const auto warrant = warrantAccepted({}, *answer.record, item, context);
    const Minutes within = context.profile().duration(u"their_record_within"_s, Minutes(120));
    const Instant counts = std::max(context.occurred, answer.record->responsible.since());
    Decision decision = answer.yes();
    decision.events.push_back(newEvent(subjectOf(wanted.caseId),
        HandoverAcceptedByTelephone{item.id, wanted.accepter, wanted.role, wanted.words,
            counts + within, toldWhenLate(item, context), warrant},
        counts));
    noteCallBeforeCase(decision, wanted, answer, counts, context);
    flagWarrant(decision, warrant);
    flagBeforeLead(decision, item, context.occurred, context);
    oweTheirRecord(decision, wanted, answer, context);
    return decision;
}

std::optional<Refusal> refuseBeforeAcceptance(const HandoverItem& item, const Context& context)
{
    const bool ended = item.state == ItemState::Withdrawn || item.state == ItemState::Declined;
    const Instant accepted = ended ? item.byTelephone->at : *item.answeredAt;
    if (context.occurred >= accepted)
        return {};
    return Refusal{u"HO-3.6b"_s, u"at"_s,
        u"It was accepted at %1, after that."_s.arg(dateTimeText(accepted)),
        u"Give a time from then on."_s};
}

Decision confirm(const Confirm& wanted, const Context& context)
{
    Answered answer = answeredOrAccepted(ItemAct::Confirm, wanted.caseId, wanted.item, context);
    if (answer.refused())
        return answer.no();
    const HandoverItem& item = *answer.item;
    if (item.state == ItemState::Proposed || item.state == ItemState::ReadBack)
        return refuse(u"HO-3.6b"_s, u"item"_s,
            u"%1 was not accepted by telephone."_s.arg(item.transferNumber),
            u"Record who accepted it with handover.accept_by_telephone first."_s);
    add(answer.refusals,
        refuseAct(ItemAct::Confirm, item, u"One of the two services files it."_s, context));
    add(answer.refusals, refuseBeforeAcceptance(item, context));
    if (answer.refused())
        return answer.no();
    if (!isUnanswered(item))
        return fileBeside(answer, {item.id, {}, {}, {}, wanted.reference}, context);
    Decision decision = answer.yes();
    const Subject subject = subjectOf(wanted.caseId);
    if (oweCall(decision, answer))
        decision.events.push_back(
            newEvent(subject, HandoverFiled{item.id, {}, {}, {}, wanted.reference}));
    else
        decision.events.push_back(newEvent(subject, HandoverConfirmed{item.id, wanted.reference}));
    return decision;
}

}

std::vector<CommandSpec> telephoneCommands()
{
    return {
        command<AcceptByTelephone>(
            "The giver records an acceptance by telephone; their record is outstanding",
            {u"HO-3.6b"_s}, acceptByTelephone),
        command<Confirm>(
            "Files the confirming e-mail of an acceptance by telephone; of a team's EDT Handover "
            "Record it is no transfer",
            {u"HO-3.6b"_s, u"HO-4.2b"_s}, confirm),
    };
}

}
