#pragma once

#include "core/command/engine.h"
#include "core/conflict/folding.h"

#include <map>
#include <set>

/// What a command came to on the ledger.
struct Reply {
    core::Decision decision;
    std::vector<core::Event> events;

    bool done() const { return !decision.refused(); }
    /// An identifier or reference that was made: made("case").
    QString made(const QString& key) const { return decision.made.value(key).toString(); }
};

/// A desk in memory: the real engine, rules and folds over a journal that is a vector. Time stands
/// still until told otherwise. Not a mock: db/ keeps the same promises on disk.
class Ledger : public core::Records {
public:
    explicit Ledger(core::ServiceCalendar calendar, QString deskService = QStringLiteral("edt"));

    /// Carries out one request in JSON, "$name" standing for an identifier kept with `as`.
    Reply submit(const QJsonObject& request);
    /// The same from text, for short tests; throws when the text is no JSON object.
    Reply submit(const char* request);
    /// Sets the clock: "2026-11-18T16:15" in London time.
    void clock(const QString& local);

    /// Another profile is in force from now on; the users stay.
    void serve(core::ServiceCalendar calendar, QString deskService);

    /// An event of another desk arrives; false when it was here already.
    bool receive(const core::Event& event);
    /// The events of a record, as they came.
    std::vector<core::Event> eventsOf(const core::Subject& subject) const;
    /// The record in the tables of every kind; throws when it is not here.
    const core::AnyRecord& any(const core::Subject& subject) const;
    std::vector<core::Subject> subjects() const;

    core::Instant now{};
    QString desk = QStringLiteral("ledger"); ///< its identity
    unsigned deskNumber = 0; ///< keeps what is minted apart
    QString deskMark; ///< "" on the first desk of the service area
    std::vector<core::Event> journal;
    std::map<QString, QUuid> names; ///< kept with "as" in a request, of the first identifier made

    const core::ServiceCalendar& calendar() const { return m_calendar; }

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
    std::vector<core::Event> eventsSince(
        const core::Subject& subject, const std::vector<core::Digest>& heads) const override;

private:
    template <typename R>
    std::shared_ptr<const R> find(const core::Subject& subject) const;
    std::vector<core::Event> append(const core::Request& request, const core::Carried& carried);
    void take(const core::Event& event);
    std::optional<QUuid> resolve(const QString& text) const;

    core::ServiceCalendar m_calendar;
    QString m_deskService;
    std::map<core::Subject, std::shared_ptr<const core::AnyRecord>> m_records;
    std::map<core::Subject, std::vector<core::Event>> m_events;
    std::set<core::Digest> m_known;
    qint64 m_seq = 0;
    std::map<QUuid, Reply> m_answered;
    unsigned m_minted = 0;
};
