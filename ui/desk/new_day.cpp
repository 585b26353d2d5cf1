#include "ui/desk/new_day.h"

#include "core/time/london.h"
#include "ui/desk/desk_service.h"

namespace ui {

void onNewDay(const DeskService& desk, QObject* context, std::function<void()> then)
{
    QObject::connect(&desk, &DeskService::ticked, context,
        [&desk, then = std::move(then), shown = core::dateOf(desk.now())]() mutable {
            const QDate today = core::dateOf(desk.now());
            if (today == shown)
                return;
            shown = today;
            then();
        });
}

}
