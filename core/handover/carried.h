#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/handover/item_events.h"

namespace core {

/// A call-back of the giver's about the case, as a handover takes it over. HO-4.3b
struct CarriedCallBack {
    PartId promise;
    QString what; ///< whom to ring, on which number, promised by whom
    Instant due;
    std::vector<Instant> warnings;
};

/// When and with which handover a promise went over, for whoever promised it.
struct GoneOver {
    Instant at;
    QString words;
};

/// The item names each call-back among its actions, and the case has a task for it, which waits for
/// the acceptance. HO-4.3b
void carry(Decision& decision, const CaseId& caseId, const HandoverTold& told,
    const std::vector<CarriedCallBack>& callBacks, const Context& context);

/// The same of a call-back that the acting user promises while a handover of the case awaits its
/// answer; nothing where none of their service's does. HO-4.3b
void carrySince(Decision& decision, const CaseId& caseId, const CarriedCallBack& callBack,
    const Context& context);

/// The same of what was promised on a contact that joins the case then. HO-4.3b
void carryJoined(Decision& decision, const CaseId& caseId,
    const std::vector<CarriedCallBack>& callBacks, const Context& context);

/// The lines that the item's actions have of the call-backs, after what was written there. HO-4.3b
QString actionsWith(const QString& actions, const std::vector<CarriedCallBack>& callBacks);

/// Not of a call-back whose handover nobody has accepted: the giver's own clock runs. HO-4.3b
bool isStarted(const Task& task, const Case& record);

/// What was to go over with the item stays with who promised it. HO-4.3b
void leaveCarried(Decision& decision, const Case& record, const HandoverItem& item);

/// The acceptance was before the withdrawal that left them to who promised them: each is a task of
/// the receiver's after all, but for what was rung since. HO-3.6c, HO-4.3b
void carryAgain(Decision& decision, const Case& record, const HandoverItem& item);

/// Of the promise `promise`; none while it is its maker's. HO-4.3b
std::optional<GoneOver> goneOver(const PartId& promise, const Case& record);

/// Who promised has rung: nobody else has to, whatever handover took it. HO-4.3b
void endCarried(Decision& decision, const PartId& promise, const CaseId& caseId,
    const QString& result, const Context& context);

}
