#pragma once

#include "core/contact/contact.h"
#include "core/journal/record.h"

namespace core {

/// Word was heard of somebody who is out. COM-3.8
struct VisitCheck {
    Instant at;
    QString by; ///< who took the word
    QString words;
    bool late = false; ///< after the check-in was due
};

/// Nobody was heard of in time: who was told. COM-3.8
struct VisitAlarm {
    Instant at;
    QString told;
    QString words;
    QString by;
};

/// Somebody is out on a visit: where, until when, when they are heard of next, and who answers the
/// telephone and watches the clocks meanwhile. COM-3.8
struct Visit : RecordBase {
    VisitId id;
    QString service;
    UserId officer;
    QString officerName;
    QString with; ///< who goes along
    QString where;
    QString vehicle;
    QString number; ///< at which they are reached
    QString risks; ///< known of the place: dogs, weapons, stairs
    CaseId caseId;
    ContactId contact;
    Instant leftAt;
    std::optional<Instant> backBy; ///< none: not said, owed
    std::vector<Instant> backWarnings;
    Instant nextCheck;
    std::vector<Instant> checkWarnings;
    int checkEvery = 0; ///< minutes between check-ins
    QString answers; ///< who answers the telephone meanwhile
    QString watches; ///< who watches the clocks, this one among them
    std::vector<VisitCheck> checks; ///< oldest first
    std::vector<VisitAlarm> alarms; ///< oldest first
    int missed = 0; ///< check-ins that came after they were due
    std::optional<Instant> returnedAt;
    QString returned; ///< what was said on return
    std::vector<Note> notes; ///< written up, where they belong to no case or contact
    std::optional<Instant> writtenUpAt;

    bool open() const { return exists() && !id.isNull() && !returnedAt; }
    /// When they were last heard of: on leaving, at a check-in, on return.
    Instant lastHeard() const;
};

/// What each type of event makes of the record.
const EventRules<Visit>& eventRules(const Visit*);

Visit evolved(Visit visit, const Event& event);

}
