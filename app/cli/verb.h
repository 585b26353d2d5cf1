#pragma once

#include "core/time/instant.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>
#include <QTextStream>

#include <vector>

namespace cli {

/// Exit statuses: a stable part of the command line.
enum Exit { Done = 0, Refused = 1, Usage = 2, Failed = 3 };

/// What every verb is given: the options before it, its own arguments, the streams and the clock.
struct Call {
    QString store; ///< --store FILE, or empty
    QString user; ///< --user NAME, or empty
    bool json = false; ///< --json: answers as JSON only
    QStringList arguments; ///< after the verb, the options above taken out
    QTextStream& in;
    QTextStream& out;
    QTextStream& err;
    core::Clock clock;
    bool helped = false; ///< help was asked for, and given
    bool ofCases = false; ///< the verb tells of cases: not for a limited role. S3-iii
};

struct Verb {
    const char* name;
    const char* synopsis; ///< what follows the verb
    const char* summary;
    int (*run)(Call& call);
    bool ofCases = false; ///< papers, books and texts about cases
};

const std::vector<Verb>& verbs();
const Verb* findVerb(const QString& name);

/// The verb's exit status; 0 where its help was asked for.
int runVerb(const Verb& verb, Call& call);

/// "  desks [introduce FILE …]" and below it what it does.
void printVerb(QTextStream& out, const Verb& verb);
/// How every call begins, and what the exit statuses mean: around any help.
void printHelpHead(QTextStream& out);
void printHelpFoot(QTextStream& out);

/// Says what is wrong with the call and how to mend it; the exit status of wrong usage.
int wrongUsage(Call& call, const QString& text, const QString& mend);

/// Parses the verb's own arguments, at most `most` of them beside options; false after saying what
/// is wrong. With --help among them it prints what this very parser takes, and is false too.
bool parse(Call& call, QCommandLineParser& parser, const char* verb, qsizetype most = 0);

/// The store that --store names; empty after saying that it is missing.
QString storeOf(Call& call);

}
