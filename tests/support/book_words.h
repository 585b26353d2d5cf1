#pragma once

#include "core/paper/allocation_paper.h"
#include "core/paper/oncall_paper.h"
#include "tests/support/paper_words.h"

/// EDT's duty of the night of Wed 18 Nov 2026, also where nobody took it up.
inline core::Duty nightOf(const HandoverDesk& desk)
{
    const core::DutyPeriod night{
        QStringLiteral("edt"), london("2026-11-18T17:00"), london("2026-11-19T09:00")};
    return core::dutyOfBook(night, desk, desk.calendar().profile());
}

/// The On-call Manager Record of that night, as one line of text.
inline QString nightBook(const HandoverDesk& desk)
{
    return wordsOf(oncallPaper(nightOf(desk), desk, desk.calendar(), frameNow(desk)));
}

inline core::AllocationSheet daySheet(const HandoverDesk& desk)
{
    return *core::allocationSheet(
        QStringLiteral("amhp-day"), QDate(2026, 11, 18), desk.now, desk, desk.calendar());
}

/// The Daily Allocation Sheet of the day before it, as one line of text.
inline QString dayBook(const HandoverDesk& desk)
{
    return wordsOf(
        allocationPaper(daySheet(desk), desk, desk.calendar().profile(), frameNow(desk)));
}
