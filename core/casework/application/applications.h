#pragma once

#include "core/casework/case.h"

namespace core {

/// Whether what is told is another account of the application that is known: of form, signature and
/// time two are alike; where the time is another, both form and signature, within 14 days and not
/// to two hospitals.
bool isSameApplication(const Application& known, const Application& told);

/// Keeps an application that was signed, in the place of the account of it that is known; the
/// checks go by the last that was signed, in whichever order they are told. INV-6
void keepApplication(Case& record, Application told);

/// The case as it stands by this application.
Case byApplication(Case record, const Application& made);

/// The case as it stood by the last application that was signed by `at`; where none was, as it is.
Case byApplicationAt(Case record, Instant at);

/// The last that was signed on form A2, or none. CLK-20
const Application* lastForAssessment(const Case& record);

}
