#pragma once

#include "core/casework/status/place_stays.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// The times during which somebody held under s136 or s135(1) was in a police station, oldest
/// first, by what is told of the case's places and of its legal status. CLK-03
std::vector<PlaceStay> stationStays(const Case& record);

/// What is still asked of a detention in a police station that goes on: who authorised it, of what
/// rank, and why there; and which superintendent approved an extension there. CLK-02, CLK-03
std::vector<Owed> owedInStation(const Case& record);

/// What is to be recorded of a stay there and is not yet, the checks among it. CLK-03
QString noteOfStation(const Case& record);

/// The clocks of a stay there: the health check of every 30 minutes, and the review whether a
/// police station is still needed, every hour unless the profile says otherwise. CLK-03
const QStringList& stationKinds();

/// Starts and ends both, and flags an authority below inspector, as the stays of `after`, the case
/// as the decision leaves it, ask for, in whichever order places and detention were told. CLK-03
void followStation(
    Decision& decision, const Case& before, const Case& after, const Context& context);

}
