#include "core/exchange/bundle_records.h"

#include "core/journal/field_bytes.h"

namespace core {

namespace {

constexpr QByteArrayView sumTag = "dutydesk.bundle.sum";
constexpr QByteArrayView eventTag = "dutydesk.event";
constexpr QByteArrayView bodyTag = "dutydesk.body";
constexpr qsizetype keySize = 32;

DeskId readDesk(FieldReader& in)
{
    return QString::fromLatin1(in.bytes(idBytes).toByteArray().toHex());
}

template <typename T>
std::optional<T> whole(const FieldReader& in, T value)
{
    if (!in.finished())
        return {};
    return value;
}

}

QByteArray bundleBytes(const BundleOpening& opening)
{
    FieldWriter out;
    out.bytes(deskBytes(opening.sender));
    out.bytes(opening.signingKey);
    out.text(opening.name);
    out.text(opening.service);
    out.text(opening.to);
    out.number(toMillis(opening.made));
    out.number(opening.seq);
    out.number(opening.training ? 1 : 0);
    return out.taken();
}

std::optional<BundleOpening> readOpening(QByteArrayView bytes)
{
    FieldReader in(bytes);
    BundleOpening opening;
    opening.sender = readDesk(in);
    opening.signingKey = in.bytes(keySize).toByteArray();
    opening.name = in.text();
    opening.service = in.text();
    opening.to = in.text();
    opening.made = fromMillis(in.number());
    opening.seq = in.number();
    opening.training = in.number() == 1;
    return whole(in, std::move(opening));
}

QByteArray bundleBytes(const BundleSegment& segment)
{
    return bundleBytes(Head{segment.desk, segment.first, segment.before});
}

std::optional<BundleSegment> readSegment(QByteArrayView bytes)
{
    const auto head = readBundleHead(bytes);
    if (!head || head->seq < 1)
        return {};
    return BundleSegment{head->desk, head->seq, head->chain};
}

QByteArray bundleBytes(const BundleEvent& event)
{
    FieldWriter out;
    out.bytes(event.envelope);
    out.bytes(event.blind);
    out.bytes(event.body);
    return out.taken();
}

std::optional<BundleEvent> readBundleEvent(QByteArrayView bytes)
{
    FieldReader in(bytes);
    BundleEvent event;
    event.envelope = in.bytes();
    event.blind = in.bytes(keySize);
    event.body = in.bytes();
    return whole(in, event);
}

QByteArray bundleBytes(const Head& head)
{
    FieldWriter out;
    out.bytes(deskBytes(head.desk));
    out.number(head.seq);
    out.digest(head.chain);
    return out.taken();
}

std::optional<Head> readBundleHead(QByteArrayView bytes)
{
    FieldReader in(bytes);
    Head head;
    head.desk = readDesk(in);
    head.seq = in.number();
    head.chain = in.digest();
    return whole(in, std::move(head));
}

QByteArray bundleBytes(const BundleFile& file)
{
    FieldWriter out;
    out.digest(file.hash);
    out.number(file.size);
    return out.taken();
}

std::optional<BundleFile> readBundleFile(QByteArrayView bytes)
{
    FieldReader in(bytes);
    BundleFile file;
    file.hash = in.digest();
    file.size = in.number();
    return whole(in, file);
}

QByteArray bundleSumBytes(const Digest& sum)
{
    FieldWriter out(sumTag);
    out.digest(sum);
    return out.taken();
}

std::optional<BodyParts> readBody(QByteArrayView bytes)
{
    FieldReader in(bytes, bodyTag);
    BodyParts body;
    body.evidence = in.bytes();
    body.lateReason = in.bytes();
    body.payload = in.bytes();
    return whole(in, body);
}

std::optional<EnvelopePlace> placeIn(QByteArrayView envelope)
{
    FieldReader in(envelope, eventTag);
    EnvelopePlace place;
    place.desk = in.bytes(idBytes);
    place.seq = in.number();
    place.subjectKind = in.bytes();
    place.subject = in.id();
    in.bytes();
    in.id();
    place.index = static_cast<int>(in.number());
    place.count = static_cast<int>(in.number());
    if (!in.fits)
        return {};
    return place;
}

}
