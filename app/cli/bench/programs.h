#pragma once

#include "app/cli/bench/stopwatch.h"

#include <QJsonObject>
#include <QStringList>

namespace cli::bench {

/// What a program of ours, run to its end, took and said.
struct Outcome {
    double wall = 0; ///< milliseconds, its start included
    QJsonObject answer; ///< the last line of its output
};

/// Runs one of the two programs, which lie in one folder. Throws std::runtime_error when it fails.
Outcome runProgram(const QString& name, const QStringList& arguments);

}
