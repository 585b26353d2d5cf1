#include "core/exchange/presence.h"

#include "core/exchange/common_folder.h"
#include "core/exchange/sharing.h"
#include "core/journal/field_bytes.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr QByteArrayView title = "Dutydesk presence 2\n";
constexpr QByteArrayView sealedTag = "dutydesk.presence.sealed";
constexpr qint64 mostOpen = 100;
constexpr qint64 mostDesks = 5000;
constexpr qsizetype signatureSize = 64;

}

QByteArray presenceBytes(const Presence& presence)
{
    FieldWriter out("dutydesk.presence");
    out.text(presence.desk);
    out.text(presence.user);
    out.number(toMillis(presence.at));
    out.number(presence.beat);
    out.number(static_cast<qint64>(presence.open.size()));
    for (const OpenRecord& each : presence.open) {
        out.text(subjectText(each.subject));
        out.number(toMillis(each.since));
    }
    return out.taken();
}

QByteArray presenceContent(const SignedPresence& note)
{
    return presenceBytes(note.presence) + note.signature;
}

std::optional<SignedPresence> readPresenceContent(QByteArrayView bytes)
{
    if (bytes.size() <= signatureSize)
        return {};
    SignedPresence note;
    note.signature = bytes.last(signatureSize).toByteArray();
    FieldReader in(bytes.chopped(signatureSize), "dutydesk.presence");
    note.presence.desk = in.text();
    note.presence.user = in.text();
    note.presence.at = fromMillis(in.number());
    note.presence.beat = in.number();
    const qint64 count = in.number();
    for (qint64 i = 0; in.fits && i < std::min(count, mostOpen); ++i) {
        const auto subject = subjectFrom(in.text());
        const Instant since = fromMillis(in.number());
        if (subject)
            note.presence.open.push_back({*subject, since});
    }
    return in.finished() ? std::optional(note) : std::nullopt;
}

QByteArray presenceText(const SealedPresence& note)
{
    FieldWriter out(sealedTag);
    out.number(static_cast<qint64>(note.keys.size()));
    for (const auto& [desk, key] : note.keys) {
        out.bytes(deskBytes(desk));
        out.bytes(key);
    }
    out.bytes(note.nonce);
    out.bytes(note.box);
    return title.toByteArray() + out.taken().toBase64() + '\n';
}

std::optional<SealedPresence> readPresence(QByteArrayView text)
{
    if (!text.startsWith(title))
        return {};
    const QByteArray bytes = QByteArray::fromBase64(text.sliced(title.size()).toByteArray());
    FieldReader in(bytes, sealedTag);
    SealedPresence note;
    const qint64 count = in.number();
    for (qint64 i = 0; in.fits && i < std::min(count, mostDesks); ++i) {
        const DeskId desk = QString::fromLatin1(in.bytes(idBytes).toByteArray().toHex());
        note.keys.emplace_back(desk, in.bytes().toByteArray());
    }
    note.nonce = in.bytes().toByteArray();
    note.box = in.bytes().toByteArray();
    return in.finished() ? std::optional(note) : std::nullopt;
}

QString presenceFileName(const DeskId& desk)
{
    return desk + QString::fromUtf16(presenceSuffix);
}

void PresenceBook::hear(const Presence& presence, Instant now)
{
    const auto known = m_heard.find(presence.desk);
    if (known == m_heard.end())
        m_heard[presence.desk] = {presence, presence.at < now - stale ? expires : 0};
    else if (known->second.presence != presence)
        known->second = {presence, 0};
}

void PresenceBook::left(const DeskId& desk)
{
    m_heard.erase(desk);
}

void PresenceBook::tick()
{
    for (auto& [desk, heard] : m_heard)
        ++heard.age;
}

std::vector<PresenceBook::Other> PresenceBook::at(const Subject& subject) const
{
    std::vector<Other> others;
    for (const auto& [desk, heard] : m_heard)
        for (const OpenRecord& open : heard.presence.open)
            if (heard.age < expires && open.subject == subject)
                others.push_back({heard.presence.user, open.since});
    std::sort(others.begin(), others.end(),
        [](const Other& a, const Other& b) { return a.since < b.since; });
    return others;
}

std::vector<DeskId> PresenceBook::desks() const
{
    std::vector<DeskId> all;
    for (const auto& [desk, heard] : m_heard)
        if (heard.age < expires)
            all.push_back(desk);
    return all;
}

}
