#pragma once

#include "core/paper/oncall_record.h"

namespace core {

/// The lines of the On-call Manager Record about handovers to and from `service`: how each was
/// answered. HO-3.6c
void addAcceptances(
    OncallRecord& record, const QString& service, const Records& records, const Profile& profile);

/// Who spoke with whom in the verbal handover. HO-3.4
void addHandoverCalls(OncallRecord& record, const QString& service, const Records& records,
    const ServiceCalendar& calendar);

/// What was discussed with the on-call manager, and what they were asked to bring about: on the
/// duty, and between two of them in the book that an acceptance would stand in. HO-3.3, HO-4.4c
void addManagerAsked(OncallRecord& record, const QString& service, const Records& records,
    const ServiceCalendar& calendar);

}
