#pragma once

#include "core/paper/oncall_record.h"
#include "core/paper/paper.h"

namespace core {

/// The On-call Manager Record of one duty as it is printed: every line, corrected ones ruled
/// through, lines after the sign-off marked. records §2.6, HO-3.6.
Paper oncallPaper(const Duty& duty, const Records& records, const ServiceCalendar& calendar,
    const PaperFrame& frame);

/// The lines of the record as they stand on paper and on screen, a heading for each date.
Grid oncallGrid(const OncallRecord& record);

/// The answers to transfers as both books print them, in the book of `service` (a key). HO-3.6c.
Grid acceptancesGrid(
    const std::vector<AcceptanceLine>& lines, const QString& service, const Profile& profile);

/// Who signed, when, over how many lines; a line to sign on while nobody has.
Section signOffSection(const std::vector<SignOff>& signOffs, const QString& role);

}
