#pragma once

#include "core/records.h"

namespace core {

/// How an acceptance by telephone stands against the receiver's own record. HO-3.6b, HO-3.6c.
enum class Reconciled {
    Agrees, ///< both books say the same
    Confirmed, ///< by the confirming e-mail
    Outstanding, ///< their record is not here
    Differs, ///< their record says something else: a person asks
    Settled ///< and a person cleared it up
};
template <>
inline constexpr const char* words<Reconciled>[]
    = {"agrees", "confirmed", "outstanding", "differs", "settled"};

/// One acceptance by telephone, or an answer that two desks contest.
struct Reconciliation {
    QString transferNumber;
    PartId item; ///< the handover
    CaseId caseId;
    QString caseRef;
    QString from; ///< service keys
    QString to;
    Instant at; ///< when it was accepted, as the giver noted it; else first answered
    QString accepter; ///< none where nothing was accepted by telephone
    std::optional<NotedAcceptance> theirs;
    std::optional<Instant> recordBy; ///< by when their record was to be here
    Reconciled standing = Reconciled::Outstanding;
    QStringList differences; ///< a sentence each
    bool byTelephone = true; ///< else the receiver wrote its acceptance down itself
    bool contested = false; ///< two desks answered it otherwise: conflict.settle
    std::optional<BooksReconciled> reconciled; ///< what a person found

    /// Their record was to be here by now and is not.
    bool isOverdue(Instant now) const
    {
        return standing == Reconciled::Outstanding && recordBy && *recordBy <= now;
    }
    bool isOpen() const
    {
        return standing == Reconciled::Outstanding || standing == Reconciled::Differs;
    }
};

/// Times of one acceptance that two books noted may differ by so much. A profile's
/// `acceptance_times_within` says otherwise.
inline constexpr Minutes acceptanceTimesWithin{15};

/// The acceptances by telephone of a case and the answers that two desks contest, by time.
std::vector<Reconciliation> reconciliationsOf(const Case& record, Minutes timesWithin);

/// Those of a day in London between any two services, by time and transfer number.
std::vector<Reconciliation> reconciliationsOn(
    QDate day, const Records& records, const Profile& profile);

/// What a person still has to ask about: empty when all is well.
std::vector<Reconciliation> stillOpen(std::vector<Reconciliation> all);

/// "T-2026-11-18-PM-01, C-2026-11-18-001: accepted 16:52 by Tom Ashdown, their record outstanding"
QString lineOf(const Reconciliation& one, Instant now);

}
