#pragma once

#include "tests/support/two_desks.h"

/// The day service's case "A": accepted on EDT's desk at 16:50, withdrawn on the giver's at 16:52,
/// and both have heard of it.
struct ContestedDesks : TwoDesks {
    ContestedDesks()
    {
        clock("2026-11-18T16:40");
        a.opens("priya", "A");
        a.proposes("priya", "A");
        meet();
        clock("2026-11-18T16:50");
        b.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
        clock("2026-11-18T16:52");
        a.must("priya", R"({"do": "handover.withdraw", "case": "$A", "reason": "Doctor came"})");
        meet();
        clock("2026-11-18T17:10");
    }

    /// Both answers as every paper and page names them.
    static QString answers()
    {
        return QStringLiteral(
            "contested: accepted Yes (Tom Ashdown, Wed 18 Nov 2026 16:50) / withdrawn: Doctor "
            "came (Priya Nair, Wed 18 Nov 2026 16:52); to be settled");
    }
};
