#pragma once

#include <QByteArray>
#include <QString>

namespace db {

/// The bytes of the file or compiled-in resource at `path`; throws std::runtime_error that names
/// the file and what the system said.
QByteArray readWhole(const QString& path);

}
