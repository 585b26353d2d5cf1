#pragma once

#include "core/casework/case.h"

namespace core {

/// What is done to a handover once it is proposed.
enum class ItemAct {
    ReadBack,
    Accept,
    RecordBeside, ///< their record of an acceptance that the giver noted and then withdrew
    Decline,
    AcceptByTelephone,
    DeclineByTelephone, ///< the giver's note of a decline that was said
    Confirm,
    CompareCode,
    File, ///< a note or e-mail beside the answer, and what cleared up a difference
    Withdraw
};

/// The service whose act it is first: the giver notes what was said by telephone and withdraws, the
/// receiver reads back, accepts and declines. HO-3.6b.
const QString& actsFor(ItemAct act, const HandoverItem& item);

/// Whether a user of the service may do it, on the desk and in what another desk sends; either side
/// confirms an acceptance by telephone, compares codes and files beside it. HO-3.6a, HO-3.6b.
bool isActOf(ItemAct act, const HandoverItem& item, const QString& service);

/// Whether a proposal was written by another service than the giving one.
bool proposesForAnother(const Event& event);

/// Whether a proposal for another service was entered with the opening of its case, in one action:
/// the day team's EDT Handover Record. HO-4.1b.
bool cameWithOpening(const Event& proposal, const Event& opening);

/// Whether it repeats a day team's own proposal that the receiving service declined in the
/// telephone call: the worker rang again, and who took the call writes it down. HO-4.2b.
bool repeatsDeclined(
    const Event& proposal, const Event& opening, const std::vector<Event>& ordered);

}
