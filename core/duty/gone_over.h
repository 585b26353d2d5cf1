#pragma once

#include "core/clock/deadline.h"
#include "core/command/context.h"
#include "core/handover/carried.h"

namespace core {

/// The open call-backs about the case that the acting user's service promised, on contacts that are
/// on it and on duties, those of the duty with who has them now. HO-4.3b
std::vector<CarriedCallBack> callBacksAbout(const CaseId& caseId, const Context& context);

/// Those of one contact that the acting user's service has. HO-4.3b
std::vector<CarriedCallBack> callBacksOn(const Contact& contact, const Context& context);

/// Call-backs that an accepted handover took over have ended for whoever promised them. HO-4.3b
void endGoneOver(std::vector<Deadline>& clocks, const Records& records);
void endGoneOver(Duty& duty, const Records& records);

/// "Mrs Kemp: Went over to AMHP Service with T-2026-11-19-AM-01": each call-back of the contact
/// that an accepted handover took over and nobody has made. HO-4.3b
QStringList goneOverOf(const Contact& contact, const Records& records);

}
