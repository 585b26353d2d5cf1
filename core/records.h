#pragma once

#include "core/alert/alert.h"
#include "core/casework/case.h"
#include "core/contact/contact.h"
#include "core/duty/duty.h"
#include "core/escalation/escalation.h"
#include "core/handover/dispositions.h"
#include "core/handover/window.h"
#include "core/person/person.h"
#include "core/profile/profile_versions.h"
#include "core/rota/shift.h"
#include "core/sitrep/sitrep.h"
#include "core/user/user.h"
#include "core/visit/visit.h"

#include <memory>
#include <vector>

namespace core {

/// A person who may be the same as one being typed. IDN §5.1; H6.
struct PersonMatch {
    PersonId person;
    QString why; ///< "same NHS number", "same name and date of birth", "same telephone"
};

/// What identifies a person well enough to look for the same one. Empty parts are not compared.
struct PersonProbe {
    QString name;
    QDate born;
    QString nhsNumber; ///< ten digits
    QString telephone; ///< E.164
};

/// A consistent read-only snapshot of the records, as decide sees them. A null pointer: no such
/// record.
class Records {
public:
    Records() = default;
    Records(const Records&) = delete;
    Records& operator=(const Records&) = delete;
    virtual ~Records() = default;

    /// What every kind of record has: its heads, conflicts, what is out of step.
    virtual std::shared_ptr<const RecordBase> record(const Subject& subject) const = 0;
    virtual std::shared_ptr<const User> user(const UserId& id) const = 0;
    virtual std::shared_ptr<const User> userNamed(const QString& login) const = 0;
    virtual std::shared_ptr<const Person> person(const PersonId& id) const = 0;
    virtual std::shared_ptr<const Contact> contact(const ContactId& id) const = 0;
    virtual std::shared_ptr<const Case> caseRecord(const CaseId& id) const = 0;
    virtual std::shared_ptr<const Window> window(const WindowId& id) const = 0;
    virtual std::shared_ptr<const Dispositions> dispositions(
        const WindowId& id, const QString& service) const = 0;
    virtual std::shared_ptr<const Duty> duty(const DutyId& id) const = 0;
    virtual std::shared_ptr<const Sitrep> sitrep(const SitrepId& id) const = 0;
    virtual std::shared_ptr<const Escalation> escalation(const EscalationId& id) const = 0;
    virtual std::shared_ptr<const Shift> shift(const ShiftId& id) const = 0;
    /// What was published of a service area's profile.
    virtual std::shared_ptr<const ProfileVersions> profileVersions(const QString& area) const = 0;

    /// Whether the store has any user yet; before the first, `user.add` needs no actor.
    virtual bool hasUsers() const = 0;
    /// Open cases whose responsible service is `service`, oldest first.
    virtual std::vector<CaseId> openCases(const QString& service) const = 0;
    /// Closed cases on which something runs on: a task to be done, a clock without an outcome, a
    /// high risk discussion to be reviewed. Oldest first.
    virtual std::vector<CaseId> closedCasesWithClocks() const = 0;
    /// Contacts that a team has still to acknowledge, oldest first. COM-3.5b
    virtual std::vector<ContactId> contactsToAcknowledge() const = 0;
    /// Contacts with somebody still to be rung back, the oldest first. REC-2.2, S3-iii
    virtual std::vector<ContactId> contactsWithPromises() const = 0;
    /// Contacts of which one of the GP's `teams` has still to be sent a copy, the oldest first, but
    /// for copies that nobody asked for of what stands on a case of the work given out. HO-5.4
    virtual std::vector<ContactId> contactsWithGpCopy(
        const QStringList& teams, const QString& workGivenOut) const = 0;
    /// Duties of the service with a call-back not made, a ladder that still rings or an answer of
    /// the manager's not told, the first to begin first. REC-2.2, ESC-6.1f, ESC-6.4
    virtual std::vector<DutyId> dutiesWithPromises(const QString& service) const = 0;
    /// Escalations that are not closed, oldest first.
    virtual std::vector<EscalationId> openEscalations() const = 0;
    virtual std::shared_ptr<const Visit> visit(const VisitId& id) const = 0;
    /// Visits from which nobody has returned yet, the first to leave first.
    virtual std::vector<VisitId> openVisits() const = 0;
    /// The visit on which the officer last left.
    virtual std::shared_ptr<const Visit> lastVisit(const UserId& officer) const = 0;
    virtual std::shared_ptr<const Alert> alert(const AlertId& id) const = 0;
    /// Alerts that hold at `at`: begun, not run out, not withdrawn. The first to end first.
    virtual std::vector<AlertId> alertsInForce(Instant at) const = 0;
    /// Cases of the service area opened or touched in [from, to), for reports. UTC.
    virtual std::vector<CaseId> casesBetween(Instant from, Instant to) const = 0;
    virtual std::vector<ContactId> contactsBetween(Instant from, Instant to) const = 0;
    /// Shifts of every service with a part in [from, to), withdrawn ones too, by start. UTC.
    virtual std::vector<ShiftId> shiftsBetween(Instant from, Instant to) const = 0;
    /// Escalations raised before `to` and not closed before `from`, oldest first. UTC.
    virtual std::vector<EscalationId> escalationsBetween(Instant from, Instant to) const = 0;
    /// Visits begun before `to` and not ended before `from`, the first to leave first. UTC.
    virtual std::vector<VisitId> visitsBetween(Instant from, Instant to) const = 0;
    virtual std::vector<PersonMatch> matches(const PersonProbe& probe) const = 0;
    /// How many references begin with `prefix` ("E-2026-11-18-"): the next number is one more.
    virtual int referencesWith(const QString& prefix) const = 0;
    /// Which of these attached files, by their hashes, have not arrived here. HO-3.1b
    virtual QSet<QString> filesAwaited(const QStringList& /*hashes*/) const { return {}; }
    /// Events of a subject that are neither among `heads` nor ancestors of them, in causal order.
    virtual std::vector<Event> eventsSince(
        const Subject& subject, const std::vector<Digest>& heads) const = 0;
};

}
