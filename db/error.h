#pragma once

#include <QString>

#include <stdexcept>

namespace db {

/// What failed, as far as somebody can do something about it.
enum class Fault {
    Full, ///< no room on the disk
    ReadOnly, ///< the file may be read, not written
    Disk, ///< the disk or the file system failed to read or write
    NotAStore, ///< the file is something else, or its key is wrong
    Damaged, ///< the store's contents contradict themselves
    Newer, ///< written by a newer version of Dutydesk
    Elsewhere, ///< on a network share
    Busy, ///< another program keeps the store locked
    Missing, ///< no such file
    Exists, ///< there is a file already
    Invalid, ///< what was given cannot be used
    Stopped, ///< whoever asked for it stopped it
    Program ///< a mistake of ours
};

/// The store or a file failed: exit status 3. A rule that says no is core::Refusal instead.
/// Nothing of the action that met it is stored.
class Error : public std::runtime_error {
public:
    Error(Fault fault, const QString& text, const QString& mend, int native = 0);

    Fault fault() const { return m_fault; }
    const QString& text() const { return m_text; } ///< what is wrong, a sentence
    const QString& mend() const { return m_mend; } ///< how to mend it, a sentence
    int native() const { return m_native; } ///< SQLite's extended result code, 0 for none

private:
    Fault m_fault;
    QString m_text;
    QString m_mend;
    int m_native;
};

/// The store's own contents contradict themselves, which SQLite cannot know.
Error damagedStore(const QString& text, const QString& mend);
/// Whether it says so of the store itself, not of a bundle or another file: it is never written to
/// again.
bool saysStoreDamaged(const Error& error);
/// Whether the disk failed to give a part of the store: it may be damaged, which a check tells.
bool saysStoreUnreadable(const Error& error);

/// The error that a result code of SQLite stands for. `said` is SQLite's own text, shown
/// only where the code says too little.
Error sqliteError(int native, const QString& said);

}
