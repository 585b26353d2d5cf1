#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Of an acceptance and a withdrawal on one desk the earlier by its own time, to the minute,
/// decides, whichever was told first. This acceptance does, of what was withdrawn: the giver has
/// the case since without a break, nothing was proposed anew and nobody cleared it up. HO-3.6c,
/// INV-1
bool acceptanceDecides(const Case& record, const HandoverItem& item, Instant accepted);

/// This withdrawal decides of what the receiver accepted, or is of the same minute, so that the
/// case stays with who had it: the receiver has done nothing on it since. HO-3.6c, INV-1
bool withdrawalDecides(const Case& record, const HandoverItem& item, Instant withdrawn);

/// The same of an event, which one of the service whose act it is wrote.
bool wasAcceptedFirst(const Case& record, const HandoverItem* item, const Event& event);
bool wasWithdrawnFirst(const Case& record, const HandoverItem* item, const Event& event);

/// An e-mail had confirmed what the telephone brought, before their own record came. HO-3.6b
bool isConfirmedOnly(const HandoverItem* item, const Event& event);

/// Whether the two are of one minute, so that nothing tells which was first. HO-3.6c
bool sameMinute(Instant one, Instant other);

/// The words of a withdrawal that stands beside the acceptance that decided.
QString withdrawnWords(const QString& by, const QString& reason);

/// What the giver told of a withdrawal beside the acceptance that counts, or none.
const Note* withdrawalBeside(const Case& record, const HandoverItem& item);

/// The withdrawal that was after the acceptance stays to be read, at its own time. HO-3.6c
void keepWithdrawal(
    Decision& decision, const Case& record, const HandoverItem& item, const Context& context);

/// The acceptance was after, or in the minute of, the withdrawal that is told and takes the case
/// back. HO-3.6c
void flagTakenBack(Decision& decision, const HandoverItem& item, const Context& context);

/// Their record stands beside the withdrawal, or the decline, that counts. HO-3.6c
void flagUndone(
    Decision& decision, const Case& record, const HandoverItem& item, const Context& context);

/// When an acceptance counts that was said before the proposal was typed: from its own time, of a
/// case that was opened after it from then. HO-3.6b
Instant countsFrom(const Case& record, const HandoverItem& item, Instant accepted);

/// An acceptance before the proposal was typed is said; before the case was opened its own time
/// stays in a note of `words`. HO-3.6b
void flagBeforeProposal(Decision& decision, const Case& record, const HandoverItem& item,
    const QString& words, const Context& context);

}
