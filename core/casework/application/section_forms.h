#pragma once

#include "core/casework/case.h"
#include "core/command/decision.h"
#include "core/time/durations.h"

namespace core {

/// The forms of one section: its application, the joint recommendation, the separate ones.
struct SectionForms {
    DocumentKind application;
    DocumentKind joint;
    std::vector<DocumentKind> separate;
};

/// Those of an assessment's outcome; none when it makes no application. clocks §1.2
std::optional<SectionForms> formsOf(const std::optional<Outcome>& outcome);

/// At most so many clear days lie between two recommendations. CLK-14
constexpr ClearDays recommendationGap{5};

/// Whether two examinations are of two doctors, as far as they are named, and within the gap.
/// CLK-14
bool standTogether(const Exam& one, const Exam& other);

/// The recommendations that an application needs and the examinations have not given: "A3, or two
/// A4"; empty when it is complete. s2: A3 or two A4; s3: A7 or two A8; s4: A11. One that cannot
/// support an application of that time is none: out of its 14 days (s4: 24 hours), more than five
/// clear days from the other, or of a later day. CLK-01, CLK-14, CLK-16
QString missingRecommendations(const Application& application, const std::vector<Exam>& exams);

/// The same for those that are still good when the person is admitted. CLK-16
QString missingOnAdmission(
    const Application& application, const std::vector<Exam>& exams, Instant admitted);

/// Since when application and recommendations were all signed; none while one is missing. Two
/// recommendations are of two doctors. CLK-01
std::optional<Instant> completeSince(
    const Application& application, const std::vector<Exam>& exams);

/// Until when the person is to be admitted on an emergency application; none for another. CLK-11
std::optional<Instant> emergencyLimit(const Case& record);

/// What a signed application still lacks, also when the person was admitted without. CLK-01
std::optional<Owed> owedRecommendations(const Case& record);

/// The recommendations that are here as documents alone: without the examination nothing counts
/// their 14 days, and they complete no application. CLK-16
std::vector<Owed> owedExaminations(const Case& record);

}
