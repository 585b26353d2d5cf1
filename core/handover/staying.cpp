#include "core/handover/staying.h"

#include "core/handover/contested.h"
#include "core/handover/item_rules.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

Staying withoutAnswer(const PreparedItem& line, Standing standing)
{
    if (line.kept)
        return {standing, line.kept->reason, line.kept->by};
    if (line.informed)
        return {standing, u"told for information: %1"_s.arg(line.informed->words),
            line.informed->proposedBy};
    return {standing, u"not dispositioned"_s, {}};
}

// Declined or withdrawn, and what was said of it since or before.
Staying ended(const PreparedItem& line, Standing standing)
{
    const QString why = u"%1: %2"_s.arg(stateWords(line.item->state), line.item->answerWords);
    return {
        standing, line.kept ? u"%1; %2"_s.arg(why, line.kept->reason) : why, line.item->answeredBy};
}

Staying withItem(const PreparedItem& line, Standing standing)
{
    const HandoverItem& item = *line.item;
    switch (item.state) {
    case ItemState::Declined:
    case ItemState::Withdrawn: return ended(line, standing);
    case ItemState::Proposed:
    case ItemState::ReadBack:
        return {standing, stateWords(item.state) + u", not answered"_s, item.proposedBy};
    case ItemState::Accepted: return {standing, u"joint work agreed"_s, item.answeredBy};
    default: return {standing, stateWords(item.state), item.answeredBy};
    }
}

bool wentOver(const PreparedItem& line)
{
    return line.item && line.item->state == ItemState::Accepted
        && line.item->purpose == HandoverPurpose::HandOver;
}

}

bool Staying::isOpen() const
{
    return standing == Standing::Staying || standing == Standing::Proposed
        || standing == Standing::ReadBack || standing == Standing::Contested;
}

std::optional<Staying> stayingOf(const PreparedItem& line)
{
    if (!line.stillSenders || wentOver(line))
        return {};
    const Standing standing = standingOf(line, true);
    if (line.contested())
        return Staying{standing, contestedWords(*line.unsettled), {}};
    return line.item ? withItem(line, standing) : withoutAnswer(line, standing);
}

}
