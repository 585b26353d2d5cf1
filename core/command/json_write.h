#pragma once

#include "core/command/fields.h"
#include "core/time/london.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <concepts>

namespace core {

template <typename T>
QJsonValue toJson(const T& value);

/// Puts each visited field that has a value into an object; empty ones are left out.
class JsonWriter {
public:
    explicit JsonWriter(QJsonObject& object) : m_object(object) { }

    template <typename T>
    void operator()(const char* key, const T& value, const char* = "", Need = Need::Optional)
    {
        const QJsonValue json = toJson(value);
        if (!json.isUndefined() && !json.isNull())
            m_object.insert(QLatin1StringView(key), json);
    }

private:
    QJsonObject& m_object;
};

namespace detail {

inline QJsonValue leafToJson(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

inline QJsonValue leafToJson(const QUuid& id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toString(QUuid::WithoutBraces));
}

template <typename K>
QJsonValue leafToJson(const Id<K>& id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.text());
}

inline QJsonValue leafToJson(QDate date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

inline QJsonValue leafToJson(Instant at)
{
    return isoText(at);
}

inline QJsonValue leafToJson(Due due)
{
    return isoText(due.at);
}

inline QJsonValue leafToJson(bool value)
{
    return value;
}

template <std::integral T>
QJsonValue leafToJson(T value)
{
    return QJsonValue(value);
}

template <typename T>
QJsonValue listToJson(const T& list)
{
    if (list.empty())
        return {};
    QJsonArray array;
    for (const auto& each : list)
        array.append(toJson(each));
    return array;
}

template <typename T>
QJsonValue objectToJson(const T& value)
{
    QJsonObject object;
    JsonWriter writer(object);
    T::visit(value, writer);
    return object;
}

}

template <typename T>
QJsonValue toJson(const T& value)
{
    if constexpr (isOptional<T>)
        return value ? toJson(*value) : QJsonValue();
    else if constexpr (std::is_enum_v<T>)
        return word(value);
    else if constexpr (std::is_same_v<T, QStringList> || isVector<T>)
        return detail::listToJson(value);
    else if constexpr (Visited<T>)
        return detail::objectToJson(value);
    else
        return detail::leafToJson(value);
}

/// An event's payload bytes, compact and in field-name order.
template <Visited T>
QByteArray payloadOf(const T& value)
{
    return QJsonDocument(detail::objectToJson(value).toObject()).toJson(QJsonDocument::Compact);
}

}
