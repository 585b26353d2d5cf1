#include <catch2/catch.hpp>

#include "tests/support/sample_paper.h"
#include "tests/support/to_string.h"
#include "ui/print/mail.h"

using namespace Qt::StringLiterals;
using namespace print;

namespace {

const Attachment pdf{u"sample.pdf"_s, "application/pdf", QByteArray(5000, '\xfe')};

QByteArray header(const QByteArray& mail, const QByteArray& name)
{
    const QByteArray lines = "\r\n" + mail;
    const qsizetype found = lines.indexOf("\r\n" + name + ": ");
    REQUIRE(found >= 0);
    const qsizetype from = found + name.size() + 4;
    qsizetype end = lines.indexOf("\r\n", from);
    while (lines.mid(end + 2, 1) == " ")
        end = lines.indexOf("\r\n", end + 2);
    return lines.mid(from, end - from);
}

}

TEST_CASE("IDN-5.6 the subject has the marking and the reference, and no personal data", "[print]")
{
    CHECK(
        subjectOf(samplePaper()) == u"OFFICIAL-SENSITIVE – PERSONAL: Sample sheet 2026-11-19-AM"_s);
}

TEST_CASE("An e-mail draft has lines that every server carries", "[print]")
{
    const QByteArray mail
        = toEml(samplePaper(300), {u"edt@example.gov.uk"_s, {u"amhp@example.nhs.uk"_s}}, pdf);

    for (const QByteArray& line : mail.split('\n')) {
        CHECK(line.size() <= 79);
        CHECK((line.isEmpty() || line.endsWith('\r')));
    }
    CHECK(std::all_of(mail.begin(), mail.end(), [](char c) { return c >= 0; }));
}

TEST_CASE("A subject beyond ASCII is written as encoded words that give it back", "[print]")
{
    const core::Paper paper = samplePaper();
    const QByteArray subject = header(toEml(paper, {}, pdf), "Subject");

    QByteArray decoded;
    for (const QByteArray& word : subject.split('\n')) {
        const QByteArray trimmed = word.trimmed();
        REQUIRE(trimmed.startsWith("=?UTF-8?B?"));
        CHECK(trimmed.size() <= 75);
        decoded += QByteArray::fromBase64(trimmed.mid(10).chopped(2));
    }
    CHECK(QString::fromUtf8(decoded) == subjectOf(paper));
}

TEST_CASE("An address cannot smuggle in a header of its own", "[print]")
{
    const QByteArray mail
        = toEml(samplePaper(), {{}, {u"a@example.gov.uk\r\nBcc: b@example.org"_s}}, pdf);

    CHECK_FALSE(mail.contains("\r\nBcc"));
}

TEST_CASE("A draft opens for sending and carries text, page and PDF", "[print]")
{
    const QByteArray mail = toEml(samplePaper(), {{}, {u"a@example.gov.uk"_s}}, pdf);

    CHECK(mail.contains("\r\nX-Unsent: 1\r\n"));
    CHECK(header(mail, "Date") == "Thu, 19 Nov 2026 09:40:00 +0000");
    for (const QByteArray kind : {"multipart/mixed", "multipart/alternative",
             "text/plain; charset=utf-8", "text/html; charset=utf-8", "application/pdf;\r\n name="})
        CHECK(mail.contains("Content-Type: " + kind));
    CHECK(mail == toEml(samplePaper(), {{}, {u"a@example.gov.uk"_s}}, pdf));
}
