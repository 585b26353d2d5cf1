#include "db/lists.h"

#include "db/sql.h"
#include "tests/db/desk_in_folder.h"
#include "tests/db/lines.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

const char* const aCase = R"(
{"do": "user.add", "login": "kofi", "name": "Kofi Mensah", "service": "edt", "roles": ["edt_officer", "admin"]}
{"do": "contact.log", "user": "kofi", "as": "k", "words": "Mann auf der Brücke, police with him", "call_back": "01632 960190"}
{"do": "person.add", "user": "kofi", "as": "p", "name": "Zoë O'Brien", "nhs_number": "999 000 0018", "born": "1999-05-09", "telephone": "07700 900190"}
{"do": "contact.link_person", "user": "kofi", "contact": "$k", "person": "$p"}
{"do": "contact.open_case", "user": "kofi", "as": "c", "contact": "$k", "title": "Under 136 at the ED"}
{"do": "case.note", "user": "kofi", "case": "$c", "words": "Rang the ward: \"no bed\" AND no doctor"}
{"clock": "2026-11-18T21:00"}
{"do": "case.note", "user": "kofi", "case": "$c", "words": "The ward rang back"}
)";

QStringList partsFound(const db::Store& store, const QString& words)
{
    QStringList kinds;
    for (const db::Found& found : db::search(store, words))
        kinds.append(core::word(found.subject.kind));
    return kinds;
}

}

TEST_CASE("A list gives the rows that match, in the order asked for", "[lists]")
{
    DeskInFolder desk;
    Lines(*desk.store).work(aCase);

    const auto cases
        = db::list(*desk.store, {u"case"_s, {{u"responsible"_s, u"edt"_s}}, {}, false, -1});
    const auto entries = db::list(*desk.store,
        {u"entry"_s, {{u"record"_s, cases.front().value(u"record"_s).toVariant()}}, u"recorded"_s,
            true, 1});

    REQUIRE(cases.size() == 1);
    CHECK(cases.front().value(u"title"_s) == u"Under 136 at the ED"_s);
    CHECK_FALSE(cases.front().contains(u"closed_at"_s));
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().value(u"words"_s) == u"The ward rang back"_s);
    CHECK(db::list(*desk.store, {u"case"_s, {{u"closed_at"_s, {}}}, {}, false, -1}).size() == 1);
}

TEST_CASE("HO-4.3b the lists say to whom a call-back went over", "[lists]")
{
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(R"(
{"do": "user.add", "login": "kofi", "name": "Kofi Mensah", "service": "edt", "roles": ["edt_officer", "admin"]}
{"do": "user.add", "user": "kofi", "login": "priya", "name": "Priya Nair", "service": "amhp-day", "roles": ["amhp_lead"]}
{"do": "contact.log", "user": "kofi", "as": "k", "words": "Asks how it goes"}
{"do": "contact.open_case", "user": "kofi", "as": "c", "contact": "$k", "title": "Visit", "kind_of_work": "mhaa"}
{"do": "contact.ring_back", "user": "kofi", "contact": "$k", "whom": "Mrs Kemp", "number": "01632 960777", "by": "2026-11-19T10:00"}
{"do": "duty.start", "user": "kofi"}
{"do": "duty.ring_back", "user": "kofi", "case": "$c", "whom": "Ward 4", "number": "01632 960778", "by": "2026-11-19T10:00"}
{"do": "handover.discuss", "user": "kofi", "cases": ["$c"], "with": "Tom Ashdown", "role": "on_call_manager"}
{"do": "handover.propose", "user": "kofi", "case": "$c", "reason": "unable_to_complete", "why": "Day work"}
)");
    const auto wentOver = [&desk](const char* table) {
        return db::list(*desk.store, {QString::fromLatin1(table), {}, {}, false, -1})
            .front()
            .value(u"went_over"_s)
            .toString();
    };
    CHECK(wentOver("ring_back").isEmpty());
    CHECK(wentOver("contact").isEmpty());

    lines.work(R"({"do": "handover.accept", "user": "priya", "case": "$c"})");

    CHECK(wentOver("ring_back").contains(u"AMHP"_s));
    CHECK(wentOver("contact").contains(u"Mrs Kemp"_s));
}

TEST_CASE("CLK-02, CLK-18 clocks with their law and attempts to consult are listed", "[lists]")
{
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(aCase);
    lines.work(R"(
{"do": "case.status", "user": "kofi", "case": "$c", "status": "s136", "evidence": "police log"}
{"do": "case.nr_attempt", "user": "kofi", "case": "$c", "result": "no_answer", "number": "01632 960191"}
)");

    const auto clocks
        = db::list(*desk.store, {u"clock"_s, {{u"kind"_s, u"s136"_s}}, {}, false, -1});
    const auto attempts = db::list(*desk.store, {u"nr_attempt"_s, {}, {}, false, -1});

    REQUIRE(clocks.size() == 1);
    CHECK_FALSE(clocks.front().value(u"law_version"_s).toString().isEmpty());
    CHECK_FALSE(clocks.front().value(u"warnings"_s).toString().isEmpty());
    CHECK_FALSE(clocks.front().contains(u"extended_by"_s));
    REQUIRE(attempts.size() == 1);
    CHECK(attempts.front().value(u"result"_s) == u"no_answer"_s);
}

TEST_CASE("An unknown list or column is named with the choices", "[lists]")
{
    const DeskInFolder desk;
    const auto mendOf = [&](const db::Query& query) {
        try {
            db::list(*desk.store, query);
        } catch (const db::Error& error) {
            CHECK(error.fault() == db::Fault::Invalid);
            return error.mend();
        }
        return QString();
    };

    CHECK(mendOf({u"cases; DROP TABLE case"_s, {}, {}, false, -1}).contains(u"handover_item"));
    CHECK(mendOf({u"case"_s, {{u"colour"_s, 1}}, {}, false, -1}).contains(u"responsible"));
    CHECK(mendOf({u"case"_s, {}, u"1; --"_s, false, -1}).contains(u"responsible"));
}

TEST_CASE("Search finds names, notes and numbers by their beginnings, newest first", "[lists]")
{
    DeskInFolder desk;
    Lines(*desk.store).work(aCase);

    CHECK(partsFound(*desk.store, u"zoe"_s) == QStringList{u"person"_s});
    CHECK(partsFound(*desk.store, u"brucke poli"_s) == QStringList{u"contact"_s});
    CHECK(partsFound(*desk.store, u"9990000018"_s) == QStringList{u"person"_s});
    CHECK(partsFound(*desk.store, u"999 000 0018"_s) == QStringList{u"person"_s});
    CHECK(partsFound(*desk.store, u"nobody"_s).isEmpty());
    const auto ward = db::search(*desk.store, u"ward"_s);
    REQUIRE(ward.size() == 2);
    CHECK(ward[0].at > ward[1].at);
    CHECK(ward[0].excerpt.contains(u"\x02ward\x03"_s));
}

TEST_CASE("COM-3.8 the search finds the notes of a visit that was for no case", "[lists]")
{
    DeskInFolder desk;
    Lines(*desk.store).work(R"(
{"do": "user.add", "login": "kofi", "name": "Kofi Mensah", "service": "edt", "roles": ["edt_officer", "admin"]}
{"do": "visit.start", "user": "kofi", "as": "v", "where": "12 Mill Lane", "back_by": "23:30", "answers": "Control room"}
{"clock": "2026-11-18T20:30"}
{"do": "visit.return", "user": "kofi"}
{"do": "visit.write_up", "user": "kofi", "visit": "$v", "entries": [{"at": "20:00", "words": "Shutters down, nobody answered"}]}
)");

    CHECK(partsFound(*desk.store, u"shutters"_s) == QStringList{u"visit"_s});
}

TEST_CASE("Nothing typed into search is taken for syntax", "[lists]")
{
    DeskInFolder desk;
    Lines(*desk.store).work(aCase);

    for (const char16_t* typed : {u"\"", u"AND", u"bed AND", u"ward*", u"(ward", u"NEAR(",
             u"text:ward", u"-", u"o'brien", u"^", u""})
        CHECK_NOTHROW(db::search(*desk.store, QString::fromUtf16(typed)));
    CHECK(partsFound(*desk.store, u"o'brien"_s) == QStringList{u"person"_s});
}

TEST_CASE("A changed name is found by the new one only", "[lists]")
{
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(aCase);
    desk.store->submit({{u"do"_s, u"person.update"_s}, {u"user"_s, u"kofi"_s},
        {u"person"_s, lines.made(u"p"_s)}, {u"name"_s, u"Zara Brookes"_s}});

    CHECK(partsFound(*desk.store, u"zoe"_s).isEmpty());
    CHECK(partsFound(*desk.store, u"zara"_s) == QStringList{u"person"_s});
}

TEST_CASE("Words are found whether the index holds them yet or not", "[lists]")
{
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(aCase);
    const QJsonObject call{{u"do"_s, u"contact.log"_s}, {u"user"_s, u"kofi"_s},
        {u"words"_s, u"Saw a heron on the lawn"_s}};

    qsizetype most = 0;
    for (qsizetype calls = 1; calls <= 100; ++calls) {
        REQUIRE(desk.store->submit(call).done());
        if (calls % 9 == 1)
            CHECK(
                db::search(*desk.store, u"heron"_s, 200).size() == static_cast<std::size_t>(calls));
        db::Database beside({desk.path(), true, false});
        most = std::max<qsizetype>(most, db::number(beside, u"SELECT count(*) FROM search_new"_s));
    }
    desk.store->submit({{u"do"_s, u"person.update"_s}, {u"user"_s, u"kofi"_s},
        {u"person"_s, lines.made(u"p"_s)}, {u"name"_s, u"Zara Brookes"_s}});

    CHECK(partsFound(*desk.store, u"zoe"_s).isEmpty());
    CHECK(partsFound(*desk.store, u"zara"_s) == QStringList{u"person"_s});
    CHECK(db::search(*desk.store, u"heron"_s, 5).size() == 5);
    CHECK(most > 1);
    CHECK(most < 100);
    db::Database beside({desk.path(), false, false});
    CHECK_NOTHROW(db::run(beside, u"INSERT INTO search (search) VALUES ('integrity-check')"_s));
}

TEST_CASE("A record's history has its events in causal order, and its heads", "[lists]")
{
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(aCase);

    const QJsonObject shown = db::history(*desk.store, *desk.store->find(lines.made(u"c"_s)));

    const QJsonArray events = shown.value(u"events"_s).toArray();
    REQUIRE(events.size() >= 3);
    CHECK(events.first()[u"type"] == u"case.opened"_s);
    CHECK(shown.value(u"heads"_s).toArray() == QJsonArray{events.last()[u"digest"]});
}

TEST_CASE("What outlives its case, and what a team has still to acknowledge, is found", "[lists]")
{
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(aCase);
    CHECK(desk.store->records().closedCasesWithClocks().empty());
    lines.work(R"(
{"do": "case.task", "user": "kofi", "case": "$c", "what": "Write to the GP", "due": "23:00"}
{"do": "case.close", "user": "kofi", "case": "$c", "outcome": "completed"}
{"do": "contact.send", "user": "kofi", "contact": "$k", "team": "adults_ac", "council": "ac"}
)");

    CHECK(desk.store->records().closedCasesWithClocks().size() == 1);
    CHECK(desk.store->records().contactsToAcknowledge().size() == 1);
}

TEST_CASE(
    "CLK-51 HO-3.7 a closed case on which a clock stands is found until it is ended", "[lists]")
{
    const auto [begins, ends] = GENERATE(table<const char*, const char*>({
        {R"("do": "case.clock_start", "kind": "strategy_discussion")",
            R"("do": "case.clock_end", "kind": "strategy_discussion", "outcome": "held")"},
        {R"("do": "case.high_risk_discussion", "attendees": "Police, trust", "outcomes": "One plan",
            "contingency": "If seen, ring", "shared_with": "All", "review": "2026-11-25T10:00")",
            R"("do": "case.high_risk_review", "words": "Plan goes on")"},
    }));
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(aCase);
    const auto tells = [&lines](const char* fields) {
        lines.work(
            QByteArray(R"({"user": "kofi", "case": "$c", )").append(fields).simplified() + "}\n");
    };
    const auto found = [&] { return desk.store->records().closedCasesWithClocks().size(); };
    tells(begins);
    CHECK(found() == 0);
    tells(R"("do": "case.close", "outcome": "completed")");
    CHECK(found() == 1);
    tells(ends);
    CHECK(found() == 0);
}

TEST_CASE("REC-2.2 who is still to be rung is found however long ago it was promised", "[lists]")
{
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(aCase);
    const auto contacts = [&] { return desk.store->records().contactsWithPromises().size(); };
    const auto duties = [&] { return desk.store->records().dutiesWithPromises(u"edt"_s).size(); };
    CHECK(contacts() == 0);
    CHECK(duties() == 0);
    lines.work(R"(
{"do": "contact.ring_back", "user": "kofi", "contact": "$k", "whom": "Son", "number": "01632 960777", "by": "23:00"}
{"do": "duty.ring_back", "user": "kofi", "whom": "Ward 4", "number": "01632 960778", "by": "23:00", "as": "p"}
)");
    CHECK(contacts() == 1);
    CHECK(duties() == 1);
    CHECK(desk.store->records().dutiesWithPromises(u"amhp-day"_s).empty());
    lines.work(R"(
{"do": "contact.rang_back", "user": "kofi", "contact": "$k", "result": "Spoke"}
{"do": "duty.rang_back", "user": "kofi", "id": "$p", "result": "Spoke"}
)");
    CHECK(contacts() == 0);
    CHECK(duties() == 0);
}

TEST_CASE("HO-5.4 whose call still has to go to the GP is found until it is sent", "[lists]")
{
    const auto [told, work, found] = GENERATE(table<const char*, const char*, std::size_t>({
        {R"("gp_copy": true)", "", 1},
        {R"("category": "mhaa")", "", 1},
        {R"("category": "mhaa", "gp_copy": false)", "", 0},
        {R"("category": "welfare_concern")", "", 0},
        {R"("teams": ["adults_ac", "edt_admin_gp"])", "", 1},
        {R"("teams": ["adults_ac"])", "", 0},
        {R"("category": "mhaa")", "mhaa", 0},
        {R"("category": "mhaa")", "general", 1},
        {R"("gp_copy": true)", "mhaa", 1},
    }));
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(R"(
{"do": "user.add", "login": "kofi", "name": "Kofi Mensah", "service": "edt", "roles": ["edt_officer", "admin"]}
)");
    lines.work(QByteArray(R"({"do": "contact.log", "user": "kofi", "as": "k", "words": "A call", )")
                   .append(told)
                   .append("}\n"));
    if (*work)
        lines.work(QByteArray(
            R"({"do": "contact.open_case", "user": "kofi", "contact": "$k", "title": "A", "kind_of_work": ")")
                       .append(work)
                       .append("\"}\n"));
    const auto copies = [&](const QStringList& teams) {
        return desk.store->records().contactsWithGpCopy(teams, u"mhaa"_s).size();
    };

    CAPTURE(told, work);
    CHECK(copies({}) == 0);
    CHECK(copies({u"edt_admin_gp"_s}) == found);
    CHECK(copies({u"edt_admin_gp"_s, u"another_gp"_s}) == found);
    lines.work(R"(
{"do": "contact.send", "user": "kofi", "contact": "$k", "team": "adults_ac", "council": "ac"}
)");
    CHECK(copies({u"edt_admin_gp"_s}) == found);
    lines.work(R"(
{"do": "contact.send", "user": "kofi", "contact": "$k", "team": "edt_admin_gp", "council": "ac"}
)");
    CHECK(copies({u"edt_admin_gp"_s}) == 0);
}

TEST_CASE("ESC-3.4 themes are listed by group", "[lists]")
{
    DeskInFolder desk;
    Lines(*desk.store).work(R"(
{"do": "user.add", "login": "kofi", "name": "Kofi Mensah", "service": "edt", "roles": ["edt_officer", "admin"]}
{"do": "escalation.raise", "user": "kofi", "as": "x", "about": "Nobody came", "grounds": ["conveyance"]}
{"do": "escalation.close", "user": "kofi", "escalation": "$x", "outcome": "Agreed", "theme": "Ring earlier", "partners": "All"}
)");

    const auto themes = db::list(
        *desk.store, {u"theme"_s, {{u"audience"_s, u"edt_governance"_s}}, {}, false, -1});

    REQUIRE(themes.size() == 1);
    CHECK(themes.front().value(u"theme"_s) == u"Ring earlier"_s);
}
