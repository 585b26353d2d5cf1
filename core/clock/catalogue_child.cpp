#include "core/clock/clock_table.h"

using namespace Qt::StringLiterals;

namespace core::clocktable {

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

}
