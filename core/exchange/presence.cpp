#include "core/exchange/presence.h"

#include "core/exchange/common_folder.h"
#include "core/exchange/sharing.h"
#include "core/journal/field_bytes.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr QByteArrayView title = "Dutydesk presence 1\n";
constexpr qint64 mostOpen = 100;
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

QByteArray presenceText(const PresenceFile& file)
{
    return title.toByteArray() + (presenceBytes(file.presence) + file.signature).toBase64() + '\n';
}

std::optional<PresenceFile> readPresence(QByteArrayView text)
{
    if (!text.startsWith(title))
        return {};
    const QByteArray bytes = QByteArray::fromBase64(text.sliced(title.size()).toByteArray());
    if (bytes.size() <= signatureSize)
        return {};
    PresenceFile file;
    file.signature = bytes.right(signatureSize);
    FieldReader in(QByteArrayView(bytes).chopped(signatureSize), "dutydesk.presence");
    file.presence.desk = in.text();
    file.presence.user = in.text();
    file.presence.at = fromMillis(in.number());
    file.presence.beat = in.number();
    const qint64 count = in.number();
    for (qint64 i = 0; in.fits && i < std::min(count, mostOpen); ++i) {
        const auto subject = subjectFrom(in.text());
        const Instant since = fromMillis(in.number());
        if (subject)
            file.presence.open.push_back({*subject, since});
    }
    return in.finished() ? std::optional(file) : std::nullopt;
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
