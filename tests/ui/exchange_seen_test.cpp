#include "db/store_parts.h"
#include "tests/support/to_string.h"
#include "tests/ui/conflict_badges.h"
#include "ui/alarm/alarm_strip.h"
#include "ui/case/conflicts_panel.h"
#include "ui/shell/single_instance.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

void must(WindowDesk& desk, const QString& opened, QJsonObject request)
{
    request.insert(u"case"_s, opened);
    const ui::Answer answer = desk.submit(request);
    INFO((answer.decision.refusals.empty() ? QString() : answer.decision.refusals.front().text)
             .toStdString());
    REQUIRE(answer.done());
}

QString bundleFrom(WindowDesk& desk, const QString& file)
{
    desk.exchange().exportTo(u"edt"_s, file, ui::Sends::Lacking);
    desk.finish();
    REQUIRE(QFile::exists(file));
    return file;
}

/// Each takes in what the other has.
void swap(TwoWindows& desks)
{
    for (int round = 0; round < 2; ++round) {
        desks.two.window->takeFiles({bundleFrom(desks.one, desks.file("from.one"))});
        desks.two.finish();
        desks.one.window->takeFiles({bundleFrom(desks.two, desks.file("from.two"))});
        desks.one.finish();
    }
}

}

TEST_CASE("A contested case stands on rail, board and case of both desks, with an alarm",
    "[ui][exchange][conflict]")
{
    TwoWindows desks;
    desks.meet();
    for (WindowDesk* desk : {&desks.one, &desks.two})
        desk->setClock("2026-11-19T08:20");
    desks.one.submit(R"({"do": "duty.start"})"); // that nobody is on would be the first alarm
    const QString opened = desks.one.openCase();
    must(desks.one, opened,
        {{u"do"_s, u"handover.propose"_s}, {u"user"_s, u"tom"_s},
            {u"reason"_s, u"unable_to_complete"_s}, {u"why"_s, u"They are on duty next"_s}});
    swap(desks);
    must(desks.one, opened,
        {{u"do"_s, u"handover.withdraw"_s}, {u"user"_s, u"tom"_s}, {u"reason"_s, u"Not needed"_s}});
    must(desks.two, opened,
        {{u"do"_s, u"handover.accept_by_telephone"_s}, {u"accepter"_s, u"Priya Nair"_s},
            {u"role"_s, u"amhp_lead"_s}, {u"words"_s, u"Yes"_s}});

    swap(desks);

    for (WindowDesk* desk : {&desks.one, &desks.two}) {
        desk->tick(2);
        const auto record = desk->service->records().caseRecord({QUuid::fromString(opened)});
        REQUIRE(record);
        CHECK(core::contestedResponsibility(record->conflicts));
        CHECK(record->responsible.current() == u"edt"_s);
        CHECK(badgeOnRail(*desk) == 1);
        CHECK(badgeOnBoard(*desk).contains(u"contested"_s));
        const auto* alarm = desk->window->findChild<ui::AlarmStrip*>();
        REQUIRE(alarm);
        CHECK(alarm->text().contains(u"Settle"_s));
        desk->front();
        desk->window->openRecord(caseOf(opened));
        CHECK(desk->find<ui::ConflictsPanel>("caseConflicts")->isVisible());
    }
}

TEST_CASE("What a newer version wrote is told of on the board", "[ui][exchange][newer]")
{
    TwoWindows desks;
    desks.meet();
    const QString opened = desks.one.openCase();
    swap(desks);
    CHECK(badgeOnBoard(desks.one).isEmpty());
    {
        const auto store = db::Store::open(desks.two.path());
        db::StoreParts& parts = store->parts();
        db::Write write(parts);
        core::NewEvent event;
        event.subject = caseOf(opened);
        event.type = u"case.beamed_up"_s;
        event.payload = R"({"to":"the ship"})";
        event.occurred = store->now();
        db::append(
            parts, {event}, {{{}, u"Set-up"_s, u"admin"_s, u"edt"_s}, parts.mint(), store->now()});
        write.commit();
    }

    desks.one.window->takeFiles({bundleFrom(desks.two, desks.file("newer"))});
    desks.one.finish();

    CHECK(badgeOnBoard(desks.one).contains(u"by a newer version"_s));
}

TEST_CASE("A bundle named at the start, or by a second start, is taken in", "[ui][exchange]")
{
    TwoWindows desks;
    desks.meet();
    desks.one.callIn("The first call");
    const QString first = bundleFrom(desks.one, desks.file("first.dutybundle"));
    desks.one.callIn("The second call");
    const QString second = bundleFrom(desks.one, desks.file("second.dutybundle"));

    desks.two.window->takeFiles({first});
    desks.two.finish();
    CHECK(desks.two.window->currentPage() == u"exchange"_s);
    CHECK(desks.two.contacts() == 1);

    const QString socket = ui::DeskService::socketFor(desks.two.path());
    ui::SingleInstance running(socket);
    running.listen();
    QEventLoop given;
    QObject::connect(
        &running, &ui::SingleInstance::filesGiven, &given, [&](const QStringList& files) {
            desks.two.window->takeFiles(files);
            given.quit();
        });
    CHECK(ui::SingleInstance(socket).raiseOther({second}));
    given.exec();
    desks.two.finish();
    CHECK(desks.two.contacts() == 2);
}

TEST_CASE(
    "An import shows how far it is and can be stopped, with nothing of it here", "[ui][exchange]")
{
    TwoWindows desks;
    desks.meet();
    for (int call = 0; call < 600; ++call)
        desks.one.callIn("A call");
    const QString bundle = bundleFrom(desks.one, desks.file("long.dutybundle"));
    desks.two.go("exchange");

    desks.two.window->takeFiles({bundle});
    auto* stop = desks.two.find<QPushButton>("stopExchange");
    CHECK(stop->isVisible());
    CHECK(desks.two.window->findChild<QProgressBar*>()->isVisible());
    stop->click();
    desks.two.finish();

    CHECK(desks.two.contacts() == 0);
    CHECK(desks.two.find<QPlainTextEdit>("exchangeReport")
              ->toPlainText()
              .contains(u"The import was stopped."_s));
    CHECK_FALSE(stop->isVisible());

    desks.two.window->takeFiles({bundle});
    desks.two.finish();
    CHECK(desks.two.contacts() == 600);
}
