#pragma once

#include "core/command/decision.h"
#include "core/profile/profile.h"
#include "core/rota/rota.h"

namespace core {

/// A line of a rota file: a shift as it shall stand.
struct RotaLine {
    int number = 0; ///< of the file
    QString code; ///< the rota's own number of it, may be empty
    QString login; ///< of a user of this desk, may be empty
    std::optional<bool> amhp; ///< none: as the user is known, or as the role says
    RotaShift plan;
};

/// What a rota file says, or everything that is wrong with it, each with its line and column.
struct RotaFile {
    std::vector<RotaLine> lines;
    std::vector<Refusal> refusals;
};

/// Reads a rota: a first line of headings (`role`, `from` and `to` are needed; `service`, `person`,
/// `login`, `number`, `amhp`, `fill`, `band`, `team`, `available_for`, `code` and `note` may be
/// there), then a shift a line. Times are London time with their date, "2026-11-20 20:00"; in the
/// hour that happens twice with BST or GMT. COM-3.1
RotaFile readRota(const QString& csv, const Profile& profile, const QString& service);

/// Whom the lines, their users named, put on two shifts at once: a sentence for each, by line. The
/// same line twice shows here.
QStringList doubleShifts(const std::vector<RotaLine>& lines);

/// The headings that a rota file may have.
const QStringList& rotaHeadings();

}
