#include "core/conflict/meaning.h"

namespace core {

namespace {

constexpr unsigned guarded = Sets::Waits | Sets::Rests;

// The case goes on while somebody starts something on it that another desk did not see when
// closing.
const Sets goesOn{"open", "goes on", Sets::Plain, "Whether the case is closed", "goes on"};

const MeaningTable entries{
    {"case.opened", {{"responsible", "opened"}, {"open", "goes on"}}},
    {"case.contact_joined", {}},
    {"case.described", {{"", "", Sets::Each}}},
    {"case.noted", {}},
    {"case.corrected", {}},
    {"case.decided", {}},
    {"case.decision_completed", {{"decision:{id}.", "", Sets::Each}}},
    {"case.late_explained", {{"late:{id}.", "", Sets::Each}}},
    {"case.shared", {}},
    {"case.written", {}},
    {"case.closed",
        {{"open", "closed", guarded | Sets::Single, "Whether the case is closed",
             "closed: {outcome} {words}"},
            {"responsible", "closed", guarded | Sets::Follows, "Who is responsible",
                "closed the case: {outcome}"}}},
    {"case.reopened", {{"open", "goes on", guarded, "Whether the case is closed", "reopened"}}},
    {"case.flagged", {}},
    {"case.task_added", {}},
    {"case.task_done",
        {{"task:{id}", "{result}", Sets::Plain, "What came of a task", "done: {result}"}}},
    {"case.lead_named",
        {{"lead", "{name} {role} {service}", Sets::Plain, "Who leads",
            "{name}, {role}, {service}"}}},
    {"case.allocated", {{"allocated", "{user} {name}", Sets::Plain, "Allocated to", "{name}"}}},
    {"case.staged", {{"stage", "{stage}", Sets::Plain, "Stage"}}},
};

const MeaningTable clocksAndStatus{
    {"case.clock_started",
        {{"clock {kind} {title}", "{start}", Sets::Plain, "Start of the clock {title}",
             "{start}, {evidence}"},
            goesOn}},
    {"case.clock_other_start",
        {{"clock:{id}.start", "{start}", Sets::Plain, "Start of a clock", "{start}, {evidence}"}}},
    {"case.clock_renewed",
        {{"clock:{id}.start", "{start}", Sets::Plain, "Start of a clock", "{start}, {evidence}"},
            {"clock:{id}.state", "runs", Sets::Plain, "Whether a clock runs",
                "begun again {start}"}}},
    {"case.clock_ended",
        {{"clock:{id}.state", "ended", Sets::Waits, "Whether a clock runs", "ended: {outcome}"},
            {"clock:{id}.outcome", "{outcome}", Sets::Plain, "How a clock ended"}}},
    {"case.clock_resumed",
        {{"clock:{id}.state", "runs", Sets::Plain, "Whether a clock runs", "had not ended: {why}"},
            {"status:{status}", "stands", Sets::Plain, "How a legal status ended",
                "had not ended: {why}"},
            goesOn}},
    {"case.clock_superseded",
        {{"clock:{id}.state", "ended", Sets::Waits, "Whether a clock runs", "superseded: {by}"},
            {"clock:{id}.outcome", "{by}", Sets::Plain, "How a clock ended"}}},
    {"case.detention_extended",
        {{"clock:{id}.state", "runs", Sets::Waits, "Whether a clock runs", "extended by {hours} h"},
            {"clock:{id}.extension", "{extends} {hours} {due}", Sets::Waits,
                "Extension of the detention", "{hours} h, {doctor}: {reason}"}}},
    {"case.extension_told", {}},
    {"case.extension_corrected",
        {{"clock:{id}.corrected", "{hours} {due}", Sets::Waits, "Correction of an extension",
            "until {due}: {why}"}}},
    {"case.status_started",
        {{"status", "{status}", Sets::Plain, "Legal status", "{status} {evidence}"}, goesOn}},
    {"case.status_ended",
        {{"status:{id}", "{reason}", Sets::Plain, "How a legal status ended", "ended: {reason}"}}},
    {"case.placed",
        {{"place planned:{planned}", "{kind} {detail}", Sets::Plain, "Place", "{kind} {detail}"}}},
    {"case.doctor_examined", {}},
    {"case.amhp_saw", {}},
    {"case.detention_followed", {{"detention.", "", Sets::Each}}},
    {"case.child_protection_followed", {{"child_protection.", "", Sets::Each}}},
};

const MeaningTable assessment{
    {"case.attendee_added", {}},
    {"case.attendee_changed", {{"attendee:{id}.", "", Sets::Each}}},
    {"case.doctor_called", {}},
    {"case.alternative_explored", {}},
    {"case.assessment_recorded", {{"assessment.", "again< amhp<amhp_name", Sets::Each}}},
    {"case.bed_sought", {}},
    {"case.admission_decided", {}},
    {"case.application_planned",
        {{"application_plan", "{form} {signer} {signed_by} {hospital} {planned_at}", Sets::Plain,
            "Who is to sign the application", "{form}, {signed_by}, {hospital}, {planned_at}"}}},
    {"case.application_signed",
        {{"application", "{form} {signer} {signed_by} {hospital}", Sets::Plain, "Application",
            "{form}, {signed_by}, {hospital}"}}},
    {"case.availability_told",
        {{"availability", "{available} {until} {number} {amhp_name}", Sets::Plain,
            "Availability of the AMHP", "{amhp_name}: {available}, until {until}, {number}"}}},
    {"case.conveyance_noted", {{"conveyance.", "", Sets::Each}}},
    {"case.relative_tried", {}},
    {"case.applicant_authority_told",
        {{"applicant_authority", "{authority}", Sets::Plain, "Authority of the s2 applicant"}}},
    {"case.person_admitted", {{"admitted", "{hospital} {correction}", Sets::Plain, "Admitted to"}}},
};

const MeaningTable documents{
    {"case.referral_updated", {{"referral.", "", Sets::Each}}},
    {"case.form_emailed", {}},
    {"case.document_noted",
        {{"document:{id}",
            "{state} {kind} {title} {location} {file_hash} {follows_by} {owner} {reason}",
            Sets::Plain, "Document {kind}", "{state} {title} {location} {follows_by}"}}},
    {"case.document_awaited",
        {{"document:{id}", "awaited {kind}", Sets::Plain, "Document {kind}",
            "to follow by {follows_by}"}}},
    {"case.document_arrived",
        {{"document:{id}", "came {location} {file_hash}", Sets::Plain, "A document",
            "came: {location} {file_name}"}}},
    {"case.documents_emailed", {}},
};

}

const MeaningTable& caseMeanings()
{
    static const MeaningTable all = [] {
        MeaningTable joined;
        for (const MeaningTable& topic : {entries, clocksAndStatus, assessment, documents})
            joined.insert(joined.end(), topic.begin(), topic.end());
        return joined;
    }();
    return all;
}

}
