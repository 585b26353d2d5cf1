#pragma once

#include "core/command/decision.h"
#include "core/profile/calendar.h"
#include "core/records.h"

namespace core {

/// How long what was not written, told or sent at the end of its duty stays listed at those after.
inline constexpr auto endOfDutyLooksBack = std::chrono::hours(31 * 24);

/// A record that nobody has marked as written to another system. ESC-6.5, HO-4.4b
struct NotYetWritten {
    Subject subject;
    QString ref;
    QString what; ///< "contact", "assessment", "case"
    QString person; ///< display name, may be empty
    QString system; ///< what the council's records system is called; "" when not known
    Instant since; ///< the newest of what is not written
};

/// Contacts received in the period, and cases of the service worked on in it by whatever act, that
/// have something newer than what was last written to a system. Oldest first.
std::vector<NotYetWritten> notYetWritten(
    const DutyPeriod& period, const Records& records, const Profile& profile);

/// What these duties of one service, oldest first, left unwritten: contacts, and cases that the
/// service held and worked on itself. Oldest first. ESC-6.5
std::vector<NotYetWritten> leftUnwritten(
    const std::vector<DutyPeriod>& duties, const Records& records, const Profile& profile);

/// What is to be written by the end of the duty: what those of the 31 days before it left, then its
/// own. ESC-6.5, HO-4.4b
std::vector<NotYetWritten> unwrittenAtEnd(
    const DutyPeriod& period, const Records& records, const ServiceCalendar& calendar);

/// "not yet written to another system: E-2026-11-18-001, C-2026-11-18-002, … and 2 more".
QString unwrittenWords(const std::vector<NotYetWritten>& lines);

/// Closed work of the service in the period or the 31 days before it whose record has not gone out:
/// documents, what was done and what is outstanding, and to whom. HO-5.2a
std::vector<NotYetWritten> notYetDistributed(
    const DutyPeriod& period, const Records& records, const Profile& profile);

/// What a case still owes that is asked at the end of a duty.
struct OwedAtEnd {
    Subject subject;
    QString ref;
    QString person; ///< display name, may be empty
    Owed owed;
};

/// Of the cases that the service held in the period or the 31 days before it: what the records that
/// came with them and went out from them still lack. By reference. HO-4.1a, HO-5.4
std::vector<OwedAtEnd> owedAtEndOfDuty(const DutyPeriod& period, const Records& records);

/// One contact for one receiving team, and how far it has come. HO-5.1, HO-5.2
struct SendLine {
    QString team; ///< profile team key; "" when nobody can be told yet
    QString teamName;
    QString email;
    ContactId contact;
    QString ref;
    QString why; ///< "said on the contact", "adults, Anyshire", "MHA work", "GP copy"
    bool owed = false; ///< no team follows from what is known: AMHP day to clarify. HO-5.3
    std::optional<Instant> sentAt;
    QString sentTo;
    std::optional<Instant> acknowledgedAt;

    bool toSend() const { return !owed && !sentAt; }
};

/// Every contact on the list of each team that must have it: the teams said on it, else derived
/// from category, council, adult or child, and GP copy. Grouped by team, owed ones first. HO-5.2
std::vector<SendLine> sendList(
    const std::vector<std::shared_ptr<const Contact>>& contacts, const Profile& profile);

/// The team keys that must have the contact; empty when none follows. HO-5.2b
QStringList teamsFor(const Contact& contact, const Profile& profile);

}
