#pragma once

#include "core/command/spec.h"

namespace core {

// The commands of a case, by what they are about; caseCommands() and statusCommands() join them.
std::vector<CommandSpec> caseEntryCommands(); ///< open, describe, note, correct, decide, written
std::vector<CommandSpec> caseWorkCommands(); ///< tasks, lead, allocation, stage
std::vector<CommandSpec> triageCommands(); ///< whether a full assessment is required
std::vector<CommandSpec> caseEndCommands(); ///< close, reopen
std::vector<CommandSpec> disputeCommands(); ///< disagreements, their steps, their end
std::vector<CommandSpec> supportCommands(); ///< requests to other teams, CRHT among them
std::vector<CommandSpec> supportUpdateCommands(); ///< what a request was made without
std::vector<CommandSpec> highRiskCommands();
std::vector<CommandSpec> needsCommands(); ///< immediate needs, out of hours
std::vector<CommandSpec> disclosureCommands(); ///< who was told what, on what ground
std::vector<CommandSpec> distributionCommands(); ///< who receives the record of the work
std::vector<CommandSpec> legalStatusCommands();
std::vector<CommandSpec> statusEndCommands();
std::vector<CommandSpec> placeCommands(); ///< where the person is, or is to be
std::vector<CommandSpec> courseCommands(); ///< how a s136 detention and a child's protection go on
std::vector<CommandSpec> relativeCommands(); ///< attempts to consult, the applicant's authority
std::vector<CommandSpec> clockCommands(); ///< clocks
std::vector<CommandSpec> examCommands(); ///< examinations, and when an AMHP saw the person
std::vector<CommandSpec> pathwayCommands(); ///< timed pathways by hand
std::vector<CommandSpec> extensionCommands(); ///< s136B, PACE, emergency protection orders

}
