#pragma once

#include "core/command/spec.h"

namespace core {

// The parts of handoverCommands().
std::vector<CommandSpec> windowCommands(); ///< window, coordinators, verbal handover
std::vector<CommandSpec> keepCommands(); ///< what stays at a window
std::vector<CommandSpec> proposalCommands(); ///< proposal and information
std::vector<CommandSpec> answerCommands(); ///< read-back, acceptance, decline, withdrawal
std::vector<CommandSpec> codeCommands(); ///< comparing the word codes
std::vector<CommandSpec> practitionerCallCommands(); ///< who spoke beside the coordinators
std::vector<CommandSpec> telephoneCommands(); ///< acceptance by telephone and its confirmation
std::vector<CommandSpec> declineByTelephoneCommands(); ///< what the receiver declined in the call
std::vector<CommandSpec> reconcileCommands(); ///< what differed between the two books
std::vector<CommandSpec> edtRecordCommands(); ///< other teams' records
std::vector<CommandSpec> edtCallCommands(); ///< the telephone call about them
std::vector<CommandSpec> jointCommands(); ///< discussion and joint work

}
