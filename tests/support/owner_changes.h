#pragma once

#include "tests/support/case_invariants.h"

/// Changes of the owner that are no acceptance of the moment.

inline bool hasOwner(
    const core::Timeline<QString>& owners, const core::Timeline<QString>::Entry& wanted)
{
    return std::any_of(owners.entries().begin(), owners.entries().end(),
        [&](const auto& each) { return each.from == wanted.from && each.value == wanted.value; });
}

// A call told after the withdrawal gives the case to the receiver for the time between. HO-4.2b
inline bool heldUntilWithdrawn(const CaseStep& step)
{
    const auto& now = step.now.responsible.entries();
    if (step.command() != u"handover.telephoned"
        || now.size() != step.before.responsible.entries().size() + 2)
        return false;
    const auto taken = std::find_if(now.begin(), now.end(),
        [&](const auto& entry) { return !hasOwner(step.before.responsible, entry); });
    const auto back = std::next(taken);
    return back < now.end() && taken->value == step.reply.events.front().actor.service
        && back->value == step.before.responsible.at(taken->from) && taken->from < back->from
        && step.now.responsible.current() == step.before.responsible.current();
}

// A withdrawal that was before the acceptance leaves the case with the giver. HO-3.6c
inline bool takenBack(const CaseStep& step)
{
    const auto& now = step.now.responsible.entries();
    const auto& before = step.before.responsible.entries();
    return step.command() == u"handover.withdraw" && now.size() == before.size() + 1
        && now.back().value == step.reply.events.front().actor.service && !before.empty()
        && now.back().from == before.back().from;
}
