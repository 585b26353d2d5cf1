#pragma once

#include "core/paper/handover_sheet.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

/// A paper as one line of text.
inline QString wordsOf(const core::Paper& paper)
{
    return toText(paper).simplified();
}

inline core::PaperFrame frameNow(const HandoverDesk& desk)
{
    return frameOf(desk.calendar().profile(), QStringLiteral("amhp-day"),
        QStringLiteral("Priya Nair"), desk.now);
}

/// The sheet of the evening handover of Wed 18 Nov 2026, printed now.
inline QString eveningSheet(const HandoverDesk& desk)
{
    const core::WindowTimes times = desk.calendar().windowsOn(day("2026-11-18")).back();
    return wordsOf(handoverSheet(times, desk, desk.calendar().profile(), frameNow(desk)));
}
