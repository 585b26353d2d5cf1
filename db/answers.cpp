#include "db/answers.h"

#include "db/hashing.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

QJsonObject toJson(const Decision& decision)
{
    QJsonArray owed;
    for (const Owed& each : decision.owed)
        owed.append(QJsonArray{each.clause, each.field, each.text, each.askedAt});
    QJsonArray flags;
    for (const Flag& each : decision.flags)
        flags.append(QJsonArray{each.clause, each.text});
    QJsonObject json{{u"made"_s, decision.made}};
    if (!owed.isEmpty())
        json.insert(u"owed"_s, owed);
    if (!flags.isEmpty())
        json.insert(u"flags"_s, flags);
    if (!decision.notes.isEmpty())
        json.insert(u"notes"_s, QJsonArray::fromStringList(decision.notes));
    return json;
}

Decision toDecision(const QJsonObject& json)
{
    Decision decision;
    decision.made = json.value(u"made"_s).toObject();
    const QJsonArray owed = json.value(u"owed"_s).toArray();
    for (const QJsonValue& each : owed)
        decision.owed.push_back(
            {each[0].toString(), each[1].toString(), each[2].toString(), each[3].toString()});
    const QJsonArray flags = json.value(u"flags"_s).toArray();
    for (const QJsonValue& each : flags)
        decision.flags.push_back({each[0].toString(), each[1].toString()});
    const QJsonArray notes = json.value(u"notes"_s).toArray();
    for (const QJsonValue& each : notes)
        decision.notes.append(each.toString());
    return decision;
}

Answer usedForAnother(const QUuid& action, const QString& before, const QString& now)
{
    const QString what = before == now ? u"“%1” with other words"_s.arg(before)
                                       : u"“%1”, and this is “%2”"_s.arg(before, now);
    Answer answer;
    answer.decision.refusals.push_back({u"DESK-4"_s, u"action"_s,
        u"The action id %1 was used before, for %2."_s.arg(
            action.toString(QUuid::WithoutBraces), what),
        u"Take a new id for each action, or leave it out."_s});
    return answer;
}

}

// As JSON writes it: keys in order, no blanks, and what is null left out as if it were not there.
Asked askedIn(const QJsonObject& request)
{
    QJsonObject given = request;
    given.remove(u"action"_s);
    given.remove(u"seen"_s);
    for (const QString& key : request.keys())
        if (request.value(key).isNull())
            given.remove(key);
    return {request.value(u"do"_s).toString(),
        hash(QJsonDocument(given).toJson(QJsonDocument::Compact))};
}

std::optional<Answer> keptAnswer(Database& database, const QUuid& action, const Asked& asked)
{
    Rows rows = select(database, u"SELECT answer, command, asked FROM answer WHERE action = ?"_s,
        {action.toRfc4122()});
    if (!rows.next())
        return {};
    const QByteArray before = rows.bytes(2);
    if (!before.isEmpty() && before != core::toBytes(asked.what))
        return usedForAnother(action, rows.text(1), asked.command);
    const QJsonDocument json = QJsonDocument::fromJson(rows.text(0).toUtf8());
    return Answer{toDecision(json.object()), action, {}, true};
}

void keepAnswer(Database& database, const Answer& answer, const Asked& asked)
{
    const QByteArray json = QJsonDocument(toJson(answer.decision)).toJson(QJsonDocument::Compact);
    run(database, u"INSERT INTO answer (action, answer, command, asked) VALUES (?, ?, ?, ?)"_s,
        {answer.action.toRfc4122(), QString::fromUtf8(json), asked.command,
            core::toBytes(asked.what)});
}

}
