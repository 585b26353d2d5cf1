#pragma once

#include "core/sitrep/cut_offs.h"

namespace ui {

class DeskService;

/// A SITREP to look at: one that was issued, or a period that can be counted.
struct SitrepChoice {
    core::SitrepPeriod period;
    std::shared_ptr<const core::Sitrep> issued; ///< none: a period

    QString key() const;
};

/// The periods of the last fortnight that no SITREP covers, since the desk is in use, the last one
/// due among them, and the newest issued ones, by cut-off, the newest first.
std::vector<SitrepChoice> sitrepChoices(const DeskService& desk);

}
