#include "core/conflict/meaning.h"

namespace core {

const MeaningTable& visitAndAlertMeanings()
{
    static const MeaningTable all{
        {"visit.started", {}},
        {"visit.checked_in", {}},
        {"visit.changed", {{"", "", Sets::Each}}},
        {"visit.alarm_raised", {}},
        {"visit.returned",
            {{"returned", "{words}", Sets::Plain, "What came of the visit", "back: {words}"}}},
        {"visit.noted", {}},
        {"visit.written_up", {}},
        {"alert.added", {}},
        {"alert.changed", {{"", "", Sets::Each}}},
        {"alert.withdrawn",
            {{"withdrawn", "{reason}", Sets::Plain, "Why the alert was withdrawn", "{reason}"}}},
        {"alert.came_up", {}},
    };
    return all;
}

}
