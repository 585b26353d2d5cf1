#include "core/casework/case_checks.h"
#include "core/exchange/word_code.h"
#include "core/handover/answering.h"
#include "core/handover/commands.h"
#include "core/handover/handover_code.h"
#include "core/handover/item_events.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct CompareCode {
    static constexpr const char* name = "handover.compare_code";
    CaseId caseId;
    PartId item;
    QString code;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, answeredCaseHelp, Need::Required);
        v("item", s.item, answeredItemHelp);
        v("code", s.code, "The three words that the other end read out", Need::Required);
    }
};

Decision compareCode(const CompareCode& wanted, const Context& context)
{
    Answered answer = answered(ItemAct::CompareCode, wanted.caseId, wanted.item, context);
    if (!answer.refused())
        add(answer.refusals,
            refuseAct(ItemAct::CompareCode, *answer.item,
                u"One of the two services compares them."_s, context));
    if (answer.refused())
        return answer.no();
    Decision decision = answer.yes();
    addComparison(decision, answer, wanted.code, context);
    return decision;
}

}

void addComparison(
    Decision& decision, const Answered& answer, const QString& said, const Context& context)
{
    const auto person = personOf(*answer.record, context);
    const HandoverItem& item = *answer.item;
    const QStringList own = handoverCode(*answer.record, person.get(), item);
    const bool agrees = isWordCode(said, own);
    decision.events.push_back(newEvent(subjectOf(answer.record->id),
        HandoverCodeCompared{item.id, own.join(u' '), said.simplified(), agrees}));
    if (agrees)
        decision.notes.append(u"Both ends go by the same: %1."_s.arg(own.join(u", ")));
    else
        decision.flags.push_back({u"HO-3.6b"_s,
            u"The word codes of %1 differ: “%2” here, “%3” read out. One end goes by something "
            u"else: compare %4, or exchange bundles and read them out again."_s.arg(
                item.transferNumber, own.join(u' '), said.simplified(), codeCovers())});
}

std::vector<CommandSpec> codeCommands()
{
    return {command<CompareCode>(
        "Compares the word codes of a handover; differing ones warn and stop nothing",
        {u"HO-3.6b"_s}, compareCode)};
}

}
