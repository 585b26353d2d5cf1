#pragma once

#include "core/duty/duty_period.h"
#include "core/records.h"

namespace core {

/// One answer to a proposed transfer, as both books carry it: the On-call Manager Record of the one
/// service and the Daily Allocation Sheet of the other. HO-3.6c
struct AcceptanceLine {
    QString transferNumber; ///< the same in both books
    CaseId caseId;
    QString caseRef;
    QString from; ///< service keys
    QString to;
    HandoverPurpose purpose = HandoverPurpose::HandOver;
    Instant at; ///< when it was answered, or the information given; responsibility counts from here
    QString by;
    QString role;
    ItemState state = ItemState::Accepted;
    QString words; ///< of the answer, or those that were told for information
    bool outstanding = false; ///< accepted by telephone, their record not here yet. HO-3.6b
    bool contested = false; ///< two desks answered it otherwise, and `words` names both. HO-3.6
    std::optional<Instant> recordedFor = {}; ///< the receiver's own record says this, not `at`
    std::optional<NotedAcceptance> noted = {}; ///< by the giver, where it says otherwise
    std::optional<Instant> withdrawnAt = {}; ///< it was accepted at `at`, and taken back. HO-3.6c
    QString declineNotedBy = {}; ///< declined by telephone: who of the giver noted it. HO-3.6b
    QString beside = {}; ///< of a decline: what either side tells of an acceptance. HO-3.6c
    bool disputed = false; ///< declined, accepted by their record, and not cleared up. HO-3.6c

    bool operator==(const AcceptanceLine&) const = default;
    bool accepted() const;
};

/// "accepted" or "joint work agreed".
QString agreedWord(const AcceptanceLine& line);
/// "declined" or, where the giver noted it, "declined by telephone". HO-3.6b
QString declinedWord(const AcceptanceLine& line);
/// Whether the giver had withdrawn it, to the minute, before it was accepted. HO-3.6c
bool isWithdrawnFirst(const AcceptanceLine& line);

/// "accepted", "joint work agreed", "contested", "accepted, then withdrawn", "declined by
/// telephone", "declined, contested" …
QString answerText(const AcceptanceLine& line);
/// The same as books before the fifth edition have it, which call joint work accepted and say of a
/// decline neither who noted it nor that it is contested.
QString answerTextBefore(const AcceptanceLine& line);

/// The words of the answer as they are read; those of a decline say what comes next by itself.
QString saidText(const AcceptanceLine& line);
/// Who noted a decline and which acceptances stand beside it; empty: none. HO-3.6b, HO-3.6c
QString besideText(const AcceptanceLine& line);

/// "accepted 16:52", "accepted 16:45, withdrawn 17:05", "declined 17:00, contested": with the
/// times, as `text` writes them.
template <typename Text>
QString answeredText(const AcceptanceLine& line, const Text& text)
{
    using namespace Qt::StringLiterals;
    if (isWithdrawnFirst(line))
        return u"withdrawn %1, %2 %3"_s.arg(
            text(*line.withdrawnAt), agreedWord(line), text(line.at));
    if (line.withdrawnAt)
        return u"%1 %2, withdrawn %3"_s.arg(
            agreedWord(line), text(line.at), text(*line.withdrawnAt));
    if (line.disputed)
        return u"%1 %2, contested"_s.arg(declinedWord(line), text(line.at));
    return u"%1 %2"_s.arg(answerText(line), text(line.at));
}

/// "Tom Ashdown, on-call manager, Wed 18 Nov 2026 16:50: Yes (another person, other words)": what
/// the giver noted and what of it differs; empty where both books say the same. HO-3.6c
QString noteText(const AcceptanceLine& line, const Profile& profile);

/// "Our note" in the giver's book, "Their note" in the receiver's. `service` is a key.
QString noteTitle(const AcceptanceLine& line, const QString& service);

/// The answered transfers of a case, oldest first; those that two desks answered otherwise are
/// among them, and those that were accepted before they were withdrawn, at the time of acceptance.
/// What is still proposed is not. The receiver's own record comes before the note.
std::vector<AcceptanceLine> acceptancesOn(const Case& record);

/// The period of duty of `service` whose book carries the line: the one it happened in; before the
/// receiver's duty the next, after the giver's the last. So each book carries it exactly once.
std::optional<DutyPeriod> bookPeriod(
    const AcceptanceLine& line, const QString& service, const ServiceCalendar& calendar);

/// The same of a read-back or anything else that was done about a handover.
std::optional<DutyPeriod> bookPeriod(
    const HandoverItem& item, Instant at, const QString& service, const ServiceCalendar& calendar);

/// From the end of the duty before until the next begins: whatever the book of a duty can carry.
std::pair<Instant, Instant> bookSpan(const DutyPeriod& period, const ServiceCalendar& calendar);

/// The lines that the book of `service` for `period` carries, by time.
std::vector<AcceptanceLine> acceptancesIn(
    const DutyPeriod& period, const Records& records, const ServiceCalendar& calendar);

/// A line that stands in one book and not, or otherwise, in the other.
struct Mismatch {
    QString transferNumber;
    QString why;
};

/// Compares the lines that two services' books carry of the transfers between them. HO-3.6c
std::vector<Mismatch> mismatches(
    const std::vector<AcceptanceLine>& one, const std::vector<AcceptanceLine>& other);

}
