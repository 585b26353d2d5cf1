#pragma once

#include "core/casework/cooperation/cooperation_parts.h"
#include "core/casework/extension/told_extension.h"
#include "core/casework/parts.h"
#include "core/casework/status/course_parts.h"
#include "core/casework/worked.h"
#include "core/journal/record.h"

#include <QSet>

namespace core {

/// A time during which a case was closed, by when it was closed and opened again.
struct ClosedSpell {
    Instant from;
    std::optional<Instant> until; ///< none: closed still

    bool operator==(const ClosedSpell&) const = default;
};

/// Another service may see the case and these records with it, from their first events on.
struct Share {
    QString with; ///< service
    QStringList subjects; ///< "person:UUID"
    Digest event{}; ///< that said so
    DeskId desk; ///< whose it is
    qint64 seq = 0;

    bool operator==(const Share&) const = default;
};

/// A case: the unit that one service is responsible for at every instant. HO-3.6.
struct Case : RecordBase {
    CaseId id;
    QString ref; ///< "C-2026-11-18-002"
    PersonId person;
    std::vector<ContactId> contacts; ///< the first opened it
    QString kindOfWork; ///< profile key: "mhaa", "general"
    QString title; ///< one line for the board
    QString council;
    std::optional<Urgency> urgency;
    Instant openedAt;
    std::optional<Instant> closedAt;
    std::vector<ClosedSpell> closedSpells; ///< oldest first; the last is open-ended while closed
    std::optional<Outcome> outcome;
    QString closingWords;

    Timeline<QString> responsible; ///< service keys; never empty once opened
    Timeline<Lead> lead;
    Timeline<Allocation> allocated;
    Timeline<Stage> stage;
    Timeline<Place> place; ///< where the person was: facts only
    std::optional<Place> plannedPlace; ///< where this desk means the person to go
    std::vector<StatusEpisode> statuses; ///< by start, newest last
    std::vector<ClockFact> clocks;
    std::vector<ToldExtension> toldExtensions; ///< whose clock is not known yet

    std::vector<Note> entries;
    std::vector<Worked> work; ///< in the order of the record
    std::vector<Task> tasks;
    ReferralForm referral;
    std::vector<FormIssue> formIssues; ///< oldest first
    std::vector<Attendee> attendees;
    std::vector<DoctorCall> doctorCalls;
    std::vector<Exam> exams;
    std::vector<AlternativeRow> alternatives;
    std::optional<Assessment> assessment; ///< the newest
    std::vector<Assessment> earlierAssessments; ///< before a re-assessment. HO-3.9d
    std::vector<Bed> beds; ///< searches and offers, oldest first
    std::optional<Instant> decisionToAdmit; ///< the earliest of its accounts. CLK-40
    std::vector<AdmissionDecision> admissionDecisions; ///< every account that stands, by time
    std::optional<ApplicationPlan> applicationPlan;
    std::optional<Application> application; ///< the last that was signed
    std::vector<Application> applications; ///< every one that was made, as told
    QString applicantAuthority; ///< LSSA of the s2 applicant. CLK-20
    std::vector<NrAttempt> nrAttempts; ///< by time. CLK-17, CLK-18
    std::optional<Instant> admittedAt;
    QString admittedTo;
    std::optional<Instant> amhpLastSaw; ///< whichever AMHP
    std::vector<Sighting> sightings; ///< of every AMHP, by time. CLK-15
    std::optional<Availability> availability; ///< of the assessing AMHP after the shift. HO-3.9b
    std::vector<Document> documents;
    std::vector<DocumentSending> documentSendings; ///< oldest first
    std::vector<SeniorDiscussion> discussions;
    std::vector<HandoverItem> handovers; ///< oldest first
    std::vector<JointPartner> jointPartners; ///< HO-3.7; the owner stays single
    std::vector<Disagreement> disputes;
    std::vector<DisputeStep> disputeSteps; ///< oldest first. HO-6.3
    std::vector<SupportRequest> supports; ///< COOP-2, COOP-3
    std::vector<HighRiskDiscussion> highRisk; ///< HO-3.7
    std::vector<NeedsAssessment> needs; ///< oldest first. COM-3.5a
    std::vector<Disclosure> disclosures; ///< COOP-1.6
    std::vector<EdtRecord> edtRecords; ///< HO-4
    std::vector<Distribution> distributions; ///< HO-5
    std::vector<EscalationLink> escalations; ///< HO-6.4
    std::vector<Flagged> flags;
    std::vector<Written> written;
    std::vector<Share> shares; ///< who else sees it, and what with it
    DetentionCourse detention; ///< of s136: ambulance, police, attendance
    ChildProtection childProtection;
    std::optional<Instant> conveyanceRequested;
    std::optional<Instant> conveyanceArrived;

    bool open() const { return exists() && !closedAt; }
    /// The handover item that awaits an answer, or none.
    const HandoverItem* pendingHandover() const;
    const StatusEpisode* currentStatus() const;
};

/// What each type of event makes of the record.
const EventRules<Case>& eventRules(const Case*);

Case evolved(Case record, const Event& event);

/// The clock with that identifier, or none.
const ClockFact* clockWith(const Case& record, const PartId& id);

}
