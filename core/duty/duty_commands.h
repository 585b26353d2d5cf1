#pragma once

#include "core/command/catalogue.h"
#include "core/duty/duty_events.h"
#include "core/duty/duty_period.h"
#include "core/journal/new_event.h"

namespace core {

/// The duty that a command is about, and its record when somebody has opened it.
struct DutyInHand {
    DutyPeriod period;
    DutyId id;
    std::shared_ptr<const Duty> duty;

    Subject subject() const { return subjectOf(id); }
};

/// The duty named, else the acting user's: the next when they signed on for it early, else the one
/// that contains the time of the deed, else the one just ended while the user is still on it, else
/// the next.
std::variant<DutyInHand, Refusal> dutyInHand(const Context& context, const DutyId& wanted);

/// The same for what was promised or begun on a duty, `part`: the duty named, else the one on which
/// it is still open, however long ago that was, or was done in the last 31 days.
std::variant<DutyInHand, Refusal> dutyWith(
    const PartId& part, const Context& context, const DutyId& wanted);

/// The duty to take up: the one that contains the time of the deed, else the next.
std::variant<DutyInHand, Refusal> dutyToStart(const Context& context);

/// The next duty while another still runs, from the profile's `sign_on_before` (30 minutes) on: who
/// signs on then is on it, unless all these officers are on the one that runs. S3-ii
std::optional<DutyInHand> dutyAboutToBegin(
    const std::vector<UserId>& officers, const Context& context);

/// The duty that the officer is on at the time of the deed: the one that runs, one signed on for
/// early, or the last, which they have not left.
std::optional<DutyInHand> dutyOfOfficer(const UserId& officer, const Context& context);

/// Opens the duty by itself when nobody has: an entry on it is never refused for want of a start.
void openIfNeeded(Decision& decision, const DutyInHand& inHand, const Context& context);

/// The on-call manager and number that the profile gives (contact "on_call_manager").
ManagerOnCall usualManager(const Profile& profile);

/// Nothing when the case is known or none is named.
std::optional<Refusal> refuseCase(const Context& context, const CaseId& id);

/// Logs a call of a duty; `provided` is the one number of a ladder for whom is rung, none away from
/// ladders; where it is empty it is the contact's own. ESC-5.2, ESC-6.1b
Decision logCall(CallAttempted call, const DutyInHand& inHand, const Context& context,
    const std::optional<QString>& provided = {});

CommandSpec leaveCommand(); ///< duty.leave
std::vector<CommandSpec> ladderCommands();
CommandSpec ladderAboutCommand(); ///< duty.ladder_about
std::vector<CommandSpec> managerActionCommands();
std::vector<CommandSpec> callCommands(); ///< attempts, rang the manager, ring back
std::vector<CommandSpec> reliefCommands();
std::vector<CommandSpec> signOffCommands(); ///< sign-off, written
std::vector<CommandSpec> shiftHandoverCommands();
std::vector<CommandSpec> noticeCommands(); ///< notices, compliments

}
