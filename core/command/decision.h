#pragma once

#include "core/journal/event.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace core {

/// The desk's own act is impossible or not this user's: nothing is stored.
struct Refusal {
    QString clause; ///< "HO-3.6b"; DESK-1 to DESK-4 where no other asks; a rule may leave it empty
    QString field; ///< the command's field the form puts it beside; "do" for the whole
    QString text; ///< what is wrong, a sentence
    QString mend; ///< how to mend it, a sentence

    bool operator==(const Refusal&) const = default;
};

/// Something is missing: saved all the same, asked for at the step that needs it.
struct Owed {
    QString clause;
    QString field;
    QString text;
    QString askedAt; ///< the step that needs it: "place_of_safety", "send", "accept", "close"

    bool operator==(const Owed&) const = default;
};

/// A fact that happened against a rule: recorded, alarmed, counted, offered as an escalation.
struct Flag {
    QString clause;
    QString text;

    bool operator==(const Flag&) const = default;
};

/// What a rule answers to a command: events, or why not. Refusals and events exclude each other.
struct Decision {
    std::vector<NewEvent> events;
    std::vector<Refusal> refusals;
    std::vector<Owed> owed;
    std::vector<Flag> flags;
    QJsonObject made; ///< identifiers and references made: {"case": "…", "ref": "…"}
    QStringList notes; ///< things worth telling: "possible duplicate of …"

    bool refused() const { return !refusals.empty(); }
};

inline Decision refuse(QString clause, QString field, QString text, QString mend)
{
    Decision decision;
    decision.refusals.push_back(
        {std::move(clause), std::move(field), std::move(text), std::move(mend)});
    return decision;
}

}
