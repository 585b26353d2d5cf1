#pragma once

#include "core/command/fields.h"
#include "core/time/london.h"
#include "core/time/typed_time.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace core {

/// What is wrong with one field of a command: which, why, and what to write instead.
struct ReadProblem {
    QString field; ///< path, "doctor.name"
    QString text;
    QString mend;
    QString clause = {}; ///< empty: only that it cannot be read
};

/// How typed values become exact ones, and what went wrong on the way.
struct Reading {
    Instant now;
    /// A reference that is not a UUID ("E-2026-11-18-003", "$a") to its identifier.
    std::function<std::optional<QUuid>(const QString&)> resolve;
    std::vector<ReadProblem> problems;
    bool strict
        = true; ///< a command: unknown keys and wrong types are problems. Else a stored payload
    std::optional<Instant> occurred = {}; ///< of a command: when it happened, for what was due then

    void add(const QString& field, const QString& text, const QString& mend)
    {
        problems.push_back({field, text, mend, {}});
    }
};

/// Whether the text is the spoken "not yet known": accepted for any optional field, left owed.
bool isNotYetKnown(const QJsonValue& json);

// One reader per kind of plain value; each reports what is wrong into `reading`.
void readValue(const QJsonValue& json, QString& value, const QString& field, Reading& reading);
void readValue(const QJsonValue& json, bool& value, const QString& field, Reading& reading);
void readValue(const QJsonValue& json, int& value, const QString& field, Reading& reading);
void readValue(const QJsonValue& json, qint64& value, const QString& field, Reading& reading);
void readValue(const QJsonValue& json, Instant& value, const QString& field, Reading& reading);
void readValue(const QJsonValue& json, Due& value, const QString& field, Reading& reading);
void readValue(const QJsonValue& json, QDate& value, const QString& field, Reading& reading);
void readValue(const QJsonValue& json, QUuid& value, const QString& field, Reading& reading);
void readValue(const QJsonValue& json, QStringList& value, const QString& field, Reading& reading);

/// Reports a word that is none of the choices, naming them all, and the clause that closes them.
void wrongWord(const QString& given, const QStringList& choices, const OnlyThese& closed,
    const QString& field, Reading& reading);

template <typename T>
void readAny(const QJsonValue& json, T& value, const QString& field, Reading& reading);

/// Reads visited fields out of an object, noting what is missing, unknown or of the wrong kind.
class JsonReader {
public:
    JsonReader(QJsonObject object, QString path, Reading& reading)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_reading(reading)
    {
    }

    template <typename T>
    void operator()(const char* key, T& value, const char* = "", Need need = Need::Optional)
    {
        if (m_reading.strict)
            m_known.append(QString::fromLatin1(key));
        const QJsonValue json = m_object.value(QLatin1StringView(key));
        const bool absent = json.isUndefined() || json.isNull()
            || (need == Need::Optional && m_reading.strict && isNotYetKnown(json));
        if (!absent)
            readAny(json, value, pathOf(key), m_reading);
        else if (need == Need::Required && m_reading.strict)
            missing(pathOf(key));
    }

    void finish() const;

private:
    void missing(const QString& field) const;
    // Of a stored payload nothing is reported, and very many are read.
    QString pathOf(const char* key) const
    {
        return m_reading.strict ? m_path + QLatin1StringView(key) : QString();
    }

    QJsonObject m_object;
    QString m_path;
    Reading& m_reading;
    QStringList m_known;
};

template <Visited T>
void readObject(const QJsonObject& object, T& value, const QString& path, Reading& reading)
{
    JsonReader reader(object, path, reading);
    T::visit(value, reader);
    reader.finish();
}

namespace detail {

void notAList(const QString& field, Reading& reading);
void notAnObject(const QString& field, Reading& reading);
QString placeIn(const QString& list, int index, const Reading& reading);

template <typename T>
void readList(const QJsonValue& json, std::vector<T>& value, const QString& field, Reading& reading)
{
    if (!json.isArray())
        return notAList(field, reading);
    int index = 0;
    const QJsonArray array = json.toArray();
    for (const QJsonValue& each : array) {
        value.emplace_back();
        readAny(each, value.back(), placeIn(field, index++, reading), reading);
    }
}

template <typename E>
void readWord(const QJsonValue& json, E& value, const QString& field, Reading& reading)
{
    if (const auto found = fromWord<E>(json.toString()))
        value = *found;
    else
        wrongWord(json.toVariant().toString(), wordsOf<E>(), onlyThese<E>, field, reading);
}

}

template <typename T>
void readAny(const QJsonValue& json, T& value, const QString& field, Reading& reading)
{
    if constexpr (isOptional<T>) {
        value.emplace();
        readAny(json, *value, field, reading);
    } else if constexpr (isId<T>) {
        readValue(json, value.value, field, reading);
    } else if constexpr (isVector<T>) {
        detail::readList(json, value, field, reading);
    } else if constexpr (std::is_enum_v<T>) {
        detail::readWord(json, value, field, reading);
    } else if constexpr (Visited<T>) {
        if (json.isObject())
            readObject(json.toObject(), value, field + u'.', reading);
        else
            detail::notAnObject(field, reading);
    } else {
        readValue(json, value, field, reading);
    }
}

/// A stored payload; unknown keys are left alone, wrong ones leave the field's default.
template <Visited T>
T readPayload(const QByteArray& payload)
{
    T value;
    Reading reading;
    reading.strict = false;
    readObject(QJsonDocument::fromJson(payload).object(), value, {}, reading);
    return value;
}

}
