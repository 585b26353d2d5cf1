#include "db/window_lock.h"

#include "db/file_identity.h"

#include <QCryptographicHash>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace db {

namespace {

// Socket names are short on some systems, and two paths to one store are one window.
QString socketOf(const QString& store)
{
    const QString path = QFileInfo(storeFile(store)).absoluteFilePath();
    const QByteArray hash
        = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Blake2b_160).toHex();
    return u"dutydesk-"_s + QString::fromLatin1(hash.left(20));
}

}

WindowLock::WindowLock(const QString& store)
    : m_lock(storeFile(store) + u".window"_s)
    , m_socket(socketOf(store))
{
    // A lock whose program is gone is taken over at once, however old or young it is.
    m_lock.setStaleLockTime(0);
}

bool WindowLock::take()
{
    return m_lock.tryLock(0);
}

bool WindowLock::isHeldElsewhere() const
{
    return m_lock.error() == QLockFile::LockFailedError;
}

}
