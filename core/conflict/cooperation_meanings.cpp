#include "core/conflict/meaning.h"

namespace core {

namespace {

const MeaningTable cooperation{
    {"case.support_asked", {}},
    {"case.support_answered",
        {{"support:{id}", "{answer} {words}", Sets::Plain, "Answer of a team that was asked",
            "{answer}: {words}"}}},
    {"case.support_completed", {{"support:{id}.", "", Sets::Each}}},
    {"case.high_risk_discussed", {}},
    {"case.high_risk_completed", {{"high_risk:{id}.", "", Sets::Each}}},
    {"case.high_risk_reviewed",
        {{"high_risk:{id}", "{words}", Sets::Plain, "Review of a high risk discussion",
            "{words}"}}},
    {"case.needs_assessed", {}},
    {"case.disclosed", {}},
    {"case.disclosure_based",
        {{"disclosure:{id}", "{basis} {reason}", Sets::Plain,
            "Ground on which another organisation was told", "{basis}: {reason}"}}},
    {"case.dispute_stepped", {}},
    {"case.edt_record_received", {}},
    {"case.edt_telephoned",
        {{"edt_record:{item}", "{declined}", Sets::Plain, "What came of the telephone call",
            "{officer}: {declined}"}}},
    {"case.edt_record_completed",
        {{"edt_record:{item}.manager", "{manager}", Sets::Part, "Manager who agreed to a handover"},
            {"edt_record:{item}.contingency", "{contingency}", Sets::Part,
                "What is done if things change"}}},
    {"case.distributed", {}},
    {"case.escalated", {}},
    {"case.clock_extended",
        {{"clock:{id}.longer", "{due}", Sets::Plain, "Extension of a clock",
            "until {due}, {by}: {reason}"}}},
    {"escalation.raised", {}},
    {"escalation.signposted", {}},
    {"escalation.discussed", {}},
    {"escalation.completed",
        {{"received_at", "{received_at}", Sets::Part | Sets::Picks, "When it was received"},
            {"organisation", "{organisation}", Sets::Part, "The other organisation"},
            {"route", "{route}", Sets::Part, "The way by which it goes"}}},
    {"escalation.followed_up", {}},
    {"escalation.levelled", {{"level", "{level}", Sets::Plain, "Level of the escalation"}}},
    {"escalation.acknowledged",
        {{"acknowledged", "{by}", Sets::Plain, "Who acknowledged it", "{by}"}}},
    {"escalation.answered",
        {{"response", "{words}", Sets::Plain, "Response to the concern", "{words}"}}},
    {"escalation.serious_incident", {}},
    {"escalation.stage_allows", {}},
    {"escalation.audit_planned", {}},
    {"escalation.closed",
        {{"closed", "{outcome} {theme}", Sets::Plain, "How the escalation was closed",
            "{outcome}; learned: {theme}"}}},
};

}

const MeaningTable& cooperationMeanings()
{
    return cooperation;
}

}
