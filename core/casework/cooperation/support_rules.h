#pragma once

#include "core/casework/assessment/assessment_rules.h"
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
    QString opmhMdt; ///< with whom of CRHT's nurses and doctors OPMH discussed it. COOP-4.2
    OlderRoute told; ///< COOP-4.1, COOP-4.2
    std::optional<Instant> gpSeenAt; ///< organic cause excluded by the GP. COOP-4.3
    QString wardReason; ///< why although the person is an in-patient. COOP-3.9d
    bool earlyDischarge = false; ///< always of an in-patient: COOP-3.9d does not ask why
};

/// The crisis team whose area has that postcode, or none: ask. COOP-3.4
const Team* crhtTeam(const Profile& profile, const QString& postcode);

/// The team of the profile that is meant by its key, its name or its contact's, in any case.
const Team* teamMeant(const Profile& profile, const QString& words);

/// A team as it was named, with what is told of it.
struct NamedTeam {
    QString words;
    std::optional<TeamKind> told;
};

/// Of what kind the team is: by the profile, else as told; none: nobody said. COOP-3.9a
std::optional<TeamKind> kindOf(const NamedTeam& team, const Profile& profile);

/// A crisis team is asked as such, by age, area and route, and not as any team. Where only the
/// words say so, it is enough to tell another kind. COOP-3.9a, INV-12
std::optional<Refusal> refuseCrisisTeam(const NamedTeam& team, const Profile& profile);

/// Why a team that may be one of adults for all that the desk can tell is not asked: nobody knows
/// the team that is to come or to take over, or its name says CRHT whatever is told, and the person
/// is under 18 or of an age that nobody knows or confirms. COOP-3.9a, INV-12
std::optional<Refusal> refuseUnknownTeam(const NamedTeam& team, SupportKind kind,
    bool confirmedAdult, const Case& record, const Context& context);

/// Why that team is not asked as CRHT: the profile says that it is another, the officer does, or
/// nobody says that it is one. COOP-3.4
std::optional<Refusal> refuseNotCrht(const NamedTeam& team, const Profile& profile);

/// The profile's team of that name is not of CRHT. COOP-3.4
std::optional<Refusal> refuseKnownOther(const QString& team, const Profile& profile);

/// What stands out where the words alone say of what kind a team is. COOP-3.9a
void tellDoubt(Decision& decision, const NamedTeam& team, SupportKind kind, const Profile& profile);

/// Whether what OPMH found is asked of the request: it went that way, or before that. COOP-4.1
bool asksOpmh(const SupportRequest& request);

/// What is pointed out of an older person: CRHT asked before OPMH, or for an organic illness.
/// COOP-4.1, COOP-4.2
void flagOlder(Decision& decision, const OlderRoute& told);

/// From what age the profile counts a person as older. Q15
int olderFrom(const Profile& profile);

/// Whether the profile counts that age as an older person; 65 and over unless it says otherwise.
/// COOP-4.1, Q15
bool isOlder(const Profile& profile, std::optional<int> age);

/// Whether the request goes through OPMH: an older person in a crisis, in its working hours; an
/// early discharge is none. COOP-4.1
bool goesViaOpmh(const CrhtRoute& route, const Person* person, const Context& context);

/// Why CRHT cannot be asked that way: age and area, an in-patient's change of status without a
/// reason (COOP-3.9d), an older person in hours before OPMH (COOP-4.1, COOP-4.2), or out of hours
/// by somebody who is neither officer nor GP (COOP-4.3).
std::optional<Refusal> refuseCrhtRoute(
    const Case& record, const CrhtRoute& route, const Context& context);

/// The same where CRHT is noted as asked or offered beside a request: the way of referral is
/// settled by the request of the case, and asked for with it where there is none.
std::optional<Refusal> refuseCrhtBeside(
    const Case& record, const CrhtQuestion& asked, const Context& context);

/// Somebody under 18 for whom adult CRHT was asked, or came, before the age was known: flagged once
/// a case. COOP-3.9a, INV-12
void judgeCrhtAgain(
    Decision& decision, const Case& record, const Person& person, const Context& context);

/// What the record still lacks of its requests, of the alternatives and of its discussions.
/// COOP-2.6, COOP-3.3f, COOP-3.4, COOP-3.7, COOP-3.8, COOP-3.10, COOP-4.3, HO-3.7
std::vector<Owed> cooperationOwed(const Case& record);

/// Whether an answer says no, or not now, and so needs to say why. COOP-3.10
bool needsReason(SupportAnswer answer);

/// Whether that answer of a team was told without the reason that it needs. COOP-3.10
bool lacksWords(const SupportReply& reply);

/// Whether any answer of the request was. COOP-3.10
bool lacksWords(const SupportRequest& request);

/// Whether the row of an alternative that did not keep somebody at home needs to say why. COOP-2.6
bool needsReason(AlternativeAnswer answer);

/// What such a row without words owes. COOP-2.6
Owed reasonOfAlternative();

/// The request that an answer or an update names is not on the case. COOP-2.1
Refusal refuseNoRequest();

/// The request with that identifier, the newest when it is null, or none.
const SupportRequest* requestNamed(const Case& record, const PartId& wanted);

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
