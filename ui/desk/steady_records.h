#pragma once

#include "core/records.h"

#include <QCache>

#include <functional>
#include <map>

namespace db {
class Error;
}

namespace ui {

/// The records of an open store for the pages. When a page of the file turns out torn, what was
/// read last stands, and nothing where nothing was: a case does not vanish from the board because
/// its store is damaged. `met` is told of each such error.
class SteadyRecords : public core::Records {
public:
    using Met = std::function<void(const db::Error&)>;

    SteadyRecords(const core::Records& records, Met met);

    std::shared_ptr<const core::RecordBase> record(const core::Subject& subject) const override;
    std::shared_ptr<const core::User> user(const core::UserId& id) const override;
    std::shared_ptr<const core::User> userNamed(const QString& login) const override;
    std::shared_ptr<const core::Person> person(const core::PersonId& id) const override;
    std::shared_ptr<const core::Contact> contact(const core::ContactId& id) const override;
    std::shared_ptr<const core::Case> caseRecord(const core::CaseId& id) const override;
    std::shared_ptr<const core::Window> window(const core::WindowId& id) const override;
    std::shared_ptr<const core::Dispositions> dispositions(
        const core::WindowId& id, const QString& service) const override;
    std::shared_ptr<const core::Duty> duty(const core::DutyId& id) const override;
    std::shared_ptr<const core::Sitrep> sitrep(const core::SitrepId& id) const override;
    std::shared_ptr<const core::Escalation> escalation(const core::EscalationId& id) const override;
    std::shared_ptr<const core::Visit> visit(const core::VisitId& id) const override;
    std::shared_ptr<const core::Visit> lastVisit(const core::UserId& officer) const override;
    std::shared_ptr<const core::Alert> alert(const core::AlertId& id) const override;
    std::shared_ptr<const core::Shift> shift(const core::ShiftId& id) const override;
    std::shared_ptr<const core::ProfileVersions> profileVersions(
        const QString& area) const override;
    bool hasUsers() const override;
    std::vector<core::CaseId> openCases(const QString& service) const override;
    std::vector<core::CaseId> closedCasesWithClocks() const override;
    std::vector<core::ContactId> contactsToAcknowledge() const override;
    std::vector<core::ContactId> contactsWithPromises() const override;
    std::vector<core::ContactId> contactsWithGpCopy(
        const QStringList& teams, const QString& workGivenOut) const override;
    std::vector<core::DutyId> dutiesWithPromises(const QString& service) const override;
    std::vector<core::EscalationId> openEscalations() const override;
    std::vector<core::VisitId> openVisits() const override;
    std::vector<core::AlertId> alertsInForce(core::Instant at) const override;
    std::vector<core::ShiftId> shiftsBetween(core::Instant from, core::Instant to) const override;
    std::vector<core::EscalationId> escalationsBetween(
        core::Instant from, core::Instant to) const override;
    std::vector<core::VisitId> visitsBetween(core::Instant from, core::Instant to) const override;
    std::vector<core::CaseId> casesBetween(core::Instant from, core::Instant to) const override;
    std::vector<core::ContactId> contactsBetween(
        core::Instant from, core::Instant to) const override;
    std::vector<core::PersonMatch> matches(const core::PersonProbe& probe) const override;
    int referencesWith(const QString& prefix) const override;
    QSet<QString> filesAwaited(const QStringList& hashes) const override;
    std::vector<core::Event> eventsSince(
        const core::Subject& subject, const std::vector<core::Digest>& heads) const override;

private:
    template <typename R, typename Read>
    std::shared_ptr<const R> steady(const QString& key, const Read& read) const;
    template <typename Answer, typename Read>
    Answer lastOr(Answer& last, const Read& read) const;
    template <typename Answer, typename Read>
    Answer readOr(const Answer& otherwise, const Read& read) const;

    const core::Records& m_records;
    Met m_met;
    mutable QCache<QString, std::shared_ptr<const void>> m_last;
    mutable std::map<QString, std::vector<core::CaseId>> m_openCases; ///< by service
    mutable std::vector<core::CaseId> m_closedWithClocks;
    mutable std::vector<core::ContactId> m_toAcknowledge;
    mutable std::vector<core::ContactId> m_promisedContacts;
    mutable std::map<QString, std::vector<core::ContactId>> m_gpCopies; ///< by teams and work
    mutable std::map<QString, std::vector<core::DutyId>> m_promisedDuties; ///< by service
    mutable std::vector<core::EscalationId> m_openEscalations;
    mutable std::vector<core::VisitId> m_openVisits;
    mutable std::vector<core::AlertId> m_alerts;
    mutable std::map<qint64, std::vector<core::ContactId>> m_contacts; ///< by length of the span
};

/// Whether an error is of a store that is damaged, or may be.
bool isTrouble(const db::Error& error);

}
