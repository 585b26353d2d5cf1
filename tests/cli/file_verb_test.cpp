#include "tests/cli/program.h"

#include <catch2/catch.hpp>

#include <QFile>

using namespace Qt::StringLiterals;

namespace {

const QByteArray signedForm("A4, signed at 17:20");

/// A case with one document attached.
struct WithFile : CliStore {
    WithFile()
    {
        QFile form(file(u"a4.txt"_s));
        REQUIRE(form.open(QIODevice::WriteOnly));
        form.write(signedForm);
        form.close();
        const Ran ran = apply(QByteArray(R"({"do": "case.open", "user": "grace.oyelaran",
            "title": "Ruth Kemp", "as": "A"})")
                                  .replace('\n', ' ')
            + '\n'
            + QByteArray(R"({"do": "case.document", "user": "grace.oyelaran", "case": "$A",
            "kind": "A4_first", "state": "attached", "file": ")")
                  .replace('\n', ' ')
            + form.fileName().toUtf8() + "\"}\n");
        INFO(ran.out.toStdString() << ran.err.toStdString());
        REQUIRE(ran.status == 0);
    }

    QJsonObject document() const { return run({u"list"_s, u"documents"_s}).answer(); }
    QByteArray contents(const QString& name) const
    {
        QFile copy(file(name));
        return copy.open(QIODevice::ReadOnly) ? copy.readAll() : QByteArray();
    }
};

}

TEST_CASE("HO-3.1b an attached file is got back by its document or its hash")
{
    const WithFile store;
    const QString column = GENERATE(u"key"_s, u"file_hash"_s);

    const Ran ran = store.run({u"file"_s, store.document().value(column).toString(), u"--to"_s,
        store.file(u"copy.txt"_s)});

    INFO(ran.err.toStdString());
    CHECK(ran.status == 0);
    CHECK(store.contents(u"copy.txt"_s) == signedForm);
}

TEST_CASE("An attached file is written over nothing, the store least of all")
{
    const WithFile store;
    const QString key = store.document().value(u"key"_s).toString();
    QFile other(store.file(u"other"_s));
    REQUIRE(other.open(QIODevice::WriteOnly));
    other.write("something else");
    other.close();

    for (const QString& taken : {store.path(), store.path() + u".key"_s, store.file(u"other"_s)}) {
        const Ran ran = store.run({u"file"_s, key, u"--to"_s, taken});
        CHECK(ran.status == 3);
        CHECK(ran.err.contains("Give another name."));
    }
    CHECK(store.contents(u"other"_s) == "something else");
    CHECK(store.run({u"verify"_s}).status == 0);
}

TEST_CASE("A file that is no document's, or is gone, is named with the mend")
{
    const WithFile store;
    const QJsonObject document = store.document();

    CHECK(store.run({u"file"_s}).status == 2);
    CHECK(store.run({u"file"_s, u"nothing"_s}).status == 2);
    REQUIRE(QFile::remove(store.path() + u".files/"_s + document.value(u"file_hash"_s).toString()));
    const Ran gone = store.run(
        {u"file"_s, document.value(u"key"_s).toString(), u"--to"_s, store.file(u"copy.txt"_s)});
    CHECK(gone.status == 3);
    CHECK(gone.err.contains("not yet here"));
}

TEST_CASE("HO-3.1b the answer in JSON stays JSON whatever the copy is called")
{
    const WithFile store;
    const QString to = store.file(u"a \"quoted\" name"_s);

    const Ran ran = store.run(
        {u"--json"_s, u"file"_s, store.document().value(u"key"_s).toString(), u"--to"_s, to});

    CHECK(ran.answer().value(u"file"_s).toString() == to);
}
