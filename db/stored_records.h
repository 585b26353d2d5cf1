#pragma once

#include "db/folding.h"
#include "db/sql.h"

#include <QCache>

#include <map>
#include <memory>
#include <set>

namespace db {

/// A folded record with its place in the file.
struct Kept {
    qint64 subject = 0; ///< row of the record
    qint64 nextPlace = 0; ///< of its next event
    AnyRecord record;
};

/// The records of the store, folded when first asked for and kept while nobody else writes to them.
/// What an action makes is staged until its transaction is through.
class StoredRecords : public core::Records {
public:
    StoredRecords(Database& database, QString attachments);

    /// Drops what other connections wrote to since it was folded; false when they wrote nothing.
    bool refresh() const;
    /// Records that changed since the last call, whoever wrote; from the first call on.
    std::vector<core::Subject> takeChanged();

    std::shared_ptr<const Kept> load(const core::Subject& subject) const;
    void stage(const core::Subject& subject, std::shared_ptr<const Kept> kept);
    void keepStaged(qint64 lastNumber);
    void dropStaged();
    /// Forgets what is kept of these, which an import wrote to, up to that arrival.
    void forget(const std::vector<core::Subject>& subjects, qint64 lastNumber);
    /// Forgets everything that is kept.
    void clear();

    /// The identifier behind a reference, a login or a window's name. Throws core::SeveralCalledSo
    /// where that names several, as does subjectNamed.
    std::optional<QUuid> identifierOf(const QString& reference) const;
    /// The record that a reference, a login, a window's name, a UUID or "kind:UUID" means.
    std::optional<core::Subject> subjectNamed(const QString& reference) const;

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
    std::shared_ptr<const core::Visit> visit(const core::VisitId& id) const override;
    std::vector<core::VisitId> openVisits() const override;
    std::shared_ptr<const core::Visit> lastVisit(const core::UserId& officer) const override;
    std::shared_ptr<const core::Alert> alert(const core::AlertId& id) const override;
    std::vector<core::AlertId> alertsInForce(core::Instant at) const override;
    std::vector<core::CaseId> casesBetween(core::Instant from, core::Instant to) const override;
    std::vector<core::ContactId> contactsBetween(
        core::Instant from, core::Instant to) const override;
    std::vector<core::ShiftId> shiftsBetween(core::Instant from, core::Instant to) const override;
    std::vector<core::EscalationId> escalationsBetween(
        core::Instant from, core::Instant to) const override;
    std::vector<core::VisitId> visitsBetween(core::Instant from, core::Instant to) const override;
    std::vector<core::PersonMatch> matches(const core::PersonProbe& probe) const override;
    int referencesWith(const QString& prefix) const override;
    QSet<QString> filesAwaited(const QStringList& hashes) const override;
    std::vector<core::Event> eventsSince(
        const core::Subject& subject, const std::vector<core::Digest>& heads) const override;

private:
    template <typename R>
    std::shared_ptr<const R> find(const core::Subject& subject) const;
    template <typename IdOf>
    std::vector<IdOf> ids(const QString& sql, const QVariantList& values) const;

    std::vector<core::Subject> writtenAfter(qint64 arrival, qint64 revealed) const;
    void drop(const core::Subject& subject) const;

    Database& m_database;
    QString m_attachments; ///< folder of the attached files
    mutable QCache<core::Subject, std::shared_ptr<const Kept>> m_kept;
    std::map<core::Subject, std::shared_ptr<const Kept>> m_staged;
    mutable qint64 m_version = -1; ///< SQLite's, of other connections' writing
    mutable qint64 m_upTo = 0; ///< last arrival that is known here
    mutable qint64 m_revealedUpTo = 0; ///< last stub that found its event
    mutable std::set<core::Subject> m_changed;
    bool m_watched = false;
};

}
