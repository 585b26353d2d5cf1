#pragma once

#include "core/casework/case.h"
#include "core/command/decision.h"

namespace core {

/// The forms of one section: its application, the joint recommendation, the separate ones.
struct SectionForms {
    DocumentKind application;
    DocumentKind joint;
    std::vector<DocumentKind> separate;
};

/// Those of an assessment's outcome; none when it makes no application. clocks §1.2
std::optional<SectionForms> formsOf(const std::optional<Outcome>& outcome);

/// The recommendations that an application needs and the examinations have not given: "A3, or two
/// A4"; empty when it is complete. s2: A3 or two A4; s3: A7 or two A8; s4: A11. CLK-01
QString missingRecommendations(const QString& application, const std::vector<Exam>& exams);

/// Since when application and recommendations were all signed; none while one is missing. Two
/// recommendations are of two doctors. CLK-01
std::optional<Instant> completeSince(
    const Application& application, const std::vector<Exam>& exams);

/// What a signed application still lacks while the person is not admitted. CLK-01
std::optional<Owed> owedRecommendations(const Case& record);

}
