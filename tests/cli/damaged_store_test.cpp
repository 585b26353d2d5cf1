#include "tests/cli/program.h"

#include <QFile>
#include <QJsonArray>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

void spoil(const QString& path, qint64 at, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(at));
    REQUIRE(file.write(bytes) == bytes.size());
}

}

TEST_CASE("A store of garbage has a fresh one beside it, with what cannot be read given")
{
    const CliStore store;
    QFile::remove(store.path() + u"-wal"_s);
    QFile file(store.path());
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(GENERATE(QByteArray(), QByteArray(30'000, 'g')));
    file.close();

    const Ran asked = store.run({u"fresh-start"_s});
    CHECK(asked.status == 2);
    CHECK(asked.err.contains("--profile P --service S --desk NAME"));

    const Ran fresh = store.run({u"fresh-start"_s, u"--profile"_s, u"anyshire"_s, u"--service"_s,
        u"edt"_s, u"--desk"_s, u"EDT desk 1"_s});
    REQUIRE(fresh.status == 0);
    const QString path = fresh.answer().value(u"store"_s).toString();
    CHECK(runCli({u"--store"_s, path, u"verify"_s}).status == 0);
    CHECK(
        runCli({u"--store"_s, path, u"do"_s},
            R"({"do": "user.add", "login": "kofi", "name": "Kofi Mensah", "service": "edt", "roles": ["admin"]})")
            .status
        == 0);
}

TEST_CASE("A check by hand names what is torn, ends with 3 and closes the store")
{
    const CliStore store;
    REQUIRE(store
                .apply(R"({"do": "contact.log", "user": "kofi.mensah", "words": "x"}
)")
                .status
        == 0);
    REQUIRE(store.run({u"verify"_s}).status == 0);
    // Every page but the first few, which hold the list of tables.
    constexpr qsizetype page = 4096;
    spoil(store.path(), 40 * page, QByteArray(20 * page, '\xff'));

    const Ran checked = store.run({u"verify"_s});

    CHECK(checked.status == 3);
    CHECK_FALSE(checked.answer().value(u"ok"_s).toBool());
    CHECK(checked.out.contains("is torn"));
    const Ran refused
        = store.apply(R"({"do": "contact.log", "user": "kofi.mensah", "words": "y"})");
    CHECK(refused.status == 3);
    CHECK(refused.err.contains("fresh-start"));
}
