#include "core/conflict/told_twice.h"

#include "core/casework/assessment/waits.h"
#include "core/casework/cooperation/cooperation_events.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_rules.h"
#include "core/conflict/ancestry.h"
#include "core/conflict/conflict_events.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Started {
    std::size_t event = 0;
    ClockStarted clock;
    std::size_t first = 0; ///< place among the starts of the one that stands for it
};

using Places = std::vector<std::size_t>;

// Each is compared with each: what somebody wrote ever so often is no case of one detention.
constexpr std::size_t mostStarts = 64;
constexpr std::size_t mostEnds = 1000;

struct Ended {
    std::size_t event = 0;
    PartId clock;
};

bool isOf(const Event& event, const char* type)
{
    return event.type == QLatin1StringView(type);
}

// No other event may be told otherwise, whatever identifier somebody gave a clock.
bool isOfClocks(const Event& event)
{
    static const QSet<QString> types = [] {
        QSet<QString> all;
        for (const char* type : {ClockStarted::type, ClockOtherStart::type, ClockRenewed::type,
                 ClockEnded::type, ClockResumed::type, ClockSuperseded::type, ClockExtended::type,
                 DetentionExtended::type, ExtensionCorrected::type, StatusStarted::type,
                 StatusEnded::type, ConflictSettled::type})
            all.insert(QString::fromLatin1(type));
        return all;
    }();
    return types.contains(event.type);
}

// A detention or an order of the court, or what begins with it and of which a later account is no
// second one. CLK-54
bool isOfDetention(const QString& kind)
{
    return statusOfClock(kind) || detentionWaits().contains(kind) || kind == u"tribunal"
        || kind == u"epo";
}

std::vector<Started> startsOf(const std::vector<Event>& ordered)
{
    std::vector<Started> starts;
    for (std::size_t at = 0; at < ordered.size(); ++at) {
        if (!isOf(ordered[at], ClockStarted::type))
            continue;
        auto clock = readPayload<ClockStarted>(ordered[at].payload);
        if (isOfDetention(clock.kind))
            starts.push_back({at, std::move(clock), starts.size()});
    }
    return starts;
}

std::vector<Ended> endsOf(const std::vector<Event>& ordered, const std::vector<Started>& starts)
{
    std::set<PartId> started;
    for (const Started& each : starts)
        started.insert(each.clock.id);
    std::vector<Ended> ends;
    for (std::size_t at = 0; at < ordered.size(); ++at) {
        if (!isOf(ordered[at], ClockEnded::type) && !isOf(ordered[at], ClockSuperseded::type))
            continue;
        const PartId clock = readPayload<ClockEnded>(ordered[at].payload).id;
        if (started.contains(clock))
            ends.push_back({at, clock});
    }
    return ends;
}

class Joining {
public:
    Joining(const std::vector<Event>& ordered, std::vector<Started> starts)
        : m_events(ordered)
        , m_ancestry(ordered)
        , m_starts(std::move(starts))
        , m_ends(endsOf(ordered, m_starts))
    {
    }

    std::vector<OtherName> names()
    {
        if (m_ancestry.isLine() || m_ends.size() > mostEnds)
            return {};
        for (std::size_t at = 1; at < m_starts.size(); ++at)
            join(at);
        nameStatuses();
        return std::move(m_names);
    }

private:
    void join(std::size_t at)
    {
        std::set<std::size_t> fitting;
        for (std::size_t earlier = 0; earlier < at; ++earlier)
            if (overlap(m_starts[earlier], m_starts[at]))
                fitting.insert(m_starts[earlier].first);
        if (fitting.size() != 1 || !fitsAll(*fitting.begin(), at))
            return;
        m_starts[at].first = *fitting.begin();
        name(m_starts[at].clock.id, m_starts[m_starts[at].first].clock.id);
    }

    bool overlap(const Started& a, const Started& b) const
    {
        return a.clock.kind == b.clock.kind && a.clock.title == b.clock.title
            && m_ancestry.concurrent(a.event, b.event) && a.clock.start < b.clock.due
            && b.clock.start < a.clock.due;
    }

    bool fitsAll(std::size_t first, std::size_t at) const
    {
        for (std::size_t earlier = 0; earlier < at; ++earlier)
            if (m_starts[earlier].first == first
                && (!m_ancestry.concurrent(m_starts[earlier].event, m_starts[at].event)
                    || endedUnseen(m_starts[earlier], m_starts[at])))
                return false;
        return true;
    }

    // Unless somebody who had seen both, and no such end, ended them as one.
    bool endedUnseen(const Started& a, const Started& b) const
    {
        Places unseen;
        Places asOne;
        for (const Ended& end : m_ends)
            if (end.clock == a.clock.id || end.clock == b.clock.id) {
                const bool sawBoth
                    = m_ancestry.saw(end.event, a.event) && m_ancestry.saw(end.event, b.event);
                (sawBoth ? asOne : unseen).push_back(end.event);
            }
        return !unseen.empty() && std::all_of(asOne.begin(), asOne.end(), [&](std::size_t end) {
            return std::any_of(unseen.begin(), unseen.end(),
                [&](std::size_t other) { return m_ancestry.saw(end, other); });
        });
    }

    // A status goes by the clock that it started.
    void nameStatuses()
    {
        std::map<PartId, PartId> clocks;
        for (const Started& each : m_starts)
            if (m_starts[each.first].clock.id != each.clock.id)
                clocks[each.clock.id] = clocks[m_starts[each.first].clock.id]
                    = m_starts[each.first].clock.id;
        std::map<std::pair<PartId, LegalStatus>, std::pair<std::size_t, PartId>> first;
        for (std::size_t at = 0; at < m_events.size() && !clocks.empty(); ++at) {
            if (!isOf(m_events[at], StatusStarted::type))
                continue;
            const auto status = readPayload<StatusStarted>(m_events[at].payload);
            const auto clock = clocks.find(status.clock);
            if (clock == clocks.end())
                continue;
            const auto known
                = first.try_emplace({clock->second, status.status}, at, status.id).first;
            if (m_ancestry.concurrent(known->second.first, at))
                name(status.id, known->second.second);
        }
    }

    void name(const PartId& other, const PartId& stands)
    {
        if (other != stands && !other.isNull())
            m_names.push_back({other.text().toUtf8(), stands.text().toUtf8()});
    }

    const std::vector<Event>& m_events;
    Ancestry m_ancestry;
    std::vector<Started> m_starts;
    std::vector<Ended> m_ends;
    std::vector<OtherName> m_names;
};

}

namespace {

/// The starts that stand by one identifier, and what became of them.
class LivingOn {
public:
    LivingOn(const std::vector<Event>& named, Course& course)
        : m_events(named)
        , m_course(course) { }

    void settle()
    {
        for (std::size_t at = 0; at < m_events.size(); ++at)
            if (isOf(m_events[at], ClockStarted::type))
                m_clocks[readPayload<ClockStarted>(m_events[at].payload).id].push_back(at);
            else if (isOf(m_events[at], StatusStarted::type))
                m_statuses[readPayload<StatusStarted>(m_events[at].payload).id].push_back(at);
        for (const auto& each : m_clocks)
            if (each.second.size() > 1)
                settleClock(each.second);
        for (const auto& each : m_statuses)
            if (each.second.size() > 1)
                settleStatus(each.second);
    }

private:
    bool isOverruled(std::size_t at) const
    {
        return m_course.steps[at].effect == Effect::Overruled;
    }

    void settleClock(const Places& starts)
    {
        if (!letFirstLiveOn(starts) && isDisputed(starts.front()))
            setEffect(starts, Effect::Counts);
    }

    void setEffect(const Places& events, Effect effect)
    {
        for (const std::size_t at : events)
            m_course.steps[at].effect = effect;
    }

    bool isDisputed(std::size_t start) const
    {
        const auto clock = readPayload<ClockStarted>(m_events[start].payload);
        const QString field = u"clock %1 %2"_s.arg(clock.kind, clock.title);
        return std::any_of(m_course.conflicts.begin(), m_course.conflicts.end(),
            [&field](const Conflict& each) { return each.field == field; });
    }

    void settleStatus(const Places& starts)
    {
        Places with;
        for (const std::size_t at : starts)
            if (!isOverruled(at) && goesByOverruled(at))
                with.push_back(at);
        setEffect(with, Effect::Overruled);
        if (!letFirstLiveOn(starts))
            setEffect(with, Effect::Counts);
    }

    bool goesByOverruled(std::size_t status) const
    {
        const auto clock
            = m_clocks.find(readPayload<StatusStarted>(m_events[status].payload).clock);
        return clock != m_clocks.end()
            && std::any_of(clock->second.begin(), clock->second.end(), [&](std::size_t at) {
                   return m_events[at].desk == m_events[status].desk && isOverruled(at);
               });
    }

    // The first is what the others are told of. Whether any stands.
    bool letFirstLiveOn(const Places& starts)
    {
        const auto isSooner = [this](std::size_t a, std::size_t b) {
            return std::pair(isOverruled(a), m_events[a].occurred)
                < std::pair(isOverruled(b), m_events[b].occurred);
        };
        const std::size_t stands = *std::min_element(starts.begin(), starts.end(), isSooner);
        if (isOverruled(stands))
            return false;
        if (Step& first = m_course.steps[starts.front()]; first.effect == Effect::Overruled) {
            first.livesOn = true;
            first.says = m_events[starts.front()];
            first.says->payload = m_events[stands].payload;
            first.says->occurred = m_events[stands].occurred;
        }
        return true;
    }

    const std::vector<Event>& m_events;
    Course& m_course;
    std::map<PartId, Places> m_clocks;
    std::map<PartId, Places> m_statuses;
};

}

static bool haveSeveralStarted(const std::vector<Event>& events)
{
    const auto isStart = [](const Event& event) { return isOf(event, ClockStarted::type); };
    const auto first = std::find_if(events.begin(), events.end(), isStart);
    return std::any_of(first, events.end(),
        [&](const Event& event) { return isStart(event) && event.desk != first->desk; });
}

void letLiveOn(const std::vector<Event>& named, Course& course)
{
    if (!course.steps.empty() && haveSeveralStarted(named))
        LivingOn(named, course).settle();
}

std::vector<OtherName> toldTwice(const std::vector<Event>& ordered)
{
    if (!haveSeveralStarted(ordered))
        return {};
    std::vector<Started> starts = startsOf(ordered);
    const bool fit = starts.size() > 1 && starts.size() <= mostStarts;
    return fit ? Joining(ordered, std::move(starts)).names() : std::vector<OtherName>{};
}

bool usesOtherName(const Event& event, const std::vector<OtherName>& names)
{
    return !names.empty() && isOfClocks(event)
        && std::any_of(names.begin(), names.end(),
            [&event](const OtherName& each) { return event.payload.contains(each.other); });
}

void nameOnce(std::vector<Event>& events, const std::vector<OtherName>& names)
{
    for (Event& event : events)
        if (usesOtherName(event, names))
            for (const OtherName& each : names)
                event.payload.replace(each.other, each.stands);
}

}
