#pragma once

#include "core/command/fields.h"

namespace core {

/// A fact against a rule, recorded on its case: alarmed, counted, offered as an escalation.
struct CaseFlagged {
    static constexpr const char* type = "case.flagged";
    PartId id;
    QString clause;
    QString text;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("clause", s.clause);
        v("text", s.text);
    }
};

}
