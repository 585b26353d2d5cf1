#include "core/casework/case_checks.h"
#include "core/handover/answering.h"
#include "core/handover/commands.h"
#include "core/handover/item_events.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"
#include "core/text/folded.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct PractitionersCall {
    static constexpr const char* name = "handover.practitioner_call";
    CaseId caseId;
    PartId item;
    QString giver;
    QString taker;
    std::optional<Instant> started;
    std::optional<Instant> ended;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, answeredCaseHelp, Need::Required);
        v("item", s.item, "Which handover of the case; the newest if left out");
        v("giver", s.giver, "Who spoke for the giving service; you, if that is yours");
        v("taker", s.taker, "Who spoke for the receiving service; you, if that is yours");
        v("started", s.started, "When the call began");
        v("ended", s.ended, "When it ended; without either, it has ended at the command's time");
        v("words", s.words, "What was told and agreed");
    }
};

const HandoverItem* itemMeant(const Case& record, const PartId& item)
{
    const auto found = std::find_if(record.handovers.rbegin(), record.handovers.rend(),
        [&](const HandoverItem& each) { return item.isNull() || each.id == item; });
    return found == record.handovers.rend() ? nullptr : &*found;
}

Refusal noHandover(const Case& record)
{
    return {u"HO-3.4"_s, u"item"_s,
        u"%1 has no such handover that two practitioners could speak about."_s.arg(record.ref),
        u"Propose it first with handover.propose; any other call is written down with case.note."_s};
}

QString nameOf(const QString& told, const QString& service, const Context& context)
{
    const QString name = told.trimmed();
    return name.isEmpty() && context.actor.service == service ? context.actor.name : name;
}

std::optional<Refusal> refuseNobody(
    const QString& field, const QString& name, const QString& service, const Context& context)
{
    if (!name.isEmpty())
        return {};
    return Refusal{u"HO-3.4"_s, field,
        u"Who spoke for %1 is not said."_s.arg(serviceName(service, context.profile())),
        u"Give the name."_s};
}

std::optional<Refusal> refuseOnePerson(const PractitionersSpoke& spoke)
{
    if (!isSameName(spoke.giver, spoke.taker))
        return {};
    return Refusal{u"HO-3.4"_s, u"taker"_s,
        u"%1 cannot speak for both services."_s.arg(spoke.giver),
        u"Name the two who spoke; what one person knows for both is written down with "
        u"case.note."_s};
}

void oweWords(Decision& decision, const PractitionersSpoke& spoke)
{
    if (spoke.words.isEmpty())
        decision.owed.push_back(owedWords(spoke.giver, spoke.taker));
}

// HO-3.4: a fact, whatever the handover came to.
Decision practitionersCall(const PractitionersCall& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.caseId, context);
    if (!record)
        return decision;
    const HandoverItem* item = itemMeant(*record, wanted.item);
    if (!item) {
        decision.refusals.push_back(noHandover(*record));
        return decision;
    }
    PractitionersSpoke spoke{item->id, {context.mint()}, nameOf(wanted.giver, item->from, context),
        nameOf(wanted.taker, item->to, context), wanted.started, wanted.ended,
        wanted.words.trimmed()};
    if (!spoke.started && !spoke.ended)
        spoke.ended = context.occurred;
    add(decision.refusals,
        refuseAct(ItemAct::File, *item, u"One of the two services notes the call."_s, context));
    add(decision.refusals, refuseNobody(u"giver"_s, spoke.giver, item->from, context));
    add(decision.refusals, refuseNobody(u"taker"_s, spoke.taker, item->to, context));
    add(decision.refusals, refuseOnePerson(spoke));
    add(decision.refusals, refuseCallTimes(spoke.started, spoke.ended, context));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(record->id), spoke));
    oweWords(decision, spoke);
    decision.made.insert(u"item"_s, item->id.text());
    decision.made.insert(u"transfer"_s, item->transferNumber);
    decision.made.insert(u"call"_s, spoke.call.text());
    return decision;
}

}

std::vector<CommandSpec> practitionerCallCommands()
{
    return {command<PractitionersCall>(
        "Records that two practitioners spoke about a handover: who, when and what was agreed",
        {u"HO-3.4"_s}, practitionersCall)};
}

}
