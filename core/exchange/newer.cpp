#include "core/exchange/newer.h"

#include "core/conflict/claims.h"

#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// What ends a clock or a promise and disputes nothing: known by name. The rest is known by what it
// claims.
constexpr std::array ending{u"case.reopened", u"case.clock_renewed", u"case.clock_other_start",
    u"case.edt_record_received", u"case.high_risk_reviewed", u"case.status_ended",
    u"case.task_done", u"case.assessment_recorded", u"case.application_signed",
    u"case.person_admitted", u"case.document_arrived", u"contact.acknowledged",
    u"contact.case_opened", u"contact.case_joined", u"contact.accepted", u"contact.half_passed_on",
    u"contact.passed_on", u"conflict.settled", u"duty.ladder_closed", u"duty.manager_told",
    u"duty.relieved", u"duty.shift_handed_over", u"duty.rung_back", u"duty.signed_off",
    u"escalation.acknowledged", u"escalation.answered", u"escalation.closed",
    u"escalation.followed_up", u"visit.checked_in", u"visit.returned", u"window.closed",
    u"window.verbal_given"};

bool movesOrEnds(const NewEvent& decided)
{
    if (std::any_of(ending.begin(), ending.end(),
            [&](const char16_t* type) { return decided.type == type; }))
        return true;
    Event event;
    static_cast<NewEvent&>(event) = decided;
    const std::vector<Claim> claims = claimsOf(event);
    return std::any_of(claims.begin(), claims.end(),
        [](const Claim& each) { return each.waits || each.rests || each.field == u"responsible"; });
}

}

std::optional<Refusal> refuseBeneathNewer(const Decision& decision, const Records& records)
{
    for (const NewEvent& event : decision.events) {
        const auto record = movesOrEnds(event) ? records.record(event.subject) : nullptr;
        if (record && !record->newer.empty())
            return Refusal{{}, {},
                u"This record holds “%1”, written by a newer version of Dutydesk, which may change "
                u"who is responsible or which clock runs."_s.arg(record->newer.front().type),
                u"Update Dutydesk on this computer, then do it again. Notes can be added "
                u"meanwhile."_s};
    }
    return {};
}

}
