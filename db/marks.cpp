#include "db/marks.h"

#include "core/exchange/bundle_records.h"
#include "core/exchange/trust.h"
#include "db/desks.h"
#include "db/hashing.h"
#include "db/store_parts.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

// None of them sounds like another, like a digit or like what a reference begins with.
constexpr QStringView alphabet = u"BFHKLMQRWXYZ";
constexpr qsizetype fewestLetters = 3;

QString lettersOf(const DeskId& desk)
{
    QString letters;
    for (const auto byte : hash(deskBytes(desk)))
        letters.append(alphabet[byte % alphabet.size()]);
    return letters;
}

/// What is known here of how another desk numbers.
struct Numbering {
    std::map<DeskId, QString> said; ///< its letters, by who says so
    std::optional<Instant> opened;
};

class Others {
public:
    explicit Others(const StoreParts& parts)
        : m_records(deskRecords(parts))
        , m_own(identitiesOf(parts.desk, m_records))
        , m_desk(parts.desk)
    {
        for (const auto& [id, record] : m_records) {
            if (!record.opened.signingKey.isEmpty() && !isOwn(id))
                m_others[id].opened = record.openedAt;
            for (const core::Statement& said : record.statements)
                hear(id, said);
        }
    }

    bool isOwn(const DeskId& desk) const
    {
        return std::find(m_own.begin(), m_own.end(), desk) != m_own.end();
    }

    /// Whether another than this desk should change: it is known to have been opened later.
    bool isLater(const DeskId& desk) const
    {
        const auto self = m_records.find(m_desk);
        const auto other = m_others.find(desk);
        return self != m_records.end() && other != m_others.end() && other->second.opened
            && std::pair(self->second.openedAt, m_desk) < std::pair(*other->second.opened, desk);
    }

    bool mustYield(const QString& mark) const
    {
        return std::any_of(m_others.begin(), m_others.end(),
            [&](const auto& each) { return uses(each, mark) && !isLater(each.first); });
    }

    /// Whether one of them has these letters or may come to have some that begin so.
    bool mayUse(const QString& mark) const
    {
        return std::any_of(m_others.begin(), m_others.end(), [&](const auto& each) {
            return uses(each, mark) || lettersOf(each.first).startsWith(mark);
        });
    }

private:
    using Each = std::pair<const DeskId, Numbering>;

    static bool uses(const Each& each, const QString& mark)
    {
        return mark == lettersOf(each.first).left(fewestLetters)
            || std::any_of(each.second.said.begin(), each.second.said.end(),
                [&](const auto& said) { return said.second == mark; });
    }

    void hear(const DeskId& by, const core::Statement& said)
    {
        const DeskBelieved& other = said.believed;
        if (said.standing == Belief::Withdrawn || isOwn(other.desk))
            return;
        Numbering& numbering = m_others[other.desk];
        numbering.said[by] = other.letter;
        if (!numbering.opened)
            numbering.opened = other.opened;
    }

    std::map<DeskId, DeskRecord> m_records;
    std::vector<DeskId> m_own;
    DeskId m_desk;
    std::map<DeskId, Numbering> m_others;
};

bool standsInReferences(Database& database, const QString& mark)
{
    const QString pattern = u"*-%1[0-9]*"_s.arg(mark);
    return number(database,
               u"SELECT EXISTS (SELECT 1 FROM contact WHERE ref GLOB ?1)"
               " OR EXISTS (SELECT 1 FROM \"case\" WHERE ref GLOB ?1)"
               " OR EXISTS (SELECT 1 FROM handover_item WHERE transfer_number GLOB ?1)"_s,
               {pattern})
        != 0;
}

QString markIn(const QString& reference)
{
    const QString last = reference.mid(reference.lastIndexOf(u'-') + 1);
    const auto digit
        = std::find_if(last.begin(), last.end(), [](QChar each) { return each.isDigit(); });
    return last.left(digit - last.begin());
}

// Who wrote the first event of it that came here.
DeskId authorOf(Database& database, const Arrived& arrived)
{
    Rows rows = select(database,
        u"SELECT h.envelope FROM subject s JOIN header h ON h.place >= s.id << %1"
        " AND h.place < (s.id + 1) << %1 WHERE s.uuid = ? AND s.kind = ? ORDER BY h.place LIMIT 1"_s
            .arg(placeBits),
        {QUuid::fromString(arrived.id).toRfc4122(), arrived.kind});
    if (!rows.next())
        return {};
    const QByteArray envelope = rows.bytes(0);
    const auto place = placeIn(envelope);
    return place ? QString::fromLatin1(place->desk.toByteArray().toHex()) : DeskId();
}

bool othersMade(const StoreParts& parts, const Others& others, const std::vector<Arrived>& arrived)
{
    return std::any_of(arrived.begin(), arrived.end(), [&](const Arrived& each) {
        if (!each.isNew || each.ref.isEmpty() || markIn(each.ref) != parts.mark)
            return false;
        const DeskId author = authorOf(*parts.database, each);
        return !author.isEmpty() && !others.isOwn(author) && !others.isLater(author);
    });
}

}

QString markFor(const StoreParts& parts, const DeskId& desk)
{
    const Others others(parts);
    const QString letters = lettersOf(desk);
    for (qsizetype length = fewestLetters; length < letters.size(); ++length)
        if (const QString mark = letters.left(length); mark != parts.mark && !others.mayUse(mark)
            && !standsInReferences(*parts.database, mark))
            return mark;
    return letters;
}

std::optional<QString> leaveMarkOfOthers(Store& store, const std::vector<Arrived>& arrived)
{
    StoreParts& parts = store.parts();
    const Others others(parts);
    if (!others.mustYield(parts.mark) && !othersMade(parts, others, arrived))
        return {};
    const QString mark = markFor(parts, parts.desk);
    Write write(parts);
    setMeta(*parts.database, u"mark"_s, mark);
    write.commit();
    parts.mark = mark;
    return mark;
}

}
