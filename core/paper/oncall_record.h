#pragma once

#include "core/paper/acceptances.h"

namespace core {

enum class OncallKind { Started, Manager, Call, RingBack, Note, Relief, Handover, HandoverCall };
template <>
inline constexpr const char* words<OncallKind>[]
    = {"started", "manager", "call", "ring_back", "note", "relief", "handover", "handover_call"};

/// Of the On-call Manager Record, by the kinds of line that it carries: the second has what the
/// on-call manager was asked and what was discussed with them (HO-4.4c, HO-3.3), the third what was
/// accepted and then withdrawn (HO-3.6c), the fourth what was done on a ladder besides calling, and
/// why (ESC-6.1f), and names whoever was rung by the name of the role (ESC-6.1d), the fifth what
/// was asked of and discussed with the manager before or after the duty (HO-4.4c, HO-3.3), what
/// they do further, whom they told of it and how a ladder ended (ESC-6.4), that it is about
/// something else (ESC-6.2), why another number was dialled (ESC-6.1b), the words told for
/// information (HO-1.4c), who noted a decline by telephone and which acceptance stands beside a
/// decline (HO-3.6b, HO-3.6c), and calls joint work what it is (HO-3.7).
inline constexpr int editionWithRequests = 2;
inline constexpr int editionWithWithdrawn = 3;
inline constexpr int editionWithLadderSteps = 4;
inline constexpr int editionWithManagerActions = 5;
inline constexpr int editionWithJointWork = 5;
inline constexpr int bookEdition = 5;
inline constexpr int lastEditionUnnamed = 2; ///< by a sign-off

/// A line of the On-call Manager Record (records §2.6).
struct OncallLine {
    int number = 0; ///< from 1, by time
    OncallKind kind = OncallKind::Note;
    Instant at;
    Instant recorded;
    QString who; ///< whom was rung, or the other service
    QString whoBefore; ///< of a call: the same as a book before the fourth edition has it
    QString dialled;
    int attempt = 0; ///< of a call: the how-manieth to this number about this case
    QString result;
    QString resultBefore; ///< of a handover: the same as a book before the fifth edition has it
    CaseId caseId;
    QString caseRef;
    QString text; ///< facts, words
    QString decision;
    QString direction;
    QString told; ///< from the fifth edition on: why another number, the information's words, or
                  ///< what stands beside a decline
    QString transferNumber; ///< of a handover: the same in both books. HO-3.6c
    QString by;
    bool urgent = false;
    bool corrected = false; ///< shown ruled through; a later line corrects it
    QString lateReason;
    bool late = false;
    bool afterSignOff = false;
    int edition = 1; ///< of the book: the first that carries such a line
    bool notSigned = false; ///< the book, when it was signed, carried no such lines
};

/// The On-call Manager Record of one duty, as data. A view of the events: nothing is typed into it.
struct OncallRecord {
    DutyId duty;
    QString service; ///< its name
    Instant from;
    Instant to;
    std::optional<Instant> takenUpAt; ///< none: not yet
    std::vector<Timeline<ManagerOnCall>::Entry> managers;
    std::vector<OfficerOnDuty> officers;
    QString knownEvents;
    std::vector<OncallLine> lines;
    std::vector<AcceptanceLine> acceptances; ///< as the other book carries them
    std::vector<SignOff> signOffs;
    bool changedSinceSignOff = false; ///< a line that was signed reads otherwise now
};

/// The duty of that period; nobody took it up: an empty one, whose book still carries what was
/// answered in it. HO-3.6c
Duty dutyOfBook(const DutyPeriod& period, const Records& records, const Profile& profile);

OncallRecord oncallRecord(
    const Duty& duty, const Records& records, const ServiceCalendar& calendar);

/// BLAKE2b-256 over the lines recorded by `known` that the book of `edition` carries, hexadecimal:
/// what a sign-off names. HO-3.6c
QString linesDigest(const OncallRecord& record, Instant known, int edition = bookEdition);

/// "no answer", "voicemail left", …
QString resultText(AttemptResult result);

}
