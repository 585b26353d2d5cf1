#pragma once

#include "core/casework/assessment/assessment_events.h"
#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Whether the outcome is an application for detention: s2, s3 or s4.
bool isDetention(Outcome outcome);

/// Whether a detention is told of the case, wherever: as the outcome of its assessment or of its
/// closing, by a signed application, or as a status that began since the work began: with its
/// assessment or an examination, and of an MHAA from 12 hours before it was opened. COOP-2.6
bool isDetained(const Case& record);

/// The newest answer of the alternatives matrix for one option, or none.
const AlternativeRow* newestRow(const Case& record, Alternative option);

/// Whether home treatment has an answer: used, or why not. That CRHT agreed to come is none, and
/// what it answered before its newest answer neither. COOP-2.6
bool crhtAnswered(const Case& record);

/// The row of home treatment, from a detention outcome on; of who is known to have been under 18
/// another alternative alone, since they are barred from it. COOP-2.6, COOP-3.9a
std::optional<Owed> alternativesOwed(const Case& record, const Person* person = nullptr);

/// What a detention, or the outcome of an assessment, still lacks; asked before handover or close.
/// COOP-1.5, COOP-2.6
std::vector<Owed> assessmentOwed(const Case& record, const Person* person = nullptr);

/// Whether the person is known to have been under 18 when they were assessed, or else when the case
/// was opened: nothing of home treatment is asked then. COOP-3.9a
bool isBarredFromCrht(const Case& record, const Person* person);

/// Whether the AMHP has an own entry among the assessments of the case. HO-3.9a
bool assessedBy(const Case& record, const UserId& amhp, const QString& name);

/// Whether an AMHP signed it, and who is told. HO-3.9a
bool isByAmhp(const Application& made);

/// Whether its AMHP had an own assessment entry by then; the nearest relative needs none. HO-3.9a
bool isByAssessor(const Case& record, const Application& made);

/// Whether an application stands that no wrong AMHP signed: the AMHP's who had assessed by then, or
/// the nearest relative's. Another AMHP's ends nothing of what is owed. HO-3.9a
bool isCompleted(const Case& record);

/// Whether its AMHP had seen the person by then, who need not have assessed. CLK-15
bool isByWhoSaw(const Case& record, const Application& made);

/// The last that was signed by an AMHP who had seen the person, or by no AMHP; or none. CLK-15
const Application* madeByWhoSaw(const Case& record);

/// An outcome after which the person goes without a bed: not detained, or discharged from s136.
bool letsGo(Outcome outcome);

/// Detention decided or a bed asked for, and no application that completes it yet and nobody let go
/// since.
bool awaitsBed(const Case& record);

/// The newest offer of one specific hospital, or none.
const Bed* bedOffered(const Case& record);

/// Whether the assessment that stands is another AMHP's than the one before it. HO-3.9d
bool wasReassessedByAnother(const Case& record);

/// What was last said of the assessing AMHP's availability, or none: what was said of the AMHP of
/// an earlier assessment says nothing of whoever assessed again, nor what had run out by then of
/// the same AMHP. HO-3.9b
const Availability* availabilityTold(const Case& record);

/// Whether the assessing AMHP said to be available at that time. HO-3.9b
bool canBeRung(const Case& record, Instant at);

/// The interim check that is to be made while the person waits for a bed, or none.
const Task* openInterimCheck(const Case& record);

/// What is asked before an adult team is: whether the person is an adult, and of the area.
struct CrhtQuestion {
    bool confirmedAdult = false; ///< age not known: the officer confirms 18 or over
    bool dischargeReview = false; ///< for a team of another area. COOP-3.9b
    QString field = QStringLiteral("case"); ///< of the command, by which the team was asked
};

/// The council area in which the person counts as living, or out_of_area; empty: not known. By the
/// address unless the profile goes by the GP practice. COOP-3.9b, Q14
QString areaOf(const Person* person, const Case& record, const Profile& profile);

/// Where no age of the person is known: a call of the case that is about somebody under 18, or
/// none. No confirmation outweighs it. COOP-3.9a, INV-12
std::shared_ptr<const Contact> callAboutChild(const Case& record, const Context& context);

/// Why home treatment by an adult team cannot be asked: age, or another area. COOP-3.9a, 3.9b
std::optional<Refusal> refuseCrht(
    const Case& record, const CrhtQuestion& asked, const Context& context);

/// The same by age alone: under 18, or of an age that nobody knows or confirms. COOP-3.9a, INV-12
std::optional<Refusal> refuseCrhtByAge(
    const Case& record, const CrhtQuestion& asked, const Context& context);

/// An outcome that leaves somebody under 18, as they were at `at`, to adult home treatment: a fact,
/// and flagged. COOP-3.9a, INV-12
void flagCrhtOutcome(
    Decision& decision, const Case& record, Outcome outcome, Instant at, const Context& context);

}
