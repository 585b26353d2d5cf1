#include "ui/desk/clocks.h"

#include "core/casework/case_deadlines.h"
#include "core/clock/rank.h"
#include "core/contact/contact_deadlines.h"
#include "core/duty/duty_deadlines.h"
#include "core/escalation/escalation_deadlines.h"
#include "core/handover/window_deadlines.h"
#include "core/visit/visit_deadlines.h"
#include "ui/desk/desk_service.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

void take(std::vector<core::Deadline>& running, std::vector<core::Deadline> clocks)
{
    for (core::Deadline& clock : clocks)
        if (clock.state == core::ClockState::Running)
            running.push_back(std::move(clock));
}

void takeDuty(std::vector<core::Deadline>& running, const DeskService& desk)
{
    if (const auto duty = desk.records().duty(desk.dutyId()))
        take(running, core::deadlinesOf(*duty));
}

}

std::vector<core::Deadline> runningClocks(const DeskService& desk)
{
    std::vector<core::Deadline> running;
    for (const core::Service& service : desk.profile().services)
        for (const core::CaseId& id : desk.records().openCases(service.key))
            if (const auto record = desk.records().caseRecord(id))
                take(running, core::deadlinesOf(*record, desk.profile()));
    for (const core::ContactId& id :
        desk.records().contactsBetween(desk.now() - 48h, desk.now() + 1ms))
        if (const auto contact = desk.records().contact(id))
            take(running, core::deadlinesOf(*contact));
    take(running, core::windowDeadlines(desk.now(), desk.records(), desk.calendar()));
    takeDuty(running, desk);
    for (const core::EscalationId& id : desk.records().openEscalations())
        if (const auto escalation = desk.records().escalation(id))
            take(running, core::deadlinesOf(*escalation));
    for (const core::VisitId& id : desk.records().openVisits())
        if (const auto visit = desk.records().visit(id))
            take(running, core::deadlinesOf(*visit));
    core::sortForRail(running);
    return running;
}

}
