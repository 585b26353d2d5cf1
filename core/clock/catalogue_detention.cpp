#include "core/clock/clock_table.h"

using namespace Qt::StringLiterals;

namespace core::clocktable {

std::vector<ClockKind> holdingPowers()
{
    const auto detention = hoursBefore({6, 3, 1});
    const auto holding = hoursBefore({24, 6, 2});
    return {
        mha({u"s136"_s, u"s136 detention"_s, u"arrival at the first place of safety"_s,
            Span::Elapsed, 24 * hour, u"CLK-01"_s, u"s136(2), (2A)"_s, {},
            u"assessment with arrangements made, discharge, or admission"_s, detention}),
        mha({u"s135_1"_s, u"s135(1) detention"_s,
            u"arrival at the place of safety, or entry where the person is kept at home"_s,
            Span::Elapsed, 24 * hour, u"CLK-06"_s, u"s135(3ZA)"_s, {},
            u"assessment with arrangements made, discharge, or admission"_s, detention}),
        mha({u"s5_2"_s, u"s5(2) holding power"_s, u"report given to the hospital managers"_s,
            Span::Elapsed, 72 * hour, u"CLK-12"_s, u"s5(2)"_s, {},
            u"decision made, or assessment"_s, holding}),
        mha({u"s5_4"_s, u"s5(4) holding power"_s, u"time the nurse recorded"_s, Span::Elapsed,
            6 * hour, u"CLK-13"_s, u"s5(4)"_s, {}, u"arrival of the doctor"_s,
            hoursBefore({3, 1})}),
        mha({u"s4"_s, u"s4 emergency admission"_s, u"admission"_s, Span::Elapsed, 72 * hour,
            u"CLK-10"_s, u"s4(4)"_s, {}, u"second medical recommendation, or discharge"_s,
            holding}),
        mha({u"s4_admission"_s, u"s4: to be admitted"_s,
            u"medical examination or application, whichever is earlier"_s, Span::Elapsed, 24 * hour,
            u"CLK-11"_s, u"s6(1)(b)"_s, {}, u"admission"_s, detention}),
        mha({u"cto_recall"_s, u"CTO recall"_s, u"arrival at hospital on recall"_s, Span::Elapsed,
            72 * hour, u"CLK-26"_s, u"s17F"_s, {}, u"revocation or release"_s, holding}),
        mha({u"nr_discharge"_s, u"Nearest relative's discharge order"_s,
            u"notice received by the managers"_s, Span::Elapsed, 72 * hour, u"CLK-27"_s, u"s25"_s,
            {}, u"discharge or barring report"_s, holding}),
        mha({u"s135_2_warrant"_s, u"s135(2) warrant"_s, u"issue of the warrant"_s, Span::Given, 0,
            u"CLK-07"_s, u"s135(2)"_s, {}, u"execution, or its expiry date"_s,
            hoursBefore({72, 24})}),
        mha({u"s135_warrant"_s, u"s135 warrant"_s, u"issue of the warrant"_s, Span::Given, 0,
            u"CLK-05"_s, u"s135(1), (2)"_s, {}, u"execution, or its expiry date"_s,
            hoursBefore({72, 24})}),
    };
}

std::vector<ClockKind> stationClocks()
{
    return {
        renewed({u"station_check"_s, u"Health check in the police station"_s,
            u"arrival in the police station, then each check"_s, Span::Elapsed, 30, u"CLK-03"_s,
            u"s136A, SI 2017/1036"_s, act1983(), u"leaving the police station"_s,
            minutesBefore({10})}),
        local(renewed({u"station_review"_s, u"Review whether a police station is still needed"_s,
            u"arrival in the police station, then each review"_s, Span::Elapsed, hour, u"CLK-03"_s,
            u"SI 2017/1036 reg 4"_s, act1983(), u"leaving the police station"_s,
            minutesBefore({10})})),
    };
}

std::vector<ClockKind> custody()
{
    const QString pace = u"PACE 1984"_s;
    return {
        extendable(
            law({u"pace"_s, u"PACE detention"_s, u"relevant time, usually arrival at the station"_s,
                    Span::Elapsed, 24 * hour, u"CLK-60"_s, u"ss40 to 44"_s, {},
                    u"charge, release or extension"_s, hoursBefore({6, 3, 1})},
                pace),
            96 * hour, u"a superintendent to 36 hours, beyond that the magistrates"_s),
        firstAfter(6 * hour,
            renewed({u"pace_review"_s, u"Review of the PACE detention"_s,
                u"authorised detention, then each review"_s, Span::Elapsed, 9 * hour, u"CLK-60"_s,
                u"s40"_s, pace, u"the next review, or release"_s, hoursBefore({1})})),
        local({u"appropriate_adult"_s, u"Appropriate Adult"_s, u"custody officer's request"_s,
            Span::Elapsed, 2 * hour, u"CLK-61"_s, u"Code C 3.15"_s, pace,
            u"arrival of the Appropriate Adult"_s, hoursBefore({1})}),
        local({u"pace_bed"_s, u"Bed instead of custody"_s, u"charge with bail refused"_s,
            Span::Elapsed, 4 * hour, u"CLK-62"_s, u"PACE s38(6)"_s, pace,
            u"transfer, or the reason why not"_s, hoursBefore({2, 1})}),
    };
}

}
