#include "core/duty/duty_owed.h"
#include "core/duty/rail_clocks.h"
#include "core/duty/relief_sheet.h"
#include "core/paper/relief_paper.h"
#include "tests/support/ladder_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// At 22:00 the manager is to find a third AMHP, and to tell that officer by 23:30 what came of it.
struct FeedbackDesk : LadderDesk {
    explicit FeedbackDesk(const char* officer = "Grace Oyelaran")
    {
        const QString request = u"{\"do\": \"duty.manager_action\", \"as\": \"action\", "
                                "\"what\": \"Find a third AMHP\", \"by\": \"23:30\", "
                                "\"officer\": \"%1\"}"_s;
        must("tom", request.arg(QString::fromUtf8(officer)).toUtf8().data());
    }
    ReliefSheet sheetOf(const QString& login) const
    {
        const Duty duty = night();
        return reliefSheet(*userNamed(login), &duty, *this, calendar(), now);
    }
    QStringList told() const
    {
        QStringList titles;
        for (const Deadline& clock : railClocks(u"edt"_s, now, *this, calendar()))
            if (clock.clause == u"ESC-6.4"_s)
                titles.append(clock.title);
        return titles;
    }
};

QStringList titlesOf(const ReliefSheet& sheet)
{
    QStringList titles;
    for (const Deadline& clock : sheet.clocks)
        titles.append(clock.title);
    return titles;
}

}

TEST_CASE("ESC-6.4 HO-2.1d the relief sheet of who is to be told has the manager's feedback",
    "[relief][ladder]")
{
    const auto [officer, login, listed] = GENERATE(table<const char*, const char*, bool>({
        {"Grace Oyelaran", "grace", true},
        {"grace oyelaran", "grace", true},
        {"Grace Oyelaran", "kofi", false},
        {"Kofi Mensah", "grace", false},
        {"Ward 4", "grace", false},
    }));
    CAPTURE(officer, login);
    const FeedbackDesk desk{officer};

    const ReliefSheet sheet = desk.sheetOf(QString::fromLatin1(login));

    CHECK(titlesOf(sheet).contains(u"Feedback from Tom Ashdown: Find a third AMHP"_s) == listed);
    CHECK(sheet.clocks.size() == (listed ? 1 : 0));
    const QString text = toText(reliefPaper(sheet, desk, desk.calendar().profile(), {}));
    CHECK(text.contains(u"Find a third AMHP"_s) == listed);
}

TEST_CASE("ESC-6.4 feedback that was given is on no relief sheet", "[relief][ladder]")
{
    FeedbackDesk desk;

    desk.must("tom", R"({"do": "duty.manager_told", "id": "$action", "words": "None is free"})");

    CHECK(titlesOf(desk.sheetOf(u"grace"_s)).isEmpty());
    CHECK(desk.told().isEmpty());
}

TEST_CASE("ESC-6.4 HO-2.1 the reliever is told what the leaver was to be told", "[relief][ladder]")
{
    FeedbackDesk desk;
    CHECK(desk.told() == QStringList{u"Tell Grace Oyelaran: Find a third AMHP"_s});

    const Reply reply = desk.must("kofi", R"({"do": "duty.relieve", "leaver": "grace"})");

    CHECK(reply.decision.notes.filter(u"Kofi Mensah: Feedback from Tom Ashdown"_s).size() == 1);
    CHECK(desk.told() == QStringList{u"Tell Kofi Mensah: Find a third AMHP"_s});
    CHECK(titlesOf(desk.sheetOf(u"grace"_s)).isEmpty());
    CHECK(titlesOf(desk.sheetOf(u"kofi"_s)).size() == 1);
    CHECK(owedOn(desk.night()).front().text.startsWith(u"Kofi Mensah is still to be told"_s));
}

TEST_CASE("ESC-6.4 HO-2.1 a relief of somebody else leaves the feedback", "[relief][ladder]")
{
    FeedbackDesk desk;
    desk.must("kofi", R"({"do": "duty.join"})");

    desk.must("tom", R"({"do": "duty.relieve", "leaver": "kofi", "reliever": "tom"})");

    CHECK(desk.told() == QStringList{u"Tell Grace Oyelaran: Find a third AMHP"_s});
}

TEST_CASE("ESC-6.4 HO-2.1 a relief on the next duty hands feedback over too", "[relief][ladder]")
{
    FeedbackDesk desk;
    desk.clock(u"2026-11-19T18:00"_s);
    desk.must("grace", R"({"do": "duty.start"})");

    desk.must("kofi", R"({"do": "duty.relieve", "leaver": "grace"})");

    CHECK(desk.told() == QStringList{u"Tell Kofi Mensah: Find a third AMHP"_s});
}

TEST_CASE("ESC-6.4 HO-2.1d a ladder that was decided and is not closed is on the relief sheet",
    "[relief][ladder]")
{
    LadderDesk desk;
    desk.starts();
    const auto owed = [&desk](const QString& login) {
        const Duty duty = desk.night();
        return reliefSheet(*desk.userNamed(login), &duty, desk, desk.calendar(), desk.now).owed;
    };
    CHECK(owed(u"grace"_s).empty()); // it rings on: a clock
    desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered",
        "decision": "Ask the trust's director", "direction": "Wait for my call"})");

    REQUIRE(owed(u"grace"_s).size() == 1);
    CHECK(owed(u"grace"_s).front().text.contains(u"is not closed"_s));
    desk.must("kofi", R"({"do": "duty.relieve", "leaver": "grace"})");
    CHECK(owed(u"grace"_s).empty());
    CHECK(owed(u"kofi"_s).size() == 1);
    desk.must("kofi", R"({"do": "duty.ladder_close"})");
    CHECK(owed(u"kofi"_s).empty());
}
