#include "db/stored_records.h"

#include "core/casework/file_hash.h"
#include "core/journal/causal_order.h"
#include "db/called.h"
#include "db/journal.h"

#include <QFile>

#include <set>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

// Counted in events: about 15 MB.
constexpr int mostKept = 20'000;

int weightOf(const Kept& kept)
{
    return 1 + baseOf(kept.record).eventCount;
}

}

StoredRecords::StoredRecords(Database& database, QString attachments)
    : m_database(database)
    , m_attachments(std::move(attachments))
    , m_kept(mostKept)
{
    refresh();
}

bool StoredRecords::refresh() const
{
    const qint64 version = number(m_database, u"PRAGMA data_version"_s);
    if (version == m_version)
        return false;
    const bool first = m_version < 0;
    m_version = version;
    const qint64 last = number(m_database, u"SELECT max(n) FROM chain"_s);
    const qint64 revealed = number(m_database, u"SELECT max(n) FROM revealed"_s);
    if (!first && (last > m_upTo || revealed > m_revealedUpTo))
        for (const Subject& subject : writtenAfter(m_upTo, m_revealedUpTo))
            drop(subject);
    m_upTo = last;
    m_revealedUpTo = revealed;
    return true;
}

std::vector<Subject> StoredRecords::writtenAfter(qint64 arrival, qint64 revealed) const
{
    std::vector<Subject> written;
    Rows rows = select(m_database,
        u"SELECT s.kind, s.uuid FROM chain c JOIN subject s ON s.id = c.place >> 20 WHERE c.n > ?"
        " UNION SELECT s.kind, s.uuid FROM revealed r JOIN subject s ON s.id = r.place >> 20"
        " WHERE r.n > ?"_s,
        {arrival, revealed});
    while (rows.next())
        if (const auto kind = fromWord<SubjectKind>(rows.text(0)))
            written.push_back({*kind, QUuid::fromRfc4122(rows.bytes(1))});
    return written;
}

void StoredRecords::drop(const Subject& subject) const
{
    m_kept.remove(subject);
    if (m_watched)
        m_changed.insert(subject);
}

std::vector<Subject> StoredRecords::takeChanged()
{
    if (!m_database.inTransaction())
        refresh();
    m_watched = true;
    std::vector<Subject> changed(m_changed.begin(), m_changed.end());
    m_changed.clear();
    return changed;
}

std::shared_ptr<const Kept> StoredRecords::load(const Subject& subject) const
{
    if (!m_database.inTransaction())
        refresh();
    if (const auto staged = m_staged.find(subject); staged != m_staged.end())
        return staged->second;
    if (const auto* kept = m_kept.object(subject))
        return *kept;
    const qint64 id = subjectId(m_database, subject);
    if (id == 0)
        return nullptr;
    StoredEvents stored = readEvents(m_database, id);
    auto kept = std::make_shared<Kept>(
        Kept{id, stored.nextPlace, fold(subject.kind, std::move(stored.events))});
    m_kept.insert(subject, new std::shared_ptr<const Kept>(kept), weightOf(*kept));
    return kept;
}

void StoredRecords::stage(const Subject& subject, std::shared_ptr<const Kept> kept)
{
    m_staged[subject] = std::move(kept);
}

void StoredRecords::keepStaged(qint64 lastNumber)
{
    for (const auto& [subject, kept] : m_staged) {
        drop(subject);
        m_kept.insert(subject, new std::shared_ptr<const Kept>(kept), weightOf(*kept));
    }
    m_staged.clear();
    m_upTo = std::max(m_upTo, lastNumber);
}

void StoredRecords::dropStaged()
{
    m_staged.clear();
}

void StoredRecords::forget(const std::vector<Subject>& subjects, qint64 lastNumber)
{
    for (const Subject& subject : subjects)
        drop(subject);
    m_upTo = std::max(m_upTo, lastNumber);
    m_revealedUpTo = number(m_database, u"SELECT max(n) FROM revealed"_s);
}

void StoredRecords::clear()
{
    m_kept.clear();
}

template <typename R>
std::shared_ptr<const R> StoredRecords::find(const Subject& subject) const
{
    const auto kept = load(subject);
    const R* record = kept ? std::get_if<R>(&kept->record) : nullptr;
    return record && record->exists() ? std::shared_ptr<const R>(kept, record) : nullptr;
}

std::shared_ptr<const RecordBase> StoredRecords::record(const Subject& subject) const
{
    const auto kept = load(subject);
    const RecordBase* base = kept ? &baseOf(kept->record) : nullptr;
    return base && base->exists() ? std::shared_ptr<const RecordBase>(kept, base) : nullptr;
}

std::shared_ptr<const User> StoredRecords::user(const UserId& id) const
{
    return find<User>(subjectOf(id));
}
std::shared_ptr<const Person> StoredRecords::person(const PersonId& id) const
{
    return find<Person>(subjectOf(id));
}
std::shared_ptr<const Contact> StoredRecords::contact(const ContactId& id) const
{
    return find<Contact>(subjectOf(id));
}
std::shared_ptr<const Case> StoredRecords::caseRecord(const CaseId& id) const
{
    return find<Case>(subjectOf(id));
}
std::shared_ptr<const Window> StoredRecords::window(const WindowId& id) const
{
    return find<Window>(subjectOf(id));
}
std::shared_ptr<const Duty> StoredRecords::duty(const DutyId& id) const
{
    return find<Duty>(subjectOf(id));
}
std::shared_ptr<const Sitrep> StoredRecords::sitrep(const SitrepId& id) const
{
    return find<Sitrep>(subjectOf(id));
}
std::shared_ptr<const Escalation> StoredRecords::escalation(const EscalationId& id) const
{
    return find<Escalation>(subjectOf(id));
}
std::shared_ptr<const Shift> StoredRecords::shift(const ShiftId& id) const
{
    return find<Shift>(subjectOf(id));
}

std::shared_ptr<const Dispositions> StoredRecords::dispositions(
    const WindowId& id, const QString& service) const
{
    return find<Dispositions>({SubjectKind::Dispositions, dispositionsId(id, service)});
}

std::shared_ptr<const User> StoredRecords::userNamed(const QString& login) const
{
    const auto found = ids<UserId>(u"SELECT key FROM user WHERE login = ? LIMIT 1"_s, {login});
    return found.empty() ? nullptr : user(found.front());
}

bool StoredRecords::hasUsers() const
{
    return number(m_database, u"SELECT EXISTS (SELECT 1 FROM user)"_s) == 1;
}

template <typename IdOf>
std::vector<IdOf> StoredRecords::ids(const QString& sql, const QVariantList& values) const
{
    std::vector<IdOf> found;
    Rows rows = select(m_database, sql, values);
    while (rows.next())
        found.push_back({QUuid::fromString(rows.text(0))});
    return found;
}

std::vector<CaseId> StoredRecords::openCases(const QString& service) const
{
    return ids<CaseId>(u"SELECT key FROM \"case\" WHERE closed_at IS NULL AND responsible = ?"
                       " ORDER BY opened_at, key"_s,
        {service});
}

std::vector<CaseId> StoredRecords::closedCasesWithTasks() const
{
    return ids<CaseId>(u"SELECT c.key FROM (SELECT DISTINCT subject FROM task"
                       "  WHERE done_at IS NULL) t"
                       " JOIN \"case\" c ON c.subject = t.subject"
                       " WHERE c.closed_at IS NOT NULL ORDER BY c.opened_at, c.key"_s,
        {});
}

std::vector<ContactId> StoredRecords::contactsToAcknowledge() const
{
    return ids<ContactId>(u"SELECT c.key FROM (SELECT DISTINCT subject FROM sending"
                          "  WHERE acknowledge_due IS NOT NULL AND acknowledged_at IS NULL) s"
                          " JOIN contact c ON c.subject = s.subject"
                          " ORDER BY c.received_at, c.key"_s,
        {});
}

std::vector<ContactId> StoredRecords::contactsWithPromises() const
{
    return ids<ContactId>(u"SELECT key, received_at FROM contact WHERE ring_back_by IS NOT NULL"
                          " AND rung_back_at IS NULL UNION SELECT key, received_at FROM contact"
                          " WHERE call_back_due IS NOT NULL AND called_back_at IS NULL"
                          " ORDER BY 2, 1"_s,
        {});
}

std::vector<DutyId> StoredRecords::dutiesWithPromises(const QString& service) const
{
    return ids<DutyId>(u"SELECT d.key FROM (SELECT subject FROM ring_back WHERE done_at IS NULL"
                       "  UNION SELECT subject FROM ladder WHERE ring_again IS NOT NULL"
                       "  UNION SELECT subject FROM task WHERE done_at IS NULL) p"
                       " JOIN duty d ON d.subject = p.subject"
                       " WHERE d.service = ? ORDER BY d.starts, d.key"_s,
        {service});
}

std::vector<EscalationId> StoredRecords::openEscalations() const
{
    return ids<EscalationId>(u"SELECT key FROM escalation WHERE closed_at IS NULL"
                             " AND signposted = 0 ORDER BY received_at, key"_s,
        {});
}

std::shared_ptr<const Visit> StoredRecords::visit(const VisitId& id) const
{
    return find<Visit>(subjectOf(id));
}

std::vector<VisitId> StoredRecords::openVisits() const
{
    return ids<VisitId>(
        u"SELECT key FROM visit WHERE returned_at IS NULL ORDER BY left_at, key"_s, {});
}

std::shared_ptr<const Visit> StoredRecords::lastVisit(const UserId& officer) const
{
    const auto found = ids<VisitId>(
        u"SELECT key FROM visit WHERE officer = ? ORDER BY left_at DESC, key DESC LIMIT 1"_s,
        {officer.text()});
    return found.empty() ? nullptr : visit(found.front());
}

std::shared_ptr<const Alert> StoredRecords::alert(const AlertId& id) const
{
    return find<Alert>(subjectOf(id));
}

std::vector<AlertId> StoredRecords::alertsInForce(Instant at) const
{
    return ids<AlertId>(u"SELECT key FROM alert WHERE ends > ?1 AND begins <= ?1"
                        " AND (withdrawn_at IS NULL OR withdrawn_at > ?1) ORDER BY ends, key"_s,
        {toMillis(at)});
}

std::vector<CaseId> StoredRecords::casesBetween(Instant from, Instant to) const
{
    return ids<CaseId>(u"SELECT key FROM (SELECT key, opened_at FROM \"case\""
                       "  WHERE closed_at IS NULL AND opened_at < ?"
                       "  UNION ALL SELECT key, opened_at FROM \"case\""
                       "  WHERE closed_at >= ? AND opened_at < ?) ORDER BY opened_at, key"_s,
        {toMillis(to), toMillis(from), toMillis(to)});
}

std::vector<ContactId> StoredRecords::contactsBetween(Instant from, Instant to) const
{
    return ids<ContactId>(u"SELECT key FROM contact WHERE received_at >= ? AND received_at < ?"
                          " ORDER BY received_at, key"_s,
        {toMillis(from), toMillis(to)});
}

std::vector<ShiftId> StoredRecords::shiftsBetween(Instant from, Instant to) const
{
    return ids<ShiftId>(u"SELECT key FROM shift WHERE ends > ? AND starts < ?"
                        " ORDER BY starts, key"_s,
        {toMillis(from), toMillis(to)});
}

std::vector<EscalationId> StoredRecords::escalationsBetween(Instant from, Instant to) const
{
    return ids<EscalationId>(
        u"SELECT key FROM escalation WHERE received_at < ?"
        " AND (closed_at IS NULL OR closed_at >= ?) ORDER BY received_at, key"_s,
        {toMillis(to), toMillis(from)});
}

std::vector<VisitId> StoredRecords::visitsBetween(Instant from, Instant to) const
{
    return ids<VisitId>(u"SELECT key FROM visit WHERE left_at < ?"
                        " AND (returned_at IS NULL OR returned_at >= ?) ORDER BY left_at, key"_s,
        {toMillis(to), toMillis(from)});
}

std::vector<PersonMatch> StoredRecords::matches(const PersonProbe& probe) const
{
    std::vector<PersonMatch> found;
    const auto add = [&](const QString& condition, const QVariantList& values, const QString& why) {
        for (const PersonId& id :
            ids<PersonId>(u"SELECT key FROM person WHERE %1 ORDER BY key"_s.arg(condition), values))
            if (std::none_of(found.begin(), found.end(),
                    [&](const PersonMatch& match) { return match.person == id; }))
                found.push_back({id, why});
    };
    const QString name = probe.name.simplified().toCaseFolded();
    if (!probe.nhsNumber.isEmpty())
        add(u"nhs = ?"_s, {probe.nhsNumber}, u"same NHS number"_s);
    if (!name.isEmpty() && probe.born.isValid())
        add(u"name_key = ? AND born = ?"_s, {name, probe.born.toString(Qt::ISODate)},
            u"same name and date of birth"_s);
    if (!probe.telephone.isEmpty())
        add(u"telephone_key = ?"_s, {probe.telephone}, u"same telephone"_s);
    return found;
}

QSet<QString> StoredRecords::filesAwaited(const QStringList& hashes) const
{
    QSet<QString> awaited;
    for (const QString& hash : hashes)
        if (isFileHash(hash) && !QFile::exists(m_attachments + u'/' + hash))
            awaited.insert(hash);
    return awaited;
}

int StoredRecords::referencesWith(const QString& prefix) const
{
    const QString end = prefix + QChar(0xffff);
    return static_cast<int>(number(m_database,
        u"SELECT (SELECT count(*) FROM contact WHERE ref >= ? AND ref < ?)"
        " + (SELECT count(*) FROM \"case\" WHERE ref >= ? AND ref < ?)"
        " + (SELECT count(*) FROM sitrep WHERE number >= ? AND number < ?)"
        " + (SELECT count(*) FROM escalation WHERE ref >= ? AND ref < ?)"
        " + (SELECT count(*) FROM handover_item"
        "    WHERE transfer_number >= ? AND transfer_number < ?)"_s,
        {prefix, end, prefix, end, prefix, end, prefix, end, prefix, end}));
}

std::optional<QUuid> StoredRecords::identifierOf(const QString& reference) const
{
    const auto found = called(m_database, reference);
    return found ? std::optional(found->key) : std::nullopt;
}

std::optional<Subject> StoredRecords::subjectNamed(const QString& reference) const
{
    const QUuid id = QUuid::fromString(QStringView(reference).mid(reference.indexOf(u':') + 1));
    const auto found = id.isNull() ? called(m_database, reference) : std::nullopt;
    if (id.isNull() && !found)
        return {};
    Rows rows = found
        ? select(m_database, u"SELECT kind, uuid FROM subject WHERE id = ?"_s, {found->subject})
        : select(m_database, u"SELECT kind, uuid FROM subject WHERE uuid = ?"_s, {id.toRfc4122()});
    if (!rows.next())
        return {};
    const auto kind = fromWord<SubjectKind>(rows.text(0));
    if (!kind)
        return {};
    return Subject{*kind, QUuid::fromRfc4122(rows.bytes(1))};
}

std::vector<Event> StoredRecords::eventsSince(
    const Subject& subject, const std::vector<Digest>& heads) const
{
    const auto kept = load(subject);
    if (!kept)
        return {};
    const std::vector<Digest>& now = baseOf(kept->record).heads;
    if (std::set(heads.begin(), heads.end()) == std::set(now.begin(), now.end()))
        return {};
    std::vector<Event> events = causalOrder(readEvents(m_database, kept->subject).events);
    std::set<Digest> seen(heads.begin(), heads.end());
    for (auto event = events.rbegin(); event != events.rend(); ++event)
        if (seen.contains(event->digest))
            seen.insert(event->parents.begin(), event->parents.end());
    std::erase_if(events, [&](const Event& event) { return seen.contains(event.digest); });
    return events;
}

}
