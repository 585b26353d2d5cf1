#include "core/journal/envelope.h"

#include "core/journal/field_bytes.h"

namespace core {

namespace {

constexpr QByteArrayView eventTag = "dutydesk.event";
constexpr QByteArrayView bodyTag = "dutydesk.body";
constexpr QByteArrayView chainTag = "dutydesk.chain";
constexpr QByteArrayView headTag = "dutydesk.head";

constexpr qsizetype digestSize = 32;

// Of each event that is read: without the detour over texts that nobody keeps.
DeskId deskIdFrom(QByteArrayView bytes)
{
    static constexpr char16_t digits[] = u"0123456789abcdef";
    DeskId id(bytes.size() * 2, Qt::Uninitialized);
    QChar* to = id.data();
    for (const char each : bytes) {
        *to++ = digits[static_cast<unsigned char>(each) >> 4];
        *to++ = digits[static_cast<unsigned char>(each) & 0xf];
    }
    return id;
}

SubjectKind kindFrom(QByteArrayView word)
{
    int index = 0;
    for (const char* each : words<SubjectKind>) {
        if (word == QByteArrayView(each))
            return static_cast<SubjectKind>(index);
        ++index;
    }
    return SubjectKind::Newer;
}

void readPlace(FieldReader& in, Event& event)
{
    event.desk = deskIdFrom(in.bytes(idBytes));
    event.seq = in.number();
    event.subject.kind = kindFrom(in.bytes());
    event.subject.id = in.id();
    event.parents = in.digests();
    event.action = in.id();
    event.index = static_cast<int>(in.number());
    event.count = static_cast<int>(in.number());
}

void readWhatAndWho(FieldReader& in, Event& event)
{
    event.type = in.text();
    event.version = static_cast<int>(in.number());
    event.actor.user = {in.id()};
    event.actor.name = in.text();
    event.actor.role = in.text();
    event.actor.service = in.text();
    event.occurred = fromMillis(in.number());
    event.recorded.ms = in.number();
    event.recorded.counter = in.number();
}

}

QByteArray envelopeBytes(const Event& event, const Digest& body)
{
    FieldWriter out(eventTag);
    out.bytes(deskBytes(event.desk));
    out.number(event.seq);
    out.text(word(event.subject.kind));
    out.id(event.subject.id);
    out.digests(event.parents);
    out.id(event.action);
    out.number(event.index);
    out.number(event.count);
    out.text(event.type);
    out.number(event.version);
    out.id(event.actor.user.value);
    out.text(event.actor.name);
    out.text(event.actor.role);
    out.text(event.actor.service);
    out.number(toMillis(event.occurred));
    out.number(event.recorded.ms);
    out.number(event.recorded.counter);
    out.digest(body);
    return out.taken();
}

QByteArray bodyBytes(const NewEvent& event)
{
    FieldWriter out(bodyTag);
    out.text(event.evidence);
    out.text(event.lateReason);
    out.bytes(event.payload);
    return out.taken();
}

QByteArray chainBytes(const Digest& previous, const Digest& event)
{
    FieldWriter out(chainTag);
    out.digest(previous);
    out.digest(event);
    return out.taken();
}

QByteArray headBytes(const Head& head)
{
    FieldWriter out(headTag);
    out.bytes(deskBytes(head.desk));
    out.number(head.seq);
    out.digest(head.chain);
    return out.taken();
}

std::optional<Envelope> readEnvelope(QByteArrayView bytes)
{
    FieldReader in(bytes, eventTag);
    Envelope envelope;
    readPlace(in, envelope.event);
    readWhatAndWho(in, envelope.event);
    envelope.body = in.digest();
    if (!in.finished())
        return {};
    return envelope;
}

QByteArray deskBytes(const DeskId& desk)
{
    return QByteArray::fromHex(desk.toLatin1());
}

QByteArray toBytes(const Digest& digest)
{
    return {reinterpret_cast<const char*>(digest.data()), digestSize};
}

QString toHex(const Digest& digest)
{
    return QString::fromLatin1(toBytes(digest).toHex());
}

std::optional<Digest> digestFrom(QByteArrayView bytes)
{
    Digest digest{};
    if (bytes.size() != digestSize)
        return {};
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

}
