#pragma once

#include "core/rota/shift.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <algorithm>

/// A desk that keeps a rota; Tom writes it.
struct RotaDesk : HandoverDesk {
    Reply imports(const QString& csv, bool withdraw = false)
    {
        using namespace Qt::StringLiterals;
        return submit(QJsonObject{{u"do"_s, u"rota.import"_s}, {u"user"_s, u"tom"_s},
            {u"csv"_s, csv}, {u"withdraw_missing"_s, withdraw}});
    }
    /// By when they begin.
    std::vector<std::shared_ptr<const core::Shift>> shifts() const
    {
        std::vector<std::shared_ptr<const core::Shift>> all;
        for (const core::ShiftId& id :
            shiftsBetween(london("2026-01-01T00:00"), london("2028-01-01T00:00")))
            all.push_back(shift(id));
        std::stable_sort(all.begin(), all.end(),
            [](const auto& a, const auto& b) { return a->plan.from < b->plan.from; });
        return all;
    }
    std::shared_ptr<const core::Shift> only() const { return shifts().front(); }
    int number(const Reply& reply, const char* key) const
    {
        return reply.decision.made.value(QLatin1StringView(key)).toInt(-1);
    }
};
