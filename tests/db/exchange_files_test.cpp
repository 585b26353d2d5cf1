#include "core/casework/application/document_events.h"
#include "core/journal/new_event.h"
#include "db/attachments.h"
#include "db/lists.h"
#include "db/store_parts.h"
#include "tests/db/edt_desks.h"
#include "tests/db/torn_file.h"
#include "tests/support/to_string.h"

#include <QDir>

#include <functional>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace {

/// Desk 1 has a case with a document attached.
struct WithDocument : EdtDesks {
    WithDocument()
    {
        const db::Answer logged
            = submit(*one, R"({"do": "contact.log", "user": "priya", "words": "A call"})");
        const db::Answer opened = one->submit({{u"do"_s, u"contact.open_case"_s},
            {u"user"_s, u"priya"_s}, {u"contact"_s, logged.decision.made.value(u"contact"_s)},
            {u"title"_s, u"A case"_s}});
        id = opened.decision.made.value(u"case"_s).toString();
        attach(u"report.pdf"_s, QByteArray(3 << 20, 'r'), u"amhp_report"_s);
    }

    void attach(const QString& name, const QByteArray& bytes, const QString& kind)
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        attachment = db::FileCopy(*one, path).made();
        const db::Answer noted = db::submitWithFile(*one,
            {{u"do"_s, u"case.document"_s}, {u"user"_s, u"priya"_s}, {u"case"_s, id},
                {u"kind"_s, kind}, {u"state"_s, u"attached"_s}, {u"title"_s, name}},
            path);
        REQUIRE(noted.done());
    }
    db::ExportReport send(db::Store& from, const QString& name) const
    {
        return db::exportBundle(from, u"edt"_s, folder.filePath(name));
    }
    core::ImportReport take(db::Store& to, const QString& name) const
    {
        return db::importBundle(to, folder.filePath(name));
    }
    QString keptAt(const db::Store& store) const
    {
        return db::attachmentsOf(store.path()) + u'/' + attachment.hash;
    }
    static bool isHere(const db::Store& store)
    {
        return db::list(store, {u"document"_s, {}, {}}).front().value(u"file_here"_s).toBool();
    }

    QString id;
    db::Attachment attachment;
};

#ifdef Q_OS_UNIX
/// As a machine with little to give; the old limit returns with the test's end.
class OpenFilesAtMost {
public:
    explicit OpenFilesAtMost(rlim_t count)
    {
        REQUIRE(getrlimit(RLIMIT_NOFILE, &m_before) == 0);
        const rlimit low{count, m_before.rlim_max};
        REQUIRE(setrlimit(RLIMIT_NOFILE, &low) == 0);
    }
    ~OpenFilesAtMost() { setrlimit(RLIMIT_NOFILE, &m_before); }

    OpenFilesAtMost(const OpenFilesAtMost&) = delete;
    OpenFilesAtMost& operator=(const OpenFilesAtMost&) = delete;

private:
    rlimit m_before{};
};
#endif

}

TEST_CASE("An attached file travels with its record, once, and is what it was", "[exchange]")
{
    WithDocument desks;

    const db::ExportReport sent = desks.send(*desks.one, u"first"_s);
    const core::ImportReport taken = desks.take(*desks.two, u"first"_s);

    CHECK(sent.files == 1);
    CHECK(taken.files == 1);
    CHECK(taken.awaited == 0);
    CHECK(WithDocument::isHere(*desks.two));
    CHECK(db::attachedFile(*desks.two, desks.attachment.hash) == desks.keptAt(*desks.two));
    desks.send(*desks.two, u"ack"_s);
    desks.take(*desks.one, u"ack"_s);
    CHECK(desks.send(*desks.one, u"second"_s).files == 0);
}

TEST_CASE("A store or a desk's key is never attached, whatever it is called", "[exchange]")
{
    WithDocument desks;
    const QString copy = desks.folder.filePath(u"plan.pdf"_s);
    REQUIRE(QFile::copy(desks.one->path() + u".key"_s, copy));

    CHECK_THROWS_WITH(db::FileCopy(*desks.one, copy), Catch::Contains("never attached"));
    CHECK_THROWS_WITH(
        db::FileCopy(*desks.one, desks.one->path()), Catch::Contains("never attached"));
}

TEST_CASE("One content attached twice travels once", "[exchange]")
{
    WithDocument desks;
    desks.attach(u"the same.pdf"_s, QByteArray(3 << 20, 'r'), u"care_plan"_s);

    CHECK(desks.send(*desks.one, u"first"_s).files == 1);
    CHECK(desks.take(*desks.two, u"first"_s).files == 1);
}

TEST_CASE("A file that the sender has not is shown as not yet here and comes later", "[exchange]")
{
    WithDocument desks;
    const QString aside = desks.folder.filePath(u"aside"_s);
    REQUIRE(QFile::rename(desks.keptAt(*desks.one), aside));

    const db::ExportReport without = desks.send(*desks.one, u"first"_s);
    const core::ImportReport report = desks.take(*desks.two, u"first"_s);

    CHECK(without.missing == QStringList{desks.attachment.hash});
    CHECK(report.awaited == 1);
    CHECK(core::linesOf(report).join(u'\n').contains(u"1 attached file is not yet here."_s));
    CHECK_FALSE(WithDocument::isHere(*desks.two));
    CHECK_THROWS_WITH(
        db::attachedFile(*desks.two, desks.attachment.hash), Catch::Contains("not yet here"));

    REQUIRE(QFile::rename(aside, desks.keptAt(*desks.one)));
    desks.send(*desks.two, u"wish"_s);
    desks.take(*desks.one, u"wish"_s);
    CHECK(desks.send(*desks.one, u"second"_s).files == 1);
    CHECK(desks.take(*desks.two, u"second"_s).awaited == 0);
    CHECK(WithDocument::isHere(*desks.two));
}

TEST_CASE("A file that was changed where it lies does not travel", "[exchange]")
{
    WithDocument desks;
    QFile kept(desks.keptAt(*desks.one));
    REQUIRE(kept.open(QIODevice::ReadWrite));
    kept.write("x");
    kept.close();

    const db::ExportReport sent = desks.send(*desks.one, u"first"_s);

    CHECK(sent.files == 0);
    CHECK(sent.missing == QStringList{desks.attachment.hash});
    CHECK(desks.take(*desks.two, u"first"_s).awaited == 1);
}

TEST_CASE("HO-3.1b a file that was changed where it lies is put aside, asked for and comes again",
    "[exchange]")
{
    WithDocument desks;
    desks.send(*desks.one, u"first"_s);
    desks.take(*desks.two, u"first"_s);
    QFile kept(desks.keptAt(*desks.two));
    REQUIRE(kept.open(QIODevice::WriteOnly));
    kept.write("something else");
    kept.close();
    using Find = std::function<void(WithDocument&)>;
    const auto& [how, find] = GENERATE(table<std::string, Find>({
        {"it is opened",
            [](WithDocument& all) {
                CHECK_THROWS_WITH(db::attachedFile(*all.two, all.attachment.hash),
                    Catch::Contains("not what it was") && Catch::Contains(".damaged"));
            }},
        {"it is checked",
            [](WithDocument& all) {
                CHECK(db::changedFiles(all.two->path()) == QStringList{all.attachment.hash});
            }},
        {"it comes again",
            [](WithDocument& all) { CHECK(all.take(*all.two, u"first"_s).files == 1); }},
    }));
    INFO(how);

    find(desks);

    desks.send(*desks.two, u"wish"_s);
    desks.take(*desks.one, u"wish"_s);
    desks.send(*desks.one, u"again"_s);
    CHECK(desks.take(*desks.two, u"again"_s).awaited == 0);
    CHECK(WithDocument::isHere(*desks.two));
    CHECK(db::attachedFile(*desks.two, desks.attachment.hash) == desks.keptAt(*desks.two));
    QFile aside(desks.keptAt(*desks.two) + u".damaged"_s);
    REQUIRE(aside.open(QIODevice::ReadOnly));
    CHECK(aside.readAll() == "something else");
    CHECK(db::changedFiles(desks.two->path()).isEmpty());
}

TEST_CASE("A stopped import leaves no attached file behind", "[exchange]")
{
    WithDocument desks;
    for (int i = 0; i < 600; ++i)
        desks.log(*desks.one, u"priya"_s);
    desks.send(*desks.one, u"first"_s);
    // In the second reading; when all is read, and the file has its name, but nothing is committed.
    const double stopAt = GENERATE(0.75, 1.0);
    int asked = 0;
    const auto stop = [&](qint64 done, qint64 total) {
        ++asked;
        return static_cast<double>(done) < static_cast<double>(total) * stopAt;
    };

    CHECK_THROWS_AS(
        db::importBundle(*desks.two, desks.folder.filePath(u"first"_s), stop), db::Error);

    CHECK(asked > 0);
    CHECK(QDir(db::attachmentsOf(desks.two->path())).entryList(QDir::Files).isEmpty());
    CHECK(desks.take(*desks.two, u"first"_s).files == 1);
}

#ifdef Q_OS_UNIX
TEST_CASE("However many files a bundle brings, few are open at a time", "[exchange]")
{
    WithDocument desks;
    constexpr int more = 80;
    for (int i = 0; i < more; ++i)
        desks.attach(u"page %1.pdf"_s.arg(i), QByteArray::number(i), u"care_plan"_s);
    desks.send(*desks.one, u"first"_s);
    const OpenFilesAtMost limit(64);

    CHECK(desks.take(*desks.two, u"first"_s).files == more + 1);
}
#endif

TEST_CASE("What names no content is passed over, not a wall to every later export", "[exchange]")
{
    WithDocument desks;
    // As an earlier version let it be written.
    for (const QString& odd : {u"abc"_s, u"../one.db"_s}) {
        core::CaseDocumentNoted noted;
        noted.id = {QUuid::createUuid()};
        noted.title = odd;
        noted.fileHash = odd;
        db::StoreParts& parts = desks.one->parts();
        db::Write write(parts);
        db::append(parts,
            {core::newEvent(
                {core::SubjectKind::Case, QUuid::fromString(desks.id)}, noted, desks.one->now())},
            {{{}, u"Set-up"_s, u"admin"_s, u"edt"_s}, parts.mint(), desks.one->now()});
        write.commit();
    }

    desks.send(*desks.one, u"first"_s);
    const core::ImportReport taken = desks.take(*desks.two, u"first"_s);

    CHECK(taken.outcome == core::ImportOutcome::Imported);
    CHECK(taken.files == 1);
    CHECK(taken.awaited == 0);
    desks.send(*desks.two, u"back"_s);
    CHECK(desks.take(*desks.one, u"back"_s).outcome != core::ImportOutcome::Refused);
}

TEST_CASE("A held bundle that is gone or was changed does not stop the exchange", "[exchange]")
{
    WithDocument desks;
    const bool gone = GENERATE(true, false);
    const QString held = QString(u'a').repeated(64);
    db::run(*desks.two->parts().database,
        u"INSERT INTO held (hash, name, at, why) VALUES (?, 'lost', 0, 'a gap')"_s, {held});
    if (!gone) {
        REQUIRE(QDir().mkpath(desks.two->path() + u".held"_s));
        QFile file(desks.two->path() + u".held/"_s + held);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("Dutydesk bundle 1\n");
    }

    const auto reports = db::importHeld(*desks.two);

    REQUIRE(reports.size() == 1);
    CHECK(reports.front().outcome == core::ImportOutcome::Refused);
    CHECK(reports.front().file == u"lost"_s);
    CHECK(db::heldBundles(*desks.two).empty());
}

TEST_CASE(
    "A bundle that waits is kept when it is the store whose pages are torn", "[exchange][torn]")
{
    EdtDesks desks;
    desks.exchange();
    desks.log(*desks.one, u"priya"_s);
    desks.log(*desks.two, u"sam"_s);
    const QString bundle = desks.bundle(*desks.one, u"waits"_s);
    const QString path = desks.two->path();
    const QString held = QString(64, u'a');
    REQUIRE(QDir().mkpath(path + u".held"_s));
    REQUIRE(QFile::copy(bundle, path + u".held/"_s + held));
    db::run(*desks.two->parts().database,
        u"INSERT INTO held (hash, name, at, why) VALUES (?, 'waits', 1, 'something')"_s, {held});
    desks.two.reset();
    const TornFile file(path);
    file.settle();
    file.tearFirstLeaf(u"contact"_s);
    desks.two = db::Store::open(path);
    REQUIRE_FALSE(desks.two->damage());

    CHECK_THROWS_AS(db::importHeld(*desks.two), db::Error);

    CHECK(db::heldBundles(*desks.two).size() == 1);
    CHECK(QFile::exists(path + u".held/"_s + held));
}

TEST_CASE("An export tells one file as one and several as several", "[exchange]")
{
    const auto [missing, told] = GENERATE(table<int, const char*>({
        {1, "1 attached file is not yet here and goes later."},
        {2, "2 attached files are not yet here and go later."},
    }));
    db::ExportReport report;
    report.desks = {u"EDT desk 2"_s};
    report.events = missing;
    report.files = missing;
    report.bytes = 900;
    for (int i = 0; i < missing; ++i)
        report.missing.append(u"hash"_s);

    const QStringList lines = db::linesOf(report, u"x"_s);

    CHECK(lines.front()
        == u"x for EDT desk 2: %1, 0 by digest alone, %2, 900 bytes."_s.arg(
            missing == 1 ? u"1 entry"_s : u"2 entries"_s,
            missing == 1 ? u"1 attached file"_s : u"2 attached files"_s));
    CHECK(lines.back() == QString::fromLatin1(told));
}
