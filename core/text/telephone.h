#pragma once

#include "core/text/identifiers.h"

namespace core {

/// A telephone number as it is dialled: "01582 491166 bleep 500" has a bleep, "switchboard will
/// connect" an instruction. `normalised` is the number in UK grouping, followed by the rest.
struct TelephoneCheck : IdentifierCheck {
    QString e164; ///< "+441582491166", for comparing; empty when there is no whole number
    QString number; ///< "01582 491166"
    QString extension;
    QString bleep;
    QString instruction;

    bool operator==(const TelephoneCheck&) const = default;
};

/// Reads a number with spaces, brackets, +44, 0044, extension, bleep and words around it. Wrong
/// lengths and missing area codes warn; words without any digit are Invalid.
TelephoneCheck checkTelephone(const QString& typed);

/// Whether two typed numbers ring the same telephone: number and extension agree.
bool sameTelephone(const QString& one, const QString& other);

}
