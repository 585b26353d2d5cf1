#pragma once

#include "core/command/fields.h"

namespace core {

/// A fact against a rule, recorded on its case: alarmed, counted, offered as an escalation. With
/// `fallen` it is said of a flag that it no longer holds: it counts no more, and these words stay.
struct CaseFlagged {
    static constexpr const char* type = "case.flagged";
    PartId id;
    QString clause;
    QString text;
    std::optional<QString> fallen = {};

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("clause", s.clause);
        v("text", s.text);
        v("fallen", s.fallen);
    }
};

}
