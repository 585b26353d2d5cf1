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
    /// By bundles as desks write them, with stubs, trust, bundles that are held, come late or
    /// never, and stores put back from a backup; else any events of any desk arrive in any order.
    bool byBundles = false;
    std::vector<Happening> happenings;
};

History randomHistory(unsigned seed);

/// "3b o0.17 >1.4 a1.0": desks, whether by bundles, then what happened.
QString printed(const History& history);
History historyFrom(const QString& text);

/// Works the history on desks in memory and, at the end, brings everything to everybody: empty when
/// the desks agree and no case was ever without a responsible service; else what went wrong.
QString whatGoesWrong(const History& history);

/// How often it came to what the histories are there for.
struct Rarities {
    int settled = 0; ///< conflicts, by a person
    int held = 0; ///< bundles that waited for what was missing
    int stubbed = 0; ///< events that another service knows by their digest alone
    int restored = 0; ///< stores put back from a backup
    int withdrawn = 0; ///< desks that were believed no longer
};
Rarities raritiesOf(const History& history);

/// A shorter history that goes wrong too.
History shrunk(const History& history);
