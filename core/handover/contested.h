#pragma once

#include "core/casework/case.h"

namespace core {

/// The open conflict about the answer to a handover, or none: two desks answered it otherwise and
/// until a person settles it neither answer counts. HO-3.6, INV-10.
const Conflict* contestedAnswer(const Case& record, const HandoverItem& item);

/// Accepted by telephone, and their record is still to come: not while the answer is contested, for
/// then their record says otherwise. HO-3.6b, HO-3.6c
bool awaitsTheirRecord(const Case& record, const HandoverItem& item);

/// Withdrawn or declined, their record says that it was accepted, and nobody has cleared it up.
/// HO-3.6c
bool contradictsTheirs(const HandoverItem& item);

/// The conflict about the answer, or else any other conflict about who is responsible or whether
/// the case goes on: while it is open nothing is proposed and nothing answered. HO-3.6.
std::optional<Conflict> unsettledOn(const Case& record, const HandoverItem* item);

/// "contested: accepted Yes (Tom Ashdown, Wed 18 Nov 2026 16:50) / withdrawn: Doctor came (Helen
/// Brandt, Wed 18 Nov 2026 16:52); to be settled", the earlier first.
QString contestedWords(const Conflict& conflict);

}
