#include "tests/cli/program.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace {

QString firstText(const QJsonObject& line)
{
    const QJsonArray refusals = line.value(u"refusals"_s).toArray();
    return refusals.isEmpty() ? line.value(u"error"_s).toString()
                              : refusals.first().toObject().value(u"text"_s).toString();
}

QString firstField(const QJsonObject& line)
{
    return line.value(u"refusals"_s).toArray().first().toObject().value(u"field"_s).toString();
}

int contacts(const CliStore& store)
{
    return static_cast<int>(store.run({u"list"_s, u"contacts"_s}).lines().size());
}

}

TEST_CASE(
    "Every kind of wrong command says what is wrong, stores nothing and leaves the next one alone")
{
    const CliStore store;
    struct Wrong {
        const char* line;
        int status;
        const char* field;
    };
    const std::vector<Wrong> wrongs{
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "at": "09:10"})", 1, "at"},
        {R"({"do": "contact.log", "words": )", 2, "line"},
        {R"(["contact.log"])", 2, "line"},
        {R"(7)", 2, "line"},
        {R"({})", 1, "do"},
        {R"({"do": 5, "user": "kofi.mensah", "words": "x"})", 1, "do"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": " "})", 1, "words"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "as": 5})", 2, "as"},
        {R"({"do": "case.document", "user": "kofi.mensah", "file": "/nowhere/letter.pdf"})", 2,
            "file"},
        {R"({"do": "case.document", "user": "kofi.mensah", "file": 5})", 2, "file"},
        {R"({"clock": 5})", 2, "clock"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "refused_by": 5})", 2,
            "refused_by"},
        {R"({"do": "case.note", "user": "kofi.mensah", "case": 5, "words": "x"})", 1, "case"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "a\u0000b"})", 1, "words"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "words": "y"})", 2, "words"},
        {R"({"clock": "whenever"})", 2, "clock"},
        {R"({"do": "contact.lgo", "user": "kofi.mensah", "words": "x"})", 1, "do"},
        {R"({"user": "kofi.mensah", "words": "x"})", 1, "do"},
        {R"({"do": "contact.log", "user": "kofi.mensah"})", 1, "words"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": 7})", 1, "words"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "colour": "red"})", 1,
            "colour"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "channel": "pigeon"})", 1,
            "channel"},
        {R"({"do": "contact.log", "user": "nobody", "words": "x"})", 1, "user"},
        {R"({"do": "contact.log", "words": "x"})", 1, "user"},
        {R"({"do": "case.note", "user": "kofi.mensah", "case": "C-1999-01-01-001", "words": "x"})",
            1, "case"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "at": "2027-03-28T01:30"})",
            1, "at"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "at": "2026-10-25T01:30"})",
            1, "at"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "at": "2026-12-01T10:00"})",
            1, "at"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "at": "quarter past"})", 1,
            "at"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "at": "1026-11-18T08:30"})",
            1, "at"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "at": "2026-13-01T10:00"})",
            1, "at"},
        {R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "action": "42"})", 1,
            "action"},
        {R"({"do": "contact.signpost", "user": "kofi.mensah", "contact": "$nothing", "to": "x"})",
            2, "contact"},
    };
    for (const Wrong& wrong : wrongs) {
        const Ran ran = store.apply(QByteArray(wrong.line) + '\n');
        INFO(wrong.line << " answered " << ran.out.toStdString());
        CHECK(ran.status == wrong.status);
        REQUIRE(ran.lines().size() == 1);
        CHECK_FALSE(ran.answer().value(u"ok"_s).toBool());
        CHECK(firstText(ran.answer()).size() > 10);
        CHECK(firstField(ran.answer()) == QLatin1StringView(wrong.field));
        const QJsonObject first = ran.answer().value(u"refusals"_s).toArray().first().toObject();
        CHECK_FALSE(first.value(u"clause"_s).toString().isEmpty());
        CHECK_FALSE(first.value(u"mend"_s).toString().isEmpty());
    }
    CHECK(contacts(store) == 0);

    const Ran mixed = store.apply(
        "{ nonsense\n{\"do\": \"contact.log\", \"user\": \"kofi.mensah\", \"words\": \"x\"}\n");
    CHECK(mixed.status == 2);
    CHECK(mixed.lines().at(1).value(u"ok"_s).toBool());
    CHECK(contacts(store) == 1);
}

TEST_CASE("An NHS number that fails its check is kept as typed, owed, and never becomes a number")
{
    const CliStore store;
    const Ran ran = store.apply(
        R"({"do": "person.add", "user": "kofi.mensah", "name": "Ada Quill", "nhs_number": "999 000 0001"})"
        "\n");
    INFO(ran.out.toStdString());
    CHECK(ran.status == 0);
    const QJsonObject row = store.run({u"list"_s, u"people"_s}).answer();
    CHECK(row.value(u"nhs"_s).toString().isEmpty());
    CHECK(row.value(u"nhs_status"_s).toString() == u"not_valid"_s);
}

TEST_CASE("The same action sent twice is done once and answered twice alike")
{
    const CliStore store;
    const QByteArray line = R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", )"
                            R"("action": "7d2c1c58-3a52-4f52-9a6a-4f3a5b0c9d11"})"
                            "\n";
    const QJsonObject first = store.apply(line).answer();
    const QJsonObject second = store.apply(line).answer();
    CHECK(first.value(u"made"_s) == second.value(u"made"_s));
    CHECK(second.value(u"repeated"_s).toBool());
    CHECK(contacts(store) == 1);
}

TEST_CASE("A store that cannot be used says why and how to go on")
{
    const CliStore store;
    SECTION("none is named")
    {
        const Ran ran = runCli({u"list"_s, u"cases"_s});
        CHECK(ran.status == 2);
        CHECK(ran.err.contains("--store"));
    }
    SECTION("there is no such file")
    {
        const Ran ran = runCli({u"--store"_s, store.file(u"nowhere"_s), u"list"_s, u"cases"_s});
        CHECK(ran.status == 3);
        CHECK(ran.err.contains("nowhere"));
    }
    SECTION("it is a folder")
    {
        const Ran ran = runCli({u"--store"_s, store.file(u"."_s), u"list"_s, u"cases"_s});
        CHECK(ran.status == 3);
        CHECK(ran.err.contains("folder"));
    }
    SECTION("it is something else")
    {
        QFile file(store.file(u"letter.txt"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'a'));
        file.close();
        const Ran ran = runCli({u"--store"_s, file.fileName(), u"list"_s, u"cases"_s});
        CHECK(ran.status == 3);
        CHECK(ran.err.size() > 20);
    }
    SECTION("it is damaged, and a fresh one beside it carries its cases on")
    {
        REQUIRE(store
                    .apply(R"({"do": "contact.log", "user": "kofi.mensah", "as": "a", "words": "x"}
{"do": "contact.open_case", "user": "kofi.mensah", "contact": "$a", "title": "No carer tonight"}
)")
                    .status
            == 0);
        CHECK(store.run({u"fresh-start"_s}).err.contains("sound"));
        QFile note(store.path() + u".damaged"_s);
        REQUIRE(note.open(QIODevice::WriteOnly));
        note.write("A page of the file is torn.\nKeep the file.\n");
        note.close();
        const Ran refused = store.apply(R"({"do": "contact.log", "words": "y"})");
        CHECK(refused.status == 3);
        CHECK(refused.err.contains("fresh-start"));

        const Ran fresh = store.run({u"fresh-start"_s});
        REQUIRE(fresh.status == 0);
        CHECK(fresh.answer().value(u"cases"_s).toInt() == 1);
        const QString path = fresh.answer().value(u"store"_s).toString();
        CHECK(runCli({u"--store"_s, path, u"list"_s, u"cases"_s}).lines().size() == 1);
        CHECK(runCli({u"--store"_s, path, u"do"_s},
                  R"({"do": "contact.log", "user": "kofi.mensah", "words": "y"})")
                  .status
            == 0);
    }
    SECTION("it was written by a newer version")
    {
        sqlite3* file = nullptr;
        REQUIRE(sqlite3_open(store.path().toUtf8().constData(), &file) == SQLITE_OK);
        REQUIRE(sqlite3_exec(file, "PRAGMA user_version = 4711", nullptr, nullptr, nullptr)
            == SQLITE_OK);
        sqlite3_close(file);
        const Ran ran = store.run({u"list"_s, u"cases"_s});
        CHECK(ran.status == 3);
        CHECK(ran.err.contains("newer"));
    }
}

TEST_CASE("A list shows people London time, and programs milliseconds")
{
    const CliStore store;
    REQUIRE(store
                .apply(R"({"clock": "2026-07-01T03:40"}
{"do": "contact.log", "user": "kofi.mensah", "words": "x"}
)")
                .status
        == 0);
    CHECK(store.run({u"list"_s, u"contacts"_s}).answer().value(u"received_at"_s).toString()
        == u"Wed 1 Jul 2026 03:40"_s);
    CHECK(store.run({u"--json"_s, u"list"_s, u"contacts"_s})
              .answer()
              .value(u"received_at"_s)
              .toDouble()
        == 1782873600000.0);
}

TEST_CASE("People's names for lists are known")
{
    const CliStore store;
    for (const QString& name : {u"handovers"_s, u"calls"_s, u"doctors"_s, u"duties"_s, u"people"_s,
             u"entries"_s, u"ring-backs"_s, u"windows"_s})
        CHECK(store.run({u"list"_s, name}).status == 0);
}

TEST_CASE("Wrong usage names the mend")
{
    CHECK(runCli({u"frobnicate"_s}).status == 2);
    CHECK(runCli({u"init"_s}).status == 2);
    const CliStore store;
    CHECK(store.run({u"list"_s, u"unicorns"_s}).err.contains("case"));
    CHECK(store.run({u"list"_s, u"cases"_s, u"--where"_s, u"colour=red"_s}).status == 2);
    CHECK(store.run({u"show"_s, u"C-1"_s}).status == 2);
    CHECK(store.run({u"list"_s, u"cases"_s, u"--limit"_s, u"many"_s}).status == 2);
    CHECK(store.run({u"list"_s, u"cases"_s, u"contacts"_s}).err.contains("contacts"));
    for (const QString& verb : {u"clocks"_s, u"morning-list"_s, u"end-of-duty"_s})
        CHECK(store.run({verb, u"--service"_s, u"nobody"_s}).err.contains("amhp-day"));
    CHECK(store.run({u"verify"_s, u"now"_s}).status == 2);
    CHECK(store.run({u"rebuild"_s, u"now"_s}).status == 2);
    CHECK(store.run({}).err.contains("help"));
    CHECK(runCli({u"--store"_s}).err.contains("no value"));
    CHECK(store.run({u"backup"_s, u"/nowhere/at/all"_s}).err.contains("folder"));
    const Ran profile = runCli({u"--store"_s, store.file(u"other"_s), u"init"_s, u"--profile"_s,
        u"nowhere"_s, u"--service"_s, u"edt"_s, u"--desk"_s, u"x"_s});
    CHECK(profile.status != 0);
    CHECK_FALSE(QFile::exists(store.file(u"other"_s)));
}

TEST_CASE("Invented nights go into no live store, and their seed is a number")
{
    const CliStore store;
    const QString path = store.file(u"live.dutydesk"_s);
    REQUIRE(runCli({u"--store"_s, path, u"init"_s, u"--profile"_s, u"anyshire"_s, u"--service"_s,
                       u"edt"_s, u"--desk"_s, u"EDT desk 1"_s})
                .status
        == 0);

    const Ran live = runCli({u"--store"_s, path, u"demo"_s, u"--nights"_s, u"1"_s});

    CHECK(live.status != 0);
    CHECK(live.err.contains("live store"));
    CHECK(runCli({u"--store"_s, path, u"list"_s, u"contacts"_s}).out.isEmpty());
    const Ran seed = store.run({u"demo"_s, u"--seed"_s, u"x"_s});
    CHECK(seed.status == 2);
    CHECK(seed.err.contains("--seed"));
}

TEST_CASE("A profile with an error is told alike by every verb, as a file that failed")
{
    const CliStore store;
    QFile file(store.file(u"ours.json"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"key": "ours", "name": "Ours", "version": "1", "surprise": true})");
    file.close();
    const Ran init = runCli({u"--store"_s, store.file(u"other"_s), u"init"_s, u"--profile"_s,
        file.fileName(), u"--service"_s, u"edt"_s, u"--desk"_s, u"x"_s});
    const Ran hours = runCli({u"hours"_s, u"--profile"_s, file.fileName()}, "2026-11-18T10:00\n");

    CHECK(init.status == 3);
    CHECK(hours.status == 3);
    CHECK(init.err == hours.err);
    CHECK(init.err.contains("surprise"));
    CHECK_FALSE(QFile::exists(store.file(u"other"_s)));
}

TEST_CASE("A file is taken by the commands that attach one, and stays only when they are done")
{
    const CliStore store;
    QFile file(store.file(u"warrant.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("%PDF a warrant");
    file.close();
    const QByteArray path = file.fileName().toUtf8();

    const Ran unknown = store.apply(
        R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", "file": ")" + path + "\"}\n");
    CHECK(unknown.status == 1);
    CHECK(firstField(unknown.answer()) == u"file"_s);
    const Ran refused = store.apply(
        R"({"do": "case.document", "user": "kofi.mensah", "case": "C-1", "kind": "warrant", )"
        R"("state": "attached", "file": ")"
        + path + "\"}\n");
    CHECK(refused.status != 0);
    CHECK_FALSE(QFileInfo::exists(store.path() + u".files"_s));
}

TEST_CASE("Another command under an action's id is refused, and says what the id was used for")
{
    const CliStore store;
    const QByteArray id = R"("action": "7d2c1c58-3a52-4f52-9a6a-4f3a5b0c9d11"})"
                          "\n";
    REQUIRE(
        store.apply(R"({"do": "contact.log", "user": "kofi.mensah", "words": "x", )" + id).status
        == 0);

    const Ran other
        = store.apply(R"({"do": "contact.log", "user": "kofi.mensah", "words": "y", )" + id);

    CHECK(other.status == 1);
    CHECK(firstField(other.answer()) == u"action"_s);
    CHECK(firstText(other.answer()).contains(u"contact.log"_s));
    CHECK(contacts(store) == 1);
}

TEST_CASE("A clock is set to a date, never to a time of no day")
{
    const CliStore store;
    CHECK(store.apply("{\"clock\": \"17:00\"}\n").status == 2);
    CHECK(runCli({u"--store"_s, store.file(u"other"_s), u"init"_s, u"--profile"_s, u"anyshire"_s,
                     u"--service"_s, u"edt"_s, u"--desk"_s, u"x"_s, u"--training"_s, u"17:00"_s})
              .status
        == 2);
}

TEST_CASE("A letter that a desk's name cannot have is named")
{
    const CliStore store;
    const auto& [name, letter] = GENERATE(table<QString, const char*>({
        {u"EDT\u200b1"_s, "U+200B as letter 4"},
        {u"E\nDT"_s, "U+000A as letter 2"},
    }));

    const Ran init = runCli({u"--store"_s, store.file(u"other"_s), u"init"_s, u"--profile"_s,
        u"anyshire"_s, u"--service"_s, u"edt"_s, u"--desk"_s, name});

    CHECK(init.status == 2);
    CHECK(init.err.contains(letter));
}
