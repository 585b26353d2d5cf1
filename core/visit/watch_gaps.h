#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/visit/visit.h"

namespace core {

using VisitsOut = std::vector<std::shared_ptr<const Visit>>;

/// The visits on which somebody is out at `at`, the first to leave first.
VisitsOut visitsOut(const Records& records, Instant at);

/// Whoever is named to watch the clocks of `visit` or to answer the telephone meanwhile, and is on
/// a visit themselves or one of those who have `gone` off duty: owed until somebody else is named.
/// Known by the name, or by its first words. COM-3.8
std::vector<Owed> watchGaps(const Visit& visit, const VisitsOut& out, const QStringList& gone = {});

/// Whoever goes off duty is still out, or is named on a visit that somebody is out on. COM-3.8
void oweOnLeaving(
    Decision& decision, const UserId& leaver, const QString& name, const Context& context);

}
