#include "core/handover/window_deadlines.h"

#include "core/clock/catalogue.h"
#include "core/handover/item_rules.h"
#include "core/handover/window_choice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

static Deadline unopened(const WindowTimes& times, const Profile& profile)
{
    Deadline verbal;
    verbal.subject = subjectOf(windowId(profile.key, times.name()));
    verbal.kind = u"verbal_handover"_s;
    verbal.title = u"Verbal handover %1: nobody opened it"_s.arg(times.name());
    verbal.start = times.opens;
    verbal.evidence = u"handover slot"_s;
    verbal.due = times.breach;
    verbal.warnings = {times.starts};
    verbal.clause = u"HO-3.1c"_s;
    verbal.who
        = u"%1 and %2"_s.arg(serviceName(times.from, profile), serviceName(times.to, profile));
    verbal.service = times.from;
    return verbal;
}

Deadline verbalClock(const WindowTimes& times, const Window* window, const Profile& profile)
{
    Deadline verbal
        = window && window->openedAt ? deadlinesOf(*window).front() : unopened(times, profile);
    const std::vector<Instant> own = warningsBefore(verbal.due, u"handover_verbal"_s, profile);
    verbal.warnings.insert(verbal.warnings.end(), own.begin(), own.end());
    std::sort(verbal.warnings.begin(), verbal.warnings.end());
    return verbal;
}

// A desk that was not in use yet missed nothing.
static bool wasInUse(const WindowTimes& times, const Records& records)
{
    const std::vector<CaseId> open = records.openCases(times.from);
    const bool held = std::any_of(open.begin(), open.end(), [&](const CaseId& id) {
        const auto record = records.caseRecord(id);
        return record && record->openedAt <= times.breach;
    });
    return held || !records.contactsBetween(times.coversFrom, times.breach).empty();
}

std::vector<Deadline> windowDeadlines(
    Instant now, const Records& records, const ServiceCalendar& calendar)
{
    std::vector<Deadline> clocks;
    bool last = true;
    for (const WindowTimes& times : windowsAround(now, calendar)) {
        const auto window = records.window(windowId(calendar.profile().key, times.name()));
        const bool opened = window && window->openedAt;
        if (times.opens > now && !opened)
            continue;
        const bool inTime = now <= times.breach || (last && wasInUse(times, records));
        last = last && times.opens > now;
        if (opened || inTime)
            clocks.push_back(
                verbalClock(times, window.get(), calendar.asAt(times.opens).profile()));
    }
    std::erase_if(clocks, [](const Deadline& each) { return each.state != ClockState::Running; });
    return clocks;
}

}
