#include "core/visit/visit_rules.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Grace is out since 20:00 on Wed 18 Nov 2026; her check-in is due at 21:00.
struct OutDesk : HandoverDesk {
    OutDesk()
    {
        opens("grace", "A");
        clock(u"2026-11-18T20:00"_s);
        must("grace", R"({"do": "visit.start", "where": "12 Mill Lane", "as": "V", "case": "$A",
            "back_by": "23:30", "answers": "Kofi Mensah"})");
    }
    void hears(const char* command, const char* at)
    {
        clock(u"2026-11-18T"_s + QString::fromLatin1(at));
        must("grace",
            (QByteArray(R"({"do": "visit.)") + command + R"(", "visit": "$V"})").constData());
    }
    Visit out() const { return *visit({names.at(u"V"_s)}); }
};

}

TEST_CASE("COM-3.8 an alarm that is told late says what was known when it was raised", "[visit]")
{
    struct Row {
        const char* story;
        std::vector<std::pair<const char*, const char*>> heard;
        const char* at;
        QString flag;
        QString last;
    };
    const Row row = GENERATE(
        Row{"an overdue check-in came since", {{"check_in", "21:40"}}, "21:20",
            u"nothing was heard between 20:00 and 21:40, and that word came after it was due."_s,
            u"20:00"_s},
        Row{"one in time came since", {{"check_in", "20:50"}}, "20:30",
            u"at 20:30, ahead of the check-in that came in time at 20:50; last heard of at 20:00."_s,
            u"20:00"_s},
        Row{"she is back since", {{"check_in", "20:50"}, {"return", "22:10"}}, "22:05",
            u"Nothing was heard of Grace Oyelaran since 20:50, expected to check in at 21:50."_s,
            u"20:50"_s},
        Row{"nothing came since", {{"check_in", "20:50"}}, "21:40",
            u"ahead of the check-in at 21:50; last heard of at 20:50."_s, u"20:50"_s});
    CAPTURE(row.story);
    OutDesk desk;
    for (const auto& [command, at] : row.heard)
        desk.hears(command, at);
    desk.clock(u"2026-11-18T22:20"_s);

    const Reply alarm = desk.must("kofi",
        (QByteArray(R"({"do": "visit.raise_alarm", "visit": "$V", "told": "Tom Ashdown",
            "late_reason": "Was ringing", "at": "2026-11-18T)")
            + row.at + "\"}")
            .constData());

    REQUIRE(HandoverDesk::flagged(alarm) == QStringList{u"COM-3.8"_s});
    CHECK(alarm.decision.flags[0].text.endsWith(row.flag));
    QStringList words;
    for (const Note& note : desk.record("A").entries)
        words.append(note.words);
    CHECK(words.join(u' ').contains(u"was last heard of at %1: Tom Ashdown told."_s.arg(row.last)));
}

TEST_CASE("COOP-1.5 a note from before leaving is kept with the others, and flagged", "[visit]")
{
    const auto [at, flagged]
        = GENERATE(table<const char*, bool>({{"19:59", true}, {"20:00", false}, {"20:01", false}}));
    CAPTURE(at);
    OutDesk desk;
    desk.clock(u"2026-11-18T22:00"_s);

    const Reply reply = desk.must("grace",
        (QByteArray(R"({"do": "visit.write_up", "visit": "$V", "entries": [
            {"at": "20:30", "words": "Arrived"}, {"words": "Rang ahead", "at": ")")
            + at + R"("}]})")
            .constData());

    CHECK(reply.decision.made.value(u"entries"_s).toInt() == 2);
    CHECK(HandoverDesk::flagged(reply) == (flagged ? QStringList{u"COOP-1.5"_s} : QStringList{}));
    CHECK(desk.record("A").flags.size() == (flagged ? 1 : 0));
    QStringList words;
    for (const Note& note : desk.record("A").entries)
        words.append(note.words);
    CHECK(words.contains(u"Rang ahead"_s));
}

TEST_CASE("COOP-1.5 a note of a visit goes where the visit was for", "[visit]")
{
    struct Row {
        const char* story;
        const char* visitFor;
        const char* entry;
        QString read;
    };
    const Row row = GENERATE(Row{"a case", R"(, "case": "$A")", "", u"case"_s},
        Row{"a contact", R"(, "contact": "$N")", "", u"contact"_s},
        Row{"both", R"(, "case": "$A", "contact": "$N")", "", u"case"_s},
        Row{"a note of the contact", R"(, "case": "$A")", R"(, "contact": "$N")", u"contact"_s},
        Row{"a note of the case", R"(, "contact": "$N")", R"(, "case": "$A")", u"case"_s},
        Row{"neither", "", "", u"visit"_s});
    CAPTURE(row.story);
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "contact.log", "words": "An old man fell", "as": "N"})");
    desk.clock(u"2026-11-18T20:00"_s);
    desk.must("grace",
        (QByteArray(R"({"do": "visit.start", "where": "1 Ash Lane", "as": "V")") + row.visitFor
            + "}")
            .constData());
    desk.clock(u"2026-11-18T20:50"_s);
    desk.must("grace", R"({"do": "visit.return", "visit": "$V"})");

    desk.must("grace",
        (QByteArray(R"({"do": "visit.write_up", "visit": "$V", "entries": [
            {"at": "20:20", "words": "On the floor, lifted")")
            + row.entry + "}]}")
            .constData());

    const auto has = [](const std::vector<Note>& notes) {
        return std::any_of(notes.begin(), notes.end(),
            [](const Note& note) { return note.words == u"On the floor, lifted"_s; });
    };
    CHECK(has(desk.record("A").entries) == (row.read == u"case"_s));
    CHECK(has(desk.contact({desk.names.at(u"N"_s)})->notes) == (row.read == u"contact"_s));
    CHECK(has(desk.visit({desk.names.at(u"V"_s)})->notes) == (row.read == u"visit"_s));
}

TEST_CASE("COM-3.8 word that comes late has its date where the day is another", "[visit]")
{
    const auto [heard, told, said] = GENERATE(table<const char*, const char*, const char*>({
        {"2026-11-18T21:40", "2026-11-18T22:20",
            "at 21:00 and, as told at 22:20, was heard of at 21:40."},
        {"2026-11-18T21:40", "2026-11-19T00:20",
            "at Wed 18 Nov 2026 21:00 and, as told at Thu 19 Nov 2026 00:20, was heard of at "
            "Wed 18 Nov 2026 21:40."},
        {"2026-11-19T00:10", "2026-11-19T00:20",
            "at Wed 18 Nov 2026 21:00 and, as told at Thu 19 Nov 2026 00:20, was heard of at "
            "Thu 19 Nov 2026 00:10."},
    }));
    OutDesk desk;
    desk.clock(QString::fromLatin1(told));

    const Reply reply = desk.must("grace",
        (QByteArray(R"({"do": "visit.check_in", "visit": "$V", "late_reason": "No signal",
            "at": ")")
            + heard + "\"}")
            .constData());

    REQUIRE(HandoverDesk::flagged(reply) == QStringList{u"COM-3.8"_s});
    CHECK(reply.decision.flags[0].text.endsWith(QString::fromLatin1(said)));
}
