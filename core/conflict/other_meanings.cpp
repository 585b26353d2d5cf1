#include "core/conflict/meaning.h"

namespace core {

namespace {

constexpr const char* end = "What became of the contact";

const MeaningTable contacts{
    {"contact.received", {}},
    {"contact.described", {{"", "", Sets::Each}}},
    {"contact.noted", {}},
    {"contact.corrected", {}},
    {"contact.late_explained", {{"late:{id}.", "", Sets::Each}}},
    {"contact.person_linked", {{"person", "{person}", Sets::Plain, "Person", "another person"}}},
    {"contact.signposted",
        {{"end", "signposted {to} {words}", Sets::Waits, end, "signposted to {to} {words}"}}},
    {"contact.case_opened", {{"end", "case {case}", Sets::Plain, end, "became case {ref}"}}},
    {"contact.case_joined", {{"end", "case {case}", Sets::Plain, end, "joined to case {ref}"}}},
    {"contact.closed", {{"end", "closed {outcome}", Sets::Waits, end, "closed: {outcome}"}}},
    {"contact.written", {}},
    {"contact.sent", {}},
    {"contact.acknowledged",
        {{"acknowledged:{team}", "{by}", Sets::Plain, "Who acknowledged it at {team}"}}},
    {"contact.ring_back_promised",
        {{"ring_back {id}", "{whom} {number} {due}", Sets::Plain, "Promise to ring back",
            "{whom}, {number}, by {due}"}}},
    {"contact.rang_back",
        {{"ring_back {promise}", "done", Sets::Waits, "Promise to ring back",
            "rang back: {result}"}}},
    {"contact.transfer_tried", {}},
    {"contact.accepted",
        {{"owner", "{service}", Sets::Plain, "Service that has the contact",
            "accepted by {service}"}}},
    {"contact.flagged", {}},
    {"contact.passed_on",
        {{"owner", "{to}", Sets::Plain, "Service that has the contact", "passed on to {to}"}}},
    {"contact.half_left", {}},
    {"contact.half_passed_on",
        {{"half:{half}", "{to}", Sets::Plain, "Service that has the {half}'s half",
            "the {half}'s half passed on to {to}"}}},
    {"contact.call_back_promised",
        {{"officer_call_back", "{whom} {number} {due}", Sets::Plain, "An officer's call back",
            "{whom}, {number}, by {due}"}}},
    {"contact.called_back",
        {{"officer_call_back", "done", Sets::Waits, "An officer's call back", "called: {result}"}}},
    {"contact.shared", {}},
};

const MeaningTable duties{
    {"duty.started",
        {{"manager", "{manager}", Sets::Part, "On-call manager"},
            {"manager_number", "{manager_number}", Sets::Part, "On-call manager's number"}}},
    {"duty.officer_joined", {}},
    {"duty.officer_left", {{"left:{user}", "left"}}},
    {"duty.manager_named",
        {{"manager", "{name}", Sets::Part, "On-call manager"},
            {"manager_number", "{number}", Sets::Part, "On-call manager's number"}}},
    {"duty.noted", {}},
    {"duty.notice_given", {}},
    {"duty.compliment_received", {}},
    {"duty.call_attempted", {}},
    {"duty.call_resulted", {{"call:{id}.", "", Sets::Each}}},
    {"duty.ring_back_promised", {}},
    {"duty.ladder_started", {}},
    {"duty.ladder_tried", {}},
    {"duty.ladder_urgent", {}},
    {"duty.ladder_climbed", {}},
    {"duty.ladder_about_corrected",
        {{"about:{ladder}", "{case} {about}", Sets::Plain, "What a ladder is about", "{about}"}}},
    {"duty.direction_understood", {}},
    {"duty.ladder_closed",
        {{"ladder:{ladder}", "{outcome}", Sets::Plain, "How a ladder ended", "{outcome}"}}},
    {"duty.manager_action_added", {}},
    {"duty.manager_told",
        {{"told:{id}", "{words}", Sets::Plain, "What the officer was told", "{words}"}}},
    {"duty.rung_back", {}},
    {"duty.relieved",
        {{"relief:{leaver}", "{reliever}", Sets::Plain, "Who relieved {leaver_name}",
            "{reliever_name}"}}},
    {"duty.shift_handed_over",
        {{"shift_handover", "{taker}", Sets::Plain, "Who took over from {giver_name}",
            "{taker_name}"}}},
    {"duty.signed_off", {}},
    {"duty.written", {}},
};

const MeaningTable people{
    {"person.added", {}},
    {"person.updated",
        {{"", "nhs<nhs_number nhs_status<nhs_number telephone_key<telephone", Sets::Each}}},
    {"user.added", {}},
    {"user.changed", {{"", "", Sets::Each}}},
    {"user.acknowledged", {}},
};

const MeaningTable shifts{
    {"shift.planned",
        {{"person", "{person} {fill}", Sets::Plain, "Who works the shift", "{person}, {fill}"}}},
    {"shift.changed", {{"", "", Sets::Each}}},
    {"shift.filled",
        {{"person", "{person} {fill}", Sets::Plain, "Who works the shift", "{person}, {fill}"}}},
    {"shift.withdrawn",
        {{"person", "withdrawn", Sets::Plain, "Who works the shift", "nobody: {reason}"}}},
};

const MeaningTable papersAndDesks{
    {"sitrep.issued", {}},
    {"sitrep.superseded", {{"superseded", "{by}", Sets::Plain, "What supersedes the SITREP"}}},
    {"sitrep.sent", {}},
    {"desk.opened", {}},
    {"desk.trusted", {}},
    {"desk.vouched", {}},
    {"desk.withdrawn", {}},
    {"profile.published",
        {{"profile from {effective}", "{digest}", Sets::Plain, "Profile from {effective} on",
            "version {version}, approved by {approved_by}"}}},
};

}

const MeaningTable& otherMeanings()
{
    static const MeaningTable all = [] {
        MeaningTable joined;
        for (const MeaningTable& topic : {contacts, duties, people, shifts, papersAndDesks})
            joined.insert(joined.end(), topic.begin(), topic.end());
        return joined;
    }();
    return all;
}

}
