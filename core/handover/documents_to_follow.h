#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// What is missing or stale when a handover is accepted bars nothing: it follows by the profile's
/// `document_to_follow_within`, brought by whoever proposed it, with an alarm. HO-3.1b, HO-3.5.
void addDocumentsToFollow(
    Decision& decision, const Case& record, const HandoverItem& item, const Context& context);

/// The handover at whose acceptance the document was promised, and which was withdrawn, declined or
/// settled so: nobody waits for it any more, and the next acceptance asks anew. None while it
/// stands, and of what a person promised. HO-3.1b
const HandoverItem* undoneWith(const Case& record, const Document& document);

/// "T-2026-11-18-PM-01 withdrawn by Priya Nair: Doctor came"
QString undoneText(const HandoverItem& item);

}
