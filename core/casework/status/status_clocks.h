#pragma once

#include "core/casework/case.h"
#include "core/casework/clock_changes.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// A legal status as somebody tells of it.
struct ToldStatus {
    LegalStatus status = LegalStatus::None;
    Instant start;
    PartId clock; ///< identifier to give its clock, may be none
    std::optional<Instant> until; ///< leave alone: as it was granted. CLK-23
};

/// The decision of `case.status`, for whoever tells of a status by its clock.
Decision startStatus(const CaseId& of, const ToldStatus& told, const Context& context);

/// What the status says of its clock: the time under the one that led to it counts. CLK-10, CLK-12
ClockStart ownStart(
    Decision& decision, const Case& record, const ToldStatus& told, const Context& context);

/// What may have taken the place of a clock that runs since `at` or before is named, and ends
/// nothing: no clock goes quiet but by an outcome that is told. Police protection and the order of
/// the court, recall and the section. CLK-26, CLK-53
void noteStillRuns(Decision& decision, const Case& record, const QString& kind, Instant at);

/// Starts the clocks that run from the status, or records another account of a running one's start;
/// answers the status's own. The time under s5(4) counts towards s5(2), that under s4 towards s2.
/// CLK-10, CLK-12, CLK-24, CLK-25, CLK-60
PartId startClocksOf(
    Decision& decision, const Case& record, const ToldStatus& told, const Context& context);

/// Back after more than 28 days' absence without leave: the examination of the first week. CLK-24
void beginExamination(
    Decision& decision, const Case& record, const StatusEpisode& absence, const Context& context);

/// Until when somebody absent may be retaken follows the section beneath as it stands by the
/// decision: put right, followed, ended or off the record; what was typed ends with it. So does
/// whether they are absent without leave or had absconded before, told by a status or by its clock
/// alone. CLK-24, CLK-25
void followAbsences(Decision& decision, const Case& before, const Context& context);

/// The same; and times who is absent without a clock, since `known` or later: until when they may
/// be retaken is learned with the section beneath or the application, told after the absence.
/// CLK-24, CLK-25
void timeAbsences(Decision& decision, const Case& before, Instant known, const Context& context);

/// A legal status whose clock runs no more, or both none.
struct PastStatus {
    const StatusEpisode* episode = nullptr;
    const ClockFact* clock = nullptr;
};

/// The past status of which what is told is another account, and no new detention: it began during
/// it, or so shortly before that it would have run until then and nothing else began between.
PastStatus pastStatus(const Case& record, const ToldStatus& told, const ServiceCalendar& calendar);

/// Records that other account: of two starts the earlier counts, and what ended stays ended.
/// clocks §1.1
void tellPastStart(Decision& decision, const Case& record, const ToldStatus& told,
    const PastStatus& past, const Context& context);

/// The nurse's time counts towards s5(2), that of s4 towards s2, in whichever order the two are
/// told. CLK-10, CLK-12
void countFormerTime(
    Decision& decision, const Case& record, const ToldStatus& told, const Context& context);

}
