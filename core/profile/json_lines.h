#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace core {

/// On which line of a JSON text each value begins, by its path: "ladders[0].rungs[1].number" → 96.
/// Lines count from 1. Of a text that is no JSON as far as it can be read.
QHash<QString, int> linesOf(const QByteArray& json);

/// The line of the value at `path`, or of the nearest one around it; 0 when there is none.
int lineAt(const QHash<QString, int>& lines, const QString& path);

}
