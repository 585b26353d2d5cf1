#pragma once

#include "core/clock/deadline.h"
#include "core/command/decision.h"
#include "core/profile/calendar.h"
#include "core/records.h"

namespace core {

/// One case on the relief sheet.
struct ReliefCase {
    CaseId caseId;
    QString ref;
    QString title;
    QString person;
    Stage stage = Stage::Received;
    std::optional<Urgency> urgency;
    std::vector<Deadline>
        clocks; ///< running, by due time; tasks and documents to follow among them
    std::vector<Owed> owed;
    QString last; ///< what a person wrote last, as the board has it
};

/// A contact on the relief sheet that is still open.
struct ReliefContact {
    ContactId contact;
    QString ref;
    QString words;
    Instant receivedAt;
    std::vector<Owed> owed;
};

/// Everything that somebody who goes off duty leaves behind, on one sheet. HO-2.1
struct ReliefSheet {
    UserId leaver;
    QString leaverName;
    QString service; ///< key; stays responsible whoever has the cases
    Instant asOf;
    std::vector<ReliefCase> cases; ///< allocated to the leaver: first clock first
    std::vector<ReliefCase> unallocated; ///< the service's own that nobody has who is on
    std::vector<ReliefContact> contacts; ///< open, that the leaver has; the oldest first
    std::vector<Deadline> clocks; ///< the leaver's, on no case of theirs: ladders, officers' calls,
                                  ///< the manager's feedback;
                                  ///< and what call care promised that nobody has accepted
    std::vector<RingBack> ringBacks; ///< of duty and contacts, not done, by due time
    std::vector<Owed> owed; ///< on the leaver's ladders: decided, and not closed. ESC-6.4
    std::vector<CallAttempt> unresolved; ///< the leaver's calls without a result
};

/// The cases that a relief of the leaver is about, oldest first: theirs, and with `unallocatedToo`
/// those of their service that nobody has, nor anybody but who is `gone`. Only these can stay
/// behind as exceptions.
std::vector<CaseId> relievedCases(const User& leaver, bool unallocatedToo, const Records& records,
    const std::vector<UserId>& gone = {});

/// Who left a duty that a desk of the service watches and is on none. HO-2.1d, INV-1
std::vector<UserId> goneOfficers(
    const QString& service, const Records& records, const ServiceCalendar& calendar, Instant now);

/// The clocks of a contact, each with who has the call after the reliefs. HO-2.1
std::vector<Deadline> relievedClocks(
    const Contact& contact, const std::vector<Relief>& reliefs, const Profile& profile);

/// What is said of the call-backs, ladders, feedback and open contacts on the sheet when `taker`
/// takes them.
QStringList takenOver(const ReliefSheet& sheet, const QString& taker);

/// `duty` is the one that the leaver is on, for calls without a result; it may be null.
ReliefSheet reliefSheet(const User& leaver, const Duty* duty, const Records& records,
    const ServiceCalendar& calendar, Instant now);

}
