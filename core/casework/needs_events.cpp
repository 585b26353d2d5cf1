#include "core/casework/needs_events.h"

#include "core/contact/note.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

static QString wordsOf(const CaseNeedsAssessed& assessed)
{
    QStringList lines{u"Immediate needs: "_s + assessed.needs};
    for (const auto& [name, words] : {std::pair(u"Risks"_s, assessed.risks),
             std::pair(u"What the person can do"_s, assessed.strengths),
             std::pair(u"Plan"_s, assessed.plan)})
        if (!words.isEmpty())
            lines.append(u"%1: %2"_s.arg(name, words));
    if (assessed.until)
        lines.append(u"Until: "_s + dateTimeText(*assessed.until));
    return lines.join(u'\n');
}

static Applied apply(Case& record, const CaseNeedsAssessed& assessed, const Event& event)
{
    addNote(record.entries, noteOf(event, assessed.id, u"risk_and_care"_s, wordsOf(assessed)));
    record.needs.push_back({event.occurred, !assessed.risks.isEmpty(), !assessed.plan.isEmpty()});
    return {};
}

CaseRules needsRules()
{
    return rulesByType<Case>({on<Case, CaseNeedsAssessed>()});
}

}
