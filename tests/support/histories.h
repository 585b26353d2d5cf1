#pragma once

#include <QString>

#include <vector>

/// One thing that happens in a history: a letter, the desk it happens on, and numbers that choose
/// what and whom.
struct Happening {
    char what = 'n';
    unsigned desk = 0;
    unsigned choice = 0;
};

/// Two to five desks of two services, what their people do, and which bundles reach whom.
struct History {
    unsigned desks = 2;
    std::vector<Happening> happenings;
};

History randomHistory(unsigned seed);

/// "3 o0.17 >1.4 a1.0": desks, then what happened.
QString printed(const History& history);
History historyFrom(const QString& text);

/// Works the history on desks in memory and, at the end, brings everything to everybody: empty when
/// the desks agree and no case was ever without a responsible service; else what went wrong.
QString whatGoesWrong(const History& history);

/// How many conflicts somebody settled in it.
int settlementsIn(const History& history);

/// A shorter history that goes wrong too.
History shrunk(const History& history);
