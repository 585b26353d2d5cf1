#pragma once

#include "core/casework/enums.h"

#include <QString>

namespace core {

// Enumerations as people read them on paper and on screen.
QString shown(LegalStatus status); ///< "s5(2)"
QString shown(PlaceKind place); ///< "emergency department"
QString shown(Outcome outcome); ///< "not completed: no bed"
QString shown(DocumentKind kind); ///< "A4 (first)"
QString shown(DocumentState state); ///< "to follow"
QString shown(Alternative option); ///< "CRHT"
QString shown(AlternativeAnswer answer); ///< "not suitable"

}
