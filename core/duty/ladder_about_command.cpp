#include "core/command/refusals.h"
#include "core/duty/duty_commands.h"
#include "core/duty/ladder_calls.h"
#include "core/duty/ladder_events.h"
#include "core/duty/ladder_in_hand.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct CorrectAbout {
    static constexpr const char* name = "duty.ladder_about";
    DutyId duty;
    PartId ladder;
    CaseId caseId;
    bool noCase = false;
    QString about;
    QString why;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("ladder", s.ladder, "The ladder; the newest that runs when left out");
        v("case", s.caseId, "The case it is about; the one that was told when left out");
        v("no_case", s.noCase, "It is about no case, but a person or a matter that has none");
        v("about", s.about,
            "What it is about: situation, background, assessment, what is asked; of another case "
            "what is known when left out");
        v("why", s.why, "How it came to be told otherwise");
    }
};

CaseId caseMeant(const CorrectAbout& wanted, const RunningLadder& ladder)
{
    if (wanted.noCase)
        return {};
    return wanted.caseId.isNull() ? ladder.caseId : wanted.caseId;
}

std::optional<Refusal> refuseNoOther(const CorrectAbout& wanted, const RunningLadder& ladder)
{
    if (wanted.noCase && !wanted.caseId.isNull())
        return Refusal{u"ESC-6.2"_s, u"no_case"_s, u"A case is named, and that it is about none."_s,
            u"Leave one of the two out."_s};
    const QString about = wanted.about.trimmed();
    if (caseMeant(wanted, ladder) != ladder.caseId || (!about.isEmpty() && about != ladder.about))
        return {};
    return Refusal{u"ESC-6.2"_s, u"about"_s, u"That is what this ladder is about already."_s,
        u"Give the case, no_case, or in about what it is about."_s};
}

Decision correctAbout(const CorrectAbout& wanted, const Context& context)
{
    Decision decision;
    refused(decision, refuseCase(context, wanted.caseId));
    const auto both
        = ladderInHand(decision, wanted.duty, wanted.ladder, LadderAct::Correction, context);
    if (!both || refused(decision, refuseNoOther(wanted, *both->ladder)) || decision.refused())
        return decision;
    const RunningLadder& ladder = *both->ladder;
    const CaseId about = caseMeant(wanted, ladder);
    const ManagerBriefing told = ladderBriefing(wanted.about, about, context);
    decision.events.push_back(newEvent(
        both->inHand.subject(), LadderAboutCorrected{ladder.id, about, told.text, wanted.why}));
    noteWhoWasTold(decision, ladder);
    tellNextCall(decision, both->inHand, ladder.id, context);
    tellBriefing(decision, told, wanted.about);
    return decision;
}

}

CommandSpec ladderAboutCommand()
{
    return command<CorrectAbout>("Puts right what a running ladder is about: another case, or none",
        {u"ESC-6.1a"_s, u"ESC-6.2"_s}, correctAbout);
}

}
