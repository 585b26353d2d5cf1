#pragma once

#include "tests/support/wishes.h"

/// One case before and after what was granted; `before` has no events where it was opened by it.
struct CaseStep {
    const core::Case& before;
    const core::Case& now;
    const Wish& wish;
    const Reply& reply;
    const HandoverDesk& desk;

    QString command() const { return wish.request.value(QStringLiteral("do")).toString(); }
    bool flagged(const char* clause) const;
};

/// The first invariant about a case that the step broke, in words; empty: none.
QString brokenOnCase(const CaseStep& step);
