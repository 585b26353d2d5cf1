#pragma once

#include "core/journal/subject.h"
#include "ui/desk/answer.h"

#include <QString>

#include <functional>

class QObject;

namespace ui {

class DeskService;

/// What one key writes once: the text for another system, and which system that is.
struct WrittenOnce {
    core::Subject subject;
    QString what; ///< "contact", "assessment", "chronology"
    QString text;
    QString system; ///< "RiO", the council's system
};

/// The text of a contact, a case or a duty's chronology for its system; empty text when the record
/// is not here.
WrittenOnce textFor(const DeskService& desk, const core::Subject& subject, const QString& what);

/// Puts the text on the clipboard and records "written to … at …".
void copyAndRecord(DeskService& desk, const WrittenOnce& written, QObject* context,
    std::function<void(const Answer&)> answered);

}
