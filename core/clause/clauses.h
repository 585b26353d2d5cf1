#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace core {

/// A sentence of the guidance, of the law or of the invariants, in few words.
struct Clause {
    QString id; ///< "HO-3.8"
    QString
        kinds; ///< "rule,timer": rule, timer, record, checklist, report, reference, view, context
    QString words;
};

/// Every clause, in the order of its source (core/clause/clauses.txt).
const std::vector<Clause>& clauses();

/// A rule that carries a clause: found in the sources when the program is built.
struct CarriedBy {
    QString clause;
    QString rule; ///< the function
    QString file;
};
const std::vector<CarriedBy>& carriedByRules();

/// A clause with all that carries it.
struct ClauseLine {
    Clause clause;
    QStringList rules; ///< "refuseWarrant (core/handover/warrant.h)"
    QStringList commands; ///< "handover.propose"
};

/// Every clause; also those that only the code names, after the others and without words.
std::vector<ClauseLine> clauseLines();

}
