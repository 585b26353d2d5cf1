#pragma once

#include "core/casework/clock_fact.h"
#include "core/clock/catalogue.h"

namespace core {

/// The latest end to which anybody may let such a clock run: hours that pass, or whole days.
/// CLK-54, CLK-60
Instant longestEnd(const ClockFact& clock);

/// Somebody may let clocks of this kind run to a time: PACE, EPO, s2, s3.
bool canBeLetRun(const QString& kind);

/// A superintendent, or a court: who may let custody run on. CLK-60
bool namesWhoMay(const QString& by);
/// Somebody of a lower rank, or nobody; neither of both where no rank is told. CLK-60
bool namesWhoMayNot(const QString& by);

/// Whether custody is told to have been let run until `until` by somebody who may not: what was
/// told of that end without a rank counts no more. CLK-60
bool isToldLower(const ClockFact& clock, Instant until);
/// Whether it was let run beyond its first length until `until` by somebody of no rank that is
/// told. CLK-60
bool lacksRank(const ClockFact& clock, Instant until, const QString& by);

/// Another account of when such a clock started, `due` as its author went by, and how long it was
/// let run. Both leave what stands by all accounts, in whichever order they are told: the earliest
/// start, of an order's own ends the earliest, and from these each extension that was authorised
/// before the clock ran out, as far as the law allows. Answer whether the due time moved. CLK-54,
/// CLK-60
bool tellStart(ClockFact& clock, const OtherStart& told, Instant due);
bool letRun(ClockFact& clock, const ClockExtension& told);
/// The same of what was told and does not let it run on: of custody by whom decides. CLK-60
bool tellVoid(ClockFact& clock, const ClockExtension& told);

/// The start that counts is put right, also to a later one; `due` is the end by it before anything
/// let the clock run longer. Answers whether the due time moved. clocks §1.1
bool startFrom(ClockFact& clock, Instant start, Instant due);

/// That it was let run until `until` at most is put right. CLK-54, CLK-60
void letRunNoLonger(ClockFact& clock, Instant until);

/// An extension stands on the record that was authorised after the clock ran out, by the start that
/// counts: it extends nothing, and is told as that. CLK-02, CLK-54, CLK-60
bool extendsNothing(const ClockFact& clock);

}
