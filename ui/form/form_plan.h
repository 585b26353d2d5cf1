#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace ui {

/// How the form of a much-used command is laid out by hand. A command without a plan shows all its
/// fields, the needed ones first.
struct FormPlan {
    QString title; ///< "Note"
    QString button; ///< "Save note"
    QStringList first; ///< fields shown at once, in this order; the rest under "More fields"
    QHash<QString, QString> names; ///< other names than the command's own
    QString focus; ///< where typing begins; the first field when empty
    QStringList typed = {}; ///< fields for the writer's own words, whatever could be chosen
};

/// The plan for a command; an empty title when there is none.
FormPlan planFor(const QString& command);

}
