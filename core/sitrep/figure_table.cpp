#include "core/sitrep/counting.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

using B = FigureBlock;
constexpr auto period = FigureWhen::InPeriod;
constexpr auto cutOff = FigureWhen::AtCutOff;
constexpr auto start = FigureWhen::AtStart;
constexpr auto was = FigureBasis::AsItWas;
constexpr auto now = FigureBasis::AsNow;

std::vector<FigureDefinition> caseload()
{
    return {
        {"caseload.opening", B::Caseload, "Open at the start",
            "Cases open just before the period began, by the service then responsible.", start, was,
            "HO-3.6", countOpening},
        {"caseload.received", B::Caseload, "Received",
            "Cases opened in the period, by the service that received them.", period, was, "HO-3.6",
            countReceived},
        {"caseload.reopened", B::Caseload, "Reopened", "Closed cases opened again in the period.",
            period, was, "HO-3.6", countReopened},
        {"caseload.transferred_in", B::Caseload, "Transferred in",
            "Changes of the responsible service in the period, counted where the case came to.",
            period, was, "HO-3.6", countTransferredIn},
        {"caseload.transferred_out", B::Caseload, "Transferred out",
            "Changes of the responsible service in the period, counted where the case came from.",
            period, was, "HO-3.6", countTransferredOut},
        {"caseload.closed", B::Caseload, "Closed", "Cases closed in the period.", period, was,
            "HO-3.6", countClosed},
        {"caseload.closing", B::Caseload, "Open at cut-off",
            "Opening + received + reopened + in - out - closed, counted on its own from the "
            "records.",
            cutOff, was, "HO-3.6", countClosing},
    };
}

std::vector<FigureDefinition> demand()
{
    return {
        {"demand.referrals", B::Demand, "Mental Health Act assessment referrals",
            "Assessment cases opened in the period; status and place are the first on record.",
            period, now, "HO-3.10", countReferrals},
        {"demand.contacts", B::Demand, "Contacts taken", "All contacts received in the period.",
            period, now, "HO-3.10", countContacts},
        {"demand.contacts_other", B::Demand, "Contacts other than assessment referrals",
            "Contacts received in the period whose work is not a Mental Health Act assessment.",
            period, now, "HO-3.10", countOtherContacts},
        {"demand.contacts_undecided", B::Demand, "Contacts not yet decided",
            "Of the period's contacts, those neither signposted, closed nor joined to a case.",
            cutOff, now, "COM-3.3", countUndecidedContacts},
    };
}

std::vector<FigureDefinition> flowNow()
{
    return {
        {"flow.awaiting_triage", B::FlowNow, "Awaiting triage",
            "Open assessment cases at the stage received or triage, without those of which triage "
            "found that no assessment is required; longest since then.",
            cutOff, was, "HO-3.10", countAwaitingTriage},
        {"flow.awaiting_allocation", B::FlowNow, "Accepted, awaiting allocation",
            "Open assessment cases at the stage accepted; longest since then.", cutOff, was,
            "HO-3.10", countAwaitingAllocation},
        {"flow.allocated", B::FlowNow, "Allocated, not started",
            "Open assessment cases at the stage allocated or planned.", cutOff, was, "HO-3.10",
            countAllocated},
        {"flow.in_progress", B::FlowNow, "In progress",
            "Open assessment cases at the stage in progress.", cutOff, was, "HO-3.10",
            countInProgress},
        {"flow.awaiting_bed", B::FlowNow, "Assessed, awaiting a bed",
            "Open assessment cases at the stage awaiting bed, by the bed last searched for; "
            "longest "
            "since the decision to admit, or since that stage where none is told.",
            cutOff, was, "HO-3.9", countAwaitingBed},
        {"flow.awaiting_conveyance", B::FlowNow, "Awaiting conveyance",
            "Open assessment cases with an application made and no admission.", cutOff, was,
            "HO-3.9", countAwaitingConveyance},
    };
}

std::vector<FigureDefinition> completed()
{
    return {
        {"completed.assessments", B::Completed, "Assessments completed",
            "Assessments that ended in the period with an outcome, by outcome; a death counts "
            "among the deaths only.",
            period, was, "HO-3.10", countCompleted},
        {"completed.not_completed", B::Completed, "Not completed",
            "Assessments that ended in the period without one, by reason.", period, was, "HO-3.10",
            countNotCompleted},
    };
}

std::vector<FigureDefinition> legalClocks()
{
    return {
        {"legal.running", B::LegalClocks, "Statutory clocks running",
            "Statutory clocks started and not ended, expired ones included, by kind.", cutOff, was,
            "CLK-01", countRunningClocks},
        {"legal.s136", B::LegalClocks, "Detained under s136",
            "Running s136 clocks with the time left.", cutOff, was, "CLK-01", countUnderS136},
        {"legal.s5_2", B::LegalClocks, "Held under s5(2)",
            "Running s5(2) clocks with the time left.", cutOff, was, "CLK-12", countHeldUnderS5},
        {"legal.extended_now", B::LegalClocks, "Extended under s136B",
            "Running clocks of s136 and s135(1) that were extended, with the time left.", cutOff,
            was, "CLK-02", countExtended},
        {"legal.expired", B::LegalClocks, "Expired",
            "Statutory clocks that ran out in the period before they had ended.", period, was,
            "CLK-01", countExpired},
        {"legal.recommendations", B::LegalClocks, "14-day limits within 3 days",
            "Running limits of 14 days that end within 3 days of cut-off.", cutOff, was, "CLK-16",
            countExpiringRecommendations},
    };
}

std::vector<FigureDefinition> emergencyDepartment()
{
    return {
        {"ed.waiting", B::EmergencyDepartment, "Waiting for admission",
            "People in an emergency department with a decision to admit; longest since then.",
            cutOff, was, "CLK-40", countEdWaits},
        {"ed.waiting_4h", B::EmergencyDepartment, "… for 4 hours or more",
            "Of these, 4 hours or more after the decision to admit.", cutOff, was, "CLK-40",
            countEdWaits4},
        {"ed.waiting_8h", B::EmergencyDepartment, "… for 8 hours or more",
            "Of these, 8 hours or more after the decision to admit.", cutOff, was, "CLK-40",
            countEdWaits8},
        {"ed.waiting_12h", B::EmergencyDepartment, "… for 12 hours or more",
            "Of these, 12 hours or more after the decision to admit.", cutOff, was, "CLK-40",
            countEdWaits12},
        {"ed.breaches", B::EmergencyDepartment, "Reached 4, 8 or 12 hours",
            "Waits that passed a limit in the period while the person was still waiting there.",
            period, was, "CLK-40", countEdBreaches},
    };
}

std::vector<FigureDefinition> placeOfSafety()
{
    return {
        {"place.suite", B::PlaceOfSafety, "In a s136 suite", "People whose place is a s136 suite.",
            cutOff, was, "CLK-03", countInSuites},
        {"place.ed", B::PlaceOfSafety, "Under s136 in an emergency department",
            "People detained under s136 whose place is an emergency department.", cutOff, was,
            "CLK-03", countInEdUnderS136},
        {"place.police_station", B::PlaceOfSafety, "In a police station",
            "People under s136 or s135(1) whose place is a police station: the target is none.",
            cutOff, was, "CLK-03", countInPoliceStations},
        {"place.under_18_detained", B::PlaceOfSafety, "Under 18 and under s136 or s135(1)",
            "People detained under s136 or s135(1) who were under 18 at cut-off, by the age on "
            "record.",
            cutOff, was, "CLK-04", countUnder18},
    };
}

std::vector<FigureDefinition> capacity()
{
    return {
        {"capacity.officers", B::Capacity, "Officers on duty",
            "Officers whose duty ran at cut-off, by service.", cutOff, was, "COM-3.1",
            countOfficers},
        {"capacity.amhps", B::Capacity, "… with an AMHP warrant",
            "Of these, those working the duty with an AMHP warrant.", cutOff, was, "COM-3.1",
            countAmhps},
        {"capacity.shifts", B::Capacity, "Places on the rota",
            "Shifts of the rota with a part in the period, by service and by how they are filled.",
            period, now, "S3-A2", countShifts},
        {"capacity.shifts_unfilled", B::Capacity, "… unfilled",
            "Of these, those that nobody works.", period, now, "S3-A2", countUnfilledShifts},
        {"capacity.cover_gap_minutes", B::Capacity, "Minutes without AMHP cover",
            "Minutes of the period in which a service that receives Mental Health Act work had "
            "fewer AMHPs on the rota than it needs; the longest gap.",
            period, now, "COM-3.1", countCoverGapMinutes},
        {"capacity.out", B::Capacity, "Officers out on a visit",
            "Visits begun and not yet ended at cut-off, by service.", cutOff, was, "COM-3.8",
            countOut},
        {"capacity.doctor_calls", B::Capacity, "Doctors rung",
            "Calls to doctors on the search logs in the period, by result.", period, was, "HO-3.10",
            countDoctorCalls},
    };
}

std::vector<FigureDefinition> partners()
{
    return {
        {"partners.conveyance", B::Partners, "Conveyances waited for",
            "Cases that waited for a conveyance in the period; longest from request to arrival or "
            "cut-off.",
            period, was, "CLK-42", countConveyanceWaits},
        {"partners.crht", B::Partners, "Home treatment (CRHT) asked",
            "Cases whose first request to CRHT is of the period, with the median from the opening "
            "of "
            "the case to it; longest from then. A request from before the opening is not counted.",
            period, was, "COOP-3.7", countCrhtAsked},
        {"partners.crht_answered", B::Partners, "CRHT requests answered",
            "Requests to CRHT whose first answer is of the period, with the median from asking to "
            "it; longest from asking.",
            period, was, "COOP-3.3b", countCrhtAnswered},
        {"partners.police_declined", B::Partners, "Police declined under RCRP",
            "Contacts of the period on which the police declined, by the threshold argued.", period,
            now, "FM-4", countPoliceDeclined},
        {"partners.appropriate_adult", B::Partners, "Appropriate Adult late",
            "Requests for an Appropriate Adult that passed their agreed time in the period.",
            period, was, "CLK-61", countLateAppropriateAdults},
        {"partners.pace_bed", B::Partners, "PACE bed not found",
            "Requests for a PACE bed that passed their agreed time in the period.", period, was,
            "CLK-62", countUnmetPaceBeds},
    };
}

std::vector<FigureDefinition> handover()
{
    return {
        {"handover.handed", B::Handover, "Handed over or joint work asked for",
            "Handover items proposed in the period; information alone is not counted.", period, was,
            "HO-3.1", countHanded},
        {"handover.reasons", B::Handover, "Proposed, by reason",
            "Handover items proposed in the period, information alone included, by the reason "
            "given.",
            period, was, "HO-2.1a", countHandedReasons},
        {"handover.accepted", B::Handover, "Accepted",
            "Items accepted in the period, by telephone or on the desk, at the time of acceptance; "
            "also those withdrawn since.",
            period, was, "HO-3.6", countAccepted},
        {"handover.declined", B::Handover, "Declined", "Items declined in the period.", period, was,
            "HO-3.6", countDeclined},
        {"handover.withdrawn", B::Handover, "Withdrawn",
            "Items that the giving service took back in the period.", period, was, "HO-3.6",
            countWithdrawn},
        {"handover.not_accepted", B::Handover, "Not yet accepted",
            "Items proposed and not answered at cut-off: the giving service is responsible.",
            cutOff, was, "HO-3.6", countNotAccepted},
        {"handover.record_outstanding", B::Handover, "Their record outstanding",
            "Accepted by telephone, with the receiver's own record not yet here at cut-off.",
            cutOff, was, "HO-3.6b", countRecordsOutstanding},
        {"handover.late", B::Handover, "Verbal handovers late",
            "Windows whose limit passed in the period and whose call ended after the slot or the "
            "limit.",
            period, was, "HO-3.1c", countLateCalls},
        {"handover.missed", B::Handover, "Windows missed",
            "Windows whose limit passed in the period without anybody opening them.", period, was,
            "HO-3.1a", countMissedWindows},
    };
}

std::vector<FigureDefinition> onCall()
{
    return {
        {"on_call.attempts", B::OnCall, "Calls to the on-call manager",
            "Attempts to ring the on-call manager in the period, by result.", period, was,
            "ESC-6.1", countManagerCalls},
        {"on_call.unanswered", B::OnCall, "… unanswered",
            "Of these, no answer, engaged or voicemail.", period, was, "ESC-6.1",
            countUnansweredManagerCalls},
    };
}

std::vector<FigureDefinition> escalations()
{
    return {
        {"escalations.raised", B::Escalations, "Escalations raised",
            "Escalations between organisations raised in the period, by whether they came here or "
            "went out and by ground; what was sent on to a complaints route is not counted.",
            period, was, "ESC-2.1", countEscalationsRaised},
        {"escalations.open", B::Escalations, "Escalations open",
            "Those not closed at cut-off, by level.", cutOff, was, "ESC-3.1", countEscalationsOpen},
        {"escalations.unacknowledged", B::Escalations, "… acknowledgement overdue",
            "Of these, on a level whose acknowledgement was due by cut-off and had not come.",
            cutOff, was, "ESC-2.3b", countEscalationsUnacknowledged},
        {"escalations.unanswered", B::Escalations, "… response overdue",
            "Of these, on a level whose written response was due by cut-off and had not come.",
            cutOff, was, "ESC-2.3c", countEscalationsUnanswered},
    };
}

std::vector<FigureDefinition> safety()
{
    return {
        {"safety.under_18_police", B::Safety, "Under 18 in a police station",
            "Cases with a police station as place of safety under 18 from a time in the period, or "
            "a fact of it flagged as that, each once.",
            period, was, "CLK-04", countUnder18InPoliceStation},
        {"safety.warrant_exceptions", B::Safety, "Warrants handed over by exception",
            "Handover items with a warrant that were accepted out of hours in the period, by "
            "whether "
            "lead and on-call manager had agreed.",
            period, was, "HO-3.8", countWarrantExceptions},
        {"safety.others_signature", B::Safety, "Applications signed by another AMHP",
            "Facts of the period flagged: signed by an AMHP with no assessment of their own.",
            period, was, "HO-3.9a", countOthersSignatures},
        {"safety.flags", B::Safety, "All facts flagged against a rule",
            "Flags of the period on cases, by clause.", period, was, "ESC-2.1", countFlags},
        {"safety.disputes", B::Safety, "Disagreements",
            "Disagreements open in the period, by whether settled by cut-off.", period, was, "HO-6",
            countDisputes},
        {"safety.incidents", B::Safety, "Incidents",
            "Escalations with a serious incident or a death noted in the period, or raised in it "
            "about health and safety, as after an assault on staff, and visits whose alarm was "
            "raised in it; each once, by kind.",
            period, now, "HO-3.10", countIncidents},
        {"safety.deaths", B::Safety, "Deaths",
            "Cases in which a death was first told in the period, whenever it happened, as the "
            "outcome of an assessment or at closing.",
            period, was, "ESC-3.5", countDeaths},
        {"safety.missing", B::Safety, "Missing or absent without leave",
            "Contacts about missing people and absences without leave that began in the period.",
            period, was, "HO-3.10", countMissing},
        {"safety.missed_check_ins", B::Safety, "Check-ins of visits missed",
            "Times in the period that an officer out on a visit was not heard of when they should "
            "have been, by service.",
            period, now, "COM-3.8", countMissedCheckIns},
    };
}

}

const std::vector<FigureDefinition>& figureDefinitions()
{
    static const std::vector<FigureDefinition> all = [] {
        std::vector<FigureDefinition> table;
        for (const auto& block : {caseload(), demand(), flowNow(), completed(), legalClocks(),
                 emergencyDepartment(), placeOfSafety(), capacity(), partners(), handover(),
                 onCall(), escalations(), safety()})
            table.insert(table.end(), block.begin(), block.end());
        return table;
    }();
    return all;
}

}
