#pragma once

#include "core/contact/contact.h"
#include "core/duty/ladder_parts.h"

namespace core {

struct OfficerOnDuty {
    UserId user;
    QString name;
    bool amhp = false; ///< works this duty with an AMHP warrant
    Instant from;
    std::optional<Instant> until; ///< planned end, or when the officer left
    bool left = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("user", s.user);
        v("name", s.name);
        v("amhp", s.amhp);
        v("from", s.from);
        v("until", s.until);
    }
};

/// Who the on-call manager is, and the one number to ring. ESC-6.1b.
struct ManagerOnCall {
    QString name;
    QString number;
    bool unknown = false; ///< whose number nobody knows: no other's is theirs

    bool operator==(const ManagerOnCall&) const = default;
};

/// What a call was first said to have come to, and when that was known.
struct EarlierResult {
    AttemptResult result = AttemptResult::Copied;
    Instant at;
};

/// A telephone attempt: on the On-call Manager Record whatever came of it. ESC-5.2, 6.1.
struct CallAttempt {
    PartId id;
    Instant at;
    QString contact; ///< profile contact key, or free words
    QString number;
    QString numberReason; ///< why another number than the profile's. ESC-6.1b
    AttemptResult result = AttemptResult::Copied;
    std::optional<Instant> resultAt; ///< when it was known, if later than `at`
    bool incoming = false; ///< they rang us. ESC-6.6
    bool urgent = false;
    CaseId caseId;
    QString about;
    QString decision; ///< what the manager decided. ESC-6.3
    QString direction; ///< what the officer was told to do. ESC-6.3
    QString by;
    Instant recorded;
    QString lateReason;
    bool corrected = false; ///< a later note corrects it
    std::vector<EarlierResult> earlier; ///< what was written before `result`, oldest first. INV-10
    PartId callBack; ///< the call in which they rang back, when it was written on this one
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
    UserId owner; ///< who promised it, or who took it over at relief
    QString ownerName;
    std::optional<Instant> doneAt;
    Instant doneRecorded;
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
    Instant recorded;
};

/// One shift of a service gave its open work to the next; the service stays responsible. S3-ii
struct ShiftHandover {
    PartId id;
    Instant at;
    QString giver;
    UserId giverId;
    QString taker;
    UserId takerId;
    std::vector<CaseId> handed; ///< every open case of the service but those that stay
    std::vector<CaseId> staying; ///< with their officer
    QString stayingWords;
    QString readBack; ///< by the one who takes over
    Instant recorded;
};

/// The end of a duty as signed: what it covered and the page that was read. Later lines show as
/// "after sign-off".
struct SignOff {
    Instant at;
    Instant recorded;
    QString by;
    int lines = 0; ///< lines of the On-call Manager Record then
    QString linesDigest; ///< BLAKE2b-256 over them, hexadecimal
    QString page; ///< digest of the page as rendered, hexadecimal
    std::optional<int> edition = {}; ///< of the book; none: signed before editions were written
};

/// Who is to know what, how, by whom, and until when. COM-1.2
struct Notice {
    PartId id;
    Instant at;
    QString audience;
    QString message;
    QString how;
    QString owner; ///< who is responsible for telling them
    std::optional<Instant> until;
    QString by;
};

/// A compliment, kept beside the concerns: both teach. COM-7.5
struct Compliment {
    PartId id;
    Instant at;
    QString from;
    QString about;
    QString words;
    QString theme;
    QString by;
};

/// One service's period of duty: who is on, who the manager is, whom was rung. Identified by
/// service and start, so that all desks of the service mean the same one.
struct Duty : RecordBase {
    DutyId id;
    QString service;
    Instant from;
    Instant to;
    std::optional<Instant> startedAt; ///< when somebody took it up; none: opened by a first entry
    std::vector<OfficerOnDuty> officers;
    QString manager; ///< on-call manager's name, the newest
    QString managerNumber;
    Timeline<ManagerOnCall> managers;
    QString knownEvents;
    std::vector<Note> notes;
    std::vector<CallAttempt> attempts;
    std::vector<RingBack> ringBacks;
    std::vector<RunningLadder> ladders; ///< oldest first. ESC-6.1
    std::vector<ManagerAction> managerActions; ///< ESC-6.4
    std::vector<Relief> reliefs;
    std::vector<ShiftHandover> shiftHandovers; ///< at the end of this one. S3-ii
    std::vector<Written> written;
    std::vector<Notice> notices;
    std::vector<Compliment> compliments;
    std::vector<SignOff> signOffs; ///< oldest first
    std::optional<Instant> signedOffAt; ///< of the newest
    QString signedOffBy;
    QString signedOffPage; ///< digest of the page as rendered

    /// The officer's line while on duty, or none.
    const OfficerOnDuty* onDuty(const UserId& user) const;
    const CallAttempt* attempt(const PartId& wanted) const;
    const RingBack* ringBack(const PartId& wanted) const;
};

DutyId dutyId(const QString& profileKey, const QString& service, Instant from);

/// What each type of event makes of the record.
const EventRules<Duty>& eventRules(const Duty*);

Duty evolved(Duty duty, const Event& event);

}
