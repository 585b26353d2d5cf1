#pragma once

#include "core/casework/case.h"

namespace core {

/// A time that somebody spent in a place of one kind without leaving it.
struct PlaceStay {
    Instant from;
    std::optional<Instant> until; ///< none: there still

    bool operator==(const PlaceStay&) const = default;
};

/// Those in a place of `kind`, oldest first, by what is told of where the person was.
std::vector<PlaceStay> placeStays(const Timeline<Place>& places, PlaceKind kind);

/// The clock of `kind` that began during the stay, the one that runs before others; or none.
const ClockFact* clockOfStay(const Case& record, const QString& kind, const PlaceStay& stay);

}
