#include "core/paper/acceptances.h"

#include "core/handover/answer_words.h"
#include "core/handover/by_own_time.h"
#include "core/handover/contested.h"
#include "core/handover/item_rules.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

AcceptanceLine contestedLine(AcceptanceLine line, const Conflict& conflict)
{
    const auto first = std::min_element(conflict.sides.begin(), conflict.sides.end(),
        [](const ConflictSide& a, const ConflictSide& b) { return a.occurred < b.occurred; });
    if (first != conflict.sides.end())
        line.at = first->occurred;
    line.by.clear();
    line.role.clear();
    line.words = contestedWords(conflict);
    line.outstanding = false;
    line.contested = true;
    return line;
}

bool sameName(const QString& one, const QString& other)
{
    return one.simplified().compare(other.simplified(), Qt::CaseInsensitive) == 0;
}

QStringList differences(const NotedAcceptance& noted, const NotedAcceptance& theirs)
{
    QStringList found;
    if (!sameName(noted.accepter, theirs.accepter))
        found.append(u"another person"_s);
    if (noted.at != theirs.at)
        found.append(u"another time"_s);
    const QString words = theirs.words.simplified();
    if (!words.isEmpty() && noted.words.simplified() != words)
        found.append(u"other words"_s);
    return found;
}

// What the receiver wrote is the acceptance; what the giver noted stands beside it. HO-3.6b
void putTheirs(AcceptanceLine& line, const HandoverItem& item)
{
    const bool counts = item.state == ItemState::Accepted || item.state == ItemState::Withdrawn;
    if (!counts || !item.theirRecord)
        return;
    const NotedAcceptance& theirs = *item.theirRecord;
    line.by = theirs.accepter;
    line.role = theirs.role;
    line.words = theirs.words;
    if (theirs.at != line.at)
        line.recordedFor = theirs.at;
    if (!item.byTelephone)
        return;
    if (!differences(*item.byTelephone, theirs).isEmpty())
        line.noted = item.byTelephone;
    else if (theirs.words.trimmed().isEmpty())
        line.words = item.byTelephone->words;
}

// What either side tells of an acceptance before the withdrawal happened, whatever came of it. For
// another team's record it is the call that was the transfer. HO-3.6c, HO-4.2b
std::optional<AcceptanceLine> withdrawnLine(AcceptanceLine line, const HandoverItem& item)
{
    if (!item.byTelephone && !item.theirRecord)
        return {};
    const NotedAcceptance& first = item.byTelephone ? *item.byTelephone : *item.theirRecord;
    line.at = first.at;
    line.by = first.accepter;
    line.role = first.role;
    line.words = first.words;
    line.withdrawnAt = item.answeredAt;
    putTheirs(line, item);
    QStringList told{line.words,
        u"withdrawn %1 by %2: %3"_s.arg(
            dateTimeText(*item.answeredAt), item.answeredBy, item.answerWords)};
    if (isDisputedByTheirs(item) && sameMinute(item.theirRecord->at, *item.answeredAt))
        told.append(u"contested: both in one minute"_s);
    told.removeAll(QString());
    line.words = told.join(u"; ");
    return line;
}

// The giver's withdrawal that did not undo the acceptance. HO-3.6c
void tellWithdrawal(AcceptanceLine& line, const Case& record, const HandoverItem& item)
{
    QStringList told{line.words, withdrawalText(record, item)};
    told.removeAll(QString());
    line.words = told.join(u"; ");
}

// What was declined, and who says otherwise. HO-3.6b, HO-3.6c
AcceptanceLine declinedLine(AcceptanceLine line, const HandoverItem& item)
{
    line.declineNotedBy = item.declineNotedBy;
    line.beside = acceptanceBeside(item);
    line.disputed = contradictsTheirs(item);
    if (!line.beside.isEmpty() && item.reconciled)
        line.beside += u"; cleared up %1 by %2: %3"_s.arg(
            dateTimeText(item.reconciled->at), item.reconciled->by, item.reconciled->words);
    return line;
}

std::optional<AcceptanceLine> lineOf(const Case& record, const HandoverItem& item)
{
    AcceptanceLine line{item.transferNumber, record.id, record.ref, item.from, item.to,
        item.purpose, item.answeredAt.value_or(item.proposedAt), item.answeredBy, item.answeredRole,
        item.state, item.answerWords, item.theirRecordOutstanding};
    if (const Conflict* conflict = contestedAnswer(record, item))
        return contestedLine(std::move(line), *conflict);
    if (item.state == ItemState::Withdrawn)
        return withdrawnLine(std::move(line), item);
    putTheirs(line, item);
    tellWithdrawal(line, record, item);
    switch (item.state) {
    case ItemState::Informed:
        line.at = item.proposedAt;
        line.by = item.proposedBy;
        line.words = item.words;
        return line;
    case ItemState::AcceptedByTelephone:
    case ItemState::Accepted: return line;
    case ItemState::Declined: return declinedLine(std::move(line), item);
    case ItemState::Proposed:
    case ItemState::ReadBack:
    case ItemState::Withdrawn: return {};
    }
    return {};
}

const AcceptanceLine* lineNumbered(
    const std::vector<AcceptanceLine>& lines, const QString& transferNumber)
{
    const auto found = std::find_if(lines.begin(), lines.end(),
        [&](const AcceptanceLine& line) { return line.transferNumber == transferNumber; });
    return found == lines.end() ? nullptr : &*found;
}

}

bool AcceptanceLine::accepted() const
{
    return !contested && (state == ItemState::Accepted || state == ItemState::AcceptedByTelephone);
}

QString agreedWord(const AcceptanceLine& line)
{
    return line.purpose == HandoverPurpose::Joint ? u"joint work agreed"_s : u"accepted"_s;
}

QString declinedWord(const AcceptanceLine& line)
{
    return line.declineNotedBy.isEmpty() ? u"declined"_s : u"declined by telephone"_s;
}

bool isWithdrawnFirst(const AcceptanceLine& line)
{
    return line.withdrawnAt && *line.withdrawnAt < line.at
        && !sameMinute(*line.withdrawnAt, line.at);
}

static bool isDeclined(const AcceptanceLine& line)
{
    return !line.contested && line.state == ItemState::Declined;
}

QString answerText(const AcceptanceLine& line)
{
    if (!line.contested && line.withdrawnAt && sameMinute(*line.withdrawnAt, line.at))
        return agreedWord(line) + u" and withdrawn in one minute"_s;
    if (!line.contested && isWithdrawnFirst(line))
        return u"withdrawn, then %1 by their record"_s.arg(agreedWord(line));
    if (isDeclined(line))
        return line.disputed ? declinedWord(line) + u", contested"_s : declinedWord(line);
    const QString told = answerTextBefore(line);
    const QString accepted = u"accepted"_s;
    return told.startsWith(accepted) ? agreedWord(line) + told.mid(accepted.size()) : told;
}

QString answerTextBefore(const AcceptanceLine& line)
{
    if (line.contested)
        return u"contested"_s;
    return line.withdrawnAt ? u"accepted, then withdrawn"_s : stateWords(line.state);
}

QString saidText(const AcceptanceLine& line)
{
    return isDeclined(line) ? withNextApart(line.words) : line.words;
}

QString besideText(const AcceptanceLine& line)
{
    QStringList told{line.beside};
    if (!line.declineNotedBy.isEmpty())
        told.prepend(u"noted by %1"_s.arg(line.declineNotedBy));
    told.removeAll(QString());
    return told.join(u"; ");
}

QString noteText(const AcceptanceLine& line, const Profile& profile)
{
    if (!line.noted)
        return {};
    const NotedAcceptance theirs{
        line.by, line.role, line.words, {}, line.recordedFor.value_or(line.at), {}};
    QStringList who{line.noted->accepter};
    if (!line.noted->role.isEmpty())
        who.append(roleWords(line.noted->role, profile));
    return u"%1, %2: %3 (%4)"_s.arg(who.join(u", "), dateTimeText(line.noted->at),
        line.noted->words, differences(*line.noted, theirs).join(u", "));
}

QString noteTitle(const AcceptanceLine& line, const QString& service)
{
    return line.from == service ? u"Our note"_s : u"Their note"_s;
}

std::vector<AcceptanceLine> acceptancesOn(const Case& record)
{
    std::vector<AcceptanceLine> lines;
    for (const HandoverItem& item : record.handovers)
        if (auto line = lineOf(record, item))
            lines.push_back(std::move(*line));
    std::stable_sort(lines.begin(), lines.end(),
        [](const AcceptanceLine& a, const AcceptanceLine& b) { return a.at < b.at; });
    return lines;
}

std::optional<DutyPeriod> bookPeriod(
    const HandoverItem& item, Instant at, const QString& service, const ServiceCalendar& calendar)
{
    if (item.from != service && item.to != service)
        return {};
    if (auto period = dutyPeriodAt(calendar, service, at))
        return period;
    return item.to == service ? nextDutyPeriod(calendar, service, at)
                              : lastDutyPeriod(calendar, service, at);
}

std::optional<DutyPeriod> bookPeriod(
    const AcceptanceLine& line, const QString& service, const ServiceCalendar& calendar)
{
    HandoverItem item;
    item.from = line.from;
    item.to = line.to;
    return bookPeriod(item, line.at, service, calendar);
}

std::pair<Instant, Instant> bookSpan(const DutyPeriod& period, const ServiceCalendar& calendar)
{
    const auto before = lastDutyPeriod(calendar, period.service, period.from);
    const auto after = nextDutyPeriod(calendar, period.service, period.from);
    return {before ? before->to : period.from, after ? after->from : period.to};
}

std::vector<AcceptanceLine> acceptancesIn(
    const DutyPeriod& period, const Records& records, const ServiceCalendar& calendar)
{
    const auto [from, to] = bookSpan(period, calendar);
    std::vector<AcceptanceLine> lines;
    for (const CaseId& id : records.casesBetween(from, to))
        for (const AcceptanceLine& line : acceptancesOn(*records.caseRecord(id)))
            if (bookPeriod(line, period.service, calendar) == period)
                lines.push_back(line);
    std::stable_sort(
        lines.begin(), lines.end(), [](const AcceptanceLine& a, const AcceptanceLine& b) {
            return std::tie(a.at, a.transferNumber) < std::tie(b.at, b.transferNumber);
        });
    return lines;
}

std::vector<Mismatch> mismatches(
    const std::vector<AcceptanceLine>& one, const std::vector<AcceptanceLine>& other)
{
    std::vector<Mismatch> found;
    for (const AcceptanceLine& line : one) {
        const AcceptanceLine* twin = lineNumbered(other, line.transferNumber);
        if (!twin)
            found.push_back({line.transferNumber, u"stands in the first book only"_s});
        else if (*twin != line)
            found.push_back({line.transferNumber, u"differs between the books"_s});
    }
    for (const AcceptanceLine& line : other)
        if (!lineNumbered(one, line.transferNumber))
            found.push_back({line.transferNumber, u"stands in the second book only"_s});
    return found;
}

}
