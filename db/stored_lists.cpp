#include "core/casework/application/file_hash.h"
#include "db/stored_records.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

template <typename IdOf>
std::vector<IdOf> StoredRecords::ids(const QString& sql, const QVariantList& values) const
{
    std::vector<IdOf> found;
    Rows rows = select(m_database, sql, values);
    while (rows.next())
        found.push_back({QUuid::fromString(rows.text(0))});
    return found;
}

std::shared_ptr<const User> StoredRecords::userNamed(const QString& login) const
{
    const auto found = ids<UserId>(u"SELECT key FROM user WHERE login = ? LIMIT 1"_s, {login});
    return found.empty() ? nullptr : user(found.front());
}

std::vector<CaseId> StoredRecords::openCases(const QString& service) const
{
    return ids<CaseId>(u"SELECT key FROM \"case\" WHERE closed_at IS NULL AND responsible = ?"
                       " ORDER BY opened_at, key"_s,
        {service});
}

std::vector<CaseId> StoredRecords::closedCasesWithClocks() const
{
    return ids<CaseId>(u"SELECT c.key FROM (SELECT subject FROM task WHERE done_at IS NULL"
                       "  UNION SELECT subject FROM clock WHERE state = 'running'"
                       "  UNION SELECT subject FROM high_risk WHERE reviewed_at IS NULL) t"
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

std::vector<ContactId> StoredRecords::contactsWithGpCopy(
    const QStringList& teams, const QString& workGivenOut) const
{
    const QString ofTeam
        = u"SELECT key, received_at FROM contact c"
          " WHERE (gp_copy_wanted IS NOT NULL OR teams IS NOT NULL)"
          " AND (gp_copy_wanted IS NOT NULL OR instr(',' || teams || ',', ',' || ?%1 || ','))"
          " AND (gp_copy_wanted = 'asked' OR case_id IS NULL OR case_id NOT IN"
          "  (SELECT key FROM \"case\" WHERE kind_of_work = ?1))"
          " AND NOT EXISTS (SELECT 1 FROM sending s WHERE s.subject = c.subject"
          "  AND s.key = ?%1 AND s.sent_at IS NOT NULL)"_s;
    QVariantList values{workGivenOut};
    QStringList selections;
    for (const QString& team : teams) {
        values.append(team);
        selections.append(ofTeam.arg(values.size()));
    }
    if (selections.isEmpty())
        return {};
    return ids<ContactId>(selections.join(u" UNION "_s) + u" ORDER BY 2, 1"_s, values);
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

}
