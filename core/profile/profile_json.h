#pragma once

#include "core/profile/profile.h"

#include <QJsonObject>
#include <QJsonValue>

namespace core {

using ProfileProblems = std::vector<ProfileProblem>;

/// Reads the values of one JSON object and writes down what is wrong with any of them. Reading goes
/// on with an empty value, so that one run finds every mistake.
class ProfileJson {
public:
    ProfileJson(QJsonObject object, QString path, ProfileProblems& problems);

    QString text(const QString& key);
    QString optionalText(const QString& key);
    QStringList optionalTexts(const QString& key);
    /// One text, or the texts of a list, each on its line.
    QString optionalLines(const QString& key);
    bool optionalFlag(const QString& key);
    int optionalNumber(const QString& key, int otherwise);
    QTime time(const QString& key);
    QTime optionalTime(const QString& key, QTime otherwise);
    QDate date(const QString& key);
    std::optional<QDate> optionalDate(const QString& key);
    std::vector<QDate> optionalDates(const QString& key);
    std::vector<QTime> optionalTimes(const QString& key);
    Minutes optionalMinutes(const QString& key, Minutes otherwise);
    /// Monday to Sunday as 1 to 7, from a list of "Mon" … "Sun".
    std::vector<int> weekdays(const QString& key);

    std::map<QString, Minutes> minutesByName(const QString& key);
    /// The names in `key` of clocks of the same day that are written as working days. CLK-51
    QStringList namesInWorkingDays(const QString& key);
    std::map<QString, std::vector<Minutes>> minuteListsByName(const QString& key);
    std::map<QString, QString> textsByName(const QString& key);

    /// The objects of a list, each read by `read(ProfileJson&)`.
    template <typename Part, typename Read>
    std::vector<Part> optionalList(const QString& key, Read read)
    {
        std::vector<Part> parts;
        for (ProfileJson& reader : objects(key)) {
            parts.push_back(read(reader));
            reader.finish();
        }
        return parts;
    }

    /// Names the keys that nobody asked for. Call it when everything has been read.
    void finish() const;

    void say(const QString& key, const QString& text, const QString& mend) const;
    QString pathOf(const QString& key) const;

private:
    QJsonValue required(const QString& key, const QString& example);
    QJsonValue take(const QString& key);
    std::vector<ProfileJson> objects(const QString& key);
    QJsonObject named(const QString& key);
    QString asText(const QJsonValue& value, const QString& key) const;
    QDate asDate(const QJsonValue& value, const QString& key) const;
    QTime asTime(const QJsonValue& value, const QString& key) const;
    Minutes asMinutes(const QJsonValue& value, const QString& key) const;

    QJsonObject m_object;
    QString m_path;
    ProfileProblems* m_problems;
    QStringList m_asked;
};

/// The object in `json`, or nothing and a problem with line and column.
std::optional<QJsonObject> parseObject(const QByteArray& json, ProfileProblems& problems);

/// "15 min", "24 h", "1 h 30 min" or "90 days".
std::optional<Minutes> readMinutes(const QString& text);

}
