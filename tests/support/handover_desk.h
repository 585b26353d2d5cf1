#pragma once

#include "tests/support/ledger.h"

/// A desk of Anyshire on Wed 18 Nov 2026 at 16:00, with people of both services: AMHP Lead `priya`,
/// day AMHP `helen`, on-call manager `tom`, EDT AMHPs `grace` and `kofi`, the administrator `ruth`
/// of EDT, and `sam` of the council's day team.
class HandoverDesk : public Ledger {
public:
    HandoverDesk();

    /// One command of `user`; "$name" stands for what was kept with `as`.
    Reply does(const char* user, const char* request);
    /// The same, which must not be refused: throws with the refusal.
    Reply must(const char* user, const char* request);

    /// Opens a case, kept as `name`, for the user's own service.
    void opens(const char* user, const char* name, const char* kindOfWork = "mhaa");
    /// Proposes `name` for the route's other end, as a senior or after a discussion.
    Reply proposes(const char* user, const char* name);

    using Ledger::record;
    core::Case record(const char* name) const;
    core::HandoverItem item(const char* name) const; ///< the newest of the case
    QString owner(const char* name) const;
    QString ownerAt(const char* name, const char* local) const;
    const core::Window* windowNamed(const char* name) const;

    /// Clauses of the refusals, of what is owed, of the flags.
    static QStringList refused(const Reply& reply);
    static QStringList owed(const Reply& reply);
    static QStringList flagged(const Reply& reply);
};
