#include "db/desk_doubts.h"

#include "db/desks.h"
#include "db/store_open.h"
#include "db/store_parts.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

std::optional<Instant> lastSent(Database& database, const DeskId& desk)
{
    Rows rows = select(database, u"SELECT made FROM peer WHERE desk = ?"_s, {deskBytes(desk)});
    return rows.next() ? std::optional(fromMillis(rows.number(0))) : std::nullopt;
}

// What came by its digest alone does not say when it was written.
std::optional<Event> newestOf(Database& database, const DeskId& desk)
{
    Rows rows = select(database,
        u"SELECT h.envelope FROM chain c LEFT JOIN header h ON h.place = c.place WHERE c.desk ="
        " (SELECT id FROM desk WHERE desk = ?) ORDER BY c.seq DESC LIMIT 1"_s,
        {deskBytes(desk)});
    if (!rows.next())
        return {};
    const auto envelope = readEnvelope(rows.bytes(0));
    return envelope ? std::optional(envelope->event) : std::nullopt;
}

std::optional<Instant> lastWrittenBy(Database& database, const DeskId& desk)
{
    const auto newest = newestOf(database, desk);
    return newest ? std::optional(fromMillis(newest->recorded.ms)) : std::nullopt;
}

// By its own clock.
std::optional<Instant> lastSeen(Database& database, const DeskId& desk)
{
    return std::max(lastSent(database, desk), lastWrittenBy(database, desk));
}

// What its newest bundle was stamped with; what it writes goes by its latest entry, which a clock
// that was set back does not undo.
std::optional<Instant> clockOf(Database& database, const DeskId& desk)
{
    const auto sent = lastSent(database, desk);
    return sent ? sent : lastWrittenBy(database, desk);
}

bool goesOnFromAll(Database& database, const Successor& successor)
{
    return successor.after && headOf(database, successor.before).seq <= *successor.after;
}

bool wroteOn(Database& database, const Successor& successor)
{
    if (!successor.after || goesOnFromAll(database, successor))
        return false;
    if (successor.training) {
        const auto newest = newestOf(database, successor.before);
        return newest && isStillAtWork(successor, newest->action);
    }
    const auto last = lastSeen(database, successor.before);
    return last && isStillAtWork(successor, *last);
}

// Of this desk it is no matter whether it wrote on: whoever reads this is at work on it.
bool isInDoubt(const Store& store, const Successor& successor,
    const std::map<DeskId, TrustedDesk>& trusted, const std::map<DeskId, DeskRecord>& records)
{
    const auto own = core::identitiesOf(store.desk(), records);
    if (successor.before == store.desk())
        return std::find(own.begin(), own.end(), successor.desk) == own.end();
    const auto before = trusted.find(successor.before);
    const bool letGo = before != trusted.end() && before->second.withdrawn;
    return !letGo && wroteOn(*store.parts().database, successor);
}

std::map<DeskId, QString> namesOfDesks(const Store& store)
{
    std::map<DeskId, QString> names;
    for (const KnownDesk& known : knownDesks(*store.parts().database))
        names[known.desk] = known.name;
    for (const auto& [id, trusted] : trustedDesks(store))
        names[id] = trusted.believed.deskName;
    return names;
}

std::optional<Successor> successorOf(const std::vector<Successor>& all, const DeskId& desk)
{
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const Successor& each) { return each.before == desk; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

}

DeskDoubts doubtsOf(const Store& store)
{
    const auto records = deskRecords(store);
    const auto trusted = core::trustedDesks(store.desk(), records);
    DeskDoubts doubts;
    std::set<DeskId> settled;
    for (const Successor& each : successorsOf(store.desk(), records))
        if (isInDoubt(store, each, trusted, records))
            doubts.stillAtWork.emplace(each.before, each);
        else if (goesOnFromAll(*store.parts().database, each))
            settled.insert(each.before);
    for (const DeskId& desk : settled)
        doubts.stillAtWork.erase(desk);
    for (const auto& [id, desk] : trusted) {
        const auto last = clockOf(*store.parts().database, id);
        const auto ahead = last ? clockAhead(*last, store.now()) : std::nullopt;
        if (ahead && !desk.withdrawn)
            doubts.clockAhead.emplace(id, *ahead);
    }
    return doubts;
}

static QString stillAtWorkText(
    const DeskId& self, const DeskId& desk, const QString& name, const Successor& successor)
{
    return desk == self ? continuedElsewhereText(successor)
                        : core::stillAtWorkText(name, successor);
}

QStringList textsOf(
    const DeskDoubts& doubts, const DeskId& self, const DeskId& desk, const QString& name)
{
    QStringList texts;
    if (const auto found = doubts.stillAtWork.find(desk); found != doubts.stillAtWork.end())
        texts.append(stillAtWorkText(self, desk, name, found->second));
    if (const auto found = doubts.clockAhead.find(desk); found != doubts.clockAhead.end())
        texts.append(clockAheadText(name, found->second));
    return texts;
}

void tellDoubts(
    const Store& store, const DeskDoubts& before, const FoundOfDesks& found, ImportReport& report)
{
    const auto successors = successorsOf(store.desk(), deskRecords(store));
    for (const Fork& fork : found.forks)
        report.forks.append(forkText(fork, successorOf(successors, fork.desk)));
    const DeskDoubts now = doubtsOf(store);
    auto names = namesOfDesks(store);
    for (const auto& [id, successor] : now.stillAtWork)
        if (!before.stillAtWork.contains(id))
            report.forks.append(stillAtWorkText(store.desk(), id, names[id], successor));
    for (const auto& [id, ahead] : now.clockAhead)
        if (!before.clockAhead.contains(id))
            report.clocks.append(clockAheadText(names[id], ahead));
    for (const auto& [id, wrote] : found.wroteAhead)
        if (!now.clockAhead.contains(id))
            report.clocks.append(wroteAheadText(names[id], wrote));
}

}
