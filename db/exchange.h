#pragma once

#include "core/exchange/import_report.h"
#include "db/health.h"

namespace db {

/// What an export came to.
struct ExportReport {
    QString to; ///< service
    QStringList desks; ///< names of the desks that can read it
    QStringList ranOut; ///< desks that cannot, since their introduction ran out, with when
    qint64 events = 0; ///< whole
    qint64 stubs = 0; ///< by digest alone
    qint64 revealed = 0; ///< sent before by digest alone
    int files = 0;
    QStringList missing; ///< attached files that are not yet here, by hash
    QStringList tooLong; ///< entries that no bundle can hold and that went by their digest
    QStringList unsent; ///< desks whose chain is not whole here, so that nobody could check it
    qint64 bytes = 0; ///< of the file
};

/// Plain sentences about what was written to `file`.
QStringList linesOf(const ExportReport& report, const QString& file);

/// How much a bundle carries.
enum class Carry {
    Lacking, ///< what the receivers have not said that they have
    Everything ///< for a desk that lost what it or a colleague said
};

/// Writes what the desks of a service do not have yet, as they last said, into one file that only
/// they can read. Verified and synced before it has its name. Throws Error with Fault::Invalid
/// when no desk of the service is trusted and can read it, or when `progress` says stop.
ExportReport exportBundle(Store& store, const QString& service, const QString& file,
    const Progress& progress = {}, Carry carry = Carry::Lacking);

/// Takes in one bundle: all of it in one transaction, or nothing. Throws Error with Fault::Damaged
/// for one that was changed; a bundle of a stranger is Refused in the report.
core::ImportReport importBundle(Store& store, const QString& file, const Progress& progress = {});

/// Tries again what waited for something. Answers the reports of those that brought anything.
std::vector<core::ImportReport> importHeld(Store& store, const Progress& progress = {});

struct HeldBundle {
    QString hash;
    QString name; ///< of the file as it came
    core::Instant at; ///< when it came
    QString why;
};
std::vector<HeldBundle> heldBundles(const Store& store);

}
