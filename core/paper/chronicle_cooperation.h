#pragma once

#include "core/paper/chronicle_lines.h"

/// What a chronicle tells of the work with others: what came with a case, what was talked over,
/// where its record goes, who leads.
namespace core::chronicle {

/// The EDT Handover Record that the handover came with: whom not to contact, what is asked and why,
/// what if. A record that goes on to a second call is told once. HO-4.1b, HO-4.3b
void addEdtRecord(
    Lines& lines, const Case& record, const HandoverItem& item, const Profile& profile);

/// What was clarified in the call about it. HO-4.3a
void addEdtCall(Lines& lines, const Case& record, const HandoverItem& item);

/// Each change of the lead (COOP-2.7), escalations by number (HO-6.4), high-risk discussions and
/// their reviews (HO-3.7, HO-4.5), disagreements with each step (HO-6.3), distributions (HO-5.2).
void addCooperation(Lines& lines, const Case& record, const Profile& profile);

}
