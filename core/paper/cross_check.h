#pragma once

#include "core/paper/acceptances.h"

namespace core {

/// One answered transfer of a window as the books of both services carry it. HO-3.6c.
struct BookPair {
    QString transferNumber;
    CaseId caseId;
    std::optional<AcceptanceLine> giver; ///< in the book of the giving service
    std::optional<AcceptanceLine> receiver;
    QString mismatch; ///< empty: the same line in both
};

/// The answered transfers of a window in both books, by number. What awaits its answer stands in
/// neither and is not among them. HO-3.6c, INV-2.
std::vector<BookPair> crossCheck(
    const WindowTimes& times, const Records& records, const ServiceCalendar& calendar);

}
