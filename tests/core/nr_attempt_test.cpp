#include "core/casework/assessment/nr_consulting.h"
#include "core/casework/assessment/nr_request.h"
#include "core/casework/case_checks.h"
#include "core/paper/chronicle.h"
#include "core/rows/row.h"
#include "tests/support/waiting_desk.h"

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The waiting case, of whose nearest relative facts are told: `told` stands between the braces.
struct RelativeDesk : WaitingDesk {
    Reply tells(const char* command, const char* told)
    {
        const QString request = u"{\"do\": \"%1\", \"case\": \"$A\", %2}"_s.arg(
            QString::fromLatin1(command), QString::fromLatin1(told));
        return does("helen", request.toUtf8().constData());
    }
    Reply attempts(const char* told) { return tells("case.nr_attempt", told); }
    QStringList owes() const
    {
        QStringList clauses;
        for (const Owed& each : owedOf(record("A")))
            clauses.append(each.clause);
        return clauses;
    }
    int listed(ReadTable table) const
    {
        const auto rows = rowsOf(record("A"));
        return static_cast<int>(std::count_if(
            rows.begin(), rows.end(), [table](const Row& row) { return row.table == table; }));
    }
};

}

TEST_CASE("CLK-18 each attempt to consult the nearest relative is kept, listed and told", "[case]")
{
    RelativeDesk desk;
    REQUIRE(desk.tells("case.referral", R"("nr_telephone": "07700 900135")").done());

    REQUIRE(desk.attempts(R"("result": "no_answer", "time": "18:20")").done());
    REQUIRE(desk.attempts(R"("result": "voicemail", "time": "18:05", "by": "Kofi Mensah")").done());
    REQUIRE(desk.attempts(R"("result": "reached", "means": "in_person", "answer": "no_objection",
        "words": "Wants him safe")")
                .done());

    const Case record = desk.record("A");
    REQUIRE(record.nrAttempts.size() == 3);
    CHECK(shown(record.nrAttempts[0].at) == shown(london("2026-11-19T18:05")));
    CHECK(record.nrAttempts[0].by == u"Kofi Mensah"_s);
    CHECK(record.nrAttempts[1].by == u"Helen Brandt"_s);
    CHECK(record.nrAttempts[1].number == u"07700 900135"_s);
    CHECK(record.nrAttempts[2].number.isEmpty());
    CHECK(record.referral.nrAnswer == NrAnswer::NoObjection);
    CHECK(desk.listed(ReadTable::NrAttempt) == 3);
    const auto lines = chronicleOf(record, desk.calendar().profile());
    CHECK(std::count_if(lines.begin(), lines.end(), [](const ChronicleLine& line) {
        return line.text.startsWith(u"Nearest relative tried"_s);
    }) == 3);
}

TEST_CASE("CLK-18 of a relative who was not reached no answer is taken", "[case]")
{
    const auto [told, refused] = GENERATE(table<const char*, bool>({
        {R"("result": "voicemail", "answer": "objects")", true},
        {R"("result": "no_answer", "answer": "no_objection")", true},
        {R"("result": "no_answer", "answer": "not_asked")", false},
        {R"("result": "reached", "answer": "objects")", false},
    }));
    RelativeDesk desk;
    CAPTURE(told);
    CHECK(HandoverDesk::refused(desk.attempts(told))
        == (refused ? QStringList{u"CLK-18"_s} : QStringList{}));
}

TEST_CASE("CLK-18 the answer decides where it is told, the words where it is not", "[case]")
{
    const auto [told, objects] = GENERATE(table<const char*, bool>({
        {R"("nr_answer": "objects")", true},
        {R"("nr_answer": "no_objection", "nr_objection": "Objected to s3 last year")", false},
        {R"("nr_answer": "not_consulted", "nr_not_consulted": "Abroad")", false},
        {R"("nr_objection": "His mother objects")", true},
        {R"("nr_objection": "No objection")", false},
    }));
    RelativeDesk desk;
    CAPTURE(told);
    REQUIRE(desk.tells("case.referral", told).done());
    CHECK(nearestRelativeObjects(desk.record("A")) == objects);

    const Reply planned = desk.tells("case.application",
        R"("form": "A6", "planned": true, "planned_for": "21:00", "hospital": "Ash Ward")");
    CHECK(HandoverDesk::refused(planned) == (objects ? QStringList{u"CLK-18"_s} : QStringList{}));
    CHECK(HandoverDesk::flagged(desk.signs("A6"))
        == (objects ? QStringList{u"CLK-18"_s} : QStringList{}));
}

TEST_CASE("CLK-18 words told after an answer are read as words", "[case]")
{
    RelativeDesk desk;
    REQUIRE(desk.attempts(R"("result": "reached", "answer": "no_objection")").done());
    REQUIRE(desk.tells("case.referral", R"("nr_objection": "She objects now")").done());
    CHECK(nearestRelativeObjects(desk.record("A")));
    REQUIRE(desk.attempts(R"("result": "reached", "answer": "no_objection")").done());
    CHECK_FALSE(nearestRelativeObjects(desk.record("A")));
}

TEST_CASE("CLK-18 of two attempts the later one's answer stands, whichever is told first", "[case]")
{
    struct Row {
        const char* first;
        const char* then;
        bool objects;
    };
    const auto row = GENERATE(values<Row>({
        {R"("result": "reached", "answer": "objects", "words": "I object", "time": "19:20")",
            R"("result": "reached", "answer": "no_objection", "time": "19:00")", true},
        {R"("result": "reached", "answer": "no_objection", "time": "19:20")",
            R"("result": "reached", "answer": "objects", "time": "19:00")", false},
        {R"("result": "reached", "answer": "objects", "time": "19:00")",
            R"("result": "reached", "answer": "no_objection", "time": "19:20")", false},
        {R"("result": "reached", "answer": "objects", "time": "19:00")",
            R"("result": "voicemail", "answer": "not_asked", "time": "19:20")", true},
        {R"("result": "reached", "answer": "objects", "time": "19:00")",
            R"("result": "not_practicable", "answer": "not_consulted", "reason": "Not rung again")",
            true},
        {R"("result": "not_practicable", "reason": "Abroad", "time": "19:20")",
            R"("result": "reached", "answer": "objects", "time": "19:00")", true},
    }));
    RelativeDesk desk;
    REQUIRE(desk.attempts(row.first).done());
    REQUIRE(desk.attempts(row.then).done());

    CAPTURE(row.first, row.then);
    CHECK(nearestRelativeObjects(desk.record("A")) == row.objects);
    const Reply planned = desk.tells("case.application",
        R"("form": "A6", "planned": true, "planned_for": "21:00", "hospital": "Ash Ward")");
    CHECK(
        HandoverDesk::refused(planned) == (row.objects ? QStringList{u"CLK-18"_s} : QStringList{}));
    CHECK(HandoverDesk::flagged(desk.signs("A6"))
        == (row.objects ? QStringList{u"CLK-18"_s} : QStringList{}));
}

TEST_CASE(
    "CLK-18 an objection that was taken back only after the application was signed is flagged",
    "[case]")
{
    const bool signedFirst = GENERATE(false, true);
    RelativeDesk desk;
    const char* objection
        = R"("result": "reached", "answer": "objects", "words": "I object", "time": "19:00")";
    if (!signedFirst)
        REQUIRE(desk.attempts(objection).done());
    REQUIRE(
        desk.attempts(R"("result": "reached", "answer": "no_objection", "time": "19:38")").done());
    const Reply application = desk.signs("A6");

    CAPTURE(signedFirst);
    CHECK(HandoverDesk::flagged(signedFirst ? desk.attempts(objection) : application)
        == QStringList{u"CLK-18"_s});
    CHECK_FALSE(nearestRelativeObjects(desk.record("A")));
}

TEST_CASE("CLK-18 whoever is reached after all owes the answer again", "[case]")
{
    const auto [reached, owed] = GENERATE(table<const char*, bool>({
        {R"("result": "reached", "time": "19:30")", true},
        {R"("result": "reached", "time": "19:30", "answer": "no_objection")", false},
        {R"("result": "reached", "time": "19:10")", false},
        {R"("result": "voicemail", "time": "19:30")", false},
    }));
    RelativeDesk desk;
    REQUIRE(desk.attempts(R"("result": "not_practicable", "reason": "Abroad", "time": "19:20")")
                .done());
    REQUIRE(desk.attempts(reached).done());
    desk.signs("A6");

    CAPTURE(reached);
    CHECK(desk.owes().contains(u"CLK-18"_s) == owed);
    CHECK((answerThatStands(desk.record("A")) == NrAnswer::NotConsulted)
        == !QByteArray(reached).contains(R"("reached", "time": "19:30")"));
}

TEST_CASE(
    "CLK-18 what is learned after an application for treatment was signed is flagged", "[case]")
{
    const auto [form, told, flagged] = GENERATE(table<const char*, const char*, bool>({
        {"A6", R"("result": "reached", "answer": "objects", "time": "19:30")", true},
        {"A6", R"("result": "reached", "answer": "no_objection", "time": "19:30")", false},
        {"A6", R"("result": "reached", "answer": "no_objection", "time": "19:35")", false},
        {"A6", R"("result": "reached", "answer": "no_objection", "time": "19:36")", true},
        {"A6", R"("result": "no_answer", "time": "19:36")", false},
        {"A2", R"("result": "reached", "time": "19:36")", false},
    }));
    RelativeDesk desk;
    desk.signs(form);
    CAPTURE(form, told);
    CHECK(HandoverDesk::flagged(desk.attempts(told))
        == (flagged ? QStringList{u"CLK-18"_s} : QStringList{}));
}

TEST_CASE(
    "CLK-17 a relative who was reached, or could not be with the reason, is owed no more", "[case]")
{
    const auto [told, owed] = GENERATE(table<const char*, const char*>({
        {R"("result": "no_answer")", "CLK-17"},
        {R"("result": "voicemail", "answer": "not_asked")", "CLK-17"},
        {R"("result": "reached")", nullptr},
        {R"("result": "not_practicable", "reason": "She is in intensive care")", nullptr},
        {R"("result": "not_practicable")", "CLK-18"},
    }));
    RelativeDesk desk;
    desk.signs("A2");
    CHECK(desk.owes().contains(u"CLK-17"_s));
    CAPTURE(told);
    REQUIRE(desk.attempts(told).done());
    CHECK(desk.owes().contains(u"CLK-17"_s)
        == (owed && (QByteArray(owed) == "CLK-17" || QByteArray(told).contains("practicable"))));
    CHECK(desk.owes().contains(u"CLK-18"_s) == (owed && QByteArray(owed) == "CLK-18"));
}

TEST_CASE("CLK-18 an application for treatment owes what the nearest relative said", "[case]")
{
    RelativeDesk desk;
    desk.signs("A6");
    REQUIRE(desk.attempts(R"("result": "reached", "time": "19:30")").done());
    CHECK(desk.owes().contains(u"CLK-18"_s));
    REQUIRE(desk.tells("case.referral", R"("nr_answer": "no_objection")").done());
    CHECK_FALSE(desk.owes().contains(u"CLK-18"_s));
}

TEST_CASE("CLK-18 an application for treatment that was signed without the nearest relative is "
          "flagged, and goes on owing it",
    "[case]")
{
    const auto [told, asked] = GENERATE(table<const char*, bool>({
        {R"("result": "no_answer", "time": "19:00")", true},
        {R"("result": "reached", "time": "19:00")", true},
        {R"("result": "reached", "time": "19:00", "answer": "no_objection")", false},
        {R"("result": "not_practicable", "time": "19:00", "reason": "Abroad")", false},
    }));
    const bool signedFirst = GENERATE(false, true);
    RelativeDesk desk;
    const Reply signedNow = signedFirst ? desk.signs("A6") : Reply{};
    const auto owed = owedOf(desk.record("A"));
    REQUIRE(desk.attempts(told).done());
    const Reply reply = signedFirst ? signedNow : desk.signs("A6");

    CAPTURE(told, signedFirst);
    CHECK(HandoverDesk::flagged(reply)
        == (asked || signedFirst ? QStringList{u"CLK-18"_s} : QStringList{}));
    CHECK(desk.owes().contains(u"CLK-18"_s) == asked);
    CHECK_FALSE(desk.owes().contains(u"CLK-17"_s));
    CHECK(desk.record("A").flags.size() == (asked ? 1U : 0U));
    CHECK(std::any_of(owed.begin(), owed.end(), [](const Owed& each) {
        return each.clause == u"CLK-18"_s && each.askedAt == u"now"_s;
    }) == signedFirst);
}

TEST_CASE("CLK-17 whether the nearest relative was informed is asked at handover", "[case]")
{
    RelativeDesk desk;
    desk.signs("A2");
    const auto owed = owedOf(desk.record("A"));
    const auto informed = std::find_if(
        owed.begin(), owed.end(), [](const Owed& each) { return each.clause == u"CLK-17"_s; });
    REQUIRE(informed != owed.end());
    CHECK(informed->askedAt == u"handover"_s);
}

TEST_CASE("CLK-18 who plans an application for treatment owes the consultation before it", "[case]")
{
    const auto [form, told, owed] = GENERATE(table<const char*, const char*, bool>({
        {"A6", R"("result": "no_answer")", true},
        {"A6", R"("result": "reached")", true},
        {"A6", R"("result": "reached", "answer": "no_objection")", false},
        {"A6", R"("result": "not_practicable", "reason": "Abroad, no number")", false},
        {"A2", R"("result": "no_answer")", false},
    }));
    RelativeDesk desk;
    REQUIRE(desk.attempts(told).done());

    const QByteArray plan = QByteArray(
        R"("form": "FORM", "planned": true, "planned_for": "21:00", "hospital": "Oak")")
                                .replace("FORM", form);
    const Reply reply = desk.tells("case.application", plan.constData());

    CAPTURE(form, told);
    REQUIRE(reply.done());
    CHECK(HandoverDesk::owed(reply).contains(u"CLK-18"_s) == owed);
    CHECK(desk.owes().contains(u"CLK-18"_s) == owed);
}

TEST_CASE("CLK-20 the authority of the s2 applicant is kept, or owed", "[case]")
{
    const auto [form, owed] = GENERATE(
        table<const char*, bool>({{"A2", true}, {"A6", false}, {"A10", false}, {"A1", false}}));
    RelativeDesk desk;
    desk.signs(form);
    CAPTURE(form);
    CHECK(desk.owes().contains(u"CLK-20"_s) == owed);

    SECTION("told afterwards")
    {
        REQUIRE(desk.tells("case.applicant_authority", R"("authority": "Midvale")").done());
    }
    SECTION("told with the application")
    {
        REQUIRE(desk.tells("case.application",
                        R"("form": "A2", "hospital": "Ash Ward", "authority": "Midvale")")
                    .done());
    }
    CHECK_FALSE(desk.owes().contains(u"CLK-20"_s));
    CHECK(desk.record("A").applicantAuthority == u"Midvale"_s);
    CHECK_FALSE(desk.tells("case.applicant_authority", R"("authority": " ")").done());
}

TEST_CASE(
    "CLK-20 the authority is the s2 applicant's, and another's application owes its own", "[case]")
{
    struct Row {
        const char* next;
        const char* authority;
        bool owed;
    };
    const auto row = GENERATE(values<Row>({
        {R"("form": "A6", "authority": "Estburn")", "Midvale", false},
        {R"("form": "A2", "authority": "Estburn", "signed_by_name": "Ada Long")", "Estburn", false},
        {R"("form": "A2", "signed_by_name": "Ada Long")", "", true},
        {R"("form": "A2")", "Midvale", false},
    }));
    RelativeDesk desk;
    REQUIRE(desk.tells("case.application",
                    R"("form": "A2", "hospital": "Ash Ward", "authority": "Midvale")")
                .done());
    REQUIRE(desk.tells("case.application", row.next).done());

    CAPTURE(row.next);
    CHECK(desk.record("A").applicantAuthority == QString::fromLatin1(row.authority));
    CHECK(desk.owes().contains(u"CLK-20"_s) == row.owed);
}

TEST_CASE(
    "CLK-02 a clock's row tells its law and version, its warnings and who extended it", "[rows]")
{
    RelativeDesk desk;
    desk.must("helen", R"({"do": "case.extend_s136", "case": "$A", "hours": 3,
        "reason": "injury", "doctor": "Dr Lund", "authorised_at": "19:00"})");

    const auto rows = rowsOf(desk.record("A"));
    const auto found = std::find_if(
        rows.begin(), rows.end(), [](const Row& row) { return row.table == ReadTable::ClockFact; });
    REQUIRE(found != rows.end());
    const auto valueOf = [&found](const char* name) {
        const auto& columns = columnsOf(ReadTable::ClockFact);
        for (std::size_t at = 0; at < columns.size(); ++at)
            if (QLatin1StringView(columns[at].name) == QLatin1StringView(name))
                return found->values.at(at).toString();
        return QString();
    };
    CHECK(valueOf("kind") == u"s136"_s);
    CHECK(valueOf("law") == u"s136(2), (2A)"_s);
    CHECK(valueOf("law_version") == u"MHA 1983 as amended to 2017"_s);
    CHECK_FALSE(valueOf("warnings").isEmpty());
    CHECK(valueOf("extended_hours") == u"3"_s);
    CHECK(valueOf("extended_by") == u"Dr Lund"_s);
    CHECK_FALSE(valueOf("extended_at").isEmpty());
    CHECK_FALSE(valueOf("extension_reason").isEmpty());
}
