#pragma once

#include "core/casework/answer_parts.h"
#include "core/casework/assessment/nr_parts.h"
#include "core/casework/clock_fact.h"
#include "core/casework/enums.h"
#include "core/clock/deadline.h"
#include "core/contact/contact.h"

namespace core {

/// Who leads the work, COOP-2.7: a professional and the service.
struct Lead {
    QString name;
    QString role;
    QString service;
    bool operator==(const Lead&) const = default;
};

/// The person inside the responsible service who has the case. Changes nothing about
/// responsibility.
struct Allocation {
    UserId user;
    QString name;
    bool operator==(const Allocation&) const = default;
};

struct Place {
    PlaceKind kind = PlaceKind::NotKnown;
    QString detail; ///< "Luton ED, majors"
    bool planned = false; ///< asked for or planned by this desk, not yet a fact
    QString authority = {}, authorityRank = {}; ///< for a police station. CLK-03
    QString whyStation = {}; ///< why a police station and no other place
    bool operator==(const Place&) const = default;
};

/// When an AMHP last personally saw the person. CLK-15
struct Sighting {
    QString amhp;
    Instant at;
};

/// An account of when it was decided that a bed is needed. CLK-40
struct AdmissionDecision {
    Instant at;
    QString by;
};

struct Task {
    PartId id;
    QString what;
    QString who;
    Instant due;
    std::vector<Instant> warnings;
    std::optional<Instant> doneAt;
    QString result;
    QString doneBy;
    QString clause;
    QString kind; ///< "task", "anticipated_action", "ring_back", "interim_check"
    bool lapsed = false; ///< ended at `doneAt` without being done. COOP-1.5
    Instant addedAt = {};
    Instant addedRecorded = {};
    QString addedBy = {};
    Instant doneRecorded = {};

    /// What came of it, in words.
    QString ending() const;
};

/// The AMHP referral form's own fields (records §2.3); person, clocks, doctors and documents are
/// printed from where they stand. HO-3.5.
struct ReferralForm {
    std::optional<QString> referrerName;
    std::optional<QString> referrerRole;
    std::optional<QString> referrerOrganisation;
    std::optional<QString> referrerNumber;
    std::optional<QString> secondContact;
    std::optional<bool> nearestRelativeRequest; ///< s13(4)
    std::optional<QString> nrRequestBy;
    std::optional<QString> whyNow;
    std::optional<QString> history;
    std::optional<QString> medication;
    std::optional<QString> substances;
    std::optional<QString> physicalHealth;
    std::optional<QString> fitForAssessment; ///< who said so, when
    std::optional<QString> organicExcluded;
    std::optional<QString> riskSelf;
    std::optional<QString> riskOthers;
    std::optional<QString> riskFromOthers;
    std::optional<QString> selfNeglect;
    std::optional<QString> absconding;
    std::optional<QString> riskChildren;
    std::optional<QString> riskStaff;
    std::optional<QString> protective;
    std::optional<QString> nrName;
    std::optional<QString> nrRelationship;
    std::optional<QString> nrIdentifiedHow;
    std::optional<QString> nrTelephone;
    std::optional<QString> nrInformed; ///< informed or consulted, when, by whom
    std::optional<QString> nrObjection;
    std::optional<NrAnswer> nrAnswer; ///< none: read from the words. CLK-18
    std::optional<QString> nrNotConsulted; ///< why
    std::optional<QString> access; ///< entry, warrant, police
    std::optional<QString> conveyance;
    std::optional<QString> childrenAndPets;
    std::optional<QString> wishes; ///< the person's own. COOP-2.4

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("referrer_name", s.referrerName, "Referrer's name");
        v("referrer_role", s.referrerRole, "Referrer's role");
        v("referrer_organisation", s.referrerOrganisation, "Referrer's organisation");
        v("referrer_number", s.referrerNumber, "Referrer's direct number");
        v("second_contact", s.secondContact, "Second contact and number");
        v("nearest_relative_request", s.nearestRelativeRequest,
            "Is it a nearest relative's request under s13(4)?");
        v("nr_request_by", s.nrRequestBy, "By whom, relationship, oral or written");
        v("why_now", s.whyNow, "Why now: what is happening");
        v("history", s.history, "Recent history and diagnosis, if known");
        v("medication", s.medication, "Medication");
        v("substances", s.substances, "Substance use");
        v("physical_health", s.physicalHealth, "Physical health");
        v("fit_for_assessment", s.fitForAssessment, "Fit for assessment: who said so, when");
        v("organic_excluded", s.organicExcluded, "Organic cause excluded: by whom, when");
        v("risk_self", s.riskSelf, "Risk to self");
        v("risk_others", s.riskOthers, "Risk to others");
        v("risk_from_others", s.riskFromOthers, "Risk from others");
        v("self_neglect", s.selfNeglect, "Self-neglect");
        v("absconding", s.absconding, "Absconding");
        v("risk_children", s.riskChildren, "Risk to children");
        v("risk_staff", s.riskStaff, "Risk to staff: weapons, dogs");
        v("protective", s.protective, "Protective factors and strengths");
        v("nr_name", s.nrName, "Nearest relative's name");
        v("nr_relationship", s.nrRelationship, "Relationship");
        v("nr_identified_how", s.nrIdentifiedHow, "How identified (s26)");
        v("nr_telephone", s.nrTelephone, "Nearest relative's telephone");
        v("nr_informed", s.nrInformed, "Informed or consulted: when, by whom, or why not");
        v("nr_objection", s.nrObjection, "Objection");
        v("nr_answer", s.nrAnswer, "What the nearest relative says to an application");
        v("nr_not_consulted", s.nrNotConsulted, "Why the nearest relative could not be consulted");
        v("access", s.access, "Access: entry, warrant, police, locksmith");
        v("conveyance", s.conveyance, "Conveyance");
        v("children_and_pets", s.childrenAndPets, "Children, dependants, pets and property");
        v("wishes", s.wishes, "The person's own wishes");
    }
};

/// The form as it went out: stale when what it prints now has another digest. HO-3.5.
struct FormIssue {
    Instant at;
    QString to;
    QString by;
    QString printedDigest; ///< of the printed fields at that moment
    QStringList sections; ///< "key:digest" of each section, so that a change can be named
};

struct Attendee {
    PartId id;
    QString role; ///< "doctor_1", "police", "crht", "interpreter" …
    QString name;
    QString number;
    std::optional<Instant> requestedAt;
    std::optional<Instant> confirmedAt;
    std::optional<Instant> expectedAt;
    std::optional<Instant> arrivedAt;
};

struct DoctorCall {
    PartId id;
    Instant at;
    QString name;
    QString number;
    QString result; ///< "available", "declined", "no_answer", "voicemail"
    std::optional<Instant> availableFrom;
    bool s12 = false;
    bool knowsPatient = false;
    QString by;
};

struct Exam {
    PartId id;
    Instant at;
    QString doctor;
    bool joint = false;
    bool s12 = false;
    QString form; ///< "A4", "A3" …
};

struct AlternativeRow {
    PartId id;
    Alternative option = Alternative::Other;
    AlternativeAnswer answer = AlternativeAnswer::Tried;
    QString who;
    Instant at;
    QString reason;
};

struct Assessment {
    std::optional<Instant> plannedAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    QString place;
    UserId amhp;
    QString amhpName;
    std::optional<Outcome> outcome;
    QString reasons;
    QString personsView;
    QString carersView;

    bool detains() const; ///< the outcome is an application for detention
};

struct Bed {
    PartId id;
    Instant at;
    QString type; ///< "adult_acute", "picu", "camhs_tier_4" …
    QString result; ///< "searching", "offered", "declined", "none"
    QString hospital; ///< one specific hospital
    std::optional<Instant> availableFrom;
    QString by;
    QString crht; ///< what the crisis team does to find it. COOP-3.3e
};

struct Application {
    QString form; ///< "A2", "A6", "A10"
    Instant signedAt;
    UserId signer; ///< none when not a user of the desk
    QString signedBy;
    QString hospital;

    bool operator==(const Application&) const = default;
};

/// Who is to sign the application once there is a bed: planned by this desk, not yet a fact.
struct ApplicationPlan {
    QString form;
    std::optional<Instant> plannedAt;
    UserId signer;
    QString signedBy;
    QString hospital;
};

struct Availability {
    bool available = false;
    std::optional<Instant> until;
    QString number;
    QString by; ///< the AMHP who said so
    Instant at;
};

struct Document {
    PartId id;
    DocumentKind kind = DocumentKind::Other;
    DocumentState state = DocumentState::Attached;
    QString title;
    QString location; ///< RiO, SharePoint …, when held elsewhere
    QString fileHash; ///< of the copy in the store, BLAKE2b-256 hexadecimal
    QString fileName;
    qint64 fileSize = 0;
    std::optional<Instant> followsBy; ///< due time of "to follow"
    QString owner; ///< who brings it
    std::vector<Instant> warnings;
    std::optional<Instant> arrivedAt; ///< when what was to follow came
    std::optional<Instant> emailedAt;
    QString emailedTo;
    Instant notedAt;
    QString reason;
};

/// One e-mail with documents of a case. HO-3.1b, HO-3.5.
struct DocumentSending {
    PartId id;
    Instant at;
    QString to;
    QString by;
    std::vector<DocumentKind> kinds;
};

/// A discussion with the on-call manager or AMHP Lead before a handover. HO-3.3.
struct SeniorDiscussion {
    PartId id;
    Instant at;
    QString with;
    QString role;
    QString agreed;
    Instant recorded = {};
    QString by = {};
};

/// I-PASS (handover §3.3); the clocks are copied in by the program and cannot be removed.
struct Ipass {
    QString illness; ///< "critical_clock", "watcher", "stable"
    QString summary;
    QString actions;
    QString contingency;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("illness", s.illness, "Severity; critical_clock, watcher or stable");
        v("summary", s.summary, "Person summary: at most three lines");
        v("actions", s.actions, "Actions outstanding: what, who, by when");
        v("contingency", s.contingency, "If … then …, and who to ring");
    }
};

/// A clock as the handover item showed it. HO-3; cannot be left out.
struct ClockSnapshot {
    QString kind;
    QString title;
    Instant due;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("kind", s.kind);
        v("title", s.title);
        v("due", s.due);
    }
    bool operator==(const ClockSnapshot&) const = default;
};

/// A proposed transfer of responsibility, or information only. HO-1.4, HO-3.
struct HandoverItem {
    PartId id;
    QString transferNumber; ///< "T-2026-11-18-PM-01", minted when proposed
    WindowId window;
    QString windowName; ///< "2026-11-18-PM"; empty outside a window
    QString from; ///< service keys
    QString to;
    HandoverPurpose purpose = HandoverPurpose::HandOver;
    HandoverReason reason = HandoverReason::UnableToComplete;
    QString words; ///< why this service fits. COOP-2.5
    Ipass ipass;
    std::vector<ClockSnapshot> clocks;
    Instant proposedAt;
    QString proposedBy;
    bool seniorMet = false; ///< HO-3.3 met by itself
    ItemState state = ItemState::Proposed;
    QString readBack;
    std::optional<Instant> readBackAt;
    std::optional<Instant> answeredAt; ///< accepted, declined or withdrawn, when it happened
    QString answeredBy;
    QString answeredRole;
    QString answerWords;
    QString declineNotedBy; ///< declined by telephone: who of the giver wrote it down. HO-3.6b
    QString stays; ///< accepted in part: the actions that stay with the giver
    bool theirRecordOutstanding = false; ///< accepted by telephone, not yet confirmed. HO-3.6b
    std::optional<Instant> theirRecordBy; ///< profile time by which it must be here
    QString coordinators; ///< of both services: told when it is not here by then
    std::optional<Instant> confirmedAt;
    QString confirmedBy; ///< their record, or the confirming e-mail's reference
    std::optional<NotedAcceptance> byTelephone; ///< as the giver noted it
    std::optional<NotedAcceptance> theirRecord; ///< as the receiver recorded it
    QString email; ///< the confirming e-mail, filed beside their record
    std::optional<BooksReconciled> reconciled; ///< what differs between the two was cleared up
    std::optional<CodeComparison> codes; ///< the last time that both ends compared them
    std::vector<PractitionerCall> calls; ///< in the order of the record
    bool warrant = false; ///< HO-3.8
    QString warrantLead;
    std::optional<Instant> warrantLeadAt;
    QString warrantManager;
    std::optional<Instant> warrantManagerAt;
    QString warrantActions;
};

struct JointPartner {
    QString service;
    QString role; ///< what it does
    Instant since;
    QString agreed; ///< with whom, and what
    QString agreedBy; ///< of a warrant: lead and on-call manager, with their times. HO-3.8
};

/// A disagreement: care goes on, the owner does not change. COOP-2.8, HO-6.
struct Disagreement {
    PartId id;
    Instant at;
    QString about;
    QString by;
    std::optional<Instant> settledAt;
    QString settlement;
    EscalationId escalation; ///< that it opened by itself
};

}
