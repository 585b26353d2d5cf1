#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// The catalogue's kind of clock that a legal status starts, or empty.
QString clockKindOf(LegalStatus status);

/// The status whose own clock this kind is, if any.
std::optional<LegalStatus> statusOfClock(const QString& kind);

/// The kinds of clock that end with a legal status: its own, and the checks, reviews and waits
/// meanwhile. CLK-03, CLK-24, CLK-42, CLK-60
QStringList clocksOf(LegalStatus status);

/// The kinds of warrant that a status executes: they are spent with it. CLK-05, CLK-07
QStringList warrantsFor(LegalStatus status);

/// Under s2 the person may apply to the tribunal within 14 days of the admission. CLK-08
void beginTribunal(Decision& decision, const Case& record, Instant admitted,
    const QString& evidence, const Context& context);

/// "s136", "informal": a status as people say it.
QString statusText(LegalStatus status);

/// The reason of an end that the next status brought about; whether a reason is one.
QString followedBy(LegalStatus next);
bool isFollowed(const QString& reason);

/// Whether `next` takes the place of `running`: then the latter ends with it. Statuses that may
/// stand beside each other (police protection beside s136) do not.
bool takesPlaceOf(LegalStatus next, LegalStatus running);

/// The status whose running time counts as the beginning of this one's: s5(4) for s5(2), s4 for s2.
/// CLK-10, CLK-12
std::optional<LegalStatus> countsTowards(LegalStatus status);

/// What is known of whether the person was under 18 at `at`.
enum class Minor { No, Yes, NotKnown };
Minor minorAt(const Person* person, Instant at);

/// Of each status whose clock runs: who says when it started, until any account of it says so.
/// CLK-01
std::vector<Owed> evidenceOwed(const Case& record);

/// The kind of place that words mean: a police station where they name one, though the kind that
/// was given says no more than elsewhere. CLK-03, CLK-04
PlaceKind placeMeant(PlaceKind kind, const QString& words);

/// CLK-04, COOP-3.9a: a planned assessment in a police station of a person under 18, or of unknown
/// age, who is not there by anything that is told.
std::optional<Refusal> refusePlannedMeeting(const Case& record, const QString& place, Minor minor);

/// CLK-04: a plan that would put a person under 18, or of unknown age, in a police station.
std::optional<Refusal> refusePlannedPlace(PlaceKind kind, Minor minor);

/// CLK-04: under 18 in a police station as place of safety: recorded and flagged; an unknown age is
/// owed. `detained`: under s136 or s135(1) then; else PACE may be why they are there, and where
/// neither is known, under which power is owed.
void judgePlace(Decision& decision, const Case& record, PlaceKind kind, Minor minor, bool detained);

/// CLK-04: of that, what is owed: the age also after a person who was detained there has left; and
/// that it was unlawful, where the desks' records joined tell so and nobody flagged it.
std::vector<Owed> owedOfPlace(const Case& record, const Person* person);

/// CLK-04: any detention of a person under 18 in a police station, also one that is over, of which
/// the case is not flagged yet, is with what is told next of the case's place or status.
void judgeStays(Decision& decision, const Case& before, const Case& after, const Person* person);

/// CLK-04: the same for a detention that is told after the place.
void judgeDetention(
    Decision& decision, const Case& before, const Case& after, const Person* person);

/// Whether a s136 or s135(1) detention stood at `at`.
bool detainedAt(const Case& record, Instant at);

/// CLK-04: what was recorded before the age was known is judged once it is: flagged, once a case.
void judgePlacesAgain(
    Decision& decision, const Case& record, const Person& person, const Context& context);

}
