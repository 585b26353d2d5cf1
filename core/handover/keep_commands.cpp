#include "core/casework/case_checks.h"
#include "core/command/refusals.h"
#include "core/handover/commands.h"
#include "core/handover/dispositions.h"
#include "core/handover/item_rules.h"
#include "core/handover/refusals.h"
#include "core/handover/window_choice.h"
#include "core/handover/window_events.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct KeepCase {
    static constexpr const char* name = "handover.keep";
    CaseId caseId;
    QString window;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, "The case that stays", Need::Required);
        v("window", s.window, "Window, e.g. 2026-11-18-PM; the one at hand when left out");
        v("reason", s.reason, "Why it stays: planned Thursday 10:00", Need::Required);
    }
};

Decision keepCase(const KeepCase& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.caseId, context);
    if (!record || refused(decision, refuseStranger(*record, context)))
        return decision;
    const auto times = wanted.window.isEmpty() ? windowGivenBy(context.actor.service, context)
                                               : windowNamed(wanted.window, context.calendar);
    if (!times)
        return noWindow(wanted.window, context);
    const WindowId id = windowId(context.profile().key, times->name());
    decision.events.push_back(newEvent(dispositionsSubject(id, context.actor.service),
        CaseKept{id, context.actor.service, wanted.caseId, wanted.reason}));
    decision.made.insert(u"window"_s, id.text());
    return decision;
}

}

std::vector<CommandSpec> keepCommands()
{
    return {command<KeepCase>("Keeps a case with its service at a handover window, with the reason",
        {u"HO-3.2"_s, u"HO-3.6a"_s}, keepCase)};
}

}
