#pragma once

#include "core/casework/case.h"

namespace core {

/// Declined by telephone: who declined did not write it, the giver noted it. HO-3.6b
bool isDeclineNoted(const HandoverItem& item);

/// The state of an item in words: "declined by telephone" where the giver noted it. HO-3.6b
QString answerWord(const HandoverItem& item);

/// Who answered, and who of the giver wrote a decline down that was said by telephone: "Tom
/// Ashdown (on-call manager), noted by Priya Nair". HO-3.6b
QString answererText(const HandoverItem& item);
/// The same as a column of names has it: without a role.
QString answererName(const HandoverItem& item);

/// "No AMHP tonight. Next: Ring at 08:45" of the words of a decline, which hold the two together.
QString withNextApart(const QString& words);
/// What was said on answering, as it is read.
QString answerSaid(const HandoverItem& item);

/// The acceptances that either side tells of what was declined; empty where nobody does. HO-3.6b,
/// HO-3.6c
QString acceptanceBeside(const HandoverItem& item);

/// "T-2026-11-18-PM-01 withdrawn, contested: accepted by Grace Oyelaran Wed 18 Nov 2026 16:50 by
/// their record; to be cleared up", of what their record contradicts. HO-3.6c
QString contradictionText(const HandoverItem& item);

/// "Withdrawn by Priya Nair: Doctor came (Wed 18 Nov 2026 17:05), after the acceptance": what the
/// giver told beside the acceptance that decided; empty where nobody did. HO-3.6c
QString withdrawalText(const Case& record, const HandoverItem& item);
/// The same with ", and did not undo it". HO-3.6c
QString notUndoneText(const Case& record, const HandoverItem& item);

}
