#pragma once

#include "core/handover/refusals.h"
#include "core/handover/whose_act.h"

#include <initializer_list>

namespace core {

inline constexpr auto answeredCaseHelp = "The case";
inline constexpr auto answeredItemHelp
    = "Which handover of the case; the one that awaits an answer if left out";

/// The handover that an answer is about, or why there is none.
struct Answered {
    std::shared_ptr<const Case> record;
    const HandoverItem* item = nullptr;
    Refusals refusals;

    bool refused() const { return !refusals.empty(); }
    /// The refusals as the command's answer.
    Decision no() const;
    /// An answer that names item and transfer number, still without events.
    Decision yes() const;
};

/// Refused: no such case, nothing that awaits an answer, or a time before it was proposed; what was
/// said on the telephone may be older than the typing, also of the case, if no other service had it
/// then; what is answered takes what else was said by its own time. On a closed case
/// what happened before, and their record of an acceptance by telephone, go through. HO-3.6b.
Answered answered(ItemAct act, const CaseId& caseId, const PartId& item, const Context& context);

/// The handover, named or the newest of the case, that the given time of an act belongs to:
/// answered since in one of these ways, and not answered then. None where the time is not given.
/// HO-3.6b
const HandoverItem* answeredSince(const Case& record, const PartId& item,
    std::initializer_list<ItemState> answers, const Context& context);

/// The same, answered in whatever way, before the given time or after it. HO-3.6c
const HandoverItem* answeredByNow(const Case& record, const PartId& item, const Context& context);

/// What was said of a handover that is answered becomes a note of its own time: the answer and the
/// owner stay. HO-3.6c
void noteBeside(Decision& decision, const Case& record, const HandoverItem& item,
    const QString& words, const Context& context);

/// Who has the case now, and what would change that. HO-3.6c
QString whoGoesOn(const Case& record, const HandoverItem& item, const Profile& profile);

/// The same as `answered` for a decline or a withdrawal, also of what is answered, where the time
/// is given: see `noteBeside`. HO-3.6c.
Answered answeredOrTold(
    ItemAct act, const CaseId& caseId, const PartId& item, const Context& context);

/// The same as `answered` for a read-back, also of what was answered after it. HO-3.6b.
Answered answeredOrReadBack(const CaseId& caseId, const PartId& item, const Context& context);

/// The same for an acceptance, also of what the giver noted and then withdrew or had confirmed:
/// named, or the newest of the case where nothing awaits an answer; and, where the time is given,
/// of what the giver withdrew or a colleague declined. HO-3.6c.
Answered answeredOrUndone(const CaseId& caseId, const PartId& item, const Context& context);

/// The same for what is filed beside an answer: of an accepted handover, and of a note that was
/// withdrawn or declined since, named or the newest of the case; and the note of an acceptance
/// before that. HO-3.6c.
Answered answeredOrAccepted(
    ItemAct act, const CaseId& caseId, const PartId& item, const Context& context);

/// Notes what the other end read out; codes that differ are flagged and stop nothing. HO-3.6b.
void addComparison(
    Decision& decision, const Answered& answer, const QString& said, const Context& context);

/// It is no act of the acting user's service. HO-3.6b.
std::optional<Refusal> refuseAct(
    ItemAct act, const HandoverItem& item, const QString& mend, const Context& context);

}
