#include "ui/desk/clocks.h"

#include "core/duty/rail_clocks.h"
#include "ui/desk/desk_service.h"

namespace ui {

std::vector<core::Deadline> runningClocks(const DeskService& desk)
{
    return core::railClocks(desk.service(), desk.now(), desk.records(), desk.calendar());
}

}
