#pragma once

#include "core/journal/envelope.h"
#include "db/sql.h"
#include "db/store.h"

#include <optional>

namespace db {

/// What can be read of a damaged store to go on from it, each part by itself; what cannot is empty.
struct Remains {
    QString path;
    core::Instant now;
    std::unique_ptr<Database> database; ///< none: nothing of the file can be read
    core::DeskId desk;
    std::optional<core::Head> head; ///< its newest event, by the store or else by its key
    QString deskName;
    QString service;
    QStringList services;
    std::optional<QString> mark;
    std::optional<core::Instant> training;
    QByteArray profile;
};

/// Never throws for what is damaged. `clock` tells the time of a store that is not for training;
/// empty: the system's.
Remains remainsOf(const QString& path, const core::Clock& clock);

/// Records of this kind that can be found.
std::vector<core::Subject> subjectsFound(Database& from, core::SubjectKind kind);

/// Runs what reads a part; a torn page ends it where it is. Whether it was read to its end.
template <typename Read>
bool readWhatCan(const Read& read)
{
    try {
        read();
        return true;
    } catch (const Error&) {
        return false;
    }
}

}
