#include "db/whole_file.h"

#include "db/file_identity.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace db {

namespace {

constexpr qint64 pieceSize = 1 << 20;

}

WholeFile::WholeFile(const QString& path) : m_file(path + u".XXXXXX.new"_s)
{
    m_file.open();
}

bool WholeFile::fillFrom(QFile& source)
{
    while (!source.atEnd()) {
        const QByteArray piece = source.read(pieceSize);
        if (piece.isEmpty() || m_file.write(piece) != piece.size())
            return false;
    }
    return true;
}

bool WholeFile::giveName(const QString& path)
{
    if (!syncFile(m_file) || !m_file.rename(path))
        return false;
    m_file.setAutoRemove(false);
    syncFolder(QFileInfo(path).absolutePath());
    return true;
}

}
