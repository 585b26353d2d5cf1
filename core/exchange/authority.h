#pragma once

#include "core/journal/subject.h"

namespace core {

/// Whether a desk of the service `from` may write to a record of this kind in a store of the
/// service `of`. A service writes everything of its own; another what the two agree about: cases
/// with their contacts and people, windows, a desk's word of itself, and what was `shared` between
/// them: an escalation, or an alert of its own. What only a newer version knows is kept, since it
/// changes nothing yet.
bool mayWrite(SubjectKind kind, const QString& from, const QString& of, bool shared);

}
