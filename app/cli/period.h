#pragma once

#include "app/cli/verb.h"
#include "core/time/instant.h"

namespace cli {

/// The period that --from and --to name; half-open, UTC.
struct Period {
    core::Instant from;
    core::Instant to;
};

/// Adds --from, --to and --month.
void addPeriodOptions(QCommandLineParser& parser);

/// Writes what the options say over `period`; false after saying what is wrong. A month is
/// London's.
bool readPeriod(Call& call, const QCommandLineParser& parser, Period& period);

}
