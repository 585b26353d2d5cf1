#include "db/attachments.h"
#include "db/carry_over.h"
#include "db/drafts.h"
#include "db/health.h"
#include "db/profile_in_force.h"
#include "db/rebuild.h"
#include "db/store_open.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr auto recentDuties = std::chrono::hours(36);

QString freePathBeside(const QString& path)
{
    const QFileInfo file(path);
    for (int n = 2;; ++n) {
        const QString name = u"%1-%2.%3"_s.arg(file.completeBaseName()).arg(n).arg(file.suffix());
        const QString candidate = file.dir().filePath(name);
        if (!QFileInfo::exists(candidate))
            return candidate;
    }
}

// A damaged part of the file gives what can be read before it, never an error.
template <typename Take>
void readWhatCan(Database& from, const QString& sql, const QVariantList& values, const Take& take)
{
    try {
        Rows rows = select(from, sql, values);
        while (rows.next())
            take(rows);
    } catch (const Error&) {
    }
}

std::vector<Subject> subjectsOf(Database& from, SubjectKind kind)
{
    std::vector<Subject> found;
    readWhatCan(
        from, u"SELECT uuid FROM subject WHERE kind = ?"_s, {word(kind)}, [&](const Rows& rows) {
            found.push_back({kind, QUuid::fromRfc4122(rows.bytes(0))});
        });
    return found;
}

// The read tables know at once; when they are what is damaged, every case is looked at.
std::vector<Subject> casesWorthReading(Database& from)
{
    std::vector<Subject> open;
    try {
        Rows rows = select(from, u"SELECT key FROM \"case\" WHERE closed_at IS NULL"_s);
        while (rows.next())
            open.push_back({SubjectKind::Case, QUuid::fromString(rows.text(0))});
    } catch (const Error&) {
        return subjectsOf(from, SubjectKind::Case);
    }
    return open;
}

std::vector<std::shared_ptr<const Case>> openCasesOf(const Store& damaged, QStringList& incomplete)
{
    std::vector<std::shared_ptr<const Case>> open;
    for (const Subject& subject : casesWorthReading(*damaged.parts().database)) {
        try {
            auto record = damaged.records().caseRecord({subject.id});
            if (record && record->open())
                open.push_back(std::move(record));
        } catch (const Error&) {
            incomplete.append(subject.id.toString(QUuid::WithoutBraces));
        }
    }
    return open;
}

std::set<Subject> surroundingsOf(Database& from, const Store& damaged)
{
    std::set<Subject> wanted;
    for (const SubjectKind kind : {SubjectKind::User, SubjectKind::Profile, SubjectKind::Desk})
        for (const Subject& subject : subjectsOf(from, kind))
            wanted.insert(subject);
    readWhatCan(from, u"SELECT key FROM duty WHERE ends > ?"_s,
        {toMillis(damaged.now() - recentDuties)}, [&](const Rows& rows) {
            wanted.insert({SubjectKind::Duty, QUuid::fromString(rows.text(0))});
        });
    readWhatCan(from, u"SELECT key FROM shift WHERE ends > ?"_s,
        {toMillis(damaged.now() - recentDuties)}, [&](const Rows& rows) {
            wanted.insert({SubjectKind::Shift, QUuid::fromString(rows.text(0))});
        });
    return wanted;
}

void addClosure(std::set<Subject>& wanted, const Case& record)
{
    if (!record.person.isNull())
        wanted.insert(subjectOf(record.person));
    for (const ContactId& contact : record.contacts)
        wanted.insert(subjectOf(contact));
    for (const HandoverItem& item : record.handovers) {
        if (item.window.isNull())
            continue;
        wanted.insert(subjectOf(item.window));
        wanted.insert(dispositionsSubject(item.window, item.from));
    }
}

void copyAttachmentsOf(const Case& record, const QString& from, const QString& to)
{
    for (const Document& document : record.documents) {
        if (document.fileHash.isEmpty())
            continue;
        QDir().mkpath(attachmentsOf(to));
        QFile::copy(QDir(attachmentsOf(from)).filePath(document.fileHash),
            QDir(attachmentsOf(to)).filePath(document.fileHash));
    }
}

void copyDrafts(const Store& damaged, const Store& fresh)
{
    std::map<QString, QByteArray> words;
    readWhatCan(*damaged.parts().database, u"SELECT key, words FROM draft"_s, {},
        [&](const Rows& rows) { words[rows.text(0)] = rows.bytes(1); });
    if (!words.empty())
        putDrafts(fresh, words);
}

std::unique_ptr<StoreParts> createBeside(const Store& damaged, const QString& path)
{
    const StoreParts& old = damaged.parts();
    InitOptions options;
    options.profile = profileInForce(*old.database, old.now());
    options.service = old.service;
    options.desk = old.deskName;
    options.staffOf = old.services;
    if (old.training)
        options.training = old.trainingNow;
    return createParts(path, options, {headOf(*old.database, old.desk), u"damaged"_s, old.mark});
}

}

FreshStart startFreshBeside(const Store& damaged)
{
    FreshStart start;
    start.path = freePathBeside(damaged.path());
    const auto open = openCasesOf(damaged, start.incomplete);
    start.store = std::make_unique<Store>(createBeside(damaged, start.path));
    StoreParts& parts = start.store->parts();
    Database& from = *damaged.parts().database;
    Write write(parts);
    std::set<Subject> around = surroundingsOf(from, damaged);
    for (const auto& record : open) {
        if (!carryOver(from, parts, subjectOf(record->id)))
            start.incomplete.append(record->ref);
        addClosure(around, *record);
        copyAttachmentsOf(*record, damaged.path(), start.path);
        ++start.cases;
    }
    for (const Subject& subject : around)
        carryOver(from, parts, subject);
    write.commit();
    rebuildRows(parts, {});
    parts.journal->reload();
    copyDrafts(damaged, *start.store);
    return start;
}

}
