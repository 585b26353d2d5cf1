#include "core/handover/answer_words.h"

#include "core/handover/by_own_time.h"
#include "core/handover/contested.h"
#include "core/handover/item_rules.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString withRole(const QString& name, const QString& role)
{
    return role.isEmpty() ? name : u"%1 (%2)"_s.arg(name, spokenWords(role));
}

QString withWords(const QString& text, const QString& words)
{
    return words.isEmpty() ? text : u"%1: %2"_s.arg(text, words);
}

QString notedAside(const HandoverItem& item)
{
    return isDeclineNoted(item) ? u", noted by %1"_s.arg(item.declineNotedBy) : QString();
}

// A withdrawal that is told too late to take the case back may have been before the acceptance.
QString whenWithdrawn(Instant withdrawn, Instant accepted)
{
    if (sameMinute(withdrawn, accepted))
        return u"in the minute of the acceptance"_s;
    return withdrawn > accepted ? u"after the acceptance"_s : u"before the acceptance"_s;
}

}

bool isDeclineNoted(const HandoverItem& item)
{
    return item.state == ItemState::Declined && !item.declineNotedBy.isEmpty();
}

QString answerWord(const HandoverItem& item)
{
    return isDeclineNoted(item) ? u"declined by telephone"_s : stateWords(item.state);
}

QString answererText(const HandoverItem& item)
{
    return withRole(item.answeredBy, item.answeredRole) + notedAside(item);
}

QString answererName(const HandoverItem& item)
{
    return item.answeredBy + notedAside(item);
}

QString withNextApart(const QString& words)
{
    const qsizetype at = words.lastIndexOf(u" Next: "_s);
    if (at < 1 || u".!?…:;,"_s.contains(words.at(at - 1)))
        return words;
    return QString(words).insert(at, u'.');
}

QString answerSaid(const HandoverItem& item)
{
    return item.state == ItemState::Declined ? withNextApart(item.answerWords) : item.answerWords;
}

QString acceptanceBeside(const HandoverItem& item)
{
    if (item.state != ItemState::Declined)
        return {};
    QStringList told;
    if (const auto& theirs = item.theirRecord)
        told.append(
            withWords(u"accepted by %1 %2 by their record"_s.arg(
                          withRole(theirs->accepter, theirs->role), dateTimeText(theirs->at)),
                theirs->words));
    if (const auto& noted = item.byTelephone)
        told.append(withWords(
            u"accepted by telephone by %1 %2, noted by %3"_s.arg(
                withRole(noted->accepter, noted->role), dateTimeText(noted->at), noted->notedBy),
            noted->words));
    return told.join(u"; ");
}

QString contradictionText(const HandoverItem& item)
{
    return u"%1 %2, contested: accepted by %3 %4 by their record; to be cleared up"_s.arg(
        item.transferNumber, answerWord(item), item.theirRecord->accepter,
        dateTimeText(item.theirRecord->at));
}

QString withdrawalText(const Case& record, const HandoverItem& item)
{
    const Note* withdrawal = withdrawalBeside(record, item);
    if (!withdrawal)
        return {};
    return u"%1 (%2), %3"_s.arg(withdrawal->words.section(u": "_s, 1),
        dateTimeText(withdrawal->occurred),
        whenWithdrawn(withdrawal->occurred, item.answeredAt.value_or(item.proposedAt)));
}

QString notUndoneText(const Case& record, const HandoverItem& item)
{
    const QString withdrawn = withdrawalText(record, item);
    return withdrawn.isEmpty() ? withdrawn : withdrawn + u", and did not undo it"_s;
}

}
