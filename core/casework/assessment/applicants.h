#pragma once

#include "core/casework/case.h"
#include "core/command/decision.h"

namespace core {

// The AMHPs who signed the applications of a case: whether each had assessed and seen the person.

/// What is said of who signed and did not assess. HO-3.9a
Flag withoutEntry(const QString& signer);

/// Flags once whoever signed without an own assessment by then; it falls once that is told, or
/// another signer. HO-3.9a
void judgeApplicants(Decision& decision, const Case& before, const Case& after);

/// When the AMHP who signed the application that stands last saw the person, while nothing that is
/// told says it. CLK-15
std::optional<Owed> owedSighting(const Case& record);

}
