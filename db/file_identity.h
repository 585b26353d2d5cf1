#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace db {

/// What tells a file from a copy of it on the same kind of system: its inode; "0" where there is
/// none. Moving a file inside its disk keeps it.
QByteArray fileIdentity(const QString& path);

/// Waits until what was written is on the disk; false when a part of it could not be written.
bool syncFile(QFile& file);
/// Waits until a file that was made or renamed in the folder is found there after a power cut.
void syncFolder(const QString& folder);

/// The file itself behind links to it, so that what lies beside it is found; `path` where there is
/// none yet.
QString storeFile(const QString& path);

/// Makes an empty file for its owner's eyes only; false when there is one or it cannot be made.
bool makePrivate(const QString& path);

/// Throws Error with Fault::Elsewhere when files of this kind of file system live on another
/// computer; `fileSystem` as QStorageInfo names it ("nfs4", "cifs", "fuse.sshfs").
void refuseNetworkShare(const QString& path, const QByteArray& fileSystem);
/// The same, asking the system.
void refuseNetworkShare(const QString& path);

}
