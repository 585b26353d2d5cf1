#include "core/command/engine.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

std::optional<Digest> digestFromHex(const QString& hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    Digest digest{};
    if (bytes.size() != static_cast<qsizetype>(digest.size()))
        return {};
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

std::optional<Subject> subjectFromText(const QString& text)
{
    const qsizetype colon = text.indexOf(u':');
    const auto kind = fromWord<SubjectKind>(QStringView(text).left(std::max<qsizetype>(colon, 0)));
    const QUuid id = QUuid::fromString(QStringView(text).mid(colon + 1));
    if (!kind || id.isNull())
        return {};
    return Subject{*kind, id};
}

void readHeads(
    const QString& of, const QJsonValue& json, Request& request, std::vector<Refusal>& problems)
{
    const auto subject = subjectFromText(of);
    if (!subject) {
        problems.push_back(
            {u"DESK-1"_s, u"seen"_s, u"“%1” names no record."_s.arg(of), u"Use kind:UUID."_s});
        return;
    }
    if (!json.isArray())
        problems.push_back({u"DESK-1"_s, u"seen"_s, u"The heads of “%1” are no list."_s.arg(of),
            u"Put the heads that `show` gives in square brackets."_s});
    const QJsonArray heads = json.toArray();
    for (const QJsonValue& head : heads) {
        if (const auto digest = digestFromHex(head.toString()))
            request.seen[*subject].push_back(*digest);
        else
            problems.push_back(
                {u"DESK-1"_s, u"seen"_s, u"“%1” is no digest."_s.arg(head.toString()),
                    u"Use the heads that `show` gives."_s});
    }
}

void readSeen(const QJsonValue& json, Request& request, std::vector<Refusal>& problems)
{
    if (!json.isUndefined() && !json.isNull() && !json.isObject())
        problems.push_back(
            {u"DESK-1"_s, u"seen"_s, u"“seen” must be an object in curly brackets."_s,
                u"Give kind:UUID with the list of heads that `show` gives, or leave it out."_s});
    const QJsonObject object = json.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        readHeads(each.key(), each.value(), request, problems);
}

QString takeText(QJsonObject& json, const QString& key, std::vector<Refusal>& problems)
{
    const QJsonValue value = json.take(key);
    if (!value.isUndefined() && !value.isNull() && !value.isString())
        problems.push_back({u"DESK-1"_s, key, u"“%1” must be text in quotation marks."_s.arg(key),
            u"Write text."_s});
    return value.toString();
}

}

std::variant<Request, std::vector<Refusal>> readRequest(const QJsonObject& json)
{
    QJsonObject rest = json;
    std::vector<Refusal> problems;
    Request request;
    const bool named = rest.contains(u"do"_s);
    request.command = takeText(rest, u"do"_s, problems);
    request.user = takeText(rest, u"user"_s, problems);
    request.evidence = takeText(rest, u"evidence"_s, problems);
    request.lateReason = takeText(rest, u"late_reason"_s, problems);
    request.at = rest.take(u"at"_s);
    const QString action = takeText(rest, u"action"_s, problems);
    if (!action.isEmpty()) {
        request.action = QUuid::fromString(action);
        if (request.action.isNull())
            problems.push_back({u"DESK-1"_s, u"action"_s, u"“%1” is no UUID."_s.arg(action),
                u"Leave it out or give a UUID."_s});
    }
    readSeen(rest.take(u"seen"_s), request, problems);
    request.arguments = rest;
    if (request.command.isEmpty() && (!named || problems.empty()))
        problems.push_back({u"DESK-1"_s, u"do"_s, u"The command is missing."_s,
            u"Begin with {\"do\": \"contact.log\", …}."_s});
    if (!problems.empty())
        return problems;
    return request;
}

}
