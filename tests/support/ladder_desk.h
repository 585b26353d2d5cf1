#pragma once

#include "core/duty/ladder.h"
#include "tests/support/handover_desk.h"

/// A desk on Wed 18 Nov 2026 at 22:00 with a started EDT duty and a case.
struct LadderDesk : HandoverDesk {
    LadderDesk()
    {
        clock(QStringLiteral("2026-11-18T22:00"));
        id = {QUuid::fromString(must("grace", R"({"do": "duty.start", "manager": "Tom Ashdown"})")
                                    .made(QStringLiteral("duty")))};
        opens("grace", "A");
    }
    core::Duty night() const { return *duty(id); }
    core::RunningLadder ladder() const { return night().ladders.back(); }
    core::LadderNext next() const { return core::nextStep(ladder(), night(), now); }
    Reply starts(bool urgent = false)
    {
        return must("grace",
            urgent
                ? R"({"do": "duty.ladder_start", "case": "$A", "about": "No bed", "urgent": true})"
                : R"({"do": "duty.ladder_start", "case": "$A", "about": "No bed"})");
    }
    Reply misses() { return must("grace", R"({"do": "duty.ladder_call", "result": "no_answer"})"); }

    core::DutyId id;
};
