#include "db/called.h"

#include "core/command/several.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

constexpr std::size_t mostNamed = 4;

// Two desks may each have added one colleague before they met: login, name and service are the
// same, and which of the two is taken does not matter.
constexpr const char16_t* named
    = u"SELECT subject, key, 'contact from ' || coalesce(caller, 'an unknown caller'), key"
      "  FROM contact WHERE ref = ?1"
      " UNION ALL SELECT subject, key, 'case “' || coalesce(title, '') || '”', key"
      "  FROM \"case\" WHERE ref = ?1"
      " UNION ALL SELECT subject, key, 'user ' || coalesce(name, '') || ' (' ||"
      "  coalesce(service, '') || ')', coalesce(name, '') || coalesce(service, '')"
      "  FROM user WHERE login = ?1"
      " UNION ALL SELECT subject, key, 'handover window ' || coalesce(from_service, '') || ' to '"
      "  || coalesce(to_service, ''), key FROM window WHERE name = ?1"
      " UNION ALL SELECT subject, key, 'SITREP', key FROM sitrep WHERE number = ?1"
      " UNION ALL SELECT subject, key, 'escalation', key FROM escalation WHERE ref = ?1"
      " UNION ALL SELECT h.subject, h.key, 'handover of the case “' || coalesce(c.title, '')"
      "  || '”', h.key FROM handover_item h LEFT JOIN \"case\" c ON c.subject = h.subject"
      "  WHERE h.transfer_number = ?1";

struct Found {
    Called what;
    QString words;
    QString same; ///< equal where it does not matter which is taken
};

std::vector<Found> find(Database& database, const QString& name)
{
    std::vector<Found> found;
    Rows rows = select(database, QString::fromUtf16(named), {name});
    while (rows.next() && found.size() < mostNamed)
        found.push_back(
            {{rows.number(0), QUuid::fromString(rows.text(1))}, rows.text(2), rows.text(3)});
    return found;
}

[[noreturn]] void refuseSeveral(const QString& name, const std::vector<Found>& found)
{
    QStringList each;
    for (const Found& one : found)
        each.append(u"%1 = %2"_s.arg(one.words, one.what.key.toString(QUuid::WithoutBraces)));
    throw core::SeveralCalledSo(
        u"%1 records here are called “%2”: %3."_s.arg(
            found.size() == 2 ? u"Two"_s : u"Several"_s, name, each.join(u"; ")),
        u"Give the identifier of the one that is meant instead."_s);
}

}

std::optional<Called> called(Database& database, const QString& name)
{
    std::vector<Found> found = find(database, name);
    if (const QString reference = name.toUpper(); found.empty() && reference != name)
        found = find(database, reference);
    if (found.empty())
        return {};
    if (std::any_of(found.begin(), found.end(),
            [&](const Found& each) { return each.same != found.front().same; }))
        refuseSeveral(name, found);
    return found.front().what;
}

}
