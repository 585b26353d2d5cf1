#include "core/journal/envelope.h"

#include <QtEndian>

namespace core {

namespace {

constexpr char format = 1;
constexpr QByteArrayView eventTag = "dutydesk.event";
constexpr QByteArrayView bodyTag = "dutydesk.body";
constexpr QByteArrayView chainTag = "dutydesk.chain";
constexpr QByteArrayView headTag = "dutydesk.head";

constexpr qsizetype idSize = 16;
constexpr qsizetype numberSize = 8;
constexpr qsizetype digestSize = 32;
constexpr qsizetype usualSize = 512;

class FieldWriter {
public:
    explicit FieldWriter(QByteArrayView tag)
    {
        m_bytes.reserve(usualSize);
        m_bytes.append(format);
        bytes(tag);
    }

    void bytes(QByteArrayView field)
    {
        char length[4];
        qToBigEndian(static_cast<quint32>(field.size()), length);
        m_bytes.append(length, sizeof length);
        m_bytes.append(field);
    }
    void text(const QString& field) { bytes(field.toUtf8()); }
    void id(const QUuid& field) { bytes(field.toRfc4122()); }
    void number(qint64 field)
    {
        char value[numberSize];
        qToBigEndian(field, value);
        bytes({value, numberSize});
    }
    void digest(const Digest& field)
    {
        bytes({reinterpret_cast<const char*>(field.data()), digestSize});
    }
    void digests(const std::vector<Digest>& fields)
    {
        bytes({reinterpret_cast<const char*>(fields.data()),
            static_cast<qsizetype>(fields.size()) * digestSize});
    }

    QByteArray taken() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

// Once something does not fit, every later field is empty and `fits` stays false.
class FieldReader {
public:
    FieldReader(QByteArrayView bytes, QByteArrayView tag) : m_rest(bytes)
    {
        fits = !m_rest.empty() && m_rest.front() == format;
        m_rest = m_rest.sliced(std::min<qsizetype>(1, m_rest.size()));
        fits = this->bytes() == tag && fits;
    }

    QByteArrayView bytes(qsizetype expected = -1)
    {
        const qsizetype prefix = 4;
        if (m_rest.size() < prefix)
            return fail();
        const qsizetype length = qFromBigEndian<quint32>(m_rest.data());
        if (length > m_rest.size() - prefix || (expected >= 0 && length != expected))
            return fail();
        const QByteArrayView field = m_rest.sliced(prefix, length);
        m_rest = m_rest.sliced(prefix + length);
        return field;
    }
    QString text() { return QString::fromUtf8(bytes()); }
    QUuid id()
    {
        const QByteArrayView field = bytes(idSize);
        return fits ? QUuid::fromRfc4122(field) : QUuid();
    }
    qint64 number()
    {
        const QByteArrayView field = bytes(numberSize);
        return fits ? qFromBigEndian<qint64>(field.data()) : 0;
    }
    Digest digest() { return digestFrom(bytes(digestSize)).value_or(Digest{}); }
    std::vector<Digest> digests()
    {
        const QByteArrayView field = bytes();
        fits = fits && field.size() % digestSize == 0;
        std::vector<Digest> all;
        for (qsizetype at = 0; fits && at < field.size(); at += digestSize)
            all.push_back(*digestFrom(field.sliced(at, digestSize)));
        return all;
    }

    bool finished() const { return fits && m_rest.empty(); }

    bool fits = true;

private:
    QByteArrayView fail()
    {
        fits = false;
        m_rest = {};
        return {};
    }

    QByteArrayView m_rest;
};

void readPlace(FieldReader& in, Event& event)
{
    event.desk = QString::fromLatin1(in.bytes(idSize).toByteArray().toHex());
    event.seq = in.number();
    const auto kind = fromWord<SubjectKind>(in.text());
    in.fits = in.fits && kind;
    event.subject = {kind.value_or(SubjectKind::Desk), in.id()};
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
