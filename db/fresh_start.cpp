#include "db/attachments.h"
#include "db/carry_over.h"
#include "db/drafts.h"
#include "db/health.h"
#include "db/rebuild.h"
#include "db/remains.h"
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
    const QString ending = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    for (int n = 2;; ++n) {
        const QString name = u"%1-%2%3"_s.arg(file.completeBaseName()).arg(n).arg(ending);
        const QString candidate = file.dir().filePath(name);
        if (!QFileInfo::exists(candidate))
            return candidate;
    }
}

// The read tables know at once; when they are what is damaged, every case is looked at.
std::vector<Subject> casesWorthReading(Database& from)
{
    std::vector<Subject> open;
    const bool read = readWhatCan([&] {
        Rows rows = select(from, u"SELECT key FROM \"case\" WHERE closed_at IS NULL"_s);
        while (rows.next())
            open.push_back({SubjectKind::Case, QUuid::fromString(rows.text(0))});
    });
    return read ? open : subjectsFound(from, SubjectKind::Case);
}

// Calls of this duty and the last, a case or not: somebody still expects an answer to them.
std::vector<Subject> contactsWorthReading(Database& from, Instant since)
{
    std::vector<Subject> recent;
    const bool read = readWhatCan([&] {
        Rows rows
            = select(from, u"SELECT key FROM contact WHERE received_at > ?"_s, {toMillis(since)});
        while (rows.next())
            recent.push_back({SubjectKind::Contact, QUuid::fromString(rows.text(0))});
    });
    return read ? recent : subjectsFound(from, SubjectKind::Contact);
}

/// What the night still needs of one kind: all of it when its list cannot be read.
void want(Database& from, std::set<Subject>& wanted, SubjectKind kind, const QString& keys,
    const QVariantList& values)
{
    std::set<Subject> found;
    const bool read = readWhatCan([&] {
        Rows rows = select(from, keys, values);
        while (rows.next())
            found.insert({kind, QUuid::fromString(rows.text(0))});
    });
    if (!read)
        for (const Subject& subject : subjectsFound(from, kind))
            found.insert(subject);
    wanted.merge(found);
}

std::set<Subject> surroundingsOf(const Remains& remains)
{
    Database& from = *remains.database;
    const qint64 since = toMillis(remains.now - recentDuties);
    std::set<Subject> wanted;
    for (const SubjectKind kind : {SubjectKind::User, SubjectKind::Profile, SubjectKind::Desk})
        for (const Subject& subject : subjectsFound(from, kind))
            wanted.insert(subject);
    want(from, wanted, SubjectKind::Duty, u"SELECT key FROM duty WHERE ends > ?"_s, {since});
    want(from, wanted, SubjectKind::Shift, u"SELECT key FROM shift WHERE ends > ?"_s, {since});
    want(from, wanted, SubjectKind::Visit,
        u"SELECT key FROM visit WHERE returned_at IS NULL OR written_up_at IS NULL"_s, {});
    want(from, wanted, SubjectKind::Alert,
        u"SELECT key FROM alert WHERE ends > ? AND withdrawn_at IS NULL"_s,
        {toMillis(remains.now)});
    want(from, wanted, SubjectKind::Escalation,
        u"SELECT key FROM escalation WHERE closed_at IS NULL"_s, {});
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

/// Carries the open cases with what belongs to them.
class CarryCases {
public:
    CarryCases(const Remains& remains, FreshStart& start)
        : m_remains(remains)
        , m_from(*remains.database)
        , m_start(start)
        , m_parts(start.store->parts())
        , m_links(m_from)
    {
    }

    void all()
    {
        std::set<Subject> around = surroundingsOf(m_remains);
        Write write(m_parts);
        for (const Subject& subject : casesWorthReading(m_from))
            carryCase(copyOf(m_from, subject), around);
        const Instant since = m_remains.now - recentDuties;
        for (const Subject& subject : contactsWorthReading(m_from, since))
            carryContact(copyOf(m_from, subject), since, around);
        for (const Subject& subject : around)
            carryOver(copyOf(m_from, subject), m_links, m_parts);
        write.commit();
    }

private:
    void carryCase(const CopiedRecord& copied, std::set<Subject>& around)
    {
        const AnyRecord folded = copied.folded();
        const auto& record = std::get<Case>(folded);
        if (!record.exists()) {
            m_start.incomplete.append(nameOf(copied.subject.id));
            return;
        }
        if (!record.open())
            return;
        if (!carryOver(copied, m_links, m_parts))
            m_start.incomplete.append(record.ref);
        addClosure(around, record);
        copyAttachmentsOf(record, m_remains.path, m_start.path);
        ++m_start.cases;
    }

    void carryContact(const CopiedRecord& copied, Instant since, std::set<Subject>& around)
    {
        const AnyRecord folded = copied.folded();
        const auto& record = std::get<Contact>(folded);
        if (!record.exists() || record.receivedAt <= since)
            return;
        if (!carryOver(copied, m_links, m_parts))
            m_start.incomplete.append(record.ref);
        if (!record.person.isNull())
            around.insert(subjectOf(record.person));
        ++m_start.contacts;
    }

    // As the board showed it, when how it began is lost.
    QString nameOf(const QUuid& id) const
    {
        QString name;
        readWhatCan([&] {
            Rows rows = select(m_from, u"SELECT ref, title FROM \"case\" WHERE key = ?"_s,
                {id.toString(QUuid::WithoutBraces)});
            if (rows.next())
                name = u"%1 (%2)"_s.arg(rows.text(0), rows.text(1));
        });
        return name.isEmpty() ? id.toString(QUuid::WithoutBraces) : name;
    }

    const Remains& m_remains;
    Database& m_from;
    FreshStart& m_start;
    StoreParts& m_parts;
    ChainLinks m_links;
};

void copyDrafts(Database& from, const Store& fresh)
{
    std::map<QString, QByteArray> words;
    readWhatCan([&] {
        Rows rows = select(from, u"SELECT key, words FROM draft"_s);
        while (rows.next())
            words[rows.text(0)] = rows.bytes(1);
    });
    if (!words.empty())
        putDrafts(fresh, words);
}

FreshNeeds needsOf(const Remains& remains)
{
    return {remains.profile.isEmpty(), remains.service.isEmpty(), remains.deskName.isEmpty()};
}

void refuseMissing(const FreshNeeds& needs, const FreshOptions& given, const QString& path)
{
    QStringList missing;
    QStringList options;
    const auto add = [&](bool is, const QString& what, const QString& option) {
        if (!is)
            return;
        missing.append(what);
        options.append(option);
    };
    add(needs.profile && given.profile.isEmpty(), u"profile"_s, u"--profile P"_s);
    add(needs.service && given.service.isEmpty(), u"service"_s, u"--service S"_s);
    add(needs.desk && given.desk.trimmed().isEmpty(), u"desk's name"_s, u"--desk NAME"_s);
    if (missing.isEmpty())
        return;
    throw Error(Fault::Invalid,
        u"The %1 cannot be read in the damaged store %2."_s.arg(missing.join(u", "), path),
        u"Give what is missing: `dutydesk-cli --store %1 fresh-start %2`."_s.arg(
            path, options.join(u' ')));
}

Beginning beginningOf(const Remains& remains)
{
    return {remains.head, u"damaged"_s, remains.mark.value_or(QString())};
}

std::unique_ptr<Store> createBeside(
    const Remains& remains, const FreshOptions& given, const QString& path)
{
    const auto either
        = [](const auto& read, const auto& other) { return read.isEmpty() ? other : read; };
    refuseMissing(needsOf(remains), given, remains.path);
    InitOptions options;
    options.profile = either(remains.profile, given.profile);
    options.service = either(remains.service, given.service);
    options.desk = either(remains.deskName, given.desk);
    options.staffOf = either(remains.services, QStringList(options.service));
    options.training = remains.training;
    return std::make_unique<Store>(createParts(path, options, beginningOf(remains)));
}

void carryAll(const Remains& remains, FreshStart& start)
{
    CarryCases(remains, start).all();
    StoreParts& parts = start.store->parts();
    rebuildRows(parts, {});
    parts.journal->reload();
    copyDrafts(*remains.database, *start.store);
}

FreshStart startFrom(const Remains& remains, const FreshOptions& given)
{
    FreshStart start;
    start.path = freePathBeside(remains.path);
    start.store = createBeside(remains, given, start.path);
    if (remains.database)
        carryAll(remains, start);
    if (remains.profile.isEmpty() && start.cases == 0 && start.contacts == 0)
        start.incomplete.append(u"everything: nothing of the damaged file could be read"_s);
    return start;
}

}

FreshNeeds freshNeeds(const QString& damaged)
{
    return needsOf(remainsOf(damaged, {}));
}

FreshStart startFreshBeside(const QString& damaged, const FreshOptions& options)
{
    return startFrom(remainsOf(damaged, options.clock), options);
}

FreshStart startFreshBeside(const Store& damaged)
{
    return startFrom(remainsOf(damaged.path(), damaged.parts().clock), {});
}

}
