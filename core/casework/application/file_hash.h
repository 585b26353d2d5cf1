#pragma once

#include <QString>

namespace core {

/// Whether it names a file's content: 64 lower-case hexadecimal digits, and so no path.
bool isFileHash(const QString& text);

/// The name that a copy of the file may have here. Another desk gave it: nothing of a path in it
/// counts, nothing turns, hides or rules a line, and no copy is hidden. Empty when nothing is left.
QString plainFileName(const QString& given);

}
