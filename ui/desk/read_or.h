#pragma once

#include "db/error.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/steady_records.h"

#include <utility>

namespace ui {

/// What `read` answers; where the store is damaged `otherwise`, and the desk is told of it.
template <typename Read>
auto readOr(const DeskService& desk, decltype(std::declval<const Read&>()()) otherwise,
    const Read& read) -> decltype(otherwise)
{
    try {
        return read();
    } catch (const db::Error& error) {
        if (!isTrouble(error))
            throw;
        desk.meet(error);
        return otherwise;
    }
}

}
