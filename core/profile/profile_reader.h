#pragma once

#include "core/profile/profile_json.h"

namespace core {

/// The profile's values in `object`, before anything is compared with anything else.
Profile readValues(const QJsonObject& object, ProfileProblems& problems);

/// What does not fit together: references that lead nowhere, doubled keys, overlapping hours, a
/// service that nobody may accept for …
void checkProfile(const Profile& profile, ProfileProblems& problems);

/// The same for what the rota, shifts, call care and adults-only services need.
void checkStaffing(const Profile& profile, ProfileProblems& problems);

/// Values of the settings that are no time, number or answer: they would be passed over in silence.
void checkSettingValues(const Profile& profile, ProfileProblems& problems);

/// The part of checkProfile that deals with hours, handover slots and clocks.
void checkTimes(const Profile& profile, ProfileProblems& problems);

}
