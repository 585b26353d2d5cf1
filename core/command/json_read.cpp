#include "core/command/json_read.h"

#include "core/command/several.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace core {

namespace {

void wrongKind(const QString& field, const QString& wanted, Reading& reading)
{
    reading.add(field, u"“%1” must be %2."_s.arg(field, wanted), u"Write %1."_s.arg(wanted));
}

using TimeReader = std::function<std::variant<Instant, TimeProblem>(const QString&, Instant)>;

void readTime(const QJsonValue& json, Instant& value, const QString& field, Reading& reading,
    const TimeReader& read)
{
    const QString text = json.toString();
    if (const auto exact = readIso(text)) {
        value = *exact;
        return;
    }
    if (!reading.strict)
        return;
    if (!json.isString())
        return wrongKind(field, u"a time such as \"03:40\" or \"2026-11-19T03:40\""_s, reading);
    const auto answer = read(text, reading.now);
    if (const auto* instant = std::get_if<Instant>(&answer))
        value = *instant;
    else
        reading.add(field, std::get<TimeProblem>(answer).text, std::get<TimeProblem>(answer).mend);
}

// What is being made is named by "id": a new one has a form, and none of those that are here.
void notFound(const QString& text, const QString& field, Reading& reading)
{
    if (field == u"id" || field.endsWith(u".id"))
        return reading.add(field,
            u"“%1” is no identifier, and nothing here is called so."_s.arg(text),
            u"Leave it out for what is new: one is made. Else give the identifier that an earlier "
            "answer or `list` shows, 32 hexadecimal digits as 8-4-4-4-12."_s);
    reading.add(field, u"Nothing here is called “%1”."_s.arg(text),
        u"Give the identifier or the reference that an earlier answer or `list` shows."_s);
}

bool isWhole(const QJsonValue& json)
{
    return json.isDouble() && std::floor(json.toDouble()) == json.toDouble();
}

}

bool isNotYetKnown(const QJsonValue& json)
{
    return json.isString() && json.toString().compare(u"not yet known"_s, Qt::CaseInsensitive) == 0;
}

void readValue(const QJsonValue& json, QString& value, const QString& field, Reading& reading)
{
    if (!json.isString()) {
        if (reading.strict)
            wrongKind(field, u"text in quotation marks"_s, reading);
        return;
    }
    value = json.toString();
    if (reading.strict && value.contains(QChar::Null))
        reading.add(field, u"“%1” holds a character that ends texts (U+0000)."_s.arg(field),
            u"Take it out."_s);
}

void readValue(const QJsonValue& json, bool& value, const QString& field, Reading& reading)
{
    if (json.isBool())
        value = json.toBool();
    else if (reading.strict)
        wrongKind(field, u"true or false"_s, reading);
}

void readValue(const QJsonValue& json, int& value, const QString& field, Reading& reading)
{
    if (isWhole(json) && std::abs(json.toDouble()) < 1e9)
        value = json.toInt();
    else if (reading.strict)
        wrongKind(field, u"a whole number"_s, reading);
}

void readValue(const QJsonValue& json, qint64& value, const QString& field, Reading& reading)
{
    if (isWhole(json) && std::abs(json.toDouble()) < 9e15)
        value = static_cast<qint64>(json.toDouble());
    else if (reading.strict)
        wrongKind(field, u"a whole number"_s, reading);
}

void readValue(const QJsonValue& json, Instant& value, const QString& field, Reading& reading)
{
    readTime(json, value, field, reading, readTypedTime);
}

void readValue(const QJsonValue& json, Due& value, const QString& field, Reading& reading)
{
    // "By 23:30" of a promise at 22:31 is that night's, also when it is told the next day.
    const Instant promised = std::min(reading.now, reading.occurred.value_or(reading.now));
    readTime(json, value.at, field, reading,
        [promised](const QString& typed, Instant) { return readTypedDue(typed, promised); });
}

void readValue(const QJsonValue& json, QDate& value, const QString& field, Reading& reading)
{
    const QDate exact = QDate::fromString(json.toString(), Qt::ISODate);
    if (exact.isValid()) {
        value = exact;
        return;
    }
    if (!reading.strict)
        return;
    const auto answer = readTypedDate(json.toString());
    if (const auto* date = std::get_if<QDate>(&answer))
        value = *date;
    else
        reading.add(field, std::get<TimeProblem>(answer).text, std::get<TimeProblem>(answer).mend);
}

void readValue(const QJsonValue& json, QUuid& value, const QString& field, Reading& reading)
{
    const QString text = json.toString();
    value = QUuid::fromString(text);
    if (!value.isNull() || !reading.strict)
        return;
    if (!json.isString())
        return wrongKind(field, u"a reference or an identifier in quotation marks"_s, reading);
    try {
        if (const auto found = reading.resolve ? reading.resolve(text) : std::nullopt)
            value = *found;
        else
            notFound(text, field, reading);
    } catch (const SeveralCalledSo& several) {
        reading.add(field, several.text, several.mend);
    }
}

void readValue(const QJsonValue& json, QStringList& value, const QString& field, Reading& reading)
{
    if (!json.isArray())
        return detail::notAList(field, reading);
    const QJsonArray array = json.toArray();
    for (const QJsonValue& each : array) {
        value.emplace_back();
        readValue(each, value.back(), field, reading);
    }
}

void wrongWord(const QString& given, const QStringList& choices, const OnlyThese& closed,
    const QString& field, Reading& reading)
{
    if (!reading.strict)
        return;
    QStringList text{
        u"“%1” is none of the choices for %2."_s.arg(given, field), QString::fromUtf8(closed.why)};
    text.removeAll(QString());
    reading.problems.push_back({field, text.join(u' '),
        u"Use one of: %1."_s.arg(choices.join(u", ")), QString::fromLatin1(closed.clause)});
}

void JsonReader::missing(const QString& field) const
{
    m_reading.add(field, u"“%1” is missing."_s.arg(field), u"Give %1."_s.arg(field));
}

void JsonReader::finish() const
{
    if (!m_reading.strict)
        return;
    const QStringList keys = m_object.keys();
    for (const QString& key : keys)
        if (!m_known.contains(key))
            m_reading.add(m_path + key, u"There is no field “%1” here."_s.arg(m_path + key),
                u"Fields are: %1."_s.arg(m_known.join(u", ")));
}

namespace detail {

void notAList(const QString& field, Reading& reading)
{
    if (reading.strict)
        wrongKind(field, u"a list in square brackets"_s, reading);
}

QString placeIn(const QString& list, int index, const Reading& reading)
{
    return reading.strict ? u"%1[%2]"_s.arg(list).arg(index) : QString();
}

void notAnObject(const QString& field, Reading& reading)
{
    if (reading.strict)
        wrongKind(field, u"an object in curly brackets"_s, reading);
}

}

}
