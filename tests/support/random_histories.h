#pragma once

#include <QString>

#include <algorithm>
#include <vector>

/// How many random histories a test works: `usual`, or as many as DUTYDESK_HISTORIES asks for, and
/// of these the part that DUTYDESK_HISTORIES_DIVISOR leaves where everything is slow.
inline int historiesToWork(int usual)
{
    const int asked = qEnvironmentVariableIntValue("DUTYDESK_HISTORIES");
    const int divisor = qEnvironmentVariableIntValue("DUTYDESK_HISTORIES_DIVISOR");
    return std::max(1, (asked > 0 ? asked : usual) / (divisor > 0 ? divisor : 1));
}

/// A shorter list of which `fails` says the same: ever shorter runs are left out, the last first.
template <typename Step, typename Fails>
std::vector<Step> withoutNeedless(std::vector<Step> steps, const Fails& fails)
{
    for (std::size_t run = std::max<std::size_t>(steps.size() / 2, 1); run > 0; run /= 2) {
        for (std::size_t end = steps.size(); end > 0;) {
            const std::size_t from = end > run ? end - run : 0;
            std::vector<Step> shorter = steps;
            shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(from),
                shorter.begin() + static_cast<std::ptrdiff_t>(end));
            if (fails(shorter))
                steps = std::move(shorter);
            end = from;
        }
    }
    return steps;
}
