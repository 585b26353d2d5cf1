#include "core/exchange/forks.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::chrono::minutes honest{1};
constexpr qsizetype shownOfADesk = 8;

/// What decides whose word counts.
struct Around {
    const std::map<DeskId, DeskRecord>& desks;
    std::map<DeskId, TrustedDesk> trusted;
    std::vector<DeskId> own;

    bool isOwn(const DeskId& desk) const
    {
        return std::find(own.begin(), own.end(), desk) != own.end();
    }
    bool isTrusted(const DeskId& desk) const
    {
        const auto found = trusted.find(desk);
        return found != trusted.end() && !found->second.withdrawn;
    }
    bool counts(const DeskId& desk) const { return isOwn(desk) || isTrusted(desk); }
    bool isWithdrawn(const DeskId& desk) const
    {
        const auto found = trusted.find(desk);
        return found != trusted.end() && found->second.withdrawn;
    }
    QString serviceOf(const DeskId& desk) const
    {
        if (const auto found = trusted.find(desk); found != trusted.end())
            return found->second.service();
        const auto record = desks.find(desk);
        return record == desks.end() ? QString() : record->second.opened.services.value(0);
    }
};

using Found = std::map<DeskId, Successor>;

// A copy that a desk let go is, by its word, no desk that goes on from another.
Found stillSaidBy(const Around& around, const DeskRecord& record)
{
    Found said;
    for (const Statement& each : record.statements) {
        const DeskBelieved& whom = each.believed;
        if (each.standing == Belief::Withdrawn)
            said.erase(whom.desk);
        else if (!whom.continues.isEmpty()
            && whom.services.value(0) == around.serviceOf(whom.continues))
            said[whom.desk] = {whom.desk, whom.continues, whom.deskName, {}, whom.opened,
                around.isTrusted(whom.desk), record.opened.training, {}};
    }
    return said;
}

void addSaidOfOthers(Found& found, const Around& around, const DeskRecord& record)
{
    for (const auto& [desk, successor] : stillSaidBy(around, record))
        if (!around.isWithdrawn(desk))
            found[desk] = successor;
}

void addSaidOfItself(
    Found& found, const Around& around, const DeskId& desk, const DeskRecord& record)
{
    const DeskOpened& opened = record.opened;
    if (!opened.continues || around.serviceOf(desk) != around.serviceOf(opened.continues->desk))
        return;
    found[desk] = {desk, opened.continues->desk, opened.name, opened.continues->seq,
        record.openedAt, around.isTrusted(desk), opened.training, record.openedBy};
}

QString called(const Successor& successor)
{
    return u"“%1” (identity %2)"_s.arg(successor.name, successor.desk.left(shownOfADesk));
}

QString since(const Successor& successor)
{
    return (successor.after ? u" from its event %1"_s.arg(*successor.after) : QString())
        + (successor.began ? u" since %1"_s.arg(dateTimeText(*successor.began)) : QString());
}

QString wayOut(const Fork& fork, const std::optional<Successor>& successor)
{
    if (fork.own && successor)
        return u"This store goes on as a new desk already."_s;
    if (!successor)
        return u"On that desk, `dutydesk-cli restore` or the next import gives it a new "
               u"identity."_s;
    if (successor->trusted)
        return u"It goes on as the new desk %1, which is believed here."_s.arg(called(*successor));
    return u"It goes on as the new desk %1: trust that one (`dutydesk-cli desks trust FILE`)."_s
        .arg(called(*successor));
}

}

std::vector<Successor> successorsOf(const DeskId& self, const std::map<DeskId, DeskRecord>& desks)
{
    const Around around{desks, trustedDesks(self, desks), identitiesOf(self, desks)};
    Found found;
    for (const auto& [id, record] : desks)
        if (around.counts(id))
            addSaidOfOthers(found, around, record);
    for (const auto& [id, record] : desks)
        if (around.counts(id))
            addSaidOfItself(found, around, id, record);
    std::vector<Successor> successors;
    successors.reserve(found.size());
    for (const auto& [id, successor] : found)
        successors.push_back(successor);
    return successors;
}

bool isStillAtWork(const Successor& successor, Instant last)
{
    return successor.began && last > *successor.began + honest;
}

// RFC 9562: the first 48 bits of version 7 are the milliseconds since 1970.
static std::optional<Instant> madeAt(const QUuid& id)
{
    constexpr int versionAt = 12;
    constexpr int timeBits = 48;
    constexpr int hexadecimal = 16;
    const QString digits = id.toString(QUuid::Id128);
    if (digits[versionAt] != u'7')
        return {};
    return fromMillis(digits.left(timeBits / 4).toLongLong(nullptr, hexadecimal));
}

bool isStillAtWork(const Successor& successor, const QUuid& last)
{
    const auto began = madeAt(successor.openedBy);
    const auto wrote = madeAt(last);
    return began && wrote && *wrote > *began;
}

std::optional<std::chrono::milliseconds> clockAhead(Instant its, Instant now)
{
    if (its <= now + honest)
        return {};
    return its - now;
}

QString forkText(const Fork& fork, const std::optional<Successor>& successor)
{
    return u"“%1” went on in two ways from its event %2: it was put back from an old backup, or "
           u"its "
           u"file was copied. Both are kept. %3"_s.arg(
               fork.name, QString::number(fork.after), wayOut(fork, successor));
}

QString stillAtWorkText(const QString& name, const Successor& successor)
{
    return u"“%1” is still at work, although the desk %2 goes on%3: one store became two. What "
           u"both "
           u"wrote is kept. Let the older one go: read a last bundle of it, have it closed and "
           u"believe it no longer (`dutydesk-cli desks withdraw`). If both are to stay, a backup "
           u"of "
           u"the older one is put back with `dutydesk-cli restore` and trusted anew."_s.arg(
               name, called(successor), since(successor));
}

QString continuedElsewhereText(const Successor& successor)
{
    return u"This store was continued elsewhere: the desk %1 goes on%2. Nothing that is here is "
           u"lost. "
           u"Write a last bundle, close this store and go on in the other. If this one is to stay, "
           u"put a backup of it back with `dutydesk-cli restore` and introduce it anew."_s.arg(
               called(successor), since(successor));
}

QString clockAheadText(const QString& name, std::chrono::milliseconds ahead)
{
    return u"The clock of “%1” is %2 ahead of this computer's. Compare both with a clock that is "
           u"right, and set the wrong one; what it wrote keeps the times it gave, so look at those "
           u"that matter."_s.arg(name, durationText(ahead));
}

QString wroteAheadText(const QString& name, const WroteAhead& ahead)
{
    return u"“%1” wrote %2 while its clock was up to %3 ahead of this computer's; it is right now. "
           u"They keep the times they gave, so look at those that matter."_s.arg(name,
               ahead.entries == 1 ? u"1 entry"_s : u"%1 entries"_s.arg(ahead.entries),
               durationText(ahead.most));
}

}
