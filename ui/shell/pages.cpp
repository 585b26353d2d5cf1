#include "ui/shell/pages.h"

#include "ui/board/desk_page.h"
#include "ui/case/case_page.h"

using namespace Qt::StringLiterals;

namespace ui {

std::vector<PageEntry> pages()
{
    return {
        {u"desk"_s, u"Desk"_s, u"desk"_s, u"Open cases, the next call, the contacts of this duty"_s,
            true, [](DeskService& desk) { return new DeskPage(desk); }},
        {u"case"_s, u"Case"_s, u"case"_s, u"The case opened last"_s, true,
            [](DeskService& desk) { return new CasePage(desk); }},
    };
}

}
