#pragma once

#include "core/casework/case.h"
#include "core/command/catalogue.h"

namespace core {

/// `case.decision_to_admit`: when it was decided that a bed is needed, by whom, and, with a
/// correction, that it was another time: the 12 hours in ED and the steps that count from the
/// decision follow. CLK-40, ESC-4.3
CommandSpec admissionDecisionCommand();

/// "Fri 20 Nov 2026 22:15, Dr Xavier"; the time alone where nobody told who decided.
QString decisionText(const AdmissionDecision& decision);

/// The account that counts, the earliest, with every other one named beside it; empty for none.
/// CLK-40
QString decisionText(const Case& record);

}
