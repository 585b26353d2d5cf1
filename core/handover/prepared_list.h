#pragma once

#include "core/casework/application/document_checklist.h"
#include "core/command/decision.h"
#include "core/handover/dispositions.h"
#include "core/profile/calendar.h"
#include "core/records.h"

namespace core {

/// One case on the list that is prepared for a handover window.
struct PreparedItem {
    CaseId caseId;
    QString ref;
    QString title;
    std::vector<Deadline> clocks; ///< running, the heaviest first
    std::optional<HandoverItem> item; ///< of this window, or still unanswered
    std::optional<HandoverItem> informed; ///< told in this window; the owner stays. HO-1.4c
    std::vector<HandoverItem> informedBefore; ///< what else was told in it, oldest first
    std::vector<HandoverItem> contestedBefore; ///< other proposals in it, to be cleared up. HO-3.6c
    QString joint; ///< the receiver works with the giver, who leads; empty: not agreed. HO-3.7
    std::optional<Disposition> kept;
    bool seniorMet = false; ///< HO-3.3: by the proposer's role or by `discussion`
    std::optional<SeniorDiscussion> discussion; ///< the newest since the giver took the case
    std::vector<ChecklistRow> documents;
    QStringList changed; ///< sections of a stale referral form, by title. HO-3.5
    std::optional<Conflict> unsettled; ///< contested.h; nothing is answered until it is settled
    std::vector<Owed> owed; ///< asked at "accept" (it bars acceptance) or at "call" (it does not)
    bool stillSenders = true; ///< false once the receiving service is responsible

    /// Proposed, kept or told; else it stays with the sender, named. HO-3.2.
    bool dispositioned() const { return item || kept || informed; }
    /// Two desks answered the item otherwise: neither answer counts yet. HO-3.6.
    bool contested() const;
    /// The receiver is still to read back what runs. HO-3.6b.
    bool owesReadBack() const;
};

/// Where a line of the list stands. Staying: the window closed without a word about it.
enum class Standing {
    ToPropose,
    Proposed,
    ReadBack,
    AcceptedByTelephone,
    Accepted,
    Declined,
    Kept,
    Informed,
    Staying,
    Contested ///< two desks answered it otherwise
};
template <>
inline constexpr const char* words<Standing>[] = {"to_propose", "proposed", "read_back",
    "accepted_by_telephone", "accepted", "declined", "kept", "informed", "staying", "contested"};

/// The newest word about the line counts: kept after a decline or a withdrawal is kept. HO-3.2.
Standing standingOf(const PreparedItem& line, bool windowClosed);

/// Sets what was told for information in that window: all of it. HO-1.4c
void setInformed(PreparedItem& line, const WindowTimes& times, const Case& record);

/// Sets what was proposed in that window beside the item, declined or withdrawn here and accepted
/// by their record, until it is cleared up. HO-3.6c
void setContestedBefore(PreparedItem& line, const WindowTimes& times, const Case& record);

/// "told for information: …", all that was told in the window; empty: nothing.
QString informedWords(const PreparedItem& line);

/// "joint work with Emergency Duty Team: helps; led by Daytime AMHP Service", where it was agreed
/// with the receiver by then; else empty. HO-1.5, HO-3.7
QString jointWords(
    const WindowTimes& times, const Case& record, Instant by, const Profile& profile);

/// The sender's open cases of the kinds of work that the route carries, most urgent clock first,
/// and those that went over in this window. Other work never stands here. HO-3.1a, HO-3.2.
std::vector<PreparedItem> preparedList(
    const WindowTimes& times, const Records& records, const Profile& profile);

/// One open case of a service that no handover route carries.
struct MorningItem {
    CaseId caseId;
    QString ref;
    QString title;
    QString council; ///< profile key; empty while not known
    QStringList teams; ///< that council's own teams, by their keys
    QString leftFor; ///< who was named to take it in the day; empty: nobody was. HO-2.1c
};

/// Whether a handover from that service carries work of the kind. HO-3.1a.
bool isOnRoute(const QString& kind, const QString& from, const Profile& profile);

/// The service's open cases for their councils' own teams, by council; never shown to the service
/// on the other end of a route. HO-3.1a.
std::vector<MorningItem> morningList(
    const QString& service, const Records& records, const Profile& profile);

}
