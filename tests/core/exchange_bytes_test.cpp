#include "core/exchange/import_report.h"
#include "core/exchange/introduction.h"
#include "core/exchange/word_code.h"
#include "core/handover/handover_code.h"

#include "tests/support/golden_bundle.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <QCryptographicHash>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Introduction introduction()
{
    Introduction said;
    said.desk = QString::fromLatin1(golden::deskIdHex);
    said.name = u"EDT desk 1"_s;
    said.services = {u"edt"_s, u"children"_s};
    said.area = u"anyshire"_s;
    said.signingKey = QByteArray::fromHex(golden::signingKeyHex);
    said.boxKey = QByteArray(32, '\xcc');
    said.letter = u"B"_s;
    said.opened = fromMillis(1795024800000);
    said.until = fromMillis(1826560800000);
    return said;
}

Digest blake(const QByteArray& bytes)
{
    return *digestFrom(QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256));
}

struct Handover {
    Handover()
    {
        record.id = CaseId{QUuid("{11111111-2222-3333-4444-555555555555}")};
        record.ref = u"C-2026-11-18-001"_s;
        item.transferNumber = u"T-2026-11-18-PM-01"_s;
        item.windowName = u"2026-11-18-PM"_s;
        item.from = u"amhp-day"_s;
        item.to = u"edt"_s;
        item.words = u"The second doctor comes at 19:00"_s;
        item.ipass = {u"critical_clock"_s, u"Daniel Pryce, 34"_s, u"Second doctor at 19:00"_s,
            u"Rota doctor"_s};
        item.proposedBy = u"Helen Brandt"_s;
        item.proposedAt = fromMillis(1795018800000);
        const Instant start = fromMillis(1794951000000);
        const Instant due = fromMillis(1795210200000);
        item.clocks = {{u"s5_2"_s, u"Section 5(2)"_s, due}};
        ClockFact clock;
        clock.kind = u"s5_2"_s;
        clock.title = u"Section 5(2)"_s;
        clock.start = start;
        clock.due = due;
        record.clocks = {clock};
        StatusEpisode status;
        status.status = LegalStatus::S5_2;
        status.start = start;
        record.statuses = {status};
        record.place.add(start, start, Place{PlaceKind::Ward, u"Ward 4"_s, false});
        record.title = u"Possible assessment under s2"_s;
        Document history;
        history.kind = DocumentKind::RioRecord;
        history.state = DocumentState::HeldElsewhere;
        Document form;
        form.kind = DocumentKind::A4First;
        form.fileHash = u"ab"_s.repeated(32);
        record.documents = {history, form};
        person.details.name = u"Daniel Pryce"_s;
        person.details.born = QDate(1992, 3, 14);
        person.details.nhsNumber = u"943 476 5919"_s;
        person.nhs = u"9434765919"_s;
        person.nhsStatus = NhsStatus::PresentVerified;
    }

    Case record;
    Person person;
    HandoverItem item;
};

}

TEST_CASE("An introduction's bytes, text and words are those of docs/bundle.md", "[exchange]")
{
    const QByteArray bytes = introductionBytes(introduction());

    CHECK(bytes.toHex() == golden::introductionHex);
    CHECK(wordCode(blake(bytes), 6).join(u' ') == QString::fromLatin1(golden::introductionWords));
    CHECK(introductionText(
              {introduction(), QByteArray::fromHex(golden::introductionSignatureHex), {}})
        == golden::introductionText);
}

TEST_CASE("What a stranger calls itself stands between quotation marks on one line, or not at all",
    "[exchange]")
{
    const QString none = u"a name that cannot be shown"_s;
    const auto [claimed, told] = GENERATE_COPY(table<QString, QString>({
        {u"EDT desk 1"_s, u"EDT desk 1"_s},
        {u"Tîm Dyletswydd Brys"_s, u"Tîm Dyletswydd Brys"_s},
        {u"EDT\n  New: 12 new entries."_s, none},
        {u"EDT” (edt), made today: taken in."_s, none},
        {u"EDT\u001B[2J"_s, none},
        {QString(80, u'a'), QString(80, u'a')},
        {QString(20000, u'a'), none},
        {QString(), none},
    }));
    CHECK(strangersName(claimed) == told);
}

TEST_CASE("Nothing that somebody wrote begins a line of an import's report", "[exchange]")
{
    ImportReport report;
    report.file = u"a.bundle"_s;
    report.from = u"EDT desk 1"_s;
    report.service = u"edt"_s;
    report.arrived
        = {{u"case"_s, {}, u"C-2026-11-18-001"_s, u"On\nCLOCK: the\u202Ebridge"_s, true}};

    const QStringList lines = linesOf(report);

    CHECK(lines.last() == u"New case C-2026-11-18-001: On CLOCK: the bridge"_s);
}

TEST_CASE("A desk whose name would break or turn the line is not introduced", "[exchange]")
{
    const auto [name, isName]
        = GENERATE(table<QString, bool>({{u"EDT desk 1"_s, true}, {u"Tîm Dyletswydd Brys"_s, true},
            {u"EDT\ndesk 1"_s, false}, {u"EDT\u202Edesk"_s, false}, {u" "_s, false},
            {QString(), false}, {QString(80, u'a'), true}, {QString(81, u'a'), false}}));
    Introduction given = introduction();
    given.name = name;

    CHECK(isDeskName(name) == isName);
    CHECK(
        readIntroduction(introductionText({given, QByteArray(64, 's'), {}})).has_value() == isName);
}

TEST_CASE("An introduction is read from its text, with what an e-mail makes of it", "[exchange]")
{
    const QByteArray text = golden::introductionText;

    for (const QByteArray& around :
        {text, "Dear all,\r\n\r\n" + QByteArray(text).replace('\n', "\r\n"),
            text + "\n-- \nSent from a telephone\n"}) {
        const auto read = readIntroduction(around);
        REQUIRE(read);
        CHECK(read->introduction == introduction());
        CHECK(read->signature.toHex() == golden::introductionSignatureHex);
        CHECK(read->otherName.isEmpty());
    }
    CHECK_FALSE(readIntroduction(QByteArray(text).replace("introduction 1", "introduction 2")));
    CHECK_FALSE(readIntroduction(text.left(text.size() - 90)));
}

TEST_CASE("A line that calls the desk by another name than the signed one is told", "[exchange]")
{
    QList<QByteArray> lines = QByteArray(golden::introductionText).split('\n');
    lines[1] = "AMHP day desk\r";

    const auto read = readIntroduction(lines.join('\n'));

    REQUIRE(read);
    CHECK(read->introduction.name == introduction().name);
    CHECK(read->otherName == u"AMHP day desk"_s);
}

TEST_CASE("A word stands for ten bits, from the first bit on", "[exchange]")
{
    const Digest counting = *digestFrom(golden::countingBytes());

    CHECK(wordCode(counting, 6).join(u' ') == QString::fromLatin1(golden::countingWords));
    CHECK(wordCode(Digest{}, 3) == QStringList{u"abbey"_s, u"abbey"_s, u"abbey"_s});
    CHECK(isWordCode(u" Abbey, ankle;capsule "_s, wordCode(counting, 3)));
    CHECK_FALSE(isWordCode(u"abbey ankle"_s, wordCode(counting, 3)));
    CHECK_FALSE(isWordCode(u"ankle abbey capsule"_s, wordCode(counting, 3)));
}

TEST_CASE(
    "HO-3.6b a handover's bytes and its three words are those of docs/bundle.md", "[exchange]")
{
    const Handover one;

    CHECK(handoverBytes(one.record, &one.person, one.item).toHex() == golden::handoverHex);
    CHECK(handoverCode(one.record, &one.person, one.item).join(u' ')
        == QString::fromLatin1(golden::handoverWords));
    CHECK(sessionCode({{std::make_shared<Case>(one.record), std::make_shared<Person>(one.person),
                          one.item}})
              .join(u' ')
        == QString::fromLatin1(golden::sessionWords));
}

TEST_CASE("HO-3.6b whatever differs in a handover gives other words", "[exchange]")
{
    const Handover one;
    const QStringList code = handoverCode(one.record, &one.person, one.item);
    const auto differs = [&](auto change) {
        Handover other;
        change(other);
        return handoverCode(other.record, &other.person, other.item) != code;
    };

    CHECK(differs([](Handover& it) { it.item.transferNumber = u"T-2026-11-18-PM-02"_s; }));
    CHECK(differs([](Handover& it) { it.item.ipass.actions = u"Second doctor at 20:00"_s; }));
    CHECK(differs([](Handover& it) { it.item.ipass.contingency.clear(); }));
    CHECK(differs([](Handover& it) { it.item.clocks.clear(); }));
    CHECK(differs([](Handover& it) { it.record.clocks.front().due += std::chrono::minutes(1); }));
    CHECK(differs([](Handover& it) { it.record.clocks.front().state = ClockState::Ended; }));
    CHECK(differs([](Handover& it) { it.record.statuses.front().status = LegalStatus::S2; }));
    CHECK(differs([](Handover& it) { it.item.warrant = true; }));
    CHECK(differs([](Handover& it) { it.record.title = u"Possible assessment under s3"_s; }));
    CHECK(differs([](Handover& it) { it.person.details.name = u"Daniel Price"_s; }));
    CHECK(differs([](Handover& it) { it.person.details.born = QDate(1992, 4, 13); }));
    CHECK(differs([](Handover& it) { it.person.nhs = u"9434765870"_s; }));
    CHECK(differs([](Handover& it) { it.person.nhsStatus = NhsStatus::PresentUnverified; }));
    CHECK(differs([](Handover& it) { it.person = {}; }));
    CHECK(differs([](Handover& it) { it.record.documents.pop_back(); }));
    CHECK(differs([](Handover& it) { it.record.documents.back().fileHash[0] = u'c'; }));
    CHECK(differs([](Handover& it) { it.record.documents.back().kind = DocumentKind::A4Second; }));
    CHECK(differs(
        [](Handover& it) { it.record.documents.back().state = DocumentState::HeldElsewhere; }));
    CHECK_FALSE(differs([](Handover& it) {
        std::reverse(it.record.documents.begin(), it.record.documents.end());
    }));
    CHECK_FALSE(differs([](Handover& it) { it.item.readBack = u"Section 5(2)"_s; }));
    CHECK_FALSE(differs([](Handover& it) { it.item.state = ItemState::Accepted; }));
}
