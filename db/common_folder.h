#pragma once

#include "core/exchange/common_folder.h"
#include "core/exchange/import_report.h"
#include "core/exchange/presence.h"
#include "db/exchange.h"

namespace db {

/// The folder through which this desk exchanges by itself; empty for none.
QString commonFolder(const Store& store);
/// Throws Error with Fault::Invalid for a folder in which this desk's store or its files lie:
/// others write there, and only bundles belong there.
void refuseCommonFolder(const Store& store, const QString& folder);
/// Keeps it with the store. Throws Error with Fault::Missing when there is no such folder, and for
/// one that is refused.
void setCommonFolder(Store& store, const QString& folder);

/// The files in the folder. Throws Error with Fault::Missing when it cannot be read.
std::vector<core::FolderFile> listFolder(const QString& folder);

/// A bundle of the folder, copied to a place of its own on this computer, so that a slow or
/// vanishing share holds nothing up.
struct Fetched {
    core::FolderFile file;
    QString copy; ///< where it is
    QString problem; ///< why it could not be copied
};
/// Fetches what was not read yet, and forgets what is no longer there. Throws Error with
/// Fault::Missing when the folder cannot be read, and for one that is refused.
std::vector<Fetched> fetchNew(
    const Store& store, const QString& folder, core::FolderMemory& memory);

/// Imports what was fetched, then what waited, and removes the copies. Answers the reports of those
/// that brought or held something; what could not be read is noted. Never throws for what a file
/// holds.
std::vector<core::ImportReport> readFetched(
    Store& store, const std::vector<Fetched>& fetched, core::FolderMemory& memory);

/// What our bundle in the folder would be called: it changes when what this desk has, whom it
/// writes to or which attached files it waits for changes.
core::FolderBundle ownBundle(const Store& store);
/// Writes our bundle unless one there says the same, then removes those it replaces. False when
/// there was nothing to write, also when no desk of the own service is trusted.
bool writeToFolder(Store& store, const QString& folder);

/// One whole look: reads what is new, writes what is ours.
struct FolderLook {
    std::vector<core::ImportReport> imported; ///< as readFetched answers them
    bool wrote = false;
};
FolderLook exchangeThrough(Store& store, const QString& folder, core::FolderMemory& memory);

/// Writes who is here, or with nobody there removes the note.
void writePresence(const Store& store, const QString& folder, const core::Presence& presence);
void removePresence(const Store& store, const QString& folder);
/// The notes of trusted desks of the own service whose signature is right.
std::vector<core::Presence> readPresences(const Store& store, const QString& folder);

}
