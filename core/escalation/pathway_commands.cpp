#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/command/catalogue.h"
#include "core/command/refusals.h"
#include "core/escalation/pathway.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct StartPathway {
    static constexpr const char* name = "case.pathway";
    CaseId of;
    QString pathway;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("pathway", s.pathway, "The pathway, by its key in the profile", Need::Required);
    }
};

const Pathway* pathwayCalled(const Profile& profile, const QString& key)
{
    const auto found = std::find_if(profile.pathways.begin(), profile.pathways.end(),
        [&key](const Pathway& each) { return each.key == key; });
    return found == profile.pathways.end() ? nullptr : &*found;
}

// A pathway whose steps its owner has not given yet prompts for nothing. ESC-4.2
std::optional<Refusal> refusePathway(const Profile& profile, const QString& key)
{
    const Pathway* pathway = pathwayCalled(profile, key);
    if (pathway && !pathway->steps.empty())
        return {};
    if (pathway)
        return Refusal{pathway->clause, u"pathway"_s, u"“%1” has no steps."_s.arg(pathway->name),
            u"Ask the owner of the pathway for its steps; they are entered in the profile."_s};
    QStringList keys;
    for (const Pathway& each : profile.pathways)
        keys.append(each.key);
    return Refusal{u"ESC-4.2"_s, u"pathway"_s, u"There is no pathway “%1”."_s.arg(key),
        keys.isEmpty() ? u"The profile names none."_s
                       : u"Use one of: %1."_s.arg(keys.join(u", "_s))};
}

Decision startPathway(const StartPathway& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    refused(decision, refusePathway(context.profile(), wanted.pathway));
    if (decision.refused())
        return decision;
    const Pathway& pathway = *pathwayCalled(context.profile(), wanted.pathway);
    beginPathway(decision, *record, pathway, context.occurred, context);
    if (decision.events.empty())
        return refuse(pathway.clause, u"pathway"_s,
            u"“%1” is under way on %2."_s.arg(pathway.name, record->ref),
            u"Its steps are among the tasks of the case."_s);
    return decision;
}

}

std::vector<CommandSpec> pathwayCommands()
{
    return {command<StartPathway>("Starts a timed pathway by hand: its steps become tasks",
        {u"ESC-4.2"_s, u"ESC-4.3"_s, u"ESC-4.4"_s, u"ESC-4.5"_s}, startPathway)};
}

}
