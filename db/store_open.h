#pragma once

#include "db/store_parts.h"

namespace db {

/// What a new store goes on from; nothing for the first of a service.
struct Beginning {
    std::optional<core::Head> before;
    QString why;
    QString mark; ///< letter of the desk before
};

std::unique_ptr<StoreParts> createParts(
    const QString& path, const InitOptions& options, const Beginning& beginning = {});
std::unique_ptr<StoreParts> openParts(const QString& name, const OpenOptions& options);

/// Where it is written down that a store is damaged and no longer to be written to.
QString damageNoteOf(const QString& store);
/// Writes it down unless that was done before, as far as the folder lets it.
void noteDamage(const QString& store, const Damage& damage);

/// Others hold later events of this desk: it was put back or copied.
bool identityIsSpent(const StoreParts& parts);

/// Throws Error with Fault::Damaged unless the newest event of the own desk matches its digest,
/// its link in the chain and its signature.
void checkOwnHead(StoreParts& parts);

/// The newest event of a desk in the file; seq 0 when it has none.
core::Head headOf(Database& database, const core::DeskId& desk);

}
