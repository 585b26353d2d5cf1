#include "core/clock/clock_table.h"

using namespace Qt::StringLiterals;

namespace core::clocktable {

std::vector<ClockKind> examinationClocks()
{
    const auto days = hoursBefore({72, 24});
    return {
        renewed(mha({u"conveyance_14d"_s, u"Admission on the medical recommendations"_s,
            u"last medical examination for a recommendation"_s, Span::Days, 14, u"CLK-16"_s,
            u"s6(1)(a)"_s, {}, u"admission to the named hospital"_s, days})),
        renewed(mha({u"amhp_seen_14d"_s, u"Application by the AMHP who saw the person"_s,
            u"day the AMHP last saw the person"_s, Span::Days, 14, u"CLK-15"_s, u"s11(5)"_s, {},
            u"application signed, or detention on one"_s, days})),
        renewed(mha({u"amhp_seen_24h"_s, u"s4: application by the AMHP who saw the person"_s,
            u"time the AMHP last saw the person"_s, Span::Elapsed, 24 * hour, u"CLK-15"_s,
            u"s6(1)(b), s11(5)"_s, {}, u"application signed, or detention on one"_s,
            hoursBefore({6, 3, 1})})),
        mha({u"exam_gap_5d"_s, u"Second medical examination"_s,
            u"first separate medical examination"_s, Span::ClearDays, 5, u"CLK-14"_s, u"s12(1)"_s,
            {}, u"second examination"_s, days}),
    };
}

std::vector<ClockKind> sectionClocks()
{
    const auto days = hoursBefore({72, 24});
    return {
        extendable(mha({u"s2"_s, u"s2 detention"_s, u"day of admission"_s, Span::Days, 28,
                       u"CLK-08"_s, u"s2(4)"_s, {}, u"discharge, or s3"_s, days}),
            year, u"an application to the county court to displace the nearest relative, s29(4)"_s),
        extendable(mha({u"s3"_s, u"s3 detention"_s, u"day of admission"_s, Span::Months, 6,
                       u"CLK-09"_s, u"s20"_s, {}, u"discharge"_s, days}),
            lifetime, u"the responsible clinician's renewal: form H5, s20"_s),
        mha({u"s15_rectification"_s, u"Rectification of forms"_s, u"day of admission"_s, Span::Days,
            14, u"CLK-22"_s, u"s15"_s, {}, u"forms amended"_s, days}),
    };
}

std::vector<ClockKind> absenceClocks()
{
    const auto days = hoursBefore({72, 24});
    return {
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
    };
}

std::vector<ClockKind> requestClocks()
{
    const auto days = hoursBefore({72, 24});
    return {
        {u"tribunal"_s, u"Application to the tribunal under s2"_s, u"day of admission"_s,
            Span::Days, 14, u"CLK-08"_s, u"s66(2)(a)"_s, act1983(), u"application received"_s,
            days},
        local({u"nr_request"_s, u"Consider the nearest relative's request"_s,
            u"request under s13(4)"_s, Span::WorkingDays, 5, u"CLK-19"_s, u"s13(4)"_s, {},
            u"application, or written reasons to the nearest relative"_s, days}),
    };
}

}
