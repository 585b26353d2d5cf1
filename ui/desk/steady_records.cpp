#include "ui/desk/steady_records.h"

#include "db/error.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostRemembered = 2000;
constexpr std::size_t mostSpans = 8;

template <typename Id>
QString keyOf(const char16_t* kind, const Id& id)
{
    return QString::fromUtf16(kind) + id.text();
}

}

bool isTrouble(const db::Error& error)
{
    return db::saysStoreDamaged(error) || db::saysStoreUnreadable(error);
}

SteadyRecords::SteadyRecords(const core::Records& records, Met met)
    : m_records(records)
    , m_met(std::move(met))
    , m_last(mostRemembered)
{
}

template <typename Answer, typename Read>
Answer SteadyRecords::readOr(const Answer& otherwise, const Read& read) const
{
    try {
        return read();
    } catch (const db::Error& error) {
        if (!isTrouble(error))
            throw;
        m_met(error);
        return otherwise;
    }
}

template <typename Answer, typename Read>
Answer SteadyRecords::lastOr(Answer& last, const Read& read) const
{
    last = readOr(last, read);
    return last;
}

template <typename R, typename Read>
std::shared_ptr<const R> SteadyRecords::steady(const QString& key, const Read& read) const
{
    const auto* last = m_last.object(key);
    const auto answer = readOr(last ? std::static_pointer_cast<const R>(*last) : nullptr, read);
    if (!last || *last != answer)
        m_last.insert(key, new std::shared_ptr<const void>(answer));
    return answer;
}

std::shared_ptr<const core::RecordBase> SteadyRecords::record(const core::Subject& subject) const
{
    return steady<core::RecordBase>(
        u"r%1"_s.arg(static_cast<int>(subject.kind)) + subject.id.toString(),
        [&] { return m_records.record(subject); });
}

std::shared_ptr<const core::User> SteadyRecords::user(const core::UserId& id) const
{
    return steady<core::User>(keyOf(u"u", id), [&] { return m_records.user(id); });
}

std::shared_ptr<const core::User> SteadyRecords::userNamed(const QString& login) const
{
    return steady<core::User>(u'n' + login, [&] { return m_records.userNamed(login); });
}

std::shared_ptr<const core::Person> SteadyRecords::person(const core::PersonId& id) const
{
    return steady<core::Person>(keyOf(u"p", id), [&] { return m_records.person(id); });
}

std::shared_ptr<const core::Contact> SteadyRecords::contact(const core::ContactId& id) const
{
    return steady<core::Contact>(keyOf(u"k", id), [&] { return m_records.contact(id); });
}

std::shared_ptr<const core::Case> SteadyRecords::caseRecord(const core::CaseId& id) const
{
    return steady<core::Case>(keyOf(u"c", id), [&] { return m_records.caseRecord(id); });
}

std::shared_ptr<const core::Window> SteadyRecords::window(const core::WindowId& id) const
{
    return steady<core::Window>(keyOf(u"w", id), [&] { return m_records.window(id); });
}

std::shared_ptr<const core::Dispositions> SteadyRecords::dispositions(
    const core::WindowId& id, const QString& service) const
{
    return steady<core::Dispositions>(
        keyOf(u"i", id) + service, [&] { return m_records.dispositions(id, service); });
}

std::shared_ptr<const core::Duty> SteadyRecords::duty(const core::DutyId& id) const
{
    return steady<core::Duty>(keyOf(u"d", id), [&] { return m_records.duty(id); });
}

std::shared_ptr<const core::Sitrep> SteadyRecords::sitrep(const core::SitrepId& id) const
{
    return steady<core::Sitrep>(keyOf(u"s", id), [&] { return m_records.sitrep(id); });
}

std::shared_ptr<const core::Escalation> SteadyRecords::escalation(
    const core::EscalationId& id) const
{
    return steady<core::Escalation>(keyOf(u"e", id), [&] { return m_records.escalation(id); });
}

std::shared_ptr<const core::Visit> SteadyRecords::visit(const core::VisitId& id) const
{
    return steady<core::Visit>(keyOf(u"v", id), [&] { return m_records.visit(id); });
}

std::shared_ptr<const core::Visit> SteadyRecords::lastVisit(const core::UserId& officer) const
{
    return steady<core::Visit>(keyOf(u"l", officer), [&] { return m_records.lastVisit(officer); });
}

std::shared_ptr<const core::Alert> SteadyRecords::alert(const core::AlertId& id) const
{
    return steady<core::Alert>(keyOf(u"a", id), [&] { return m_records.alert(id); });
}

std::shared_ptr<const core::Shift> SteadyRecords::shift(const core::ShiftId& id) const
{
    return steady<core::Shift>(keyOf(u"h", id), [&] { return m_records.shift(id); });
}

std::shared_ptr<const core::ProfileVersions> SteadyRecords::profileVersions(
    const QString& area) const
{
    return steady<core::ProfileVersions>(
        u"f"_s + area, [&] { return m_records.profileVersions(area); });
}

bool SteadyRecords::hasUsers() const
{
    return readOr(true, [&] { return m_records.hasUsers(); });
}

std::vector<core::CaseId> SteadyRecords::openCases(const QString& service) const
{
    return lastOr(m_openCases[service], [&] { return m_records.openCases(service); });
}

std::vector<core::CaseId> SteadyRecords::closedCasesWithClocks() const
{
    return lastOr(m_closedWithClocks, [&] { return m_records.closedCasesWithClocks(); });
}

std::vector<core::ContactId> SteadyRecords::contactsToAcknowledge() const
{
    return lastOr(m_toAcknowledge, [&] { return m_records.contactsToAcknowledge(); });
}

std::vector<core::ContactId> SteadyRecords::contactsWithPromises() const
{
    return lastOr(m_promisedContacts, [&] { return m_records.contactsWithPromises(); });
}

std::vector<core::ContactId> SteadyRecords::contactsWithGpCopy(
    const QStringList& teams, const QString& workGivenOut) const
{
    return lastOr(m_gpCopies[teams.join(u',') + u'/' + workGivenOut],
        [&] { return m_records.contactsWithGpCopy(teams, workGivenOut); });
}

std::vector<core::DutyId> SteadyRecords::dutiesWithPromises(const QString& service) const
{
    return lastOr(m_promisedDuties[service], [&] { return m_records.dutiesWithPromises(service); });
}

std::vector<core::EscalationId> SteadyRecords::openEscalations() const
{
    return lastOr(m_openEscalations, [&] { return m_records.openEscalations(); });
}

std::vector<core::VisitId> SteadyRecords::openVisits() const
{
    return lastOr(m_openVisits, [&] { return m_records.openVisits(); });
}

std::vector<core::AlertId> SteadyRecords::alertsInForce(core::Instant at) const
{
    return lastOr(m_alerts, [&] { return m_records.alertsInForce(at); });
}

std::vector<core::ShiftId> SteadyRecords::shiftsBetween(core::Instant from, core::Instant to) const
{
    return readOr(std::vector<core::ShiftId>(), [&] { return m_records.shiftsBetween(from, to); });
}

std::vector<core::EscalationId> SteadyRecords::escalationsBetween(
    core::Instant from, core::Instant to) const
{
    return readOr(
        std::vector<core::EscalationId>(), [&] { return m_records.escalationsBetween(from, to); });
}

std::vector<core::VisitId> SteadyRecords::visitsBetween(core::Instant from, core::Instant to) const
{
    return readOr(std::vector<core::VisitId>(), [&] { return m_records.visitsBetween(from, to); });
}

std::vector<core::CaseId> SteadyRecords::casesBetween(core::Instant from, core::Instant to) const
{
    return readOr(std::vector<core::CaseId>(), [&] { return m_records.casesBetween(from, to); });
}

// Lists of the newest contacts ask for the same span again and again, a little later each time.
std::vector<core::ContactId> SteadyRecords::contactsBetween(
    core::Instant from, core::Instant to) const
{
    const qint64 span = (core::toMillis(to) - core::toMillis(from)) / 3'600'000;
    if (m_contacts.size() >= mostSpans && !m_contacts.contains(span))
        m_contacts.clear();
    return lastOr(m_contacts[span], [&] { return m_records.contactsBetween(from, to); });
}

std::vector<core::PersonMatch> SteadyRecords::matches(const core::PersonProbe& probe) const
{
    return readOr(std::vector<core::PersonMatch>(), [&] { return m_records.matches(probe); });
}

int SteadyRecords::referencesWith(const QString& prefix) const
{
    return readOr(0, [&] { return m_records.referencesWith(prefix); });
}

QSet<QString> SteadyRecords::filesAwaited(const QStringList& hashes) const
{
    return readOr(QSet<QString>(), [&] { return m_records.filesAwaited(hashes); });
}

std::vector<core::Event> SteadyRecords::eventsSince(
    const core::Subject& subject, const std::vector<core::Digest>& heads) const
{
    return readOr(
        std::vector<core::Event>(), [&] { return m_records.eventsSince(subject, heads); });
}

}
