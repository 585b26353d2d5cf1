#pragma once

#include "db/store.h"
#include "db/whole_file.h"

#include <optional>

namespace db {

/// A file copied into the store's folder `<store>.files`, named by its content.
struct Attachment {
    QString hash; ///< BLAKE2b-256, hexadecimal
    QString name; ///< as the file was called
    qint64 size = 0; ///< bytes
};

/// `<store>.files`.
QString attachmentsOf(const QString& store);

/// A copy of a file that is not yet among the attached ones; it goes when this goes.
class FileCopy {
public:
    /// Throws Error naming the file that cannot be read.
    FileCopy(const Store& store, const QString& file);
    ~FileCopy();

    FileCopy(const FileCopy&) = delete;
    FileCopy& operator=(const FileCopy&) = delete;

    const Attachment& made() const { return m_made; }

private:
    friend class PlacedFile;

    QString m_folder;
    bool m_newFolder;
    std::optional<WholeFile> m_copy;
    Attachment m_made;
};

/// The copy among the attached files; taken back, if it was not there before, unless it is kept.
class PlacedFile {
public:
    explicit PlacedFile(FileCopy& copy);
    ~PlacedFile();

    PlacedFile(const PlacedFile&) = delete;
    PlacedFile& operator=(const PlacedFile&) = delete;

    void keep() { m_keep = true; }

private:
    QString m_path;
    bool m_keep = false;
};

/// Store::submit of a command with the fields of the file that it attaches: the copy is on the disk
/// before the command is done, and nothing of it is when the command is refused.
Answer submitWithFile(Store& store, QJsonObject request, const QString& file);
/// Whether the command takes a file: then its request may name one as "file".
bool takesFile(const QString& command);
/// Writes a copy of an attached file for its owner's eyes; throws Error with Fault::Missing while
/// it is not yet here, Fault::Damaged when it is not what it was, Fault::Exists where there is a
/// file.
void saveAttached(const Store& store, const QString& hash, const QString& path);
/// Where the copy lies; throws Error with Fault::Damaged when it is not what it was. That is put
/// aside under another name, so that the file counts as missing and is asked for.
QString attachedFile(const Store& store, const QString& hash);
/// Whether the file is there, can be read and is what its name says. What is not what it was is put
/// aside as by attachedFile.
bool isAttachedWhole(const QString& path);
/// The hashes of the attached files of the store that cannot be read or are not what they were;
/// these are put aside.
QStringList changedFiles(const QString& store);

}
