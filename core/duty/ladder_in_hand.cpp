#include "core/duty/ladder_in_hand.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

// When left out: the newest that runs; for what was on a ladder, else the newest that ran then.
static const RunningLadder* ladderNamed(
    const Duty& duty, const PartId& wanted, const std::optional<Instant>& then)
{
    const auto newest = [&duty](const auto& fits) -> const RunningLadder* {
        const auto found = std::find_if(duty.ladders.rbegin(), duty.ladders.rend(), fits);
        return found == duty.ladders.rend() ? nullptr : &*found;
    };
    if (!wanted.isNull())
        return newest([&wanted](const RunningLadder& each) { return each.id == wanted; });
    const auto* running = newest([](const RunningLadder& each) { return !each.closedAt; });
    if (running || !then)
        return running;
    return newest([&then](const RunningLadder& each) { return each.closedAt > then; });
}

static QString mendOfNone(LadderAct act)
{
    switch (act) {
    case LadderAct::Step:
    case LadderAct::Taken: return u"Start one with duty.ladder_start, or name duty and ladder."_s;
    case LadderAct::Correction: return u"Name duty and ladder."_s;
    case LadderAct::Fact: break;
    }
    return u"Write the call down with duty.attempt; what was on another duty's ladder names duty "
           u"and "
           "ladder."_s;
}

static QString mendOfClosed(LadderAct act)
{
    switch (act) {
    case LadderAct::Step: return u"Start another with duty.ladder_start."_s;
    case LadderAct::Taken:
        return u"Give the time (at) of what was before that, or start another with "
               u"duty.ladder_start."_s;
    case LadderAct::Correction: return u"Write what it was about down with duty.note."_s;
    case LadderAct::Fact: break;
    }
    return u"Give the time (at) of what was before that; what came later is written down with "
           "duty.attempt."_s;
}

std::optional<LadderInHand> ladderInHand(Decision& decision, const DutyId& duty,
    const PartId& wanted, LadderAct act, const Context& context)
{
    auto found = dutyWith(wanted, context, duty);
    if (auto* refusal = std::get_if<Refusal>(&found)) {
        decision.refusals.push_back(std::move(*refusal));
        return {};
    }
    LadderInHand both{std::get<DutyInHand>(std::move(found)), nullptr};
    const bool happened = act == LadderAct::Fact || act == LadderAct::Taken;
    const auto then = happened ? std::optional(context.occurred) : std::nullopt;
    both.ladder = both.inHand.duty ? ladderNamed(*both.inHand.duty, wanted, then) : nullptr;
    if (!both.ladder)
        decision.refusals.push_back(
            {u"ESC-6.1a"_s, u"ladder"_s, u"No such ladder runs on this duty."_s, mendOfNone(act)});
    else if (both.ladder->closedAt && !(then && *then < *both.ladder->closedAt))
        decision.refusals.push_back({u"ESC-6.1a"_s, u"ladder"_s,
            u"This ladder was closed at %1."_s.arg(timeText(*both.ladder->closedAt)),
            mendOfClosed(act)});
    else
        return both;
    return {};
}

ManagerBriefing ladderBriefing(const QString& said, const CaseId& caseId, const Context& context)
{
    if (!said.trimmed().isEmpty())
        return {said, {}};
    if (const auto about = context.records.caseRecord(caseId))
        return managerBriefing(*about, context.records, context.profile(), context.occurred);
    return {{}, {u"situation"_s, u"background"_s, u"assessment"_s, u"what is asked"_s}};
}

void tellBriefing(Decision& decision, const ManagerBriefing& told, const QString& said)
{
    if (!told.text.isEmpty() && told.text != said)
        decision.notes.append(u"ESC-6.2: tell the manager: %1"_s.arg(told.text));
    if (!told.unknown.isEmpty())
        decision.owed.push_back({u"ESC-6.2"_s, u"about"_s,
            u"What the manager is to be told: %1."_s.arg(told.unknown.join(u", ")), u"call"_s});
}

void noteWhoWasTold(Decision& decision, const RunningLadder& ladder)
{
    const LadderTry* last = nullptr;
    for (const LadderTry& each : ladder.tries)
        if (spoke(each.result))
            last = &each;
    if (last)
        decision.notes.append(
            u"ESC-6.2: %1 was told of it as it stood before: tell them too."_s.arg(last->who));
}

}
