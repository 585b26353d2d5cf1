#include "core/clock/rank.h"

#include "core/clock/catalogue.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace core {

ClockRank rankOf(const QString& kind)
{
    // Promises to somebody outside, and checks that a risk plan rests on.
    static const QStringList agreed{
        u"verbal_handover"_s, u"their_record"_s, u"ring_back"_s, u"interim_check"_s};
    const ClockKind* known = clockKind(kind);
    if (known && known->statutory && known->span == Span::Elapsed)
        return ClockRank::Legal;
    return known || agreed.contains(kind) ? ClockRank::Agreed : ClockRank::Owed;
}

// Nobody waits for what is only to be written to another system. ESC-6.5
static bool isToWrite(const QString& kind)
{
    return kind == u"write_up"_s;
}

bool comesBefore(const Deadline& a, const Deadline& b)
{
    return std::tuple(rankOf(a.kind), a.due) < std::tuple(rankOf(b.kind), b.due);
}

const Deadline* nextClock(const std::vector<Deadline>& clocks)
{
    const Deadline* next = nullptr;
    for (const Deadline& clock : clocks)
        if (clock.state == ClockState::Running && (!next || comesBefore(clock, *next)))
            next = &clock;
    return next;
}

void sortForRail(std::vector<Deadline>& clocks)
{
    const auto place = [](const Deadline& clock) {
        return std::tuple(clock.state != ClockState::Running,
            rankOf(clock.kind) != ClockRank::Legal, isToWrite(clock.kind), clock.due);
    };
    std::stable_sort(clocks.begin(), clocks.end(),
        [&](const Deadline& a, const Deadline& b) { return place(a) < place(b); });
}

}
