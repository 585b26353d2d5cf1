#include "core/profile/profile_json.h"

#include "core/clock/catalogue.h"
#include "core/command/repeated_key.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

namespace core {

using namespace Qt::StringLiterals;

namespace {

QString kindOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null: return u"null"_s;
    case QJsonValue::Bool: return u"true or false"_s;
    case QJsonValue::Double: return u"a number"_s;
    case QJsonValue::String: return u"text"_s;
    case QJsonValue::Array: return u"a list"_s;
    case QJsonValue::Object: return u"an object"_s;
    case QJsonValue::Undefined: break;
    }
    return u"nothing"_s;
}

// Q11, Q19
bool countsWorkingDays(const QString& name)
{
    const ClockKind* kind = clockKind(name);
    return kind && kind->span == Span::WorkingDays;
}

// Of the same day, or so many working days after it: local manuals differ. CLK-51
bool isOfTheSameDay(const QString& name)
{
    const ClockKind* kind = clockKind(name);
    return kind && kind->span == Span::SameDay;
}

const QRegularExpression& wordWorking()
{
    static const QRegularExpression word(u"(?<=\\d)\\s*working\\s+(?=days?\\s*$)"_s);
    return word;
}

QString withoutWorking(QString text)
{
    return text.replace(wordWorking(), u" "_s);
}

QString itemKey(const QString& key, qsizetype index)
{
    return u"%1[%2]"_s.arg(key).arg(index);
}

QString wrongKind(const QJsonValue& value, const QString& needed)
{
    return u"This is %1, and %2 is needed."_s.arg(kindOf(value), needed);
}

}

std::optional<Minutes> readMinutes(const QString& text)
{
    static const QRegularExpression shape(
        u"^(?:(\\d{1,4}) days?)? ?(?:(\\d{1,5}) h)? ?(?:(\\d{1,6}) min)?$"_s);
    const auto found = shape.match(text);
    if (!found.hasMatch() || text.isEmpty())
        return {};
    return std::chrono::hours(24 * found.captured(1).toInt() + found.captured(2).toInt())
        + Minutes(found.captured(3).toInt());
}

std::optional<QJsonObject> parseObject(const QByteArray& json, ProfileProblems& problems)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = json.first(qBound(0, error.offset, int(json.size())));
        const auto line = before.count('\n') + 1;
        const auto column = before.size() - before.lastIndexOf('\n');
        problems.push_back({u"line %1, column %2"_s.arg(line).arg(column),
            u"The file is not JSON: %1."_s.arg(error.errorString()),
            u"Look for a missing or superfluous comma, quote or bracket there."_s});
        return {};
    }
    if (!document.isObject()) {
        problems.push_back(
            {{}, u"The file is not one JSON object."_s, u"Put everything between { and }."_s});
        return {};
    }
    if (const auto twice = repeatedKey(json))
        problems.push_back({*twice, u"“%1” is given twice in one object."_s.arg(*twice),
            u"Keep the one that is meant."_s});
    return document.object();
}

ProfileJson::ProfileJson(QJsonObject object, QString path, ProfileProblems& problems)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_problems(&problems)
{
}

QString ProfileJson::pathOf(const QString& key) const
{
    return m_path.isEmpty() ? key : m_path + u'.' + key;
}

void ProfileJson::say(const QString& key, const QString& text, const QString& mend) const
{
    m_problems->push_back({pathOf(key), text, mend});
}

QJsonValue ProfileJson::take(const QString& key)
{
    m_asked.append(key);
    return m_object.value(key);
}

QJsonValue ProfileJson::required(const QString& key, const QString& example)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        say(key, u"This is missing."_s, u"Add it: \"%1\": %2."_s.arg(key, example));
    return value;
}

QString ProfileJson::asText(const QJsonValue& value, const QString& key) const
{
    if (value.isUndefined())
        return {};
    if (!value.isString())
        say(key, wrongKind(value, u"text"_s), u"Write it in quotes."_s);
    else if (value.toString().trimmed().isEmpty())
        say(key, u"This text is empty."_s,
            u"Fill it in, or leave out the key if it may be missing."_s);
    return value.toString().trimmed();
}

QDate ProfileJson::asDate(const QJsonValue& value, const QString& key) const
{
    if (value.isUndefined())
        return {};
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    if (!date.isValid() || value.toString().size() != 10)
        say(key, u"“%1” is not a date."_s.arg(value.toVariant().toString()),
            u"Write it as \"2026-12-24\"."_s);
    return date;
}

Minutes ProfileJson::asMinutes(const QJsonValue& value, const QString& key) const
{
    const auto minutes = readMinutes(value.toString());
    if (!minutes)
        say(key, u"“%1” is not a length of time."_s.arg(value.toVariant().toString()),
            u"Write it as \"15 min\", \"24 h\", \"1 h 30 min\" or \"90 days\"."_s);
    return minutes.value_or(Minutes{0});
}

QString ProfileJson::text(const QString& key)
{
    return asText(required(key, u"\"…\""_s), key);
}

QString ProfileJson::optionalText(const QString& key)
{
    return asText(take(key), key);
}

QStringList ProfileJson::optionalTexts(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isArray())
        say(key, wrongKind(value, u"a list of texts"_s), u"Write it as [\"…\", \"…\"]."_s);
    QStringList texts;
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i)
        texts.append(asText(items.at(i), itemKey(key, i)));
    return texts;
}

QString ProfileJson::optionalLines(const QString& key)
{
    return m_object.value(key).isArray() ? optionalTexts(key).join(u'\n') : optionalText(key);
}

bool ProfileJson::optionalFlag(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isBool())
        say(key, wrongKind(value, u"true or false"_s), u"Write true or false without quotes."_s);
    return value.toBool();
}

int ProfileJson::optionalNumber(const QString& key, int otherwise)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return otherwise;
    const int number = value.toInt(-1);
    if (number < 0)
        say(key, u"“%1” is not a whole number from 0 on."_s.arg(value.toVariant().toString()),
            u"Write digits without quotes, e.g. %1."_s.arg(otherwise));
    return number;
}

QTime ProfileJson::asTime(const QJsonValue& value, const QString& key) const
{
    const QTime time = QTime::fromString(value.toString(), u"HH:mm"_s);
    if (!time.isValid())
        say(key, u"“%1” is not a time of day."_s.arg(value.toVariant().toString()),
            u"Write hours 00 to 23 and minutes 00 to 59, e.g. \"09:00\"."_s);
    return time;
}

QTime ProfileJson::time(const QString& key)
{
    const QJsonValue value = required(key, u"\"09:00\""_s);
    return value.isUndefined() ? QTime() : asTime(value, key);
}

QTime ProfileJson::optionalTime(const QString& key, QTime otherwise)
{
    const QJsonValue value = take(key);
    return value.isUndefined() ? otherwise : asTime(value, key);
}

std::vector<QTime> ProfileJson::optionalTimes(const QString& key)
{
    std::vector<QTime> times;
    const QStringList texts = optionalTexts(key);
    for (qsizetype i = 0; i < texts.size(); ++i)
        times.push_back(asTime(texts.at(i), itemKey(key, i)));
    return times;
}

QDate ProfileJson::date(const QString& key)
{
    return asDate(required(key, u"\"2026-12-24\""_s), key);
}

std::optional<QDate> ProfileJson::optionalDate(const QString& key)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    return asDate(value, key);
}

std::vector<QDate> ProfileJson::optionalDates(const QString& key)
{
    std::vector<QDate> dates;
    const QStringList texts = optionalTexts(key);
    for (qsizetype i = 0; i < texts.size(); ++i)
        dates.push_back(asDate(texts.at(i), itemKey(key, i)));
    return dates;
}

Minutes ProfileJson::optionalMinutes(const QString& key, Minutes otherwise)
{
    const QJsonValue value = take(key);
    return value.isUndefined() ? otherwise : asMinutes(value, key);
}

std::vector<int> ProfileJson::weekdays(const QString& key)
{
    QStringList names;
    for (int day = 1; day <= 7; ++day)
        names.append(QLocale::c().dayName(day, QLocale::ShortFormat));
    if (m_object.value(key).isUndefined())
        required(key, u"[\"Mon\", \"Tue\"]"_s);
    const QStringList texts = optionalTexts(key);
    std::vector<int> days;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const qsizetype day = names.indexOf(texts.at(i)) + 1;
        if (day == 0)
            say(itemKey(key, i), u"“%1” is not a day of the week."_s.arg(texts.at(i)),
                u"Write one of %1."_s.arg(names.join(u", ")));
        else
            days.push_back(static_cast<int>(day));
    }
    return days;
}

QJsonObject ProfileJson::named(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isObject())
        say(key, wrongKind(value, u"an object"_s), u"Write it as {\"name\": \"value\"}."_s);
    return value.toObject();
}

QStringList ProfileJson::namesInWorkingDays(const QString& key)
{
    QStringList found;
    const QJsonObject object = named(key);
    for (auto it = object.begin(); it != object.end(); ++it)
        if (isOfTheSameDay(it.key()) && it.value().toString().contains(wordWorking()))
            found.append(it.key());
    return found;
}

std::map<QString, Minutes> ProfileJson::minutesByName(const QString& key)
{
    std::map<QString, Minutes> found;
    const QStringList inWorkingDays = namesInWorkingDays(key);
    const QJsonObject object = named(key);
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString path = key + u'.' + it.key();
        const QString text = it.value().toString();
        if (!countsWorkingDays(it.key()) && !inWorkingDays.contains(it.key()))
            found[it.key()] = asMinutes(it.value(), path);
        else if (const auto minutes = readMinutes(withoutWorking(text)))
            found[it.key()] = *minutes;
        else
            say(path,
                u"“%1” is no number of working days."_s.arg(it.value().toVariant().toString()),
                u"Write it as \"5 working days\"; \"5 days\" are working days here too."_s);
    }
    return found;
}

std::map<QString, std::vector<Minutes>> ProfileJson::minuteListsByName(const QString& key)
{
    std::map<QString, std::vector<Minutes>> found;
    const QJsonObject object = named(key);
    ProfileJson lists(object, pathOf(key), *m_problems);
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QStringList texts = lists.optionalTexts(it.key());
        std::vector<Minutes>& minutes = found[it.key()];
        for (qsizetype i = 0; i < texts.size(); ++i)
            minutes.push_back(lists.asMinutes(texts.at(i), itemKey(it.key(), i)));
    }
    return found;
}

std::map<QString, QString> ProfileJson::textsByName(const QString& key)
{
    std::map<QString, QString> found;
    const QJsonObject object = named(key);
    for (auto it = object.begin(); it != object.end(); ++it)
        found[it.key()] = asText(it.value(), key + u'.' + it.key());
    return found;
}

std::vector<ProfileJson> ProfileJson::objects(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isArray())
        say(key, wrongKind(value, u"a list of objects"_s), u"Write it as [{…}, {…}]."_s);
    std::vector<ProfileJson> readers;
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonValue item = items.at(i);
        if (item.isObject())
            readers.emplace_back(item.toObject(), pathOf(itemKey(key, i)), *m_problems);
        else
            say(itemKey(key, i), wrongKind(item, u"an object"_s), u"Write it between { and }."_s);
    }
    return readers;
}

void ProfileJson::finish() const
{
    const QStringList keys = m_object.keys();
    for (const QString& key : keys)
        if (!m_asked.contains(key))
            say(key, u"“%1” is not a key that is known here."_s.arg(key),
                u"Remove it, or write one of: %1."_s.arg(m_asked.join(u", ")));
}

}
