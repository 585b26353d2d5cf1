#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// What is missing or stale when a handover is accepted bars nothing: it follows by the profile's
/// `document_to_follow_within`, brought by whoever proposed it, with an alarm. HO-3.1b, HO-3.5.
void addDocumentsToFollow(
    Decision& decision, const Case& record, const HandoverItem& item, const Context& context);

}
