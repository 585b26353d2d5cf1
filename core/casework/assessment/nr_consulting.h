#pragma once

#include "core/casework/case.h"
#include "core/command/decision.h"

namespace core {

/// Whether it is told that the nearest relative was informed or consulted, or why not. CLK-17
bool relativeTold(const Case& record);

/// The form's answer; none where somebody was given up on, and reached since. CLK-18
std::optional<NrAnswer> answerThatStands(const Case& record);

/// The attempt with which the nearest relative objected, unless they took it back by `at`; or none.
/// CLK-18
const NrAttempt* objectionAt(const Case& record, Instant at);

/// What an application still owes of its nearest relative: that they were told, and, for treatment,
/// what they said or why they could not be consulted. CLK-17, CLK-18
std::vector<Owed> owedOfRelative(const Case& record);

/// Before an application for treatment the nearest relative is consulted: owed by who plans one,
/// and by who signed one without. CLK-18
std::optional<Owed> owedBeforeTreatment(const Case& record);

/// Signing an application for treatment of whose consultation nothing is on the record is flagged,
/// once; the flag falls when it is told that they were consulted before, or why not. CLK-18
void flagUnconsulted(Decision& decision, const Case& record);

/// Flags it unless the case has it. CLK-18
void flagOnce(Decision& decision, const Case& record, const Flag& flag);

/// What was flagged of an application for treatment falls where it is told that it was another
/// form. CLK-18
void judgeTreatment(Decision& decision, const Case& before, const Case& after);

/// What is learned of the consultation only after an application for treatment was signed is
/// flagged: an objection told before it, a consultation that came first after it. CLK-18
void judgeConsulted(Decision& decision, const Case& before, const Case& after, Instant at);

/// The objection in words, for whoever is told of it: that of an attempt, and the form's. CLK-18
QString objectionIn(const NrAttempt& objection);
QString objectionOf(const Case& record);

}
