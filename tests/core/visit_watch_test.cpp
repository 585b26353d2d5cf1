#include "core/duty/rail_clocks.h"
#include "core/visit/watch_gaps.h"
#include "tests/support/handover_desk.h"
#include "tests/support/northants_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// EDT's night of Wed 18 Nov 2026 with Grace and Kofi on duty.
struct NightDuty : HandoverDesk {
    NightDuty()
    {
        clock(u"2026-11-18T18:00"_s);
        must("grace", R"({"do": "duty.start", "officers": ["grace", "kofi"]})");
    }
    Reply leaves(const char* user, const QByteArray& fields)
    {
        const QByteArray request
            = R"({"do": "visit.start", "where": "12 Mill Lane", "back_by": "23:00", )" + fields
            + "}";
        return must(user, request.constData());
    }
    QString onRail() const
    {
        QStringList titles;
        for (const Deadline& each : railClocks(u"edt"_s, now, *this, calendar()))
            if (each.kind == u"visit_check_in"_s)
                titles.append(each.title);
        return titles.join(u'\n');
    }
};

QStringList owedFields(const Reply& reply)
{
    QStringList fields;
    for (const Owed& each : reply.decision.owed)
        if (each.clause == u"COM-3.8"_s)
            fields.append(each.field);
    return fields;
}

QString owedText(const Reply& reply)
{
    QStringList texts;
    for (const Owed& each : reply.decision.owed)
        texts.append(each.text);
    return texts.join(u'\n');
}

}

TEST_CASE("COM-3.8 who watches or answers for somebody and goes out is owed another", "[visit]")
{
    struct Row {
        const char* kofi; ///< what he leaves with
        const char* grace; ///< what she leaves with after him
        QStringList owed;
    };
    const Row row = GENERATE(Row{R"("answers": "grace")", R"("answers": "Tom")", {u"watches"_s}},
        Row{R"("answers": "Grace")", R"("answers": "Tom")", {u"watches"_s}},
        Row{R"("answers": "Grace Oyelaran, desk 2")", R"("answers": "Tom")", {u"watches"_s}},
        Row{R"("answers": "Grace", "watches": "Tom")", R"("answers": "Tom")", {u"answers"_s}},
        Row{R"("answers": "Tom", "watches": "Grace")", R"("answers": "Tom")", {u"watches"_s}},
        Row{R"("answers": "Tom")", R"("answers": "Kofi")", {u"watches"_s}},
        Row{R"("answers": "Tom")", R"("answers": "Kofi", "watches": "Tom")", {u"answers"_s}},
        Row{R"("answers": "Tom")", R"("answers": "Grace", "watches": "Tom")", {}},
        Row{R"("answers": "Tom")", R"("answers": "Tom")", {}},
        Row{R"("answers": "Grady")", R"("answers": "Tom")", {}});
    CAPTURE(row.kofi, row.grace);
    NightDuty desk;
    desk.leaves("kofi", row.kofi);

    const Reply reply = desk.leaves("grace", row.grace);

    CHECK(owedFields(reply) == row.owed);
    CHECK(desk.onRail().contains(u"is out too, at 12 Mill Lane"_s) == !row.owed.isEmpty());
}

TEST_CASE("COM-3.8 a watch left to nobody is owed until somebody else is named", "[visit]")
{
    NightDuty desk;
    desk.leaves("kofi", R"("answers": "grace", "as": "K")");
    desk.leaves("grace", R"("answers": "Tom")");
    desk.clock(u"2026-11-18T18:30"_s);

    const Reply heard = desk.must("tom", R"({"do": "visit.check_in", "visit": "$K"})");
    CHECK(owedFields(heard) == QStringList{u"watches"_s});

    const Reply half
        = desk.must("tom", R"({"do": "visit.change", "visit": "$K", "watches": "ruth"})");
    CHECK(owedFields(half) == QStringList{u"answers"_s});
    const Reply named
        = desk.must("tom", R"({"do": "visit.change", "visit": "$K", "answers": "ruth"})");
    CHECK(owedFields(named).isEmpty());
    CHECK_FALSE(desk.onRail().contains(u"name somebody else"_s));
}

TEST_CASE("COM-3.8 whoever goes off duty out on a visit, or named on one, is seen", "[visit]")
{
    struct Row {
        const char* fields; ///< with which Kofi is out
        const char* leaver;
        QStringList owed;
        QString words;
    };
    const Row row = GENERATE(Row{R"("answers": "Tom")", "kofi", {u"visit"_s},
                                 u"Kofi Mensah is off duty and still out, at 12 Mill Lane since"_s},
        Row{R"("answers": "grace")", "grace", {u"watches"_s},
            u"Grace Oyelaran went off duty, and was to watch the clocks and answer the "
            u"telephone while Kofi Mensah is out"_s},
        Row{R"("answers": "Tom", "watches": "Grace")", "grace", {u"watches"_s},
            u"Grace Oyelaran went off duty, and was to watch the clocks while"_s},
        Row{R"("answers": "Tom")", "grace", {}, QString()});
    CAPTURE(row.fields, row.leaver);
    NightDuty desk;
    desk.leaves("kofi", QByteArray(row.fields) + R"(, "as": "K")");
    desk.clock(u"2026-11-18T18:40"_s);

    const Reply left = desk.must(row.leaver, R"({"do": "duty.leave"})");

    CHECK(owedFields(left) == row.owed);
    CHECK(owedText(left).contains(row.words));
    CHECK(desk.onRail().contains(u"Grace Oyelaran went off duty"_s)
        == row.owed.contains(u"watches"_s));
    desk.must(
        "tom", R"({"do": "visit.change", "visit": "$K", "watches": "Tom", "answers": "Tom"})");
    CHECK_FALSE(desk.onRail().contains(u"went off duty"_s));
}

TEST_CASE("COM-3.8 a relief tells whose clocks the leaver watched, unless they stay", "[visit]")
{
    const bool leaving = GENERATE(true, false);
    NightDuty desk;
    desk.leaves("kofi", R"("answers": "grace")");
    desk.clock(u"2026-11-18T18:40"_s);

    const Reply relieved = desk.must("grace",
        leaving
            ? R"({"do": "duty.relieve", "leaver": "grace", "reliever": "tom"})"
            : R"({"do": "duty.relieve", "leaver": "grace", "reliever": "tom", "leaving": false})");

    CHECK(owedFields(relieved) == (leaving ? QStringList{u"watches"_s} : QStringList{}));
}

TEST_CASE("COM-3.8 S3-iii a call handler who watches a visit says what was heard", "[visit]")
{
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "visit.start", "where": "4 Tannery Row", "watches": "Cara Moss",
        "answers": "Cara Moss", "next_check": "17:00", "as": "V"})");

    desk.must("cara", R"({"do": "visit.check_in", "visit": "$V", "words": "Rang in, all well"})");
    desk.clock(u"2026-11-18T19:00"_s);
    const Reply alarm = desk.must(
        "cara", R"({"do": "visit.raise_alarm", "visit": "$V", "told": "Police, log 12"})");

    CHECK(alarm.done());
    CHECK_FALSE(desk.does("cara", R"({"do": "visit.return", "visit": "$V"})").done());
}
