#pragma once

#include "core/handover/prepared_list.h"
#include "ui/case/section_facts.h"

namespace ui {

// What the page says of the selected line, part by part.

SectionFacts summaryFacts(const core::PreparedItem& line, core::Instant now);
/// The three words that stand for what both ends go by, and what came of comparing them.
SectionFacts codeFacts(const core::PreparedItem& line, const core::Case* record,
    const core::Person* person, core::Instant now);
SectionFacts documentFacts(const core::PreparedItem& line, core::Instant now);
SectionFacts discussionFacts(
    const core::PreparedItem& line, const core::Profile& profile, core::Instant now);
SectionFacts answerFacts(const core::PreparedItem& line, const core::WindowTimes& times,
    const core::Profile& profile, core::Instant now);
/// What the record itself still owes, as on the case's own page: it goes over with the case.
SectionFacts caseOwedFacts(const core::Case* record, const core::Person* person);
/// What is still owed before the call and before acceptance, each a line; empty when nothing is.
QString owedText(const core::PreparedItem& line);

}
