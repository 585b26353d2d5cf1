#include "core/rows/row.h"

namespace core {

namespace {

constexpr const char* text = "TEXT";
constexpr const char* whole = "INTEGER";

using Columns = std::vector<Column>;

const Columns userColumns{{"login", text}, {"name", text}, {"service", text}, {"roles", text},
    {"amhp", whole}, {"active", whole}};

const Columns personColumns{{"name", text}, {"name_key", text}, {"also_known_as", text},
    {"born", text}, {"estimated_age", whole}, {"nhs", text}, {"nhs_status", text},
    {"telephone", text}, {"telephone_key", text}, {"address", text}, {"postcode", text},
    {"council", text}, {"risks", text}};

const Columns contactColumns{{"ref", text}, {"received_at", whole}, {"service", text},
    {"kind_of_work", text}, {"handler", text}, {"handler_id", text}, {"words", text},
    {"channel", text}, {"source", text}, {"caller", text}, {"call_back", text}, {"council", text},
    {"category", text}, {"urgency", text}, {"person", text}, {"case_id", text}, {"state", text},
    {"outcome", text}, {"closed_at", whole}, {"ring_back_by", whole}, {"ring_back_to", text},
    {"rung_back_at", whole}, {"owner", text}, {"accepted_at", whole}, {"accepted_by", text},
    {"passed_to", text}, {"call_back_due", whole}, {"called_back_at", whole},
    {"gp_copy_wanted", text}, {"teams", text}};

const Columns caseColumns{{"ref", text}, {"person", text}, {"contact", text},
    {"kind_of_work", text}, {"title", text}, {"council", text}, {"urgency", text},
    {"opened_at", whole}, {"closed_at", whole}, {"outcome", text}, {"responsible", text},
    {"responsible_since", whole}, {"lead_name", text}, {"lead_role", text}, {"lead_service", text},
    {"allocated_to", text}, {"allocated_name", text}, {"stage", text}, {"place", text},
    {"place_detail", text}, {"legal_status", text}, {"legal_since", whole}, {"next_clock", text},
    {"next_due", whole}, {"handover_to", text}, {"handover_state", text}, {"entry_at", whole},
    {"entry", text}, {"flags", whole}, {"out_of_step", whole}, {"conflicts", whole},
    {"contested", whole}};

const Columns entryColumns{{"kind", text}, {"words", text}, {"reason", text}, {"occurred", whole},
    {"recorded", whole}, {"by_name", text}, {"role", text}, {"service", text}, {"late", whole},
    {"corrects", text}, {"corrected", whole}};

const Columns clockColumns{{"kind", text}, {"title", text}, {"clause", text}, {"start", whole},
    {"due", whole}, {"state", text}, {"ended_at", whole}, {"outcome", text}, {"evidence", text},
    {"service", text}, {"law", text}, {"law_version", text}, {"warnings", text},
    {"extended_hours", whole}, {"extended_by", text}, {"extended_at", whole},
    {"extension_reason", text}};

const Columns statusColumns{
    {"status", text}, {"start", whole}, {"ended", whole}, {"evidence", text}};

const Columns taskColumns{{"what", text}, {"who", text}, {"due", whole}, {"done_at", whole},
    {"result", text}, {"kind", text}, {"clause", text}};

const Columns doctorCallColumns{
    {"at", whole}, {"name", text}, {"number", text}, {"result", text}, {"s12", whole}};

const Columns documentColumns{{"kind", text}, {"state", text}, {"title", text}, {"location", text},
    {"file_hash", text}, {"file_name", text}, {"follows_by", whole}, {"owner", text},
    {"emailed_at", whole}, {"emailed_to", text}};

const Columns handoverItemColumns{{"transfer_number", text}, {"window", text},
    {"window_name", text}, {"from_service", text}, {"to_service", text}, {"purpose", text},
    {"reason", text}, {"state", text}, {"proposed_at", whole}, {"proposed_by", text},
    {"answered_at", whole}, {"answered_by", text}, {"answered_role", text},
    {"record_outstanding", whole}, {"record_by", whole}, {"confirmed_at", whole},
    {"warrant", whole}, {"code", text}, {"code_said", text}, {"code_agrees", whole},
    {"noted_by", text}};

const Columns flagColumns{{"clause", text}, {"text", text}, {"at", whole}};

const Columns writtenColumns{{"system", text}, {"what", text}, {"at", whole}, {"by_name", text}};

const Columns sendingColumns{{"team", text}, {"sent_at", whole}, {"sent_to", text},
    {"sent_by", text}, {"acknowledged_at", whole}, {"acknowledged_by", text},
    {"acknowledge_due", whole}};

const Columns windowColumns{{"name", text}, {"from_service", text}, {"to_service", text},
    {"opens", whole}, {"starts", whole}, {"breach", whole}, {"state", text},
    {"verbal_started", whole}, {"verbal_ended", whole}, {"closed_at", whole}};

const Columns dispositionColumns{{"window", text}, {"service", text}, {"case_id", text},
    {"kind", text}, {"reason", text}, {"at", whole}, {"by_name", text}};

const Columns dutyColumns{{"service", text}, {"starts", whole}, {"ends", whole}, {"manager", text},
    {"manager_number", text}, {"signed_off_at", whole}, {"signed_off_by", text}};

const Columns officerColumns{
    {"user", text}, {"name", text}, {"amhp", whole}, {"starts", whole}, {"ends", whole}};

const Columns attemptColumns{{"at", whole}, {"contact", text}, {"number", text}, {"result", text},
    {"urgent", whole}, {"case_id", text}, {"about", text}, {"decision", text}, {"by_name", text}};

const Columns ringBackColumns{{"whom", text}, {"number", text}, {"due", whole}, {"case_id", text},
    {"contact_id", text}, {"done_at", whole}, {"result", text}};

const Columns ladderColumns{{"ladder", text}, {"started", whole}, {"by_name", text},
    {"case_id", text}, {"about", text}, {"urgent", whole}, {"rung", whole}, {"rung_name", text},
    {"calls", whole}, {"ring_again", whole}, {"decision", text}, {"direction", text},
    {"closed_at", whole}, {"outcome", text}, {"profile_version", text}};

const Columns reliefColumns{
    {"leaver", text}, {"reliever", text}, {"at", whole}, {"exceptions", text}};

const Columns sitrepColumns{{"number", text}, {"starts", whole}, {"ends", whole},
    {"issued_at", whole}, {"issued_by", text}, {"superseded", whole}};

const Columns escalationColumns{{"ref", text}, {"service", text}, {"incoming", whole},
    {"raiser", text}, {"raised_by", text}, {"organisation", text}, {"received_at", whole},
    {"grounds", text}, {"about", text}, {"cases", text}, {"level", whole}, {"level_since", whole},
    {"route", text}, {"follow_up_due", whole}, {"followed_up_at", whole},
    {"acknowledge_due", whole}, {"acknowledged_at", whole}, {"response_due", whole},
    {"responded_at", whole}, {"serious_incident", whole}, {"audit_locked", whole},
    {"audits", whole}, {"signposted", whole}, {"closed_at", whole}, {"outcome", text},
    {"theme", text}, {"partners", text}, {"scope", text}, {"restricted", whole}};

const Columns themeColumns{{"audience", text}, {"quarter", text}, {"ground", text}, {"theme", text},
    {"route", text}, {"level", whole}, {"audits", whole}};

const Columns supportColumns{{"kind", text}, {"team", text}, {"what", text}, {"why", text},
    {"crht", whole}, {"trusted", whole}, {"via", text}, {"asked_at", whole}, {"by_name", text},
    {"planned_at", whole}, {"notice", whole}, {"answer", text}, {"answered_at", whole},
    {"words", text}, {"discussion", text}, {"rescreened_at", whole},
    {"minutes_after_referral", whole}, {"gp_seen_at", whole}, {"team_kind", text},
    {"illness", text}, {"organic_excluded_by", text}, {"organic_excluded_at", whole},
    {"mdt_at", whole}, {"before_opmh", text}, {"mode", text}};

const Columns highRiskColumns{{"at", whole}, {"called_by", text}, {"attendees", text},
    {"outcomes", text}, {"shared_with", text}, {"review_due", whole}, {"reviewed_at", whole},
    {"contingency", text}};

const Columns edtRecordColumns{{"worker", text}, {"team", text}, {"telephone", text},
    {"manager", text}, {"manager_at", whole}, {"contingency", text}, {"received_at", whole},
    {"telephoned_at", whole}, {"officer", text}, {"declined", text}, {"state", text},
    {"not_to_contact", text}, {"ask", text}};

const Columns visitColumns{{"service", text}, {"officer", text}, {"officer_name", text},
    {"with_whom", text}, {"place", text}, {"vehicle", text}, {"number", text}, {"case_id", text},
    {"contact_id", text}, {"left_at", whole}, {"back_by", whole}, {"next_check", whole},
    {"answers", text}, {"watches", text}, {"checks", whole}, {"missed", whole}, {"alarm_at", whole},
    {"alarm_told", text}, {"returned_at", whole}, {"returned", text}, {"written_up_at", whole}};

const Columns alertColumns{{"service", text}, {"name", text}, {"caller", text}, {"nhs", text},
    {"telephone", text}, {"address", text}, {"postcode", text}, {"person", text}, {"case_id", text},
    {"words", text}, {"plan", text}, {"given_by", text}, {"given_team", text}, {"begins", whole},
    {"ends", whole}, {"by_name", text}, {"came_up", whole}, {"came_up_at", whole},
    {"withdrawn_at", whole}, {"withdrawn_by", text}, {"withdrawn_why", text}};

const Columns outOfStepColumns{
    {"type", text}, {"why", text}, {"occurred", whole}, {"by_name", text}, {"service", text}};

const Columns conflictColumns{{"field", text}, {"title", text}, {"value", text}, {"event", text},
    {"type", text}, {"by_name", text}, {"role", text}, {"service", text}, {"occurred", whole},
    {"recorded", whole}, {"contested", whole}, {"textual", whole}};

const Columns newerColumns{
    {"type", text}, {"occurred", whole}, {"by_name", text}, {"service", text}};

const Columns shareColumns{{"service", text}, {"shared", text}, {"desk", text}, {"seq", whole}};

const Columns shiftColumns{{"service", text}, {"role", text}, {"starts", whole}, {"ends", whole},
    {"person", text}, {"user", text}, {"number", text}, {"amhp", whole}, {"fill", text},
    {"band", text}, {"team", text}, {"available_for", text}, {"words", text}, {"reason", text},
    {"code", text}, {"withdrawn_at", whole}, {"withdrawn_because", text}};

const Columns warmTransferColumns{{"at", whole}, {"to_service", text}, {"spoke_to", text},
    {"result", text}, {"words", text}, {"by_name", text}};

const Columns shiftHandoverColumns{{"at", whole}, {"giver", text}, {"taker", text},
    {"handed", whole}, {"staying", whole}, {"staying_words", text}, {"read_back", text}};

const Columns alternativeColumns{
    {"option", text}, {"answer", text}, {"who", text}, {"at", whole}, {"reason", text}};

const Columns attendeeColumns{{"role", text}, {"name", text}, {"number", text},
    {"requested_at", whole}, {"confirmed_at", whole}, {"expected_at", whole},
    {"arrived_at", whole}};

const Columns assessmentColumns{{"planned_at", whole}, {"started_at", whole}, {"ended_at", whole},
    {"place", text}, {"amhp", text}, {"outcome", text}, {"reasons", text}, {"persons_view", text},
    {"carers_view", text}};

const Columns bedColumns{{"at", whole}, {"type", text}, {"result", text}, {"hospital", text},
    {"available_from", whole}, {"by_name", text}, {"crht", text}};

const Columns discussionColumns{
    {"at", whole}, {"with_whom", text}, {"role", text}, {"agreed", text}};

const Columns jointPartnerColumns{
    {"service", text}, {"role", text}, {"since", whole}, {"agreed", text}, {"agreed_by", text}};

const Columns disputeColumns{{"at", whole}, {"about", text}, {"by_name", text},
    {"settled_at", whole}, {"settlement", text}, {"escalation", text}, {"steps", text}};

const Columns distributionColumns{
    {"at", whole}, {"teams", text}, {"gp", text}, {"outstanding", text}, {"by_name", text}};

const Columns noticeColumns{{"at", whole}, {"audience", text}, {"message", text}, {"how", text},
    {"owner", text}, {"ends", whole}, {"by_name", text}};

const Columns complimentColumns{{"at", whole}, {"from_whom", text}, {"about", text},
    {"words", text}, {"theme", text}, {"by_name", text}};

const Columns acknowledgementColumns{
    {"login", text}, {"what", text}, {"version", text}, {"at", whole}};

const Columns profileColumns{{"profile", text}, {"version", text}, {"effective", text},
    {"begins", whole}, {"approved_by", text}, {"reason", text}, {"published_at", whole},
    {"published_by", text}, {"digest", text}};

const Columns handoverCallColumns{{"kind", text}, {"window_name", text}, {"case_id", text},
    {"transfer_number", text}, {"from_service", text}, {"to_service", text}, {"giver", text},
    {"taker", text}, {"started", whole}, {"ended", whole}, {"words", text}, {"by_name", text}};

const Columns nrAttemptColumns{{"at", whole}, {"means", text}, {"number", text}, {"by_name", text},
    {"result", text}, {"answer", text}, {"words", text}, {"reason", text}};

}

const std::vector<Column>& columnsOf(ReadTable table)
{
    static const std::vector<const Columns*> all{&userColumns, &personColumns, &contactColumns,
        &caseColumns, &entryColumns, &clockColumns, &statusColumns, &taskColumns,
        &doctorCallColumns, &documentColumns, &handoverItemColumns, &flagColumns, &writtenColumns,
        &sendingColumns, &windowColumns, &dispositionColumns, &dutyColumns, &officerColumns,
        &attemptColumns, &ringBackColumns, &ladderColumns, &reliefColumns, &sitrepColumns,
        &escalationColumns, &supportColumns, &highRiskColumns, &edtRecordColumns, &visitColumns,
        &alertColumns, &outOfStepColumns, &conflictColumns, &shareColumns, &newerColumns,
        &themeColumns, &shiftColumns, &warmTransferColumns, &shiftHandoverColumns,
        &alternativeColumns, &attendeeColumns, &assessmentColumns, &bedColumns, &discussionColumns,
        &jointPartnerColumns, &disputeColumns, &distributionColumns, &noticeColumns,
        &complimentColumns, &acknowledgementColumns, &profileColumns, &handoverCallColumns,
        &nrAttemptColumns};
    return *all[static_cast<std::size_t>(table)];
}

}
