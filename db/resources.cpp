#include "db/resources.h"

#include <QFile>

#include <stdexcept>

namespace db {

using namespace Qt::StringLiterals;

QByteArray readWhole(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(
            u"%1 cannot be read: %2."_s.arg(path, file.errorString()).toStdString());
    return file.readAll();
}

}
