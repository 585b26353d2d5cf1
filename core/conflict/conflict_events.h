#pragma once

#include "core/command/fields.h"

namespace core {

/// A person decides between what was written at the same time; follows all of it. On any record.
struct ConflictSettled {
    static constexpr const char* type = "conflict.settled";
    QString field;
    QString chosen; ///< the event that stands, hexadecimal digest; empty: `words` stand instead
    QString title; ///< the field in words, as it was shown
    QString value; ///< what stands, as it was shown
    QString words; ///< instead of every side, or why the chosen one stands

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("field", s.field);
        v("chosen", s.chosen);
        v("title", s.title);
        v("value", s.value);
        v("words", s.words);
    }
};

}
