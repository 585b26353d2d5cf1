#include "core/conflict/meaning.h"

namespace core {

namespace {

constexpr unsigned guarded = Sets::Waits | Sets::Rests;
constexpr unsigned goesOn = guarded | Sets::Follows;
constexpr const char* who = "Who is responsible";
constexpr const char* answer = "Answer to a handover";

const Sets over{"proposal", "", Sets::Yields};

const MeaningTable all{
    {"handover.discussed", {}},
    {"handover.proposed",
        {{"proposal", "{id}", Sets::Rests, "Handover proposed", "{transfer_number} to {to}"}}},
    {"handover.informed", {}},
    {"handover.read_back",
        {{"handover:{id}.read_back", "{words}", Sets::Rests, "Read-back of a handover"}}},
    {"handover.code_compared", {}},
    {"handover.practitioners_spoke", {}},
    {"handover.accepted",
        {{"handover:{id}.answer", "accepted", guarded, answer, "accepted {words}"},
            {"responsible", "accepted {id}", goesOn, who, "accepted by {@service}"},
            {"handover:{id}.accepter", "", Sets::Rests | Sets::Single, "Who accepted a handover",
                "accepted by {@name} {words}"},
            over}},
    {"handover.accepted_by_telephone",
        {{"handover:{id}.answer", "accepted", guarded, answer, "accepted by telephone: {accepter}"},
            {"responsible", "accepted {id}", goesOn, who, "accepted by telephone: {accepter}"},
            over}},
    {"handover.confirmed",
        {{"handover:{id}.answer", "accepted", guarded, answer, "confirmed: {reference}"},
            {"responsible", "accepted {id}", goesOn, who, "acceptance confirmed: {reference}"},
            over}},
    {"handover.filed", {}},
    {"handover.reconciled", {}},
    {"handover.recorded_beside", {}},
    {"handover.declined",
        {{"handover:{id}.answer", "declined", guarded, answer,
             "declined{ by telephone by |decliner}: {reason}"},
            over}},
    {"handover.withdrawn",
        {{"handover:{id}.answer", "withdrawn", guarded, answer, "withdrawn: {reason}"}, over}},
    {"handover.joint_agreed", {}},
    {"handover.disagreement_raised", {}},
    {"handover.disagreement_settled",
        {{"dispute:{id}", "{settlement}", Sets::Plain, "How a disagreement was settled"}}},
    {"window.opened",
        {{"opened", "{name} {from} {to} {opens} {starts} {breach}", Sets::Plain,
            "Times of the window", "{from} to {to}, {opens} to {breach}"}}},
    {"window.coordinators_named",
        {{"coordinator:", "coordinators/service/name", Sets::Each, "Coordinator of "}}},
    {"window.verbal_given", {}},
    {"window.closed", {{"closed", "closed", Sets::Plain, "Whether the window is closed"}}},
    {"dispositions.kept", {{"kept:{case}", "{reason}", Sets::Plain, "Why a case is kept"}}},
    {"dispositions.closed", {{"closed", "{staying}", Sets::Plain, "What stays with the service"}}},
};

}

const MeaningTable& handoverMeanings()
{
    return all;
}

}
