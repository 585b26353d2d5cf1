#pragma once

#include "core/casework/case.h"
#include "core/handover/window.h"
#include "core/profile/profile.h"

namespace core {

/// The two calls of a verbal handover: those who coordinate it speak, and, where wished, two
/// practitioners about one handover. HO-3.2a, HO-3.4
enum class HandoverCallKind { Coordination, Practitioners };
template <>
inline constexpr const char* words<HandoverCallKind>[] = {"coordination", "practitioners"};

/// Who spoke with whom, when, about what.
struct HandoverCall {
    HandoverCallKind kind = HandoverCallKind::Coordination;
    QString key; ///< within its record
    QString windowName; ///< may be empty
    CaseId caseId; ///< of practitioners
    QString caseRef;
    QString transferNumber;
    QString from; ///< service keys
    QString to;
    QString giver; ///< who spoke for the giving service; empty: not said
    QString taker;
    std::optional<Instant> started;
    std::optional<Instant> ended;
    QString words;
    QString by; ///< who wrote it down
    Instant recorded;

    Instant at() const { return started.value_or(ended.value_or(recorded)); }
    bool operator==(const HandoverCall&) const = default;
};

/// The call of a window; none while neither a time nor a speaker is told.
std::optional<HandoverCall> callOf(const Window& window);

/// The practitioners' calls about the handovers of a case, oldest first.
std::vector<HandoverCall> callsOf(const Case& record);
std::vector<HandoverCall> callsOf(const Case& record, const HandoverItem& item);

/// "Priya Nair (AMHP day service) with Tom Ashdown (EDT)"; who is not said is named as such.
QString speakersText(const HandoverCall& call, const Profile& profile);

/// "16:46 to 16:58", "since 16:46", "until 16:58".
QString timesText(const HandoverCall& call);

}
