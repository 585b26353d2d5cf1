#include "core/exchange/newer.h"

#include "core/casework/case.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_rules.h"
#include "core/command/json_read.h"
#include "core/conflict/claims.h"

#include <algorithm>
#include <array>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// What ends a clock or a promise and disputes nothing: known by name. The rest is known by what it
// claims.
constexpr std::array ending{u"case.reopened", u"case.clock_renewed", u"case.clock_resumed",
    u"case.clock_other_start", u"case.edt_record_received", u"case.high_risk_reviewed",
    u"case.status_ended", u"case.task_done", u"case.assessment_recorded",
    u"case.application_signed", u"case.person_admitted", u"case.document_arrived",
    u"contact.acknowledged", u"contact.case_opened", u"contact.case_joined", u"contact.accepted",
    u"contact.half_passed_on", u"contact.passed_on", u"conflict.settled", u"duty.ladder_closed",
    u"duty.manager_told", u"duty.relieved", u"duty.shift_handed_over", u"duty.rung_back",
    u"duty.signed_off", u"escalation.acknowledged", u"escalation.answered", u"escalation.closed",
    u"escalation.followed_up", u"visit.checked_in", u"visit.returned", u"window.closed",
    u"window.verbal_given"};

// These tell of the end itself.
constexpr std::array tellingAnEnd{u"case.clock_end", u"case.status_end"};

bool isOf(const NewEvent& event, std::initializer_list<const char*> types)
{
    return std::any_of(types.begin(), types.end(),
        [&](const char* type) { return event.type == QLatin1StringView(type); });
}

bool begins(const NewEvent& event)
{
    return isOf(event, {StatusStarted::type, ClockStarted::type});
}

bool ends(const NewEvent& event)
{
    return isOf(event, {StatusEnded::type, ClockEnded::type, ClockSuperseded::type});
}

// What begins and ends in one action is on no record yet.
QString nameOfEnded(const NewEvent& event, const Case& record)
{
    const auto id = readPayload<StatusEnded>(event.payload).id;
    for (const StatusEpisode& each : record.statuses)
        if (each.id == id)
            return statusText(each.status);
    for (const ClockFact& each : record.clocks)
        if (each.id == id)
            return each.title;
    return u"what was told"_s;
}

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

void leaveEndsForUpdate(Decision& decision, const QString& command, const Records& records)
{
    const auto begun = std::find_if(decision.events.begin(), decision.events.end(), begins);
    const bool telling = std::any_of(tellingAnEnd.begin(), tellingAnEnd.end(),
        [&](const char16_t* each) { return command == each; });
    if (telling || begun == decision.events.end())
        return;
    const Subject subject = begun->subject;
    const auto record
        = subject.kind == SubjectKind::Case ? records.caseRecord(CaseId{subject.id}) : nullptr;
    if (!record || record->newer.empty())
        return;
    QStringList left;
    std::erase_if(decision.events, [&](const NewEvent& each) {
        const bool leaves = each.subject == subject && ends(each);
        if (leaves)
            left.append(nameOfEnded(each, *record));
        return leaves;
    });
    left.removeDuplicates();
    if (!left.isEmpty())
        decision.flags.push_back({u"INV-4"_s,
            u"Goes on here, to be ended after the update: %1. The record holds “%2”, written by a "
            u"newer version of Dutydesk."_s.arg(left.join(u", "), record->newer.front().type)});
}

}
