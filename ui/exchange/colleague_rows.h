#pragma once

#include "ui/desk/exchange.h"
#include "ui/sheet/sheet_model.h"

namespace core {
struct Profile;
}

namespace ui {

std::vector<core::GridColumn> colleagueColumns();
/// One row a desk; the key is its identity.
std::vector<SheetRow> colleagueRows(
    const std::vector<Colleague>& colleagues, const core::Profile& profile, core::Instant now);
/// Bundles that wait, and files of the common folder that could not be read.
std::vector<SheetRow> waitingRows(
    const std::vector<WaitingBundle>& waiting, const QStringList& broken, core::Instant now);

}
