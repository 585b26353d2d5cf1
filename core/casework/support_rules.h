#pragma once

#include "core/casework/assessment_rules.h"
#include "core/person/person.h"

namespace core {

/// Who asks CRHT: an officer or AMHP, whose assessment is trusted, a GP, or somebody else. COOP-4.3
enum class CrhtReferrer { Officer, Gp, Other };
template <>
inline constexpr const char* words<CrhtReferrer>[] = {"officer", "gp", "other"};

/// What a request to CRHT says of its route.
struct CrhtRoute {
    CrhtQuestion question; ///< age and area. COOP-3.9a, COOP-3.9b
    CrhtReferrer referrer = CrhtReferrer::Officer;
    std::optional<bool> older; ///< overrides the profile's age. Q15
    QString opmhMdt; ///< when and with whom OPMH and CRHT discussed it. COOP-4.2
    std::optional<Instant> gpSeenAt; ///< organic cause excluded by the GP. COOP-4.3
    QString wardReason; ///< why although the person is an in-patient. COOP-3.9d
};

/// The crisis team whose area has that postcode, or none: ask. COOP-3.4
const Team* crhtTeam(const Profile& profile, const QString& postcode);

/// A crisis team is asked as such, by age, area and route: not as any team. COOP-3.9a, INV-12
std::optional<Refusal> refuseCrisisTeam(const QString& team, const Profile& profile);

/// From what age the profile counts a person as older. Q15
int olderFrom(const Profile& profile);

/// Whether the profile counts that age as an older person; 65 and over unless it says otherwise.
/// COOP-4.1, Q15
bool isOlder(const Profile& profile, std::optional<int> age);

/// Whether the request goes through OPMH: an older person, in its working hours. COOP-4.1
bool goesViaOpmh(const CrhtRoute& route, const Person* person, const Context& context);

/// Why CRHT cannot be asked that way: age and area, an in-patient's change of status without a
/// reason (COOP-3.9d), an older person in hours before OPMH (COOP-4.1, COOP-4.2), or out of hours
/// by somebody who is neither officer nor GP (COOP-4.3).
std::optional<Refusal> refuseCrhtRoute(
    const Case& record, const CrhtRoute& route, const Context& context);

/// Minutes of notice that CRHT has before the planned time. COOP-3.8
std::optional<int> noticeMinutes(const std::optional<Instant>& planned, Instant asked);

/// Less notice than the profile's `crht_notice`, an hour, owes its reason. COOP-3.8
bool isShortNotice(std::optional<int> notice, const Profile& profile);

/// CRHT is to be asked as early as possible where care at home may do. COOP-3.7, COOP-3.11
std::optional<Owed> crhtPrompt(const Case& record);

/// What or why is missing. COOP-2.2
std::optional<Refusal> refuseUnclear(const QString& what, const QString& why);

/// Agreed without a discussion. COOP-2.1
std::optional<Refusal> refuseUndiscussed(
    const SupportRequest& request, SupportAnswer answer, const QString& discussion);

}
