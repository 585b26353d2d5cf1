#pragma once

#include "core/handover/prepared_list.h"

namespace core {

/// Why a case stays with the giver at a window.
struct Staying {
    Standing standing = Standing::Staying;
    QString why; ///< "not dispositioned", "proposed, not answered", "declined: no emergency"
    QString by; ///< who said so; empty: nobody, or two who say different things

    /// Nobody said what becomes of it, or it was not answered, or two desks answered it otherwise.
    bool isOpen() const;
};

/// Whether the session of that name leaves the line open as it closes: that, or accepted by
/// telephone at an earlier one and their record outstanding still. HO-3.2, HO-3.6b
bool isLeftOpen(const Staying& staying, const PreparedItem& line, const QString& window);

/// Why the line stays with the giver, or a part of it; none once all of it has gone over. HO-3.2,
/// HO-3.6a, HO-3.4.
std::optional<Staying> stayingOf(const PreparedItem& line);

}
