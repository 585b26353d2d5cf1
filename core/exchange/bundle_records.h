#pragma once

#include "core/journal/envelope.h"

namespace core {

/// The kinds of record that a bundle holds, as docs/bundle.md fixes them.
enum class BundleRecord : quint8 {
    Opening = 1,
    Segment = 2,
    Event = 3,
    Stubs = 4,
    Signature = 5,
    Revealed = 6,
    Acknowledged = 7,
    File = 8,
    FilePiece = 9,
    FileMissing = 10,
    Wanted = 11,
    Closing = 12
};

/// A longer record is not read: somebody could fill the memory with it.
inline constexpr qsizetype longestBundleRecord = qsizetype(32) << 20;
/// What one event may say in words: far below what a bundle's record can hold, whatever it is.
inline constexpr qsizetype mostEventBytes = qsizetype(8) << 20;

/// No honest desk's chain is longer: a place beyond it is not read.
inline constexpr qint64 furthestPlace = 1'000'000'000'000;

/// Who made a bundle, when and for whom. The first record.
struct BundleOpening {
    DeskId sender;
    QByteArray signingKey;
    QString name;
    QString service;
    QString to; ///< service that it is for
    Instant made;
    qint64 seq = 0; ///< of the sender's newest event: an older bundle has a lower one
    bool training = false;
};
QByteArray bundleBytes(const BundleOpening& opening);
std::optional<BundleOpening> readOpening(QByteArrayView bytes);

/// A run of one desk's chain begins; `before` is the chain of the event before it, zeros for none.
struct BundleSegment {
    DeskId desk;
    qint64 first = 1;
    Digest before{};
};
QByteArray bundleBytes(const BundleSegment& segment);
std::optional<BundleSegment> readSegment(QByteArrayView bytes);

/// An event whole: the bytes that its digest and its body's digest are taken over.
struct BundleEvent {
    QByteArrayView envelope;
    QByteArrayView blind;
    QByteArrayView body;
};
QByteArray bundleBytes(const BundleEvent& event);
/// Views into `bytes`.
std::optional<BundleEvent> readBundleEvent(QByteArrayView bytes);

QByteArray bundleBytes(const Head& head);
std::optional<Head> readBundleHead(QByteArrayView bytes);

/// An attached file begins.
struct BundleFile {
    Digest hash{};
    qint64 size = 0;
};
QByteArray bundleBytes(const BundleFile& file);
std::optional<BundleFile> readBundleFile(QByteArrayView bytes);

/// What the sender signs at the end; `sum` is the hash of all that went before.
QByteArray bundleSumBytes(const Digest& sum);

/// A body read back, as bodyBytes wrote it: views into `bytes`, the words in UTF-8.
struct BodyParts {
    QByteArrayView evidence;
    QByteArrayView lateReason;
    QByteArrayView payload;
};
std::optional<BodyParts> readBody(QByteArrayView bytes);

/// Where an event belongs, out of an envelope: all that is needed of one that was read before.
struct EnvelopePlace {
    QByteArrayView desk;
    qint64 seq = 0;
    QByteArrayView subjectKind; ///< the word, which a newer version may have written
    QUuid subject;
    int index = 0;
    int count = 1;
};
std::optional<EnvelopePlace> placeIn(QByteArrayView envelope);

}
