#include "core/clock/catalogue.h"

#include "core/time/durations.h"
#include "core/time/london.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core {

namespace {

constexpr int hour = 60;
constexpr int day = 24 * hour;

std::vector<Minutes> hoursBefore(std::initializer_list<int> hours)
{
    std::vector<Minutes> before;
    for (const int each : hours)
        before.emplace_back(std::chrono::hours(each));
    return before;
}

std::vector<Minutes> minutesBefore(std::initializer_list<int> minutes)
{
    std::vector<Minutes> before;
    for (const int each : minutes)
        before.emplace_back(each);
    return before;
}

const QString& act1983()
{
    static const QString version = u"MHA 1983 as amended to 2017"_s;
    return version;
}

ClockKind mha(ClockKind kind)
{
    kind.lawVersion = act1983();
    kind.statutory = true;
    return kind;
}

ClockKind law(ClockKind kind, QString version)
{
    kind.lawVersion = std::move(version);
    kind.statutory = true;
    return kind;
}

ClockKind local(ClockKind kind)
{
    kind.local = true;
    return kind;
}

// Counted from the last of several facts, not from the first.
ClockKind renewed(ClockKind kind)
{
    kind.renews = true;
    return kind;
}

// The first length is another than that of the later ones.
ClockKind firstAfter(int length, ClockKind kind)
{
    kind.first = length;
    return kind;
}

// May be let run on to `longest` minutes from its start by whom the law names.
ClockKind extendable(ClockKind kind, int longest, QString by)
{
    kind.longest = longest;
    kind.extendedBy = std::move(by);
    return kind;
}

// For so long or shorter, as it is ordered.
ClockKind atMost(ClockKind kind)
{
    kind.atMost = true;
    return kind;
}

ClockKind once(ClockKind kind)
{
    kind.once = true;
    return kind;
}

constexpr int year = 366 * 24 * hour;
constexpr int lifetime = 100 * year; // renewed for as long as somebody lives

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

std::vector<ClockKind> admissionClocks()
{
    const auto days = hoursBefore({72, 24});
    return {
        renewed(mha({u"conveyance_14d"_s, u"Admission on the medical recommendations"_s,
            u"last medical examination for a recommendation"_s, Span::Days, 14, u"CLK-16"_s,
            u"s6(1)(a)"_s, {}, u"admission to the named hospital"_s, days})),
        renewed(mha({u"amhp_seen_14d"_s, u"Application by the AMHP who saw the person"_s,
            u"day the AMHP last saw the person"_s, Span::Days, 14, u"CLK-15"_s, u"s11(5)"_s, {},
            u"application signed"_s, days})),
        renewed(mha({u"amhp_seen_24h"_s, u"s4: application by the AMHP who saw the person"_s,
            u"time the AMHP last saw the person"_s, Span::Elapsed, 24 * hour, u"CLK-15"_s,
            u"s6(1)(b), s11(5)"_s, {}, u"application signed"_s, hoursBefore({6, 3, 1})})),
        mha({u"exam_gap_5d"_s, u"Second medical examination"_s,
            u"first separate medical examination"_s, Span::ClearDays, 5, u"CLK-14"_s, u"s12(1)"_s,
            {}, u"second examination"_s, days}),
        extendable(mha({u"s2"_s, u"s2 detention"_s, u"day of admission"_s, Span::Days, 28,
                       u"CLK-08"_s, u"s2(4)"_s, {}, u"discharge, or s3"_s, days}),
            year, u"an application to the county court to displace the nearest relative, s29(4)"_s),
        extendable(mha({u"s3"_s, u"s3 detention"_s, u"day of admission"_s, Span::Months, 6,
                       u"CLK-09"_s, u"s20"_s, {}, u"discharge"_s, days}),
            lifetime, u"the responsible clinician's renewal: form H5, s20"_s),
        mha({u"s15_rectification"_s, u"Rectification of forms"_s, u"day of admission"_s, Span::Days,
            14, u"CLK-22"_s, u"s15"_s, {}, u"forms amended"_s, days}),
        mha({u"awol"_s, u"Absent without leave: retake until"_s, u"time the person went absent"_s,
            Span::Given, 0, u"CLK-24"_s, u"s18, s21"_s, {}, u"return"_s, days}),
        mha({u"awol_examination"_s, u"Examination after an absence of more than 28 days (H6)"_s,
            u"return"_s, Span::Days, 7, u"CLK-24"_s, u"s21B"_s, {}, u"form H6, or discharge"_s,
            days}),
        mha({u"s17_leave"_s, u"s17 leave: back by"_s, u"leave as it was granted"_s, Span::Given, 0,
            u"CLK-23"_s, u"s17"_s, {}, u"return, recall, or absence without leave"_s, days}),
        mha({u"absconded"_s, u"Absconded before admission: retake until"_s,
            u"time the person absconded, the application made"_s, Span::Given, 0, u"CLK-25"_s,
            u"s138"_s, {}, u"return"_s, days}),
        {u"tribunal"_s, u"Application to the tribunal under s2"_s, u"day of admission"_s,
            Span::Days, 14, u"CLK-08"_s, u"s66(2)(a)"_s, act1983(), u"application received"_s,
            days},
        local({u"nr_request"_s, u"Consider the nearest relative's request"_s,
            u"request under s13(4)"_s, Span::WorkingDays, 5, u"CLK-19"_s, u"s13(4)"_s, {},
            u"application, or written reasons to the nearest relative"_s, days}),
    };
}

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

std::vector<ClockKind> childrenClocks()
{
    const QString children = u"Children Act 1989"_s;
    const QString together = u"Working Together 2023"_s;
    return {
        law({u"police_protection"_s, u"Police protection"_s, u"child taken into protection"_s,
                Span::Elapsed, 72 * hour, u"CLK-53"_s, u"s46"_s, {},
                u"release, or an order of the court"_s, hoursBefore({24, 6, 2})},
            children),
        once(extendable(atMost(law({u"epo"_s, u"Emergency protection order"_s, u"order"_s,
                                       Span::Days, 8, u"CLK-54"_s, u"ss44, 45"_s, {},
                                       u"expiry, extension or discharge"_s, hoursBefore({72, 24})},
                            children)),
            15 * day, u"the court, once, for up to 7 days"_s)),
        local({u"strategy_discussion"_s, u"Strategy discussion"_s,
            u"reasonable cause to suspect significant harm"_s, Span::SameDay, 0, u"CLK-51"_s,
            u"Children Act 1989 s47"_s, together, u"discussion held"_s, hoursBefore({6, 2})}),
        local({u"child_decision"_s, u"Decision on a child's referral"_s, u"referral"_s,
            Span::WorkingDays, 1, u"CLK-50"_s, together, together, u"decision recorded"_s,
            hoursBefore({3})}),
        local({u"cp_conference"_s, u"Initial child protection conference"_s,
            u"strategy discussion that started the enquiry"_s, Span::WorkingDays, 15, u"CLK-52"_s,
            together, together, u"conference held"_s, hoursBefore({72})}),
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

DueTime endOfDay(QDate last)
{
    return {startOfDay(last.addDays(1)), last};
}

int lengthFor(const ClockKind& kind, const Profile& profile)
{
    const auto own = profile.durations.find(kind.key);
    if (!kind.local || own == profile.durations.end())
        return kind.length;
    const auto minutes = static_cast<int>(own->second.count());
    return kind.span == Span::Elapsed || kind.span == Span::SameDay ? minutes : minutes / day;
}

}

QTime endOfWorkingDay(const Profile& profile)
{
    return profile.settingTime(u"working_day_ends_at"_s, {17, 0});
}

const std::vector<ClockKind>& clockKinds()
{
    static const std::vector<ClockKind> all = [] {
        std::vector<ClockKind> kinds;
        for (const auto& group : {holdingPowers(), stationClocks(), admissionClocks(),
                 hospitalClocks(), childrenClocks(), custody(), agreedClocks()})
            kinds.insert(kinds.end(), group.begin(), group.end());
        return kinds;
    }();
    return all;
}

const ClockKind* clockKind(const QString& key)
{
    const auto& kinds = clockKinds();
    const auto found = std::find_if(
        kinds.begin(), kinds.end(), [&key](const ClockKind& kind) { return kind.key == key; });
    return found == kinds.end() ? nullptr : &*found;
}

DueTime dueOf(const ClockKind& kind, Instant start, const ServiceCalendar& calendar)
{
    if (kind.first > 0)
        return {dueAt(start, ElapsedTime{Minutes(kind.first)}), {}};
    return renewedDueOf(kind, start, calendar);
}

DueTime renewedDueOf(const ClockKind& kind, Instant start, const ServiceCalendar& calendar)
{
    const QDate from = dateOf(start);
    const int length = lengthFor(kind, calendar.profile());
    switch (kind.span) {
    case Span::Elapsed: return {dueAt(start, ElapsedTime{Minutes(length)}), {}};
    case Span::Days: return endOfDay(lastDay(from, CalendarDays{length}));
    case Span::ClearDays: return endOfDay(lastDay(from, ClearDays{length}));
    case Span::WorkingDays: {
        const QDate last = calendar.addWorkingDays(from, length);
        return {instantOf({last, endOfWorkingDay(calendar.profile())}), last};
    }
    case Span::Months: return endOfDay(lastDay(from, CalendarMonths{length}));
    case Span::SameDay:
        if (length > 0)
            return {dueAt(start, ElapsedTime{Minutes(length)}), {}};
        return endOfDay(from);
    case Span::Given: break;
    }
    return {start, {}};
}

std::vector<Instant> warningsBefore(Instant due, const QString& kind, const Profile& profile)
{
    const ClockKind* known = clockKind(kind);
    const auto own = profile.warnings.find(kind);
    std::vector<Minutes> before;
    if (own != profile.warnings.end())
        before = own->second;
    else if (known)
        before = known->warnings;
    std::vector<Instant> warnings;
    warnings.reserve(before.size());
    for (const Minutes each : before)
        warnings.push_back(due - each);
    std::sort(warnings.begin(), warnings.end());
    return warnings;
}

}
