#include "core/duty/gone_over.h"
#include "core/duty/rail_clocks.h"
#include "core/duty/relief_sheet.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct Promise {
    const char* made;
    const char* told;
    const char* whom;
};

const Promise onContact{R"({"do": "contact.ring_back", "contact": "$k", "whom": "Mrs Kemp",
        "number": "01632 960777", "by": "2026-11-19T10:00"})",
    R"({"do": "contact.rang_back", "contact": "$k", "result": "Spoke"})", "Mrs Kemp"};
const Promise onDuty{R"({"do": "duty.ring_back", "whom": "Ward 4", "number": "01632 960778",
        "by": "2026-11-19T10:00", "case": "$L", "as": "p"})",
    R"({"do": "duty.rang_back", "id": "$p", "result": "Spoke"})", "Ward 4"};
const Promise byOfficer{R"({"do": "contact.promise_call_back", "contact": "$k",
        "whom": "Mr Lisle", "number": "01632 960779", "by": "2026-11-19T10:00"})",
    R"({"do": "contact.called_back", "contact": "$k", "result": "Spoke"})", "Mr Lisle"};

constexpr auto joins = R"({"do": "contact.join_case", "contact": "$k", "case": "$L"})";
constexpr auto accept = R"({"do": "handover.accept", "case": "$L"})";

/// The night's case "L" with a contact "k", on it if `joined`, at 07:30, before the morning
/// handover.
struct MorningDesk : HandoverDesk {
    explicit MorningDesk(bool joined = true)
    {
        clock(u"2026-11-19T03:55"_s);
        must("kofi", R"({"do": "duty.start"})");
        opens("kofi", "L");
        must("kofi", R"({"do": "contact.log", "words": "Asks how it goes", "as": "k"})");
        if (joined)
            must("kofi", joins);
        must("kofi", R"({"do": "handover.discuss", "cases": ["$L"], "with": "Tom Ashdown",
            "role": "on_call_manager"})");
        clock(u"2026-11-19T07:30"_s);
    }

    void proposesAt(const QString& time)
    {
        clock(time);
        proposes("kofi", "L");
    }

    /// Running clocks about whom the promise is to: with who promised it, and as a task.
    std::ptrdiff_t promised(const Promise& promise) const { return count(promise, false); }
    std::ptrdiff_t tasks(const Promise& promise) const { return count(promise, true); }

    std::size_t onSheet() const
    {
        const ReliefSheet sheet
            = reliefSheet(*userNamed(u"kofi"_s), nullptr, *this, calendar(), now);
        return sheet.ringBacks.size();
    }

private:
    std::ptrdiff_t count(const Promise& promise, bool asTask) const
    {
        const auto clocks = railClocks(u"edt"_s, now, *this, calendar());
        return std::count_if(clocks.begin(), clocks.end(), [&](const Deadline& clock) {
            return clock.title.contains(QString::fromLatin1(promise.whom))
                && (clock.kind == u"anticipated_action") == asTask;
        });
    }
};

}

TEST_CASE("HO-4.3b a call-back about a case is a task of who accepts it", "[handover][rail]")
{
    const Promise promise = GENERATE(onContact, onDuty, byOfficer);
    CAPTURE(promise.whom);
    MorningDesk desk;
    desk.must("kofi", promise.made);
    desk.proposesAt(u"2026-11-19T08:46"_s);
    const QString actions = desk.item("L").ipass.actions;
    CHECK(actions.contains(QString::fromLatin1(promise.whom)));
    CHECK(actions.contains(u"01632 96077"_s));
    CHECK(desk.promised(promise) == 1);
    CHECK(desk.tasks(promise) == 0);

    desk.clock(u"2026-11-19T08:53"_s);
    desk.must("priya", accept);

    CHECK(desk.promised(promise) == 0);
    CHECK(desk.tasks(promise) == 1);
    CHECK(desk.record("L").tasks.back().who.contains(u"AMHP"_s));
    CHECK(desk.onSheet() == 0);
}

TEST_CASE("HO-4.3b a call-back stays with who promised it until it is accepted", "[handover][rail]")
{
    const Promise promise = GENERATE(onContact, onDuty);
    const bool declined = GENERATE(true, false);
    const QString again = GENERATE(u"2026-11-19T08:46"_s, u"2026-11-19T08:50"_s);
    CAPTURE(promise.whom, declined);
    MorningDesk desk;
    desk.must("kofi", promise.made);
    desk.proposesAt(u"2026-11-19T08:46"_s);
    CHECK(desk.onSheet() == 1);

    if (declined)
        desk.must("priya", R"({"do": "handover.decline", "case": "$L", "reason": "Not ours"})");
    else
        desk.must("kofi", R"({"do": "handover.withdraw", "case": "$L", "reason": "It is done"})");
    CHECK(desk.promised(promise) == 1);
    CHECK(desk.tasks(promise) == 0);
    CHECK(desk.record("L").tasks.back().lapsed);
    CHECK(desk.onSheet() == 1);

    desk.proposesAt(again);
    desk.must("priya", accept);
    CHECK(desk.promised(promise) == 0);
    CHECK(desk.tasks(promise) == 1);
}

TEST_CASE("HO-4.3b who promised a call-back has it until an acceptance by telephone is confirmed",
    "[handover][rail]")
{
    MorningDesk desk;
    desk.must("kofi", onDuty.made);
    desk.proposesAt(u"2026-11-19T08:46"_s);
    desk.must("kofi", R"({"do": "handover.accept_by_telephone", "case": "$L",
        "accepter": "Priya Nair", "role": "amhp_lead", "words": "We take it"})");
    CHECK(desk.promised(onDuty) == 1);
    CHECK(desk.tasks(onDuty) == 0);

    desk.must("kofi", R"({"do": "handover.confirm", "case": "$L", "reference": "E-mail 08:55"})");

    CHECK(desk.promised(onDuty) == 0);
    CHECK(desk.tasks(onDuty) == 1);
}

TEST_CASE("HO-4.3b whoever promised a call-back and rings ends the task for it", "[handover][rail]")
{
    const Promise promise = GENERATE(onContact, onDuty, byOfficer);
    const bool accepted = GENERATE(true, false);
    CAPTURE(promise.whom, accepted);
    MorningDesk desk;
    desk.must("kofi", promise.made);
    desk.proposesAt(u"2026-11-19T08:46"_s);
    if (accepted)
        desk.must("priya", accept);
    desk.clock(u"2026-11-19T08:50"_s);
    desk.must("kofi", promise.told);
    if (!accepted)
        desk.must("priya", accept);

    CHECK(desk.promised(promise) == 0);
    CHECK(desk.tasks(promise) == 0);
    CHECK(desk.record("L").tasks.back().doneAt);
}

TEST_CASE("HO-4.3b a call-back that was kept is not carried", "[handover]")
{
    MorningDesk desk;
    desk.must("kofi", onContact.made);
    desk.must("kofi", onContact.told);
    desk.proposesAt(u"2026-11-19T08:46"_s);
    CHECK(desk.item("L").ipass.actions.isEmpty());

    desk.must("priya", accept);

    CHECK(desk.tasks(onContact) == 0);
    CHECK(desk.promised(onContact) == 0);
}

TEST_CASE("HO-4.3b a call-back that is promised after the proposal goes over with it", "[handover]")
{
    const Promise promise = GENERATE(onContact, onDuty, byOfficer);
    const bool accepted = GENERATE(true, false);
    CAPTURE(promise.whom, accepted);
    MorningDesk desk;
    desk.proposesAt(u"2026-11-19T08:46"_s);
    desk.clock(u"2026-11-19T08:48"_s);
    const Reply reply = desk.must("kofi", promise.made);
    CHECK(reply.decision.notes.filter(u"HO-4.3b"_s).size() == 1);
    CHECK(desk.promised(promise) == 1);
    CHECK(desk.tasks(promise) == 0);

    if (accepted)
        desk.must("priya", accept);
    else
        desk.must("priya", R"({"do": "handover.decline", "case": "$L", "reason": "Not ours"})");

    CHECK(desk.promised(promise) == (accepted ? 0 : 1));
    CHECK(desk.tasks(promise) == (accepted ? 1 : 0));
    CHECK(desk.onSheet() == (accepted || promise.made == byOfficer.made ? 0 : 1));
    CHECK(desk.record("L").outOfStep.empty());
}

TEST_CASE("HO-4.3b a call-back that went over comes back with the case as its task", "[handover]")
{
    MorningDesk desk;
    desk.must("kofi", onDuty.made);
    desk.proposesAt(u"2026-11-19T08:46"_s);
    desk.must("priya", accept);
    desk.clock(u"2026-11-19T16:50"_s);
    desk.proposes("priya", "L");
    desk.must("tom", R"({"do": "handover.read_back", "case": "$L", "clock": "Ward 4 at ten",
        "next_action": "Ring it"})");
    desk.must("tom", accept);

    CHECK(desk.owner("L") == u"edt"_s);
    CHECK(desk.promised(onDuty) == 0);
    CHECK(desk.tasks(onDuty) == 1);
}

TEST_CASE("HO-4.3b a contact says to whom a call-back on it went over", "[handover]")
{
    const Promise promise = GENERATE(onContact, byOfficer);
    CAPTURE(promise.whom);
    MorningDesk desk;
    desk.must("kofi", promise.made);
    desk.proposesAt(u"2026-11-19T08:46"_s);
    const auto gone
        = [&desk] { return goneOverOf(*desk.contact({desk.names.at(u"k"_s)}), desk).join(u' '); };
    CHECK(gone().isEmpty());

    desk.must("priya", accept);

    CHECK(gone().contains(QString::fromLatin1(promise.whom)));
    CHECK(gone().contains(u"AMHP"_s));
    CHECK(gone().contains(desk.item("L").transferNumber));

    desk.must("kofi", promise.told);
    CHECK(gone().isEmpty());
}

TEST_CASE("HO-3.6c HO-4.3b a call-back follows an acceptance that was before its withdrawal",
    "[handover][rail]")
{
    const Promise promise = GENERATE(onContact, onDuty, byOfficer);
    const bool rung = GENERATE(false, true);
    CAPTURE(promise.whom, rung);
    MorningDesk desk;
    desk.must("kofi", promise.made);
    desk.proposesAt(u"2026-11-19T08:46"_s);
    desk.clock(u"2026-11-19T08:50"_s);
    desk.must("kofi", R"({"do": "handover.withdraw", "case": "$L", "reason": "It is done"})");
    CHECK(desk.promised(promise) == 1);
    if (rung)
        desk.must("kofi", promise.told);
    desk.clock(u"2026-11-19T08:55"_s);

    desk.must("priya", R"({"do": "handover.accept", "case": "$L", "words": "Yes",
        "late_reason": "Busy", "at": "08:48"})");

    CHECK(desk.owner("L") == u"amhp-day"_s);
    CHECK(desk.promised(promise) == 0);
    CHECK(desk.tasks(promise) == (rung ? 0 : 1));
    CHECK(desk.onSheet() == 0);
    CHECK(desk.record("L").outOfStep.empty());
    if (rung)
        return;
    const PartId promised = promise.made == onDuty.made ? PartId{desk.names.at(u"p"_s)}
        : desk.contact({desk.names.at(u"k"_s)})->callBack
        ? desk.contact({desk.names.at(u"k"_s)})->callBack->id
        : desk.contact({desk.names.at(u"k"_s)})->ringBacks.front().id;
    REQUIRE(goneOver(promised, desk.record("L")));
    CHECK(goneOver(promised, desk.record("L"))->at == london("2026-11-19T08:48"));

    desk.must("kofi", promise.told);

    CHECK(desk.tasks(promise) == 0);
}

TEST_CASE("HO-4.3b a contact that joins the case before the answer takes its call-backs over",
    "[handover]")
{
    const Promise promise = GENERATE(onContact, byOfficer);
    const bool accepted = GENERATE(true, false);
    const bool twice = GENERATE(false, true);
    CAPTURE(promise.whom, accepted, twice);
    MorningDesk desk(false);
    desk.must("kofi", promise.made);
    desk.proposesAt(u"2026-11-19T08:46"_s);
    CHECK(desk.item("L").ipass.actions.isEmpty());
    desk.clock(u"2026-11-19T08:48"_s);

    const Reply reply = desk.must("kofi", joins);
    if (twice)
        desk.must("kofi", joins);

    CHECK(reply.decision.notes.filter(u"HO-4.3b"_s).size() == 1);
    CHECK(reply.decision.notes.join(u' ').contains(QString::fromLatin1(promise.whom)));
    CHECK(desk.promised(promise) == 1);
    CHECK(desk.tasks(promise) == 0);

    if (accepted)
        desk.must("priya", accept);
    else
        desk.must("priya", R"({"do": "handover.decline", "case": "$L", "reason": "Not ours"})");

    CHECK(desk.promised(promise) == (accepted ? 0 : 1));
    CHECK(desk.tasks(promise) == (accepted ? 1 : 0));
    CHECK(desk.record("L").outOfStep.empty());
}

TEST_CASE(
    "HO-4.3b a call-back that was kept before its contact joined is not carried", "[handover]")
{
    MorningDesk desk(false);
    desk.must("kofi", onContact.made);
    desk.must("kofi", onContact.told);
    desk.proposesAt(u"2026-11-19T08:46"_s);

    const Reply reply = desk.must("kofi", joins);

    CHECK(reply.decision.notes.filter(u"HO-4.3b"_s).isEmpty());
    desk.must("priya", accept);
    CHECK(desk.tasks(onContact) == 0);
    CHECK(desk.promised(onContact) == 0);
}
