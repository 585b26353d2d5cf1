#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

// What several topics ask of a command; each answers a refusal that names the field and the mend.

/// FM-5: a council is named by its key in the profile, or is out_of_area.
std::optional<Refusal> refuseCouncil(const Profile& profile, const std::optional<QString>& council);

/// HO-5.2b: a team is named by its key in the profile.
std::optional<Refusal> refuseTeam(
    const Profile& profile, const QString& field, const QString& team);

/// A kind of work is named by its key in the profile.
std::optional<Refusal> refuseKindOfWork(
    const Profile& profile, const std::optional<QString>& kindOfWork);

/// A moment that is told as having been lies in the future.
std::optional<Refusal> refuseFuture(const Context& context, const QString& field, Instant at);

/// Words that are needed are missing or blank.
std::optional<Refusal> refuseBlank(const QString& field, const QString& words);

/// A record of that kind with that identifier is here already.
Refusal refuseTwice(const QString& field, const QString& what);

/// There is no record of that kind: `what` is "case", `list` the kind that `list` shows.
Refusal refuseUnknown(const QString& field, const QString& what, const QString& list);

/// Puts a refusal, if any, into the decision; true when there was one.
bool refused(Decision& decision, std::optional<Refusal> refusal);

}
