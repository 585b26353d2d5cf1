#pragma once

#include "core/paper/paper.h"
#include "core/sitrep/cut_offs.h"
#include "core/sitrep/figures.h"
#include "core/sitrep/sitrep.h"

namespace core {

struct SitrepPaperOptions {
    bool suppressSmall = false; ///< 1 and 2 read "<3"
    bool definitions = true; ///< what each figure means, at the end
    std::vector<FigureChange> changes; ///< figures that would be counted otherwise now
};

/// The SITREP as it goes out: counts, waits and shares, without names, references or NHS numbers.
/// HO-3.10.
Paper sitrepPaper(
    const Sitrep& sitrep, const PaperFrame& frame, const SitrepPaperOptions& options = {});

/// The figures of a period that nobody has issued yet: a SITREP without number.
Sitrep countedSitrep(
    const SitrepPeriod& period, const Records& records, const ServiceCalendar& calendar);

/// The SITREP with its figures and the records behind each: for a window that opens them and for
/// scripts. No names. HO-3.10.
QJsonObject toJsonObject(const Sitrep& sitrep);

/// "24 h", "23 h 30 min": elapsed, whatever the clocks on the wall did.
QString hoursText(std::chrono::milliseconds length);

}
