#pragma once

#include "core/journal/envelope.h"

#include <QtEndian>

namespace core {

inline constexpr char bytesFormat = 1;
inline constexpr qsizetype idBytes = 16;
inline constexpr qsizetype numberBytes = 8;
inline constexpr qsizetype digestBytes = 32;

/// Writes fields with their length before them, as docs/format.md fixes it.
class FieldWriter {
public:
    FieldWriter() = default; ///< fields alone, without format and tag
    explicit FieldWriter(QByteArrayView tag)
    {
        m_bytes.reserve(512);
        m_bytes.append(bytesFormat);
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
        char value[numberBytes];
        qToBigEndian(field, value);
        bytes({value, numberBytes});
    }
    void digest(const Digest& field)
    {
        bytes({reinterpret_cast<const char*>(field.data()), digestBytes});
    }
    void digests(const std::vector<Digest>& fields)
    {
        bytes({reinterpret_cast<const char*>(fields.data()),
            static_cast<qsizetype>(fields.size()) * digestBytes});
    }

    QByteArray taken() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads them back. Once something does not fit, every later field is empty and `fits` stays false.
class FieldReader {
public:
    explicit FieldReader(QByteArrayView bytes) : m_rest(bytes) { } ///< fields alone
    FieldReader(QByteArrayView bytes, QByteArrayView tag) : m_rest(bytes)
    {
        fits = !m_rest.empty() && m_rest.front() == bytesFormat;
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
        const QByteArrayView field = bytes(idBytes);
        return fits ? QUuid::fromRfc4122(field) : QUuid();
    }
    qint64 number()
    {
        const QByteArrayView field = bytes(numberBytes);
        return fits ? qFromBigEndian<qint64>(field.data()) : 0;
    }
    Digest digest() { return digestFrom(bytes(digestBytes)).value_or(Digest{}); }
    std::vector<Digest> digests()
    {
        const QByteArrayView field = bytes();
        fits = fits && field.size() % digestBytes == 0;
        std::vector<Digest> all;
        for (qsizetype at = 0; fits && at < field.size(); at += digestBytes)
            all.push_back(*digestFrom(field.sliced(at, digestBytes)));
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

}
