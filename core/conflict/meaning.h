#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace core {

/// How a type of event sets a field. Patterns hold payload values in braces: "task:{id}"; words
/// before a bar stand only with a value: "declined{ by |decliner}".
struct Sets {
    enum Flag : unsigned {
        Plain = 0,
        Each = 1, ///< every payload key is a field of its own; `field` is the prefix
        Part = 2, ///< can be left out of the event alone; the key is the first in `value`
        Waits = 4, ///< claims.h
        Rests = 8,
        Yields = 16,
        Single = 32, ///< excludes every other, whatever it says
        Follows = 64, ///< goes on from what its author had seen: who is responsible
        Picks = 128 ///< settled by naming what stands, never in words: clocks go by it
    };
    const char* field;
    const char* value = "";
    unsigned flags = Plain;
    const char* title = ""; ///< the field in words
    const char* shown = ""; ///< the value in words where the pattern of `value` is not
};

/// What a type of event sets; nothing: it only adds.
using Meaning = std::vector<Sets>;

/// By type of event, every one the program knows.
const QHash<QString, Meaning>& meanings();

// The tables behind it, by record.
using MeaningTable = std::vector<std::pair<const char*, Meaning>>;
const MeaningTable& caseMeanings();
const MeaningTable& handoverMeanings();
const MeaningTable& cooperationMeanings();
const MeaningTable& visitAndAlertMeanings();
const MeaningTable& otherMeanings();

}
