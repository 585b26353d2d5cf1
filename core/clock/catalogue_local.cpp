#include "core/clock/clock_table.h"

using namespace Qt::StringLiterals;

namespace core::clocktable {

std::vector<ClockKind> hospitalClocks()
{
    const QString contract = u"NHS Standard Contract"_s;
    return {
        {u"ed_12h"_s, u"12-hour wait in ED"_s, u"decision to admit"_s, Span::Elapsed, 12 * hour,
            u"CLK-40"_s, contract, {}, u"leaving ED for a bed"_s, hoursBefore({8, 6, 4, 2})},
        {u"ed_arrival_4h"_s, u"4 hours from arrival in ED"_s, u"arrival in ED"_s, Span::Elapsed,
            4 * hour, u"CLK-41"_s, contract, {}, u"leaving ED"_s, hoursBefore({1})},
        {u"ed_arrival_12h"_s, u"12 hours from arrival in ED"_s, u"arrival in ED"_s, Span::Elapsed,
            12 * hour, u"CLK-41"_s, contract, {}, u"leaving ED"_s, hoursBefore({4, 2})},
        local({u"s136_ambulance"_s, u"Ambulance for s136"_s, u"request"_s, Span::Elapsed, 30,
            u"CLK-42"_s, u"local agreement"_s, {}, u"arrival of the ambulance"_s,
            minutesBefore({10})}),
        local({u"s136_police_handover"_s, u"Police handover at the place of safety"_s,
            u"arrival at the place of safety"_s, Span::Elapsed, hour, u"CLK-43"_s,
            u"RCRP agreement"_s, {}, u"police released"_s, minutesBefore({15})}),
        local({u"s136_attend"_s, u"AMHP and doctor attend"_s, u"notification"_s, Span::Elapsed,
            3 * hour, u"CLK-44"_s, u"local target"_s, {}, u"attendance"_s, hoursBefore({1})}),
        local({u"conveyance"_s, u"Conveyance: waiting for the ambulance"_s,
            u"ambulance asked for"_s, Span::Elapsed, 2 * hour, u"ESC-2.1"_s, u"local target"_s, {},
            u"arrival of the ambulance; escalate when it passes"_s, minutesBefore({30})}),
        local({u"crht_early_discharge"_s, u"CRHT support after early discharge"_s, u"discharge"_s,
            Span::Days, 28, u"COOP-3.3f"_s, u"local guidance"_s, {}, u"review"_s,
            hoursBefore({72, 24})}),
    };
}

std::vector<ClockKind> agreedClocks()
{
    const QString guidance = u"local guidance"_s;
    return {
        local({u"handover_verbal"_s, u"Verbal handover"_s, u"start of the receiving service"_s,
            Span::Elapsed, 30, u"SRC-03"_s, guidance, {}, u"verbal handover given"_s,
            minutesBefore({10})}),
        local({u"oncall_retry"_s, u"Ring the on-call manager again"_s,
            u"call that was not answered"_s, Span::Elapsed, 15, u"ESC-6.1f"_s, guidance, {},
            u"call back, or the next attempt"_s, {}}),
        local(renewed({u"visit_check_in"_s, u"Check-in from a visit"_s,
            u"leaving, then each check-in"_s, Span::Elapsed, hour, u"COM-3.8"_s,
            u"lone-working agreement"_s, {}, u"return"_s, minutesBefore({10})})),
        {u"visit_back"_s, u"Return from a visit"_s, u"leaving"_s, Span::Given, 0, u"COM-3.8"_s,
            u"lone-working agreement"_s, {}, u"return"_s, minutesBefore({15})},
        local({u"escalation_ack"_s, u"Acknowledge the concern"_s, u"receipt"_s, Span::Elapsed,
            24 * hour, u"ESC-2.3b"_s, guidance, {}, u"acknowledgement sent"_s,
            hoursBefore({6, 2})}),
        local({u"escalation_follow_up"_s, u"Put concern and agreement in writing"_s,
            u"discussion that settled it"_s, Span::WorkingDays, 1, u"ESC-2.2b"_s, guidance, {},
            u"concern and agreement sent"_s, hoursBefore({3})}),
        local({u"escalation_response"_s, u"Answer the concern in writing"_s, u"receipt"_s,
            Span::WorkingDays, 7, u"ESC-2.3c"_s, guidance, {}, u"response sent"_s,
            hoursBefore({72, 24})}),
        local({u"officer_call_back"_s, u"An officer rings the caller back"_s,
            u"the promise by who took the call"_s, Span::Elapsed, 30, u"S3-iii"_s, guidance, {},
            u"the officer's call"_s, minutesBefore({10})}),
    };
}

}
