#pragma once

#include <QString>

namespace core {

/// Whether it names a file's content: 64 lower-case hexadecimal digits, and so no path.
bool isFileHash(const QString& text);

}
