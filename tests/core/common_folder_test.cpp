#include "core/exchange/common_folder.h"

#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const DeskId self(32, u'a');
const DeskId other(32, u'b');

FolderFile file(const QString& name, qint64 size = 10, qint64 modified = 1)
{
    return {name, size, modified};
}

FolderBundle bundle(const DeskId& desk, char16_t state)
{
    return {desk, QString(16, state)};
}

QStringList names(const std::vector<FolderFile>& files)
{
    QStringList all;
    for (const FolderFile& each : files)
        all.append(each.name);
    return all;
}

}

TEST_CASE("A bundle in the common folder is named by its desk and by what the desk has",
    "[exchange][folder]")
{
    const QString name = fileName(bundle(self, u'1'));
    CHECK(folderBundle(name) == bundle(self, u'1'));
    CHECK_FALSE(folderBundle(name + u".new"_s));
    CHECK_FALSE(folderBundle(u"from the day desk.dutybundle"_s));
}

TEST_CASE("A desk reads every bundle but its own, and each once", "[exchange][folder]")
{
    const std::vector<FolderFile> files{file(fileName(bundle(self, u'1'))),
        file(fileName(bundle(other, u'1'))), file(u"by hand.dutybundle"_s),
        file(u"desk.dutydesk"_s), file(fileName(bundle(other, u'2')) + u".new"_s)};
    FolderMemory memory;
    CHECK(names(bundlesToRead(self, files, memory))
        == QStringList{fileName(bundle(other, u'1')), u"by hand.dutybundle"_s});

    memory.note(files[1], {});
    CHECK(names(bundlesToRead(self, files, memory)) == QStringList{u"by hand.dutybundle"_s});
}

TEST_CASE("A broken bundle is named and read again only when it changes", "[exchange][folder]")
{
    FolderMemory memory;
    memory.note(file(u"half.dutybundle"_s, 10), u"it is cut short"_s);
    CHECK(memory.problems() == QStringList{u"half.dutybundle: it is cut short"_s});
    CHECK(bundlesToRead(self, {file(u"half.dutybundle"_s, 10)}, memory).empty());
    CHECK(bundlesToRead(self, {file(u"half.dutybundle"_s, 20)}, memory).size() == 1);
    CHECK(bundlesToRead(self, {file(u"half.dutybundle"_s, 10, 2)}, memory).size() == 1);

    memory.keepOnly({});
    CHECK(memory.problems().isEmpty());
}

TEST_CASE("A bundle that is still being copied is read again, and named once it stands unchanged",
    "[exchange][folder]")
{
    const auto look = [](FolderMemory& memory, const FolderFile& seen, const QString& problem) {
        memory.keepOnly({seen});
        const auto wanted = bundlesToRead(self, {seen}, memory);
        if (!wanted.empty())
            memory.note(seen, problem);
        return !wanted.empty();
    };
    const QString name = u"slow.dutybundle"_s;
    const QString cut = u"it is cut short"_s;
    FolderMemory memory;
    for (const qint64 size : {10, 20, 30}) {
        CHECK(look(memory, file(name, size), cut));
        CHECK(memory.lastingProblems().isEmpty());
    }
    SECTION("it is whole at the next look, with the size and the time that it had")
    {
        CHECK(look(memory, file(name, 30), {}));
        CHECK(memory.problems().isEmpty());
        CHECK_FALSE(look(memory, file(name, 30), {}));
    }
    SECTION("it stays as it is")
    {
        CHECK(look(memory, file(name, 30), cut));
        CHECK(memory.lastingProblems() == QStringList{name + u": "_s + cut});
        CHECK_FALSE(look(memory, file(name, 30), cut));
        CHECK_FALSE(look(memory, file(name, 30), cut));
        CHECK(memory.lastingProblems().size() == 1);
        CHECK(look(memory, file(name, 40), cut));
        CHECK(memory.lastingProblems().isEmpty());
    }
}

TEST_CASE("A bundle is written when none there says what the desk has", "[exchange][folder]")
{
    const FolderBundle now = bundle(self, u'2');
    CHECK(mustWrite(now, {}));
    CHECK(mustWrite(now, {file(fileName(bundle(self, u'1')))}));
    CHECK(mustWrite(now, {file(fileName(bundle(other, u'2')))}));
    CHECK(mustWrite(now, {file(fileName(now) + u".new"_s)}));
    CHECK_FALSE(mustWrite(now, {file(fileName(now))}));
}

TEST_CASE(
    "Older bundles of its own go once the new one is there, others' never", "[exchange][folder]")
{
    const FolderBundle now = bundle(self, u'2');
    const QString old = fileName(bundle(self, u'1'));
    std::vector<FolderFile> files{file(old), file(fileName(bundle(other, u'1'))),
        file(old + u".new"_s), file(u"by hand.dutybundle"_s)};
    CHECK(filesToRemove(now, files).isEmpty());

    files.push_back(file(fileName(now)));
    CHECK(filesToRemove(now, files) == QStringList{old, old + u".new"_s});
}

TEST_CASE(
    "The folder is looked at within 60 seconds, and soon after an action", "[exchange][folder]")
{
    FolderPace pace;
    CHECK(pace.tick());
    int waited = 1;
    while (!pace.tick())
        ++waited;
    CHECK(waited == FolderPace::usual);
    STATIC_REQUIRE(FolderPace::usual < 30); // writing there and reading here: two looks

    pace.stir();
    CHECK_FALSE(pace.tick());
    CHECK(pace.tick());
}
