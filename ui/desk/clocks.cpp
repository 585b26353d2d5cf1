#include "ui/desk/clocks.h"

#include "core/casework/case_deadlines.h"
#include "core/clock/rank.h"
#include "core/contact/contact_deadlines.h"
#include "core/duty/duty.h"
#include "core/handover/window_deadlines.h"
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

core::Deadline clockOf(const core::Duty& duty, const core::RingBack& promised)
{
    core::Deadline clock;
    clock.subject = core::subjectOf(duty.id);
    clock.part = promised.id;
    clock.caseId = promised.caseId;
    clock.kind = u"ring_back"_s;
    clock.title = u"Ring back %1"_s.arg(promised.whom);
    clock.due = promised.due;
    clock.warnings = promised.warnings;
    clock.who = u"%1 %2"_s.arg(promised.ownerName, promised.number).trimmed();
    clock.service = duty.service;
    return clock;
}

void takeDuty(std::vector<core::Deadline>& running, const DeskService& desk)
{
    const auto duty = desk.records().duty(desk.dutyId());
    if (!duty)
        return;
    for (const core::RingBack& promised : duty->ringBacks)
        if (!promised.doneAt)
            running.push_back(clockOf(*duty, promised));
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
    core::sortForRail(running);
    return running;
}

}
