#include "core/handover/staying.h"

#include "core/handover/answer_words.h"
#include "core/handover/contested.h"
#include "core/handover/item_rules.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// What was told for information stands beside whatever else was said.
QString withKept(const QString& why, const PreparedItem& line)
{
    QStringList said{why, line.kept ? line.kept->reason : QString(), informedWords(line)};
    said.removeAll(QString());
    return said.join(u"; "_s);
}

Staying withoutAnswer(const PreparedItem& line, Standing standing)
{
    if (line.kept)
        return {standing, withKept({}, line), line.kept->by};
    if (line.informed)
        return {standing, informedWords(line), line.informed->proposedBy};
    if (!line.joint.isEmpty())
        return {standing, line.joint, {}};
    return {standing, u"not dispositioned"_s, {}};
}

// Declined or withdrawn, and what was said of it since or before.
Staying ended(const PreparedItem& line, Standing standing)
{
    const HandoverItem& item = *line.item;
    QString why = u"%1: %2"_s.arg(answerWord(item), answerSaid(item));
    if (contradictsTheirs(item))
        why += u"; contested: accepted by %1 %2 by their record"_s.arg(
            item.theirRecord->accepter, dateTimeText(item.theirRecord->at));
    return {standing, withKept(why, line), answererName(item)};
}

Staying withItem(const PreparedItem& line, Standing standing)
{
    const HandoverItem& item = *line.item;
    switch (item.state) {
    case ItemState::Declined:
    case ItemState::Withdrawn: return ended(line, standing);
    case ItemState::Proposed:
    case ItemState::ReadBack:
        return {standing, withKept(stateWords(item.state) + u", not answered"_s, line),
            item.proposedBy};
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

bool isLeftOpen(const Staying& staying, const PreparedItem& line, const QString& window)
{
    return staying.isOpen()
        || (staying.standing == Standing::AcceptedByTelephone && line.item->windowName != window);
}

// Who has the case now does not do what was left to the giver.
static std::optional<Staying> leftToGiver(const PreparedItem& line)
{
    if (line.item->stays.isEmpty())
        return {};
    return Staying{Standing::Accepted, u"accepted in part; stays: %1"_s.arg(line.item->stays),
        line.item->answeredBy};
}

std::optional<Staying> stayingOf(const PreparedItem& line)
{
    if (wentOver(line))
        return leftToGiver(line);
    if (!line.stillSenders)
        return {};
    const Standing standing = standingOf(line, true);
    if (line.contested())
        return Staying{standing, contestedWords(*line.unsettled), {}};
    return line.item ? withItem(line, standing) : withoutAnswer(line, standing);
}

}
