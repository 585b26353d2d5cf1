#include <catch2/catch.hpp>

#include "core/paper/paper.h"
#include "tests/support/sample_paper.h"
#include "tests/support/to_string.h"

#include <QJsonArray>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

QString problemsOf(const QString& html)
{
    QXmlStreamReader xml(html);
    while (!xml.atEnd())
        xml.readNext();
    return xml.errorString();
}

RecordBase record(std::uint8_t head, int events)
{
    RecordBase base;
    Digest digest{};
    digest[0] = head;
    base.heads = {digest};
    base.eventCount = events;
    return base;
}

}

TEST_CASE("FM-2 a paper printed again after an edit has another version", "[paper]")
{
    const RecordBase before = record(1, 3);
    const RecordBase other = record(9, 2);
    const RecordBase after = record(2, 4);

    const QString version = recordVersion({&before, &other});

    CHECK(version.startsWith(u"v5-"));
    CHECK(recordVersion({&other, &before}) == version);
    CHECK(recordVersion({&after, &other}) != version);
}

TEST_CASE(
    "FM-2 every form of a paper says when it was printed and that it is not controlled", "[paper]")
{
    const Paper paper = samplePaper();
    const QString json = QString::fromUtf8(QJsonDocument(toJsonObject(paper)).toJson());

    for (const QString& form : {toHtml(paper), toText(paper)}) {
        CHECK(form.contains(u"Printed Thu 19 Nov 2026 09:40 GMT by Tom Ashdown"_s));
        CHECK(form.contains(paper.version));
    }
    for (const QString& form : {toHtml(paper), toText(paper).simplified(), json})
        CHECK(form.contains(u"Not controlled when printed"_s));
}

TEST_CASE("IDN-5.8 the marking stands at the top and the bottom of text and page", "[paper]")
{
    const Paper paper = samplePaper();

    CHECK(toText(paper).startsWith(paper.marking));
    CHECK(toText(paper).trimmed().endsWith(paper.marking));
    CHECK(toHtml(paper).count(paper.marking) == 2);
}

TEST_CASE("A paper's HTML is well formed and escapes what people typed", "[paper]")
{
    const QString html = toHtml(samplePaper());

    CHECK(problemsOf(html) == QString());
    CHECK(html.contains(u"Luton ED &lt;majors&gt;"_s));
    CHECK(html.contains(u"What &amp; why"_s));
    CHECK(html.contains(u"<html lang=\"en-GB\">"_s));
    CHECK(html.contains(u"<th scope=\"col\""_s));
}

TEST_CASE("Corrected words stay on a paper, ruled through, before their correction", "[paper]")
{
    const Paper paper = samplePaper();

    CHECK(toHtml(paper).contains(
        u"<del><span class=\"spoken\">corrected: </span>Seen at 10:30</del>\nSeen at 11:30"_s));
    CHECK(toText(paper).contains(u"[corrected: Seen at 10:30]\nSeen at 11:30"_s));
}

TEST_CASE("A narrow table is aligned in text, a wide one becomes a list of rows", "[paper]")
{
    Paper paper = samplePaper();
    CHECK(toText(paper).contains(u"Time   Entry                 No.\n"_s));
    CHECK(toText(paper).contains(u"03:01  Entry 1 of the night    1\n"_s));
    CHECK(toText(paper).contains(u"Nothing was declined."_s));

    auto& grid = std::get<Grid>(paper.sections[1].blocks[0]);
    grid.rows[1].cells[1] = Words(QString(90, u'x'));
    const QString text = toText(paper);
    CHECK(text.contains(u"- Time: 03:01\n  Entry: "_s));
    CHECK(text.contains(u"  No.: 1\n"_s));
}

TEST_CASE("A checklist shows what is done and what is to follow", "[paper]")
{
    const QString text = toText(samplePaper());

    CHECK(text.contains(u"[x] Referral form e-mailed 16:31"_s));
    CHECK(text.contains(u"[ ] Second recommendation to follow by 19:00"_s));
    CHECK(text.contains(u"Read-back: if, then: ________________"_s));
}

TEST_CASE("A fact without a value is left out", "[paper]")
{
    CHECK_FALSE(toText(samplePaper()).contains(u"Nothing:"_s));
}

TEST_CASE("A paper's JSON keeps blocks in order and the ink of its words", "[paper]")
{
    const QJsonObject json = toJsonObject(samplePaper());
    const QJsonArray blocks = json[u"sections"_s][0][u"blocks"_s].toArray();

    CHECK(json[u"printedAt"_s].toString() == u"2026-11-19T09:40:00.000Z"_s);
    REQUIRE(blocks.size() == 5);
    CHECK(blocks[0][u"facts"_s][0][u"value"_s].toString() == u"Luton ED <majors>"_s);
    CHECK(blocks[1][u"paragraph"_s][0][u"ink"_s].toString() == u"struck"_s);
    CHECK(blocks[3][u"checks"_s][1][u"done"_s].toBool(true) == false);
}
