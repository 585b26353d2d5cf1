#include "core/casework/status/place_stays.h"

namespace core {

std::vector<PlaceStay> placeStays(const Timeline<Place>& places, PlaceKind kind)
{
    std::vector<PlaceStay> found;
    bool there = false;
    for (const auto& place : places.entries()) {
        const bool wanted = place.value.kind == kind;
        if (wanted && !there)
            found.push_back({place.from, {}});
        else if (!wanted && there)
            found.back().until = place.from;
        there = wanted;
    }
    return found;
}

const ClockFact* clockOfStay(const Case& record, const QString& kind, const PlaceStay& stay)
{
    const ClockFact* found = nullptr;
    for (const ClockFact& clock : record.clocks)
        if (clock.kind == kind && clock.start >= stay.from
            && (!stay.until || clock.start <= *stay.until)
            && (!found || clock.state == ClockState::Running))
            found = &clock;
    return found;
}

}
