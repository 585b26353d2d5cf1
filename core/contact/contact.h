#pragma once

#include "core/command/fields.h"
#include "core/frontdoor/transfer_parts.h"
#include "core/journal/record.h"
#include "core/journal/timeline.h"

namespace core {

enum class Channel { Phone, Email, Radio, InPerson, AlarmCentre, Other };
template <>
inline constexpr const char* words<Channel>[]
    = {"phone", "email", "radio", "in_person", "alarm_centre", "other"};

enum class Source {
    Police,
    EdAcute,
    MentalHealthTeam,
    Crht,
    StreetTriage,
    Gp,
    Ambulance,
    Custody,
    CareHome,
    Family,
    NearestRelative,
    Self,
    School,
    OtherAuthority,
    Housing,
    Probation,
    DayTeam,
    Anonymous,
    Other
};
template <>
inline constexpr const char* words<Source>[]
    = {"police", "ed_acute", "mental_health_team", "crht", "street_triage", "gp_111", "ambulance",
        "custody", "care_home", "family_carer", "nearest_relative", "self", "school",
        "other_authority", "housing", "probation", "day_team", "anonymous", "other"};

enum class Category {
    Mhaa,
    S136,
    S135,
    AdultSafeguarding,
    ChildProtection,
    ChildPlacement,
    Missing,
    AppropriateAdult,
    PaceBed,
    Homelessness,
    CareBreakdown,
    CarerEmergency,
    WelfareConcern,
    InformationOnly,
    HandoverFromDayTeam,
    AmhpFollowUp,
    Complaint,
    Other
};
template <>
inline constexpr const char* words<Category>[] = {"mhaa", "s136", "s135", "adult_safeguarding",
    "child_protection", "child_placement", "missing", "appropriate_adult", "pace_bed",
    "homelessness", "care_breakdown", "carer_emergency", "welfare_concern", "information_only",
    "handover_from_day_team", "amhp_follow_up", "complaint", "other"};

enum class Concerns { Adult, Child, Both };
template <>
inline constexpr const char* words<Concerns>[] = {"adult", "child", "both"};

/// E1 now, E2 within 2 h, E3 this shift, N next working day.
enum class Urgency { E1, E2, E3, N };
template <>
inline constexpr const char* words<Urgency>[] = {"E1", "E2", "E3", "N"};

enum class PoliceAnswer { Attending, DeclinedRcrp, Signposted, CallBack };
template <>
inline constexpr const char* words<PoliceAnswer>[]
    = {"attending", "declined_rcrp", "signposted", "call_back"};

enum class RcrpThreshold { None, Crime, RiskToLife, SeriousHarm };
template <>
inline constexpr const char* words<RcrpThreshold>[]
    = {"none", "crime", "risk_to_life", "serious_harm"};

/// Right Care, Right Person: what the police were asked and answered. FM-4, clocks §1.7.
struct Rcrp {
    std::optional<bool> policeAsked;
    std::optional<Instant> askedAt;
    std::optional<QString> logNumber;
    std::optional<PoliceAnswer> answer;
    std::optional<RcrpThreshold> threshold;
    std::optional<QString> attendsInstead;
    std::optional<Instant> inspectorAt;
    std::optional<QString> inspectorName;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("police_asked", s.policeAsked, "Were the police asked?");
        v("asked_at", s.askedAt, "When");
        v("log_number", s.logNumber, "Police log number");
        v("answer", s.answer, "Their answer");
        v("threshold", s.threshold, "Threshold argued");
        v("attends_instead", s.attendsInstead, "Who attends instead");
        v("inspector_at", s.inspectorAt, "When it was escalated to an Inspector");
        v("inspector_name", s.inspectorName, "To which Inspector");
    }
};

/// What may be known of a call (records §2.2). Anything may be missing; what is needed is owed.
struct ContactDetails {
    std::optional<Channel> channel;
    std::optional<Source> source;
    std::optional<QString> callerName;
    std::optional<QString> callerAgency;
    std::optional<QString> callerRole;
    std::optional<QString> callBack; ///< number to ring back, as typed
    std::optional<QString> council; ///< profile key, or "out_of_area". FM-5
    std::optional<Category> category;
    std::optional<Concerns> concerns;
    std::optional<QString> place; ///< where the person is now
    std::optional<QString> ageText; ///< age as the caller said it, until a person is linked
    std::optional<QString> wanted; ///< what the caller asks for, and why. COOP-2.2
    std::optional<bool> immediateDanger;
    std::optional<bool> canWait; ///< until the next working day. COM-3.3
    std::optional<QString> canWaitReason;
    std::optional<Urgency> urgency;
    std::optional<Rcrp> rcrp;
    std::optional<QString> checks; ///< systems checked, when, with what result
    std::optional<QString> decision;
    std::optional<QString> rationale;
    std::optional<QString> advice;
    std::optional<QString> legalFramework; ///< MHA, CA 1989, Care Act, MCA, PACE. COM-3.3
    std::optional<QStringList> teams; ///< profile team keys that must have the record. HO-5.2b
    std::optional<bool> gpCopy; ///< HO-5.4
    std::optional<QString> followUp; ///< team and person

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("channel", s.channel, "How it came in");
        v("source", s.source, "Who rang");
        v("caller_name", s.callerName, "Caller's name");
        v("caller_agency", s.callerAgency, "Caller's organisation");
        v("caller_role", s.callerRole, "Caller's role");
        v("call_back", s.callBack, "Number to ring back");
        v("council", s.council, "Council area, by its key in the profile, or out_of_area");
        v("category", s.category, "What the call is about");
        v("concerns", s.concerns, "Adult, child or both");
        v("place", s.place, "Where the person is now");
        v("age_text", s.ageText, "Age as the caller said it");
        v("wanted", s.wanted, "What the caller asks for, and why");
        v("immediate_danger", s.immediateDanger, "Is anyone in immediate danger?");
        v("can_wait", s.canWait, "Can it wait until the next working day?");
        v("can_wait_reason", s.canWaitReason, "Why it can or cannot wait");
        v("urgency", s.urgency, "E1 now, E2 within 2 h, E3 this shift, N next working day");
        v("rcrp", s.rcrp, "Right Care, Right Person: what the police were asked and answered");
        v("checks", s.checks, "Systems checked, when, with what result");
        v("decision", s.decision, "What was decided");
        v("rationale", s.rationale, "Why");
        v("advice", s.advice, "Advice given");
        v("legal_framework", s.legalFramework,
            "Legal framework: MHA, CA 1989, Care Act, MCA, PACE");
        v("teams", s.teams, "Teams that must have the record, by their keys in the profile");
        v("gp_copy", s.gpCopy, "Does the GP need a copy?");
        v("follow_up", s.followUp, "Who follows up: team and person");
    }
};

enum class ContactState { Open, Signposted, CaseOpened, CaseJoined, Closed, PassedOn };
template <>
inline constexpr const char* words<ContactState>[]
    = {"open", "signposted", "case_opened", "case_joined", "closed", "passed_on"};

/// The half of a contact that an answer to the other half left: the contact stays open. S3-R1
struct LeftHalf {
    Half half = Half::Child;
    QString to; ///< service whose it is; empty: the calendar did not know
    ContactState answer = ContactState::Open; ///< what the contact becomes once it is answered
};

/// A line on a record, in the order it happened. A correction points at what it corrects: the old
/// words stay and are shown ruled through.
struct Note {
    PartId id;
    QString kind; ///< "note", "action", "correction", "decision" …
    QString words;
    QString reason;
    QString personsView; ///< of a decision: what the person says to it. COOP-1.5
    QString carersView; ///< the carer's view, or why it was not obtained
    PartId corrects; ///< none unless a correction
    bool corrected = false; ///< a later addendum corrects it
    Instant occurred;
    Instant recorded;
    QString lateReason;
    bool late = false;
    QString by; ///< full name
    QString role;
    QString service;
    Digest event{};
};

/// "Written to RiO at 05:10 by …": a record copied into another system. ESC-6.5, HO-4.4b.
struct Written {
    PartId id;
    QString system;
    QString what; ///< "contact", "assessment", "chronology", an entry's id
    Instant at;
    QString by;
};

/// A line of the send-list: a team that must have a contact, and how far it has come. HO-5.
struct Sending {
    QString team; ///< profile team key
    std::optional<Instant> sentAt;
    QString sentTo; ///< address
    QString sentBy;
    bool outsideSecureDomains = false; ///< DCB1596: the address is on no allow-list
    std::optional<Instant> acknowledgedAt;
    QString acknowledgedBy;
    std::optional<Instant> acknowledgeDue; ///< by when the team says it has it. COM-3.5b, HO-5.1
    std::vector<Instant> acknowledgeWarnings;
};

/// "Ring … back by …": each promise stands by itself until somebody has rung. records §2.2
struct PromisedCall {
    PartId id; ///< none on the promises of older desks, of which a contact keeps the newest
    QString whom;
    QString number; ///< as typed
    Instant due;
    std::vector<Instant> warnings;
    std::optional<Instant> doneAt;
    QString result;
    QString by; ///< who promised it
    Instant at; ///< when
    QString service; ///< whose user promised it
};

/// A fact against a rule. Counted in the SITREP, offered as an escalation.
struct Flagged {
    PartId id;
    QString clause;
    QString text;
    Instant at;
};

struct Contact : RecordBase {
    ContactId id;
    QString ref; ///< "E-2026-11-18-003", gap-free per night and desk
    QString words; ///< the call as it came
    Instant receivedAt;
    QString service; ///< receiving service at that moment: fixes initial responsibility. HO-3.6a
    QString kindOfWork; ///< profile key, "mhaa" …
    QString handler; ///< full name of who took it
    UserId handlerId;
    bool late = false; ///< written down long after it was received
    QString lateReason;
    ContactDetails details;
    PersonId person;
    CaseId caseId;
    ContactState state = ContactState::Open;
    QString outcome; ///< signposted to, or why closed
    std::optional<Instant> closedAt;
    std::vector<Note> notes;
    std::vector<Written> written;
    std::vector<Sending> sendings;
    std::vector<PromisedCall> ringBacks; ///< in the order they were promised
    std::optional<Instant> rungBackAt; ///< the latest attempt or success
    Instant workedAt; ///< when the newest work on it was written down. ESC-6.5
    Timeline<QString> owner; ///< service that has it, from receipt on. S3-vii
    std::optional<Acceptance> acceptance; ///< by the officer who took it over. S3-vii
    std::vector<WarmTransfer> transfers; ///< oldest first. S3-iii
    std::optional<CallBackPromise> callBack; ///< an officer will ring; the newest. S3-iii
    std::optional<PassedOn> passedOn; ///< to the children's service. S3-R1
    std::optional<HalfPassed> halfPassed; ///< of one about an adult and a child. S3-R1
    std::optional<LeftHalf> left; ///< still to be passed on, or closed with what came of it
    std::vector<ContactShare> shares; ///< with whom, beside cases that it is on
    std::vector<Flagged> flags; ///< until it is on a case, whose flags say it then

    bool open() const { return exists() && state == ContactState::Open; }
    /// What was left is answered, or there are no halves any more. S3-R1
    void endLeft(Instant at);
    /// The call to make next: the open promise that is due first, else the last one kept, or none.
    const PromisedCall* nextRingBack() const;
};

/// What each type of event makes of the record.
const EventRules<Contact>& eventRules(const Contact*);

Contact evolved(Contact contact, const Event& event);

/// When something came last that another system has to have too: the call or what was written down
/// since, but for what sends the record on, joins it to a case, which tells it then, or explains
/// why it was late. ESC-6.5
Instant lastWorkedAt(const Contact& contact);

}
