#include "core/reference/reference.h"

#include "core/time/london.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace core {

namespace {

[[noreturn]] void wrong(qsizetype at, const QString& text, const QString& mend)
{
    throw std::runtime_error(u"entries[%1]: %2 %3"_s.arg(at).arg(text, mend).toStdString());
}

std::optional<QDate> dateIn(const QJsonObject& object, const QString& key, qsizetype at)
{
    if (!object.contains(key))
        return {};
    const QString text = object.value(key).toString();
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        wrong(at, u"“%1” is no date for %2."_s.arg(text, key), u"Write it as 2026-11-18."_s);
    return date;
}

QStringList wordsIn(const QJsonValue& value)
{
    QStringList words;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array)
        words.append(each.toString());
    return words;
}

void refuseKeys(const QJsonObject& object, qsizetype at)
{
    static const QStringList known{u"kind"_s, u"name"_s, u"detail"_s, u"clauses"_s, u"version"_s,
        u"review"_s, u"from"_s, u"to"_s, u"owner"_s, u"change"_s, u"issued_to"_s};
    const QStringList keys = object.keys();
    for (const QString& key : keys)
        if (!known.contains(key))
            wrong(at, u"There is no “%1” in an entry."_s.arg(key),
                u"Use one of: %1."_s.arg(known.join(u", ")));
}

ReferenceEntry readEntry(const QJsonObject& object, qsizetype at)
{
    refuseKeys(object, at);
    ReferenceEntry entry{object.value(u"kind"_s).toString(), object.value(u"name"_s).toString(),
        object.value(u"detail"_s).toString(), wordsIn(object.value(u"clauses"_s)),
        object.value(u"version"_s).toString(), dateIn(object, u"review"_s, at),
        dateIn(object, u"from"_s, at), dateIn(object, u"to"_s, at),
        object.value(u"owner"_s).toString(), object.value(u"change"_s).toString(),
        object.value(u"issued_to"_s).toString()};
    if (!referenceKinds().contains(entry.kind))
        wrong(at, u"“%1” is no kind of entry."_s.arg(entry.kind),
            u"Use one of: %1."_s.arg(referenceKinds().join(u", ")));
    if (entry.name.trimmed().isEmpty())
        wrong(at, u"It has no name."_s, u"Give name."_s);
    if (entry.clauses.isEmpty())
        wrong(at, u"It says no clause that asks for it."_s, u"Give clauses."_s);
    return entry;
}

}

const QStringList& referenceKinds()
{
    static const QStringList kinds{u"policy"_s, u"agreement"_s, u"partner"_s, u"service"_s,
        u"audience"_s, u"area"_s, u"governance"_s, u"meeting"_s, u"learning"_s, u"role"_s};
    return kinds;
}

std::vector<ReferenceEntry> readReference(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject() || !document.object().value(u"entries"_s).isArray())
        throw std::runtime_error(
            u"The file is not one JSON object with “entries”: %1."_s.arg(error.errorString())
                .toStdString());
    const QJsonArray array = document.object().value(u"entries"_s).toArray();
    std::vector<ReferenceEntry> entries;
    for (qsizetype at = 0; at < array.size(); ++at)
        entries.push_back(readEntry(array[at].toObject(), at));
    return entries;
}

bool isAcknowledged(const ReferenceEntry& entry)
{
    return (entry.kind == u"policy"_s && !entry.version.isEmpty())
        || entry.clauses.contains(u"COM-7.4"_s);
}

const Acknowledged* acknowledgementOf(const ReferenceEntry& entry, const User& user)
{
    return acknowledgementOf(user, entry.name, entry.version);
}

Progress progressOf(const std::vector<ReferenceEntry>& entries, const User& user, QDate today)
{
    Progress progress;
    for (const ReferenceEntry& each : entries) {
        if (!isAcknowledged(each) || !isInUse(each, today))
            continue;
        ++progress.all;
        progress.done += acknowledgementOf(each, user) ? 1 : 0;
    }
    return progress;
}

bool isOverdue(const ReferenceEntry& entry, QDate today)
{
    return entry.review && *entry.review < today;
}

std::vector<ReferenceEntry> overdueEntries(const std::vector<ReferenceEntry>& entries, QDate today)
{
    std::vector<ReferenceEntry> overdue;
    for (const ReferenceEntry& each : entries)
        if (isOverdue(each, today) && isInUse(each, today))
            overdue.push_back(each);
    return overdue;
}

QString nameWithVersion(const ReferenceEntry& entry)
{
    return entry.version.isEmpty() ? entry.name : u"%1 (%2)"_s.arg(entry.name, entry.version);
}

QStringList overdueReviews(const std::vector<ReferenceEntry>& entries, QDate today)
{
    QStringList overdue;
    for (const ReferenceEntry& each : overdueEntries(entries, today))
        overdue.append(nameWithVersion(each));
    return overdue;
}

// What a policy that is only named elsewhere leaves open, so that nobody takes it for looked after.
static QString notYetTold(const ReferenceEntry& entry)
{
    if (entry.kind != u"policy"_s)
        return {};
    QStringList missing;
    if (entry.version.isEmpty())
        missing.append(u"version"_s);
    if (entry.owner.isEmpty())
        missing.append(u"owner"_s);
    if (!entry.review)
        missing.append(u"next review"_s);
    return missing.isEmpty() ? QString() : u"not yet told: "_s + missing.join(u", ");
}

QString versionControl(const ReferenceEntry& entry)
{
    QStringList parts;
    if (!entry.version.isEmpty() && entry.from)
        parts.append(u"in force from "_s + dateText(*entry.from));
    if (!entry.owner.isEmpty())
        parts.append(u"owner: "_s + entry.owner);
    if (!entry.change.isEmpty())
        parts.append(u"change: "_s + entry.change);
    if (!entry.issuedTo.isEmpty())
        parts.append(u"issued to: "_s + entry.issuedTo);
    if (const QString open = notYetTold(entry); !open.isEmpty())
        parts.append(open);
    return parts.join(u"; "_s);
}

bool isInUse(const ReferenceEntry& entry, QDate today)
{
    return (!entry.from || *entry.from <= today) && (!entry.to || *entry.to >= today);
}

}
