#include "db/error.h"

#include <sqlite3.h>

#include <array>

using namespace Qt::StringLiterals;

namespace db {

namespace {

struct Meaning {
    int code; ///< primary or extended; the first that fits is taken
    Fault fault;
    const char16_t* text;
    const char16_t* mend;
};

constexpr std::array meanings{
    Meaning{SQLITE_FULL, Fault::Full, u"There is no room left on the disk.",
        u"Make room on the disk that holds the store, then do it again: nothing was lost."},
    Meaning{SQLITE_READONLY, Fault::ReadOnly, u"The store cannot be written to.",
        u"Give your account permission to write the file and its folder, or move it to a disk that "
        u"can be written."},
    Meaning{SQLITE_PERM, Fault::ReadOnly, u"The store may not be opened.",
        u"Give your account permission to read and write the file and its folder."},
    Meaning{SQLITE_CANTOPEN, Fault::ReadOnly, u"The store cannot be opened.",
        u"Check that the folder exists and that your account may write in it."},
    Meaning{SQLITE_NOTADB, Fault::NotAStore,
        u"The file is not a Dutydesk store, or its key is wrong.",
        u"Check the file name. If it was a store, its beginning is damaged: start a fresh one "
        u"beside "
        u"it, or restore a backup."},
    Meaning{SQLITE_CORRUPT, Fault::Damaged,
        u"The store is damaged: its pages contradict each other.",
        u"It is not written to any more. Start a fresh store beside it and go on recording."},
    Meaning{SQLITE_IOERR, Fault::Disk, u"The disk failed to read or write the store.",
        u"Check the disk and its cable or free room, then do it again: nothing was half done."},
    Meaning{SQLITE_BUSY, Fault::Busy, u"Another program keeps the store locked.",
        u"Wait until it has finished, or close it, then do it again."},
    Meaning{SQLITE_LOCKED, Fault::Busy, u"Another part of the program keeps the store locked.",
        u"Do it again."},
    Meaning{SQLITE_INTERRUPT, Fault::Stopped, u"The work on the store was stopped.",
        u"Start it again when there is time."},
    Meaning{SQLITE_TOOBIG, Fault::Invalid, u"A text is too long to be stored.", u"Shorten it."},
    Meaning{SQLITE_NOMEM, Fault::Disk, u"The computer ran out of memory.",
        u"Close other programs, then do it again: nothing was half done."},
};

}

Error::Error(Fault fault, const QString& text, const QString& mend, int native)
    : std::runtime_error((text + u' ' + mend).toStdString())
    , m_fault(fault)
    , m_text(text)
    , m_mend(mend)
    , m_native(native)
{
}

Error damagedStore(const QString& text, const QString& mend)
{
    return {Fault::Damaged, text, mend, SQLITE_CORRUPT};
}

bool saysStoreDamaged(const Error& error)
{
    const int primary = error.native() & 0xff;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

bool saysStoreUnreadable(const Error& error)
{
    return error.native() == SQLITE_IOERR_READ || error.native() == SQLITE_IOERR_SHORT_READ
        || error.native() == SQLITE_IOERR_CORRUPTFS || error.native() == SQLITE_IOERR_DATA;
}

Error sqliteError(int native, const QString& said)
{
    const int primary = native & 0xff;
    for (const Meaning& meaning : meanings)
        if (meaning.code == primary)
            return {meaning.fault, QString::fromUtf16(meaning.text),
                QString::fromUtf16(meaning.mend), native};
    return {Fault::Program, u"The store answered: %1 (%2)."_s.arg(said).arg(native),
        u"Report this with the words above."_s, native};
}

}
