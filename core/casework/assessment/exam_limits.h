#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

// The limits that medical examinations begin and end: a second one within the gap, the admission,
// the 24 hours of s4. CLK-11, CLK-14, CLK-16

/// For s4, whose admission is within 24 hours and not 14 days: A11. CLK-11
bool isForEmergency(const QString& form);

/// Until when its recommendation counts: 14 days, the day itself included; 24 hours for s4. CLK-11,
/// CLK-16, HO-3.9d
bool countsAt(const Exam& exam, Instant at);
QString countsUntilText(const Exam& exam); ///< "Tue 1 Dec 2026"; for s4 with the time

/// Whether an examination at `examined` was of somebody in hospital under a section: nobody is to
/// be admitted any more. CLK-14, CLK-16
bool isDetainedThere(const Case& record, Instant examined);

/// Those that were not made together, in their order; whether one of them has a second by another
/// doctor within the gap. CLK-14
std::vector<Exam> separateExams(const Case& record);
bool hasPartner(const std::vector<Exam>& exams, const Exam& exam);

/// Flags that an examination without a partner is too far from another one without, and tells where
/// that no longer holds: one of them has a partner, or was of another day. CLK-14
void judgeApart(Decision& decision, const Case& before, const Case& after);

/// How the wait for a second examination ended.
struct WaitEnd {
    QString words;
    Instant at;
};

/// The same as the examinations stand, which are in their order; none where none of them ends it.
/// CLK-14
std::optional<WaitEnd> endOfWait(const std::vector<Exam>& exams, const ClockFact& wait);

/// The same whatever order they are told in: two of two doctors within the gap stand together; else
/// the newest waits for a second one. CLK-14
void judgeGap(Decision& decision, const Case& record, const Exam& told, const Context& context);

/// Begins the 24 hours of s4, or records another account of their start; an examination after they
/// had run out begins them anew, whichever of the two is told first. CLK-11
void limitEmergency(
    Decision& decision, const Case& record, const Exam& told, const Context& context);

/// From when the 24 hours of s4 are counted: of the examination and the application the earlier.
/// CLK-11
std::optional<Instant> emergencySince(const Case& record);

}
