#include "db/stored_records.h"

#include "core/journal/causal_order.h"
#include "db/called.h"
#include "db/journal.h"

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

bool StoredRecords::hasUsers() const
{
    return number(m_database, u"SELECT EXISTS (SELECT 1 FROM user)"_s) == 1;
}

std::shared_ptr<const Visit> StoredRecords::visit(const VisitId& id) const
{
    return find<Visit>(subjectOf(id));
}

std::shared_ptr<const Alert> StoredRecords::alert(const AlertId& id) const
{
    return find<Alert>(subjectOf(id));
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
