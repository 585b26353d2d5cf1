#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/profile/profile_versions.h"

namespace core {

/// What is asked to be published: a profile that can be used, and what is said of it.
struct PublishTerms {
    Profile profile;
    QString approvedBy;
    QDate effective; ///< the day from which it is to hold, London
    Instant from; ///< the instant on that day; of today now at the earliest
};

/// A version is published by a manager, the AMHP Lead or the administrator. FM-3
std::optional<Refusal> refusePublisher(const Context& context);

/// Why the bytes are no profile that this store can take up: what is wrong on load, another area's,
/// or one that no longer knows a service, role, council or kind of work that records name. FM-3
std::vector<Refusal> refuseProfile(
    const std::variant<Profile, std::vector<ProfileProblem>>& read, const Context& context);

/// Why the terms do not do: a version that is not later than `newest`, nobody named as approver, a
/// date that has passed. FM-3, ESC-5.2
std::vector<Refusal> refuseTerms(
    const PublishTerms& terms, const QString& newest, const Context& context);

/// The latest version of the area's profile that is published, in force or not. FM-3
QString newestVersion(const Context& context);

/// Versions still to come into force that the new one stands before. FM-3
QStringList replacedBy(const PublishTerms& terms, const Context& context);

}
