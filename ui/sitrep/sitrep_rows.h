#pragma once

#include "core/sitrep/figures.h"
#include "ui/sheet/sheet_model.h"
#include "ui/sitrep/sitrep_choice.h"

namespace ui {

std::vector<core::GridColumn> figureColumns();

/// The figures by block, each with what it means; what would be counted otherwise now is said
/// beside the count.
std::vector<SheetRow> figureRows(const std::vector<core::DescribedFigure>& figures,
    const std::vector<core::FigureChange>& changes, bool suppressSmall);

/// The records behind a figure; Enter opens one.
std::vector<SheetRow> behindRows(const core::Figure& figure, const DeskService& desk);

/// The SITREPs to look at, a line each: number or "not issued", period, "superseded by …".
std::vector<SheetRow> choiceRows(const std::vector<SitrepChoice>& choices, core::Instant now);

}
