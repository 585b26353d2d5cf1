#pragma once

#include "core/contact/contact.h"

namespace core {

struct OfficerOnDuty {
    UserId user;
    QString name;
    bool amhp = false;
    Instant from;
    std::optional<Instant> until;
};

enum class AttemptResult { Answered, NoAnswer, Voicemail, Engaged, CalledBack, Copied };
template <>
inline constexpr const char* words<AttemptResult>[]
    = {"answered", "no_answer", "voicemail", "engaged", "called_back", "copied"};

/// A telephone attempt: on the On-call Manager Record whatever came of it. ESC-5.2, 6.1.
struct CallAttempt {
    PartId id;
    Instant at;
    QString contact; ///< profile contact key, or free words
    QString number;
    AttemptResult result = AttemptResult::Copied;
    bool urgent = false;
    CaseId caseId;
    QString about;
    QString decision; ///< what the manager decided and directed. ESC-6.3
    QString by;
};

/// "Ring … back by …", one key.
struct RingBack {
    PartId id;
    QString whom;
    QString number;
    Instant due;
    std::vector<Instant> warnings;
    CaseId caseId;
    ContactId contact;
    std::optional<Instant> doneAt;
    QString result;
};

/// Relief inside a service: who left, who took over what. The responsible service does not change.
struct Relief {
    PartId id;
    QString leaver;
    UserId leaverId;
    QString reliever;
    UserId relieverId;
    Instant at;
    std::vector<CaseId> taken;
    std::vector<CaseId> exceptions;
    QString exceptionWords;
};

/// One service's period of duty: who is on, who the manager is, whom was rung. Identified by
/// service and start, so that all desks of the service mean the same one.
struct Duty : RecordBase {
    DutyId id;
    QString service;
    Instant from;
    Instant to;
    std::vector<OfficerOnDuty> officers;
    QString manager; ///< on-call manager's name
    QString managerNumber;
    QString knownEvents;
    std::vector<Note> notes;
    std::vector<CallAttempt> attempts;
    std::vector<RingBack> ringBacks;
    std::vector<Relief> reliefs;
    std::vector<Written> written;
    std::optional<Instant> signedOffAt;
    QString signedOffBy;
    QString signedOffPage; ///< digest of the page as rendered
};

DutyId dutyId(const QString& profileKey, const QString& service, Instant from);

Duty evolved(Duty duty, const Event& event);

}
