#include "core/conflict/claims.h"

#include "core/command/json_read.h"
#include "core/conflict/conflict_events.h"
#include "core/conflict/meaning.h"
#include "core/journal/envelope.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QJsonObject objectOf(const QByteArray& payload)
{
    return QJsonDocument::fromJson(payload).object();
}

QString textOf(const QJsonValue& value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    return value.toVariant().toString();
}

// What a person reads: no underscores, London time, dates with their weekday.
QString shownText(const QJsonValue& value)
{
    const QString text = textOf(value);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.isValid() && text.endsWith(u'Z'))
        return dateTimeText(fromMillis(time.toMSecsSinceEpoch()));
    constexpr qsizetype dateSize = 10;
    if (text.size() == dateSize)
        if (const QDate date = QDate::fromString(text, Qt::ISODate); date.isValid())
            return dateText(date);
    return text.contains(u' ') ? text : spokenWords(text);
}

class Pattern {
public:
    Pattern(const Event& event, const QJsonObject& payload) : m_event(event), m_payload(payload) { }

    QString filled(const char* pattern, QString (*text)(const QJsonValue&)) const
    {
        QString result;
        const QString all = QString::fromUtf8(pattern);
        qsizetype at = 0;
        for (qsizetype open = all.indexOf(u'{'); open >= 0; open = all.indexOf(u'{', at)) {
            const qsizetype close = all.indexOf(u'}', open);
            result += all.mid(at, open - at) + valueOf(all.mid(open + 1, close - open - 1), text);
            at = close + 1;
        }
        return result + all.mid(at);
    }

private:
    // "{ by telephone by |decliner}": the words before the bar stand only with a value.
    QString valueOf(const QString& key, QString (*text)(const QJsonValue&)) const
    {
        if (const qsizetype bar = key.indexOf(u'|'); bar >= 0) {
            const QString value = valueOf(key.mid(bar + 1), text);
            return value.isEmpty() ? value : key.left(bar) + value;
        }
        if (key == u"@name")
            return m_event.actor.name;
        if (key == u"@service")
            return m_event.actor.service;
        return text(m_payload.value(key));
    }

    const Event& m_event;
    const QJsonObject& m_payload;
};

QString firstKey(const char* pattern)
{
    const QString all = QString::fromUtf8(pattern);
    const qsizetype open = all.indexOf(u'{');
    return open < 0 ? QString() : all.mid(open + 1, all.indexOf(u'}') - open - 1);
}

QString titled(QString key)
{
    key.replace(u'_', u' ');
    return key.left(1).toUpper() + key.mid(1);
}

// "again< nhs<nhs_number": keys that are no fields of their own, and what they go with.
QHash<QString, QString> companions(const char* list)
{
    QHash<QString, QString> of;
    for (const QString& each : QString::fromUtf8(list).split(u' ', Qt::SkipEmptyParts))
        if (const qsizetype at = each.indexOf(u'<'); at > 0)
            of.insert(each.left(at), each.mid(at + 1));
    return of;
}

struct Branch {
    QString field;
    QStringList path;
};

void claimEach(const QJsonObject& object, const Branch& branch,
    const QHash<QString, QString>& ignored, std::vector<Claim>& claims)
{
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (ignored.contains(each.key()))
            continue;
        const QStringList path = branch.path + QStringList{each.key()};
        if (each->isObject()) {
            claimEach(each->toObject(), {branch.field + each.key() + u'.', path}, ignored, claims);
            continue;
        }
        Claim claim;
        claim.field = branch.field + each.key();
        claim.value = textOf(*each);
        claim.shown = shownText(*each);
        claim.title = titled(each.key());
        claim.path = path;
        claims.push_back(std::move(claim));
    }
}

// "coordinators/service/name": a list whose elements are fields, by a key, with a value.
void claimElements(const QJsonObject& payload, const Sets& sets, std::vector<Claim>& claims)
{
    const QStringList parts = QString::fromUtf8(sets.value).split(u'/');
    const QJsonArray list = payload.value(parts[0]).toArray();
    for (qsizetype at = 0; at < list.size(); ++at) {
        const QJsonObject element = list[at].toObject();
        Claim claim;
        claim.field = QString::fromUtf8(sets.field) + element.value(parts[1]).toString();
        claim.value = claim.shown = element.value(parts[2]).toString();
        claim.title = QString::fromUtf8(sets.title) + element.value(parts[1]).toString();
        claim.path = {parts[0], QString::number(at)};
        claims.push_back(std::move(claim));
    }
}

void claimFields(
    const Event& event, const QJsonObject& payload, const Sets& sets, std::vector<Claim>& claims)
{
    if (QString::fromUtf8(sets.value).contains(u'/'))
        return claimElements(payload, sets, claims);
    QHash<QString, QString> ignored = companions(sets.value);
    if (const QString key = firstKey(sets.field); !key.isEmpty())
        ignored.insert(key, {});
    claimEach(payload, {Pattern(event, payload).filled(sets.field, textOf), {}}, ignored, claims);
}

void claimOne(
    const Event& event, const QJsonObject& payload, const Sets& sets, std::vector<Claim>& claims)
{
    const Pattern pattern(event, payload);
    Claim claim;
    claim.field = pattern.filled(sets.field, textOf).trimmed();
    claim.value = pattern.filled(sets.value, textOf);
    claim.shown = pattern.filled(*sets.shown ? sets.shown : sets.value, shownText).simplified();
    claim.title = pattern.filled(sets.title, shownText).simplified();
    claim.waits = sets.flags & Sets::Waits;
    claim.rests = sets.flags & Sets::Rests;
    claim.yields = sets.flags & Sets::Yields;
    claim.follows = sets.flags & Sets::Follows;
    claim.picks = sets.flags & Sets::Picks;
    if (sets.flags & Sets::Single)
        claim.value += u' ' + toHex(event.digest);
    if (sets.flags & Sets::Part) {
        claim.path = {firstKey(sets.value)};
        if (!payload.contains(claim.path.front()))
            return;
    }
    claims.push_back(std::move(claim));
}

std::vector<Claim> claimOfSettlement(const Event& event)
{
    const auto settled = readPayload<ConflictSettled>(event.payload);
    Claim claim;
    claim.field = settled.field;
    claim.value = settled.chosen.isEmpty() ? settled.words : settled.chosen;
    claim.shown = settled.value;
    return {claim};
}

QJsonValue pruned(
    const QJsonValue& value, const QStringList& here, const std::set<QStringList>& gone)
{
    if (value.isObject()) {
        QJsonObject kept;
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each)
            if (const QStringList path = here + QStringList{each.key()}; !gone.contains(path))
                kept.insert(each.key(), pruned(*each, path, gone));
        return kept;
    }
    if (!value.isArray())
        return value;
    QJsonArray kept;
    const QJsonArray list = value.toArray();
    for (qsizetype at = 0; at < list.size(); ++at)
        if (const QStringList path = here + QStringList{QString::number(at)}; !gone.contains(path))
            kept.append(pruned(list[at], path, gone));
    return kept;
}

std::set<QStringList> withCompanions(const QString& type, std::set<QStringList> paths)
{
    for (const Sets& sets : meanings().value(type))
        if (sets.flags & Sets::Each) {
            const QHash<QString, QString> all = companions(sets.value);
            for (auto each = all.begin(); each != all.end(); ++each)
                if (paths.contains({each.value()}))
                    paths.insert({each.key()});
        }
    return paths;
}

}

const QHash<QString, Meaning>& meanings()
{
    static const auto all = [] {
        QHash<QString, Meaning> byType;
        for (const MeaningTable& table : {caseMeanings(), cooperationMeanings(), handoverMeanings(),
                 otherMeanings(), visitAndAlertMeanings()})
            for (const auto& [type, meaning] : table)
                byType.insert(QString::fromLatin1(type), meaning);
        return byType;
    }();
    return all;
}

bool isDescribed(const QString& type)
{
    return type == QLatin1StringView(ConflictSettled::type) || meanings().contains(type);
}

bool isUnderstood(const Event& event)
{
    return event.version <= newestEventVersion && isDescribed(event.type);
}

std::vector<Claim> claimsOf(const Event& event)
{
    if (!isUnderstood(event))
        return {};
    if (event.type == QLatin1StringView(ConflictSettled::type))
        return claimOfSettlement(event);
    std::vector<Claim> claims;
    const auto meaning = meanings().constFind(event.type);
    if (meaning == meanings().constEnd() || meaning->empty())
        return claims;
    const QJsonObject payload = objectOf(event.payload);
    for (const Sets& sets : *meaning)
        if (sets.flags & Sets::Each)
            claimFields(event, payload, sets, claims);
        else
            claimOne(event, payload, sets, claims);
    return claims;
}

QByteArray without(const Event& event, const std::set<QStringList>& paths)
{
    const QJsonValue kept = pruned(objectOf(event.payload), {}, withCompanions(event.type, paths));
    return QJsonDocument(kept.toObject()).toJson(QJsonDocument::Compact);
}

QByteArray payloadSaying(const Event& event, const QStringList& path, const QString& words)
{
    const QJsonObject payload = objectOf(event.payload);
    QJsonValue said = words;
    for (auto key = path.rbegin(); key != path.rend(); ++key)
        said = QJsonObject{{*key, said}};
    QJsonObject saying = said.toObject();
    for (const Sets& sets : meanings().value(event.type))
        if (const QString key = firstKey(sets.field); !key.isEmpty() && (sets.flags & Sets::Each))
            saying.insert(key, payload.value(key));
    return QJsonDocument(saying).toJson(QJsonDocument::Compact);
}

}
