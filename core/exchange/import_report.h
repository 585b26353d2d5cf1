#pragma once

#include "core/journal/event.h"

#include <QJsonObject>
#include <QStringList>

namespace core {

/// What one bundle came to.
enum class ImportOutcome {
    Imported, ///< something was new
    Old, ///< everything in it was here already
    Held, ///< nothing could be used yet
    Refused ///< not from a desk that is believed here
};
template <>
inline constexpr const char* words<ImportOutcome>[] = {"imported", "old", "held", "refused"};

/// A case or contact that an import brought or changed, or a person that it changed.
struct Arrived {
    QString kind; ///< "case", "contact", "person"
    QString id;
    QString ref; ///< none of a person
    QString title; ///< a person's name
    bool isNew = false;
};

/// What an import brought, for the officer who asked for it.
struct ImportReport {
    QString file;
    QString from; ///< the sending desk's name, as it was introduced
    QString service;
    Instant made;
    ImportOutcome outcome = ImportOutcome::Imported;
    qint64 events = 0; ///< new, with their words
    qint64 stubs = 0; ///< new, by digest alone
    qint64 revealed = 0; ///< known by digest before, now with their words
    qint64 records = 0; ///< written to
    int files = 0; ///< attached files that came
    int awaited = 0; ///< attached files that are not yet here
    int conflicts = 0; ///< newly in conflict: a person settles them
    std::vector<Arrived> arrived;
    QStringList outOfStep; ///< "Case C-2026-11-18-001: The case is closed."
    QStringList held; ///< what is missing before something can be read
    QStringList disputes; ///< the first of what is in conflict: which record, and what each says
    QStringList withdrawn; ///< desks that their lead now withdrew, and what to look at
    QStringList forks; ///< desks of which two went on from one event
    QStringList clocks; ///< desks whose clock is found to be far ahead
    QStringList refusals; ///< who is not believed, or what was not taken, and why
    qint64 newer = 0; ///< events that only a newer version understands
    QString newMark; ///< this desk's references carry these letters from now on
    bool ownLost = false; ///< others hold entries of this desk that its store lost
    QString newIdentity; ///< this desk found its own later events and goes on as this one

    bool unsettled() const
    {
        return conflicts > 0 || !outOfStep.isEmpty() || !forks.isEmpty() || !clocks.isEmpty()
            || !withdrawn.isEmpty() || ownLost;
    }
};

/// Plain sentences, most important first.
QStringList linesOf(const ImportReport& report);
QJsonObject jsonOf(const ImportReport& report);

}
