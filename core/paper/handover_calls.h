#pragma once

#include "core/duty/duty_period.h"
#include "core/handover/handover_call.h"
#include "core/paper/paper.h"
#include "core/records.h"

namespace core {

/// The calls of the verbal handovers that the book of `service` for `period` carries, by time:
/// those of its windows in which somebody is known to have spoken, and practitioners'. Both books
/// carry the same. HO-3.4
std::vector<HandoverCall> handoverCallsIn(
    const DutyPeriod& period, const Records& records, const ServiceCalendar& calendar);

Grid handoverCallsGrid(const std::vector<HandoverCall>& calls, const Profile& profile);

}
