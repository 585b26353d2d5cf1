#include "core/contact/note.h"

#include <algorithm>

namespace core {

Note noteOf(const Event& event, const PartId& id, const QString& kind, const QString& words)
{
    Note note;
    note.id = id;
    note.kind = kind;
    note.words = words;
    note.occurred = event.occurred;
    note.recorded = fromMillis(event.recorded.ms);
    note.lateReason = event.lateReason;
    note.by = event.actor.name;
    note.role = event.actor.role;
    note.service = event.actor.service;
    note.event = event.digest;
    return note;
}

void addNote(std::vector<Note>& notes, Note note)
{
    const auto place = std::upper_bound(notes.begin(), notes.end(), note.occurred,
        [](Instant at, const Note& each) { return at < each.occurred; });
    notes.insert(place, std::move(note));
}

void markCorrected(std::vector<Note>& notes, const PartId& corrected)
{
    if (Note* note = noteWith(notes, corrected))
        note->corrected = true;
}

Note* noteWith(std::vector<Note>& notes, const PartId& id)
{
    const auto found = std::find_if(
        notes.begin(), notes.end(), [&id](const Note& note) { return note.id == id; });
    return found == notes.end() || id.isNull() ? nullptr : &*found;
}

const Note* noteWith(const std::vector<Note>& notes, const PartId& id)
{
    const auto found = std::find_if(
        notes.begin(), notes.end(), [&id](const Note& note) { return note.id == id; });
    return found == notes.end() || id.isNull() ? nullptr : &*found;
}

Written writtenOf(const Event& event, const PartId& id, const QString& system, const QString& what)
{
    return {id, system, what, event.occurred, event.actor.name};
}

}
