#include "core/text/csv.h"

#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QString shownLines(const QString& text)
{
    const auto read = readCsv(text);
    if (const auto* problem = std::get_if<CsvProblem>(&read))
        return u"%1! %2"_s.arg(problem->line).arg(problem->text);
    QStringList lines;
    for (const CsvLine& line : std::get<std::vector<CsvLine>>(read))
        lines.append(u"%1:%2"_s.arg(QString::number(line.number), line.fields.join(u'|')));
    return lines.join(u' ');
}

}

TEST_CASE("A table in a file is read with its quotes and line ends", "[csv]")
{
    CHECK(shownLines(u"a,b\nc,d\n"_s) == u"1:a|b 2:c|d"_s);
    CHECK(shownLines(u"\xFEFF"
                     "a, b \r\nc,d"_s)
        == u"1:a|b 2:c|d"_s);
    CHECK(shownLines(u"a\r\r\nb"_s) == u"1:a 3:b"_s);
    CHECK(shownLines(u"\"x, y\",\"say \"\"no\"\"\"\n"_s) == u"1:x, y|say \"no\""_s);
    CHECK(shownLines(u"\"one\ntwo\",b\nc,d"_s) == u"1:one\ntwo|b 3:c|d"_s);
    CHECK(shownLines(u"a,,\n\n,,\nb"_s) == u"1:a|| 4:b"_s);
    CHECK(shownLines({}).isEmpty());
}

TEST_CASE("A table that is none says on which line", "[csv]")
{
    CHECK(shownLines(u"a\n\"b\nc\n"_s) == u"2! A quote is opened and never closed."_s);
    CHECK(shownLines(u"a\n\"b\" c,d\n"_s) == u"2! Text follows a closing quote."_s);
    CHECK(shownLines(u"a,5\" pipe\n"_s)
        == u"1! A quote stands inside an unquoted field, “5\" pipe”."_s);
}

TEST_CASE("What is written is read back, and no spreadsheet takes it for a formula", "[csv]")
{
    const QStringList fields{u"plain"_s, u"with, comma"_s, u"a \"quote\""_s, u"two\nlines"_s, {}};
    CHECK(shownLines(csvText(fields)) == u"1:"_s + fields.join(u'|'));
    CHECK(csvText({u"=1+1"_s}) == u"'=1+1\r\n"_s);
}
