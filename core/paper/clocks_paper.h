#pragma once

#include "core/paper/paper.h"
#include "core/profile/calendar.h"
#include "core/records.h"

namespace core {

/// The clock rail of a desk of `service` as it stands when it is printed, and whom to ring back, to
/// lie beside the telephone while the machine is off.
Paper clocksPaper(const QString& service, const Records& records, const ServiceCalendar& calendar,
    const PaperFrame& frame);

}
