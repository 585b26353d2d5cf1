#include "core/casework/case_checks.h"
#include "core/paper/chronicle.h"
#include "tests/support/waiting_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The waiting case on Tue 1 Dec 2026 at noon, when its applications are written down.
struct SigningDesk : WaitingDesk {
    SigningDesk() { clock(u"2026-12-01T12:00"_s); }
    Reply tells(const char* what)
    {
        return must("helen",
            QByteArray(R"({"do": "case.application", "case": "$A", )").append(what).append("}"));
    }
    QStringList owes() const
    {
        QStringList owed;
        for (const Owed& each : owedOf(record("A")))
            owed.append(each.text);
        return owed;
    }
    QStringList flags() const
    {
        QStringList texts;
        for (const Flagged& each : record("A").flags)
            texts.append(each.text);
        texts.sort();
        return texts;
    }
    qsizetype linesOf(const QString& text) const
    {
        QStringList lines;
        for (const ChronicleLine& each : chronicleOf(record("A"), calendar().profile()))
            lines.append(each.text);
        return lines.filter(text).size();
    }
};

constexpr const char* first
    = R"("form": "A2", "signed_at": "2026-11-20T10:00", "hospital": "Ash Ward")";
constexpr const char* later
    = R"("form": "A6", "signed_at": "2026-11-29T10:00", "hospital": "Ash Ward")";

}

TEST_CASE("INV-6 of two applications the checks go by the one signed last, whichever is told last",
    "[assessment]")
{
    SigningDesk inOrder;
    inOrder.tells(first);
    inOrder.tells(later);
    SigningDesk reversed;
    reversed.tells(later);
    reversed.tells(first);

    for (const SigningDesk* desk : {&inOrder, &reversed}) {
        const Case record = desk->record("A");
        REQUIRE(record.application);
        CHECK(record.application->form == u"A6"_s);
        CHECK(record.applications.size() == 2);
        CHECK(desk->owes().filter(u"The application on form A6"_s).size() == 1);
        CHECK(desk->linesOf(u"Application A2 signed"_s) == 1);
        CHECK(desk->linesOf(u"Application A6 signed"_s) == 1);
    }
    CHECK(inOrder.owes() == reversed.owes());
    CHECK(inOrder.flags() == reversed.flags());
}

TEST_CASE("INV-6 an application that is told again is put right, another stands beside it",
    "[assessment]")
{
    struct Row {
        const char* again;
        std::size_t applications;
        const char* form;
        const char* signedAt;
    };
    const auto row = GENERATE(values<Row>({
        // the time, also to an earlier one; the form; the signer
        {R"("form": "A2", "signed_at": "2026-11-20T09:00", "hospital": "Ash Ward")", 1, "A2",
            "2026-11-20T09:00"},
        {R"("form": "A2", "signed_at": "2026-11-20T09:00")", 1, "A2", "2026-11-20T09:00"},
        {R"("form": "A6", "signed_at": "2026-11-20T10:00")", 1, "A6", "2026-11-20T10:00"},
        {R"("form": "A2", "signed_at": "2026-11-20T10:00", "signed_by_name": "Ada Long")", 1, "A2",
            "2026-11-20T10:00"},
        // another form, signer or hospital at another time, or long after
        {R"("form": "A10", "signed_at": "2026-11-20T09:00")", 2, "A2", "2026-11-20T10:00"},
        {R"("form": "A2", "signed_at": "2026-11-20T09:00", "signed_by_name": "Ada Long")", 2, "A2",
            "2026-11-20T10:00"},
        {R"("form": "A2", "signed_at": "2026-11-20T09:00", "hospital": "Oak Ward")", 2, "A2",
            "2026-11-20T10:00"},
        {R"("form": "A2", "signed_at": "2026-12-04T10:00")", 2, "A2", "2026-12-04T10:00"},
        {R"("form": "A2", "signed_at": "2026-12-03T10:00")", 1, "A2", "2026-12-03T10:00"},
    }));
    SigningDesk desk;
    desk.clock(u"2026-12-10T12:00"_s);
    desk.tells(first);

    desk.tells(row.again);

    CAPTURE(row.again);
    const Case record = desk.record("A");
    CHECK(record.applications.size() == row.applications);
    CHECK(record.application->form == QString::fromLatin1(row.form));
    CHECK(shown(record.application->signedAt) == shown(london(row.signedAt)));
}

TEST_CASE("CLK-08 CLK-10 an admission is on the last application that was signed before it",
    "[assessment]")
{
    const bool emergencyFirst = GENERATE(true, false);
    const char* emergency
        = R"("form": "A10", "signed_at": "2026-11-19T19:35", "hospital": "Ash Ward")";
    SigningDesk desk;
    desk.tells(emergencyFirst ? emergency : first);
    desk.tells(emergencyFirst ? first : emergency);

    desk.must("helen", R"({"do": "case.admitted", "case": "$A", "time": "2026-11-20T01:00"})");

    CAPTURE(emergencyFirst);
    CHECK(desk.clockOf("s4") != nullptr);
    CHECK(desk.clockOf("s2") == nullptr);
    CHECK(desk.record("A").application->form == u"A2"_s);
}

TEST_CASE("CLK-20 the authority stays that of the last s2 application", "[assessment]")
{
    SigningDesk desk;
    desk.tells(R"("form": "A2", "signed_at": "2026-11-29T10:00", "signed_by_name": "Ada Long",
        "authority": "Estburn")");

    const Reply reply = desk.tells(R"("form": "A2", "signed_at": "2026-11-20T10:00",
        "authority": "Midvale")");

    CHECK(desk.record("A").applicantAuthority == u"Estburn"_s);
    CHECK(reply.decision.notes.join(u' ').contains(u"case.applicant_authority"_s));
}
