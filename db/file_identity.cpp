#include "db/file_identity.h"

#include "db/error.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <array>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <io.h>
#endif

using namespace Qt::StringLiterals;

namespace db {

QByteArray fileIdentity(const QString& path)
{
#ifdef Q_OS_UNIX
    struct stat status { };
    if (stat(QFile::encodeName(path).constData(), &status) == 0)
        return QByteArray::number(static_cast<quint64>(status.st_ino));
#else
    Q_UNUSED(path)
#endif
    return "0";
}

bool syncFile(QFile& file)
{
    if (!file.flush() || file.error() != QFileDevice::NoError)
        return false;
#ifdef Q_OS_UNIX
    return fsync(file.handle()) == 0;
#else
    return _commit(file.handle()) == 0;
#endif
}

void syncFolder(const QString& folder)
{
#ifdef Q_OS_UNIX
    const int handle
        = open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    fsync(handle);
    close(handle);
#else
    Q_UNUSED(folder)
#endif
}

QString storeFile(const QString& path)
{
    const QString file = QFileInfo(path).canonicalFilePath();
    return file.isEmpty() ? path : file;
}

bool makePrivate(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
        QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void refuseNetworkShare(const QString& path, const QByteArray& fileSystem)
{
    constexpr std::array elsewhere{"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs",
        "afpfs", "ncpfs", "davfs", "ceph", "fuse.sshfs", "fuse.smbnetfs", "fuse.glusterfs",
        "fuse.davfs", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse", "vboxsf", "vmhgfs",
        "fuse.vmhgfs-fuse"};
    const bool share = path.startsWith(u"//") || path.startsWith(u"\\\\");
    const bool remote = std::any_of(elsewhere.begin(), elsewhere.end(),
        [&](const char* each) { return fileSystem.toLower() == each; });
    if (share || remote)
        throw Error(Fault::Elsewhere,
            u"%1 lies on a network share (%2): two computers writing there would destroy it."_s.arg(
                path, QString::fromLatin1(fileSystem)),
            u"Keep the store on a disk of this computer and exchange bundles instead."_s);
}

void refuseNetworkShare(const QString& path)
{
    const QFileInfo file(storeFile(path));
    const QStorageInfo disk(file.absolutePath());
    refuseNetworkShare(file.absoluteFilePath(), disk.fileSystemType());
}

}
