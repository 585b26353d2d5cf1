#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// The EDT Handover Record that a handover came with, or none. HO-4.1b
const EdtRecord* edtRecordOf(const Case& record, const PartId& item);

/// The day team itself hands over without its manager's agreement. HO-4.1a; what EDT enters of what
/// came to its inbox is a fact, and owes it.
std::optional<Refusal> refuseWithoutManager(
    const QString& manager, const QString& dayService, const Context& context);

/// A handover that came with a record is answered in the telephone call alone. HO-4.2b
std::optional<Refusal> refuseNotTelephoned(const Case& record, const HandoverItem& item);

/// The acting user's roles do not let them accept. HO-3.6b
std::optional<Refusal> refuseRoleToAccept(const Context& context);

/// The next transfer number after `base`, of this desk.
QString transferNumber(const QString& base, const Context& context);

}
