#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/needs_events.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct AssessNeeds {
    static constexpr const char* name = "case.immediate_needs";
    CaseId of;
    PartId id;
    QString needs;
    QString risks;
    QString strengths;
    QString plan;
    std::optional<Due> until;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the entry; made when left out");
        v("needs", s.needs, "What is needed at once", Need::Required);
        v("risks", s.risks, "What may happen, and to whom");
        v("strengths", s.strengths, "What the person and those around can do themselves");
        v("plan", s.plan, "What is done until the day team has it");
        v("until", s.until, "Until when the plan holds");
    }
};

Decision assessNeeds(const AssessNeeds& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"needs"_s, wanted.needs));
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        CaseNeedsAssessed{id, wanted.needs, wanted.risks, wanted.strengths, wanted.plan,
            wanted.until ? std::optional(wanted.until->at) : std::nullopt}));
    decision.made.insert(u"id"_s, id.text());
    decision.owed = owedAfter(*record, decision, context);
    return decision;
}

}

std::vector<CommandSpec> needsCommands()
{
    return {command<AssessNeeds>(
        "Records a brief out-of-hours assessment of risk and care for immediate needs",
        {u"COM-3.4"_s, u"COM-3.5a"_s}, assessNeeds)};
}

}
