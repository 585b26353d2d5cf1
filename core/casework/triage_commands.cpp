#include "core/casework/assessment/nr_request.h"
#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/entry_events.h"
#include "core/casework/triage.h"
#include "core/casework/work_events.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct TriageCase {
    static constexpr const char* name = "case.triage";
    CaseId of;
    PartId id;
    Triage decision = Triage::Required;
    QString reasons;
    QString moreNeeded;
    QString personsView;
    QString carersView;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the decision; made when left out");
        v("decision", s.decision, "Whether a full MHA assessment is required", Need::Required);
        v("reasons", s.reasons, "Why; owed until they are given");
        v("more_needed", s.moreNeeded, "What else is to be known first, and from whom");
        v("persons_view", s.personsView, "What the person says to it");
        v("carers_view", s.carersView, "The carer's view, or why it was not obtained");
    }
};

// The record keeps the decision in these words: others would not be found again.
const QString& ofTriage()
{
    static const QString words = u"Triage: "_s;
    return words;
}

const QString& notRequired()
{
    static const QString words = ofTriage() + u"a full MHA assessment is not required"_s;
    return words;
}

const Note* lastTriage(const Case& record, Instant at)
{
    const Note* last = nullptr;
    for (const Note& each : record.entries) {
        const bool isTriage = each.kind == u"decision"_s && each.words.startsWith(ofTriage());
        if (isTriage && !each.corrected && each.occurred <= at
            && (!last || last->occurred <= each.occurred))
            last = &each;
    }
    return last;
}

QString wordsOf(const TriageCase& wanted)
{
    switch (wanted.decision) {
    case Triage::Required: return ofTriage() + u"a full MHA assessment is required"_s;
    case Triage::NotRequired: return notRequired();
    case Triage::MoreInformation: break;
    }
    const QString needed = wanted.moreNeeded.trimmed();
    return ofTriage() + u"more information is needed"_s
        + (needed.isEmpty() ? QString() : u": "_s + needed);
}

// What counts is the decision that was made last, in whichever order they are told. CLK-19
void followReasons(Decision& decision, const Case& record, const Context& context)
{
    const Case after = preview(record, subjectOf(record.id), decision, context);
    const Note* standing = lastTriage(after, std::max(context.now, context.occurred));
    if (!standing)
        return;
    if (standing->words != notRequired())
        endWrittenReasons(decision, record, standing->words, context);
    else if (owesWrittenReasons(record))
        addWrittenReasons(decision, record, context);
}

// The sheet shows how far it has come; what has gone further stays there.
void stage(Decision& decision, const Case& record, Triage decided)
{
    const Stage now = record.stage.current();
    const bool before = now == Stage::Received || now == Stage::Triage;
    if (before && decided == Triage::Required)
        decision.events.push_back(newEvent(subjectOf(record.id), CaseStaged{Stage::Accepted}));
    if (now == Stage::Received && decided == Triage::MoreInformation)
        decision.events.push_back(newEvent(subjectOf(record.id), CaseStaged{Stage::Triage}));
}

Decision triage(const TriageCase& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    if (decision.refused())
        return decision;
    CaseDecided decided{partId(wanted.id, context), wordsOf(wanted), wanted.reasons,
        wanted.personsView, wanted.carersView, context.late(), wanted.decision};
    decision.events.push_back(newEvent(subjectOf(wanted.of), decided));
    stage(decision, *record, wanted.decision);
    followReasons(decision, *record, context);
    decision.made.insert(u"id"_s, decided.id.text());
    decision.owed = owedAfter(*record, decision, context);
    if (wanted.decision == Triage::MoreInformation && wanted.moreNeeded.trimmed().isEmpty())
        decision.owed.push_back({u"COM-3.10c"_s, u"more_needed"_s,
            u"What else is to be known before it is decided."_s, u"triage"_s});
    return decision;
}

}

std::optional<Instant> notRequiredSince(const Case& record, Instant at)
{
    const Note* last = lastTriage(record, at);
    return last && last->words == notRequired() ? std::optional(last->occurred) : std::nullopt;
}

std::vector<CommandSpec> triageCommands()
{
    return {
        command<TriageCase>("Decides whether a full MHA assessment is required; a nearest "
                            "relative whose request is not followed has the reasons in writing",
            {u"COM-3.10c"_s, u"CLK-19"_s, u"COOP-1.5"_s}, triage),
    };
}

}
