#include "ui/shell/pages.h"

#include "ui/allocation/allocation_page.h"
#include "ui/board/desk_page.h"
#include "ui/case/case_page.h"
#include "ui/exchange/exchange_page.h"
#include "ui/handover/handover_page.h"
#include "ui/oncall/oncall_page.h"
#include "ui/sitrep/sitrep_page.h"

using namespace Qt::StringLiterals;

namespace ui {

std::vector<PageEntry> pages()
{
    return {
        {u"desk"_s, u"Desk"_s, u"desk"_s, u"Open cases, the next call, the contacts of this duty"_s,
            true, [](DeskService& desk) { return new DeskPage(desk); }, false},
        {u"case"_s, u"Case"_s, u"case"_s, u"The case opened last"_s, true,
            [](DeskService& desk) { return new CasePage(desk); }},
        {u"handover"_s, u"Handover"_s, u"handover"_s, u"Prepare, call and cross-check a handover"_s,
            true, [](DeskService& desk) { return new HandoverPage(desk); }},
        {u"oncall"_s, u"On-call"_s, u"oncall"_s, u"The On-call Manager Record of a duty"_s, true,
            [](DeskService& desk) { return new OncallPage(desk); }},
        {u"allocation"_s, u"Allocation"_s, u"allocation"_s, u"The Daily Allocation Sheet"_s, true,
            [](DeskService& desk) { return new AllocationPage(desk); }},
        {u"sitrep"_s, u"SITREP"_s, u"sitrep"_s, u"Count, issue and send the SITREP"_s, true,
            [](DeskService& desk) { return new SitrepPage(desk); }},
        {u"exchange"_s, u"Exchange"_s, u"exchange"_s,
            u"Agree with other desks: bundles, trust, the common folder"_s, true,
            [](DeskService& desk) { return new ExchangePage(desk); }, false},
    };
}

}
