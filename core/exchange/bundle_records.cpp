#include "core/exchange/bundle_records.h"

#include "core/journal/field_bytes.h"

#include <type_traits>

namespace core {

namespace {

constexpr QByteArrayView sumTag = "dutydesk.bundle.sum";
constexpr QByteArrayView eventTag = "dutydesk.event";
constexpr QByteArrayView bodyTag = "dutydesk.body";
constexpr qsizetype keySize = 32;

/// Writes the fields that a record lists, in that order.
struct Put {
    FieldWriter out;

    void desk(const DeskId& field) { out.bytes(deskBytes(field)); }
    void key(QByteArrayView field) { out.bytes(field); }
    void bytes(QByteArrayView field) { out.bytes(field); }
    void text(const QString& field) { out.text(field); }
    void number(qint64 field) { out.number(field); }
    void place(qint64 field) { out.number(field); }
    void instant(Instant field) { out.number(toMillis(field)); }
    void flag(bool field) { out.number(field ? 1 : 0); }
    void digest(const Digest& field) { out.digest(field); }
};

/// Reads them back; what does not fit or cannot be leaves `good` false.
struct Take {
    FieldReader in;
    bool good = true;

    void desk(DeskId& field)
    {
        field = QString::fromLatin1(in.bytes(idBytes).toByteArray().toHex());
    }
    void key(QByteArray& field) { field = in.bytes(keySize).toByteArray(); }
    void key(QByteArrayView& field) { field = in.bytes(keySize); }
    void bytes(QByteArray& field) { field = in.bytes().toByteArray(); }
    void bytes(QByteArrayView& field) { field = in.bytes(); }
    void text(QString& field) { field = in.text(); }
    void number(qint64& field) { field = in.number(); }
    void place(qint64& field)
    {
        field = in.number();
        good = good && field >= 0 && field <= furthestPlace;
    }
    void instant(Instant& field) { field = fromMillis(in.number()); }
    void flag(bool& field) { field = in.number() == 1; }
    void digest(Digest& field) { field = in.digest(); }
};

template <typename T, typename Record>
concept Of = std::is_same_v<std::remove_const_t<T>, Record>;

// The fields of each record, in the order of docs/bundle.md.

void list(auto& v, Of<BundleOpening> auto& opening)
{
    v.desk(opening.sender);
    v.key(opening.signingKey);
    v.text(opening.name);
    v.text(opening.service);
    v.text(opening.to);
    v.instant(opening.made);
    v.place(opening.seq);
    v.flag(opening.training);
}

void list(auto& v, Of<BundleSegment> auto& segment)
{
    v.desk(segment.desk);
    v.place(segment.first);
    v.digest(segment.before);
}

void list(auto& v, Of<BundleEvent> auto& event)
{
    v.bytes(event.envelope);
    v.key(event.blind);
    v.bytes(event.body);
}

void list(auto& v, Of<Head> auto& head)
{
    v.desk(head.desk);
    v.place(head.seq);
    v.digest(head.chain);
}

void list(auto& v, Of<BundleFile> auto& file)
{
    v.digest(file.hash);
    v.number(file.size);
}

void list(auto& v, Of<BodyParts> auto& body)
{
    v.bytes(body.evidence);
    v.bytes(body.lateReason);
    v.bytes(body.payload);
}

template <typename T>
QByteArray written(const T& record)
{
    Put put;
    list(put, record);
    return put.out.taken();
}

template <typename T>
std::optional<T> readBack(const FieldReader& fields)
{
    Take take{fields};
    T record;
    list(take, record);
    if (!take.good || !take.in.finished())
        return {};
    return record;
}

}

QByteArray bundleBytes(const BundleOpening& opening)
{
    return written(opening);
}

std::optional<BundleOpening> readOpening(QByteArrayView bytes)
{
    return readBack<BundleOpening>(FieldReader(bytes));
}

QByteArray bundleBytes(const BundleSegment& segment)
{
    return written(segment);
}

std::optional<BundleSegment> readSegment(QByteArrayView bytes)
{
    auto segment = readBack<BundleSegment>(FieldReader(bytes));
    return segment && segment->first >= 1 ? segment : std::nullopt;
}

QByteArray bundleBytes(const BundleEvent& event)
{
    return written(event);
}

std::optional<BundleEvent> readBundleEvent(QByteArrayView bytes)
{
    return readBack<BundleEvent>(FieldReader(bytes));
}

QByteArray bundleBytes(const Head& head)
{
    return written(head);
}

std::optional<Head> readBundleHead(QByteArrayView bytes)
{
    return readBack<Head>(FieldReader(bytes));
}

QByteArray bundleBytes(const BundleFile& file)
{
    return written(file);
}

std::optional<BundleFile> readBundleFile(QByteArrayView bytes)
{
    return readBack<BundleFile>(FieldReader(bytes));
}

QByteArray bundleSumBytes(const Digest& sum)
{
    FieldWriter out(sumTag);
    out.digest(sum);
    return out.taken();
}

std::optional<BodyParts> readBody(QByteArrayView bytes)
{
    return readBack<BodyParts>(FieldReader(bytes, bodyTag));
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
