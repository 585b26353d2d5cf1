#pragma once

#include "core/journal/event.h"

namespace core {

/// Whether events of this type begin a record of their own.
bool beginsRecord(const QString& type);

/// Which of a record's events, in causal order, are not their author's to write: a second
/// beginning, a proposal for another service, an answer to nothing or of a service that was not
/// asked, a closing of one that never had the case. They stay on the record, claim nothing and
/// contest nothing. HO-3.6a.
std::vector<bool> foreignEvents(const std::vector<Event>& ordered);

}
