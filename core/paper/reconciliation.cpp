#include "core/paper/reconciliation.h"

#include "core/handover/answer_words.h"
#include "core/handover/by_own_time.h"
#include "core/handover/contested.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

const ConflictSide* telephoneSide(const Conflict& conflict)
{
    for (const ConflictSide& side : conflict.sides)
        if (side.type == u"handover.accepted_by_telephone" || side.type == u"handover.confirmed")
            return &side;
    return nullptr;
}

QStringList differencesOf(
    const NotedAcceptance& noted, const NotedAcceptance& theirs, Minutes timesWithin)
{
    QStringList found;
    if (noted.accepter.simplified().compare(theirs.accepter.simplified(), Qt::CaseInsensitive) != 0)
        found.append(
            u"%1 accepted by our note, %2 by theirs."_s.arg(noted.accepter, theirs.accepter));
    const auto apart = noted.at > theirs.at ? noted.at - theirs.at : theirs.at - noted.at;
    if (apart > timesWithin)
        found.append(u"Accepted %1 by our note, %2 by theirs."_s.arg(
            dateTimeText(noted.at), dateTimeText(theirs.at)));
    if (!theirs.stays.isEmpty())
        found.append(u"They accepted in part; this stays: %1."_s.arg(theirs.stays));
    return found;
}

// What was accepted on the telephone and then answered otherwise: no record of it will come.
QString undoneBy(const HandoverItem& item)
{
    if (item.state == ItemState::Declined)
        return (
            isDeclineNoted(item) ? u"Declined by telephone by %1: %2"_s : u"Declined by %1: %2"_s)
            .arg(answererName(item), answerSaid(item));
    if (item.state == ItemState::Withdrawn)
        return u"Withdrawn by %1: %2"_s.arg(item.answeredBy, item.answerWords);
    return {};
}

Reconciliation blank(const Case& record, const HandoverItem& item)
{
    Reconciliation one;
    one.transferNumber = item.transferNumber;
    one.item = item.id;
    one.caseId = record.id;
    one.caseRef = record.ref;
    one.from = item.from;
    one.to = item.to;
    one.recordBy = item.theirRecordBy;
    return one;
}

QString otherwise(const ConflictSide& side)
{
    return u"%1 by %2 at %3"_s.arg(side.value, side.by, dateTimeText(side.occurred));
}

QString sidesText(const Conflict& now)
{
    std::vector<ConflictSide> sides = now.sides;
    std::stable_sort(sides.begin(), sides.end(),
        [](const ConflictSide& a, const ConflictSide& b) { return a.occurred < b.occurred; });
    QStringList told;
    for (const ConflictSide& side : sides)
        told.append(otherwise(side));
    return told.join(u", but "_s);
}

// Both desks had the acceptance and answered it anew, each otherwise.
Reconciliation answeredAnew(Reconciliation one, const NotedAcceptance& noted, const Conflict& now)
{
    one.at = noted.at;
    one.accepter = noted.accepter;
    one.differences = {u"Since then %1: to be settled."_s.arg(sidesText(now))};
    return one;
}

// No telephone is in it: the services answered, or settled it, each otherwise. HO-3.6c, INV-2
Reconciliation answeredOtherwise(Reconciliation one, const Conflict& now)
{
    const auto earliest = std::min_element(now.sides.begin(), now.sides.end(),
        [](const ConflictSide& a, const ConflictSide& b) { return a.occurred < b.occurred; });
    one.at = earliest->occurred;
    one.differences = {u"%1: to be settled."_s.arg(sidesText(now))};
    return one;
}

std::optional<Reconciliation> contested(const Case& record, const HandoverItem& item)
{
    const Conflict* conflict = contestedAnswer(record, item);
    if (!conflict)
        return {};
    Reconciliation one = blank(record, item);
    one.standing = Reconciled::Differs;
    one.contested = true;
    const ConflictSide* noted = telephoneSide(*conflict);
    if (!noted)
        return item.byTelephone ? answeredAnew(std::move(one), *item.byTelephone, *conflict)
                                : answeredOtherwise(std::move(one), *conflict);
    // The e-mail confirms what was accepted before it was written. HO-3.6b
    const bool byEmail = noted->type == u"handover.confirmed";
    one.at = byEmail && item.byTelephone ? item.byTelephone->at : noted->occurred;
    one.accepter = item.byTelephone
        ? item.byTelephone->accepter
        : QString(noted->value).remove(u"accepted by telephone: "_s).remove(u"confirmed: "_s);
    for (const ConflictSide& side : conflict->sides)
        if (&side != noted)
            one.differences.append(
                u"Noted as %1 by %2, but %3."_s.arg(noted->value, noted->by, otherwise(side)));
    return one;
}

bool isRefused(const HandoverItem& item)
{
    return !undoneBy(item).isEmpty();
}

void putStanding(Reconciliation& one, const HandoverItem& item)
{
    one.standing = item.reconciled ? Reconciled::Settled : Reconciled::Differs;
    one.reconciled = item.reconciled;
}

// The giver noted no acceptance before it was undone: the receiver's record alone tells of it.
Reconciliation undoneAfterTheirs(Reconciliation one, const HandoverItem& item)
{
    one.at = item.theirRecord->at;
    one.accepter = item.theirRecord->accepter;
    one.theirs = item.theirRecord;
    one.byTelephone = false;
    const bool atOnce = item.state == ItemState::Withdrawn && sameMinute(one.at, *item.answeredAt);
    one.differences = {undoneBy(item)
        + (atOnce ? u", and contested: accepted by their record in that minute."_s
                  : u", but accepted by their record."_s)};
    putStanding(one, item);
    return one;
}

// Accepted without a telephone, and the giver holds that it had withdrawn it. HO-3.6c
Reconciliation acceptedAllTheSame(
    Reconciliation one, const HandoverItem& item, const QString& withdrawal)
{
    one.at = *item.answeredAt;
    one.accepter = item.answeredBy;
    one.theirs = item.theirRecord;
    one.byTelephone = false;
    one.differences = {withdrawal + u'.'};
    putStanding(one, item);
    return one;
}

void compare(Reconciliation& one, const HandoverItem& item, Minutes timesWithin)
{
    if (one.theirs) {
        one.differences = differencesOf(*item.byTelephone, *one.theirs, timesWithin);
        if (isRefused(item))
            one.differences.append(undoneBy(item) + u", but accepted by their record."_s);
        one.standing = one.differences.isEmpty() ? Reconciled::Agrees : Reconciled::Differs;
    } else if (const QString undone = undoneBy(item); !undone.isEmpty()) {
        one.differences = {undone};
        one.standing = Reconciled::Differs;
    } else if (item.confirmedAt) {
        one.standing = Reconciled::Confirmed;
    }
}

std::optional<Reconciliation> reconciled(
    const Case& record, const HandoverItem& item, Minutes timesWithin)
{
    if (auto one = contested(record, item))
        return one;
    const bool onlyTheirs = isRefused(item) && item.theirRecord && !item.byTelephone;
    if (onlyTheirs)
        return undoneAfterTheirs(blank(record, item), item);
    const QString withdrawal = withdrawalText(record, item);
    if (!item.byTelephone)
        return withdrawal.isEmpty()
            ? std::nullopt
            : std::optional(acceptedAllTheSame(blank(record, item), item, withdrawal));
    Reconciliation one = blank(record, item);
    one.at = item.byTelephone->at;
    one.accepter = item.byTelephone->accepter;
    one.theirs = item.theirRecord;
    compare(one, item, timesWithin);
    if (!withdrawal.isEmpty()) {
        one.differences.append(withdrawal + u'.');
        one.standing = Reconciled::Differs;
    }
    if (one.standing == Reconciled::Differs && item.reconciled) {
        one.standing = Reconciled::Settled;
        one.reconciled = item.reconciled;
    }
    return one;
}

}

std::vector<Reconciliation> reconciliationsOf(const Case& record, Minutes timesWithin)
{
    std::vector<Reconciliation> all;
    for (const HandoverItem& item : record.handovers)
        if (auto one = reconciled(record, item, timesWithin))
            all.push_back(std::move(*one));
    std::stable_sort(all.begin(), all.end(),
        [](const Reconciliation& a, const Reconciliation& b) { return a.at < b.at; });
    return all;
}

std::vector<Reconciliation> reconciliationsOn(
    QDate day, const Records& records, const Profile& profile)
{
    const Instant from = startOfDay(day);
    const Instant to = startOfDay(day.addDays(1));
    const Minutes within = profile.duration(u"acceptance_times_within"_s, acceptanceTimesWithin);
    std::vector<Reconciliation> all;
    for (const CaseId& id : records.casesBetween(from, to))
        for (Reconciliation& one : reconciliationsOf(*records.caseRecord(id), within))
            if (one.at >= from && one.at < to)
                all.push_back(std::move(one));
    std::stable_sort(all.begin(), all.end(), [](const Reconciliation& a, const Reconciliation& b) {
        return std::tie(a.at, a.transferNumber) < std::tie(b.at, b.transferNumber);
    });
    return all;
}

std::vector<Reconciliation> stillOpen(std::vector<Reconciliation> all)
{
    std::erase_if(all, [](const Reconciliation& one) { return !one.isOpen(); });
    return all;
}

static QString outstandingText(const Reconciliation& one, Instant now)
{
    const QString text = u"; their record outstanding"_s;
    if (!one.recordBy)
        return text + u'.';
    return text
        + (one.isOverdue(now) ? u", overdue since %1."_s : u", due by %1."_s)
              .arg(dateTimeText(*one.recordBy));
}

QString lineOf(const Reconciliation& one, Instant now)
{
    const QString which = u"%1, %2"_s.arg(one.transferNumber, one.caseRef);
    if (one.contested && one.accepter.isEmpty())
        return which + u": answered in two ways; "_s + one.differences.join(u' ');
    const QString how = one.byTelephone ? u"accepted by telephone"_s : u"accepted"_s;
    const QString head = u"%1: %2 %3 by %4"_s.arg(which, how, dateTimeText(one.at), one.accepter);
    switch (one.standing) {
    case Reconciled::Agrees: return head + u"; their record agrees."_s;
    case Reconciled::Confirmed: return head + u"; confirmed by e-mail."_s;
    case Reconciled::Outstanding: return head + outstandingText(one, now);
    case Reconciled::Differs: return head + u"; differs: "_s + one.differences.join(u' ');
    case Reconciled::Settled:
        return u"%1; differed: %2 Cleared up %3 by %4: %5"_s.arg(head, one.differences.join(u' '),
            dateTimeText(one.reconciled->at), one.reconciled->by, one.reconciled->words);
    }
    Q_UNREACHABLE();
}

}
