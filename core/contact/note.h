#pragma once

#include "core/contact/contact.h"

namespace core {

/// A line of a record as its event tells it: who, when, in which role.
Note noteOf(const Event& event, const PartId& id, const QString& kind, const QString& words);

/// Adds a note where it belongs by when it happened.
void addNote(std::vector<Note>& notes, Note note);

/// Marks what a correction corrects: the old words stay. Nothing found is no error here.
void markCorrected(std::vector<Note>& notes, const PartId& corrected);

Note* noteWith(std::vector<Note>& notes, const PartId& id);
const Note* noteWith(const std::vector<Note>& notes, const PartId& id);

/// An event's "written to" line.
Written writtenOf(const Event& event, const PartId& id, const QString& system, const QString& what);

}
