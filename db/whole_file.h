#pragma once

#include <QTemporaryFile>

namespace db {

/// A file that gets its name only when it is whole and on the disk. Until then it lies beside it
/// under another, for its owner's eyes only; one that is never named goes.
class WholeFile {
public:
    /// `path` is where it is to be, or any file of the same folder.
    explicit WholeFile(const QString& path);

    bool isOpen() const { return m_file.isOpen(); }
    QFile& file() { return m_file; }
    const QFile& file() const { return m_file; }
    /// Writes the rest of the other file into it; false when one of the two fails.
    bool fillFrom(QFile& source);
    /// Syncs it, names it and syncs the folder. False, and it has no name, when the disk or the
    /// folder fails or the name is taken.
    bool giveName(const QString& path);

private:
    QTemporaryFile m_file;
};

}
