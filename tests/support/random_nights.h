#pragma once

#include "core/command/decision.h"

#include <QString>

#include <map>
#include <vector>

/// One wish of a night: which command, how long after the one before, and the number from which
/// everything else about it is drawn.
struct NightStep {
    QString command;
    unsigned minutes = 0;
    unsigned draw = 0;
};

/// Some hours or days of a desk, whose services take turns or which works by shift: where it begins
/// and what is asked of it.
struct Night {
    unsigned start = 0; ///< which beginning: an ordinary day, a clock change, a holiday …
    std::vector<NightStep> steps;
};

Night randomNight(unsigned seed);
/// A night in which that command, and what it needs before, is asked again and again.
Night nightAbout(const QString& command, unsigned seed);

/// "2 case.open+5.881 case.status+120.17": the beginning, then what is asked, when, and its draw.
QString printed(const Night& night);
Night nightFrom(const QString& text);

/// What came of a night.
struct NightReport {
    QString problem; ///< the first invariant that did not hold, in words; empty: all held
    QStringList requests; ///< what was asked until then, as `dutydesk-cli do` reads it
    std::map<QString, int> granted; ///< how often each command was carried out
    std::vector<std::pair<QString, core::Refusal>> refusals; ///< of which command
};

/// Works the night on a desk in memory and looks at every invariant after each command.
NightReport worked(const Night& night);

/// A shorter night that goes wrong too.
Night shrunk(const Night& night);
