#include "core/conflict/course.h"

#include "core/command/json_read.h"
#include "core/conflict/conflict_events.h"
#include "core/conflict/field_course.h"
#include "core/conflict/foreign.h"
#include "core/conflict/told_twice.h"
#include "core/journal/envelope.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isSettlement(const Event& event)
{
    return event.type == QLatin1StringView(ConflictSettled::type);
}

// Text that stands there in what the event says; empty where there is none.
QString valueAt(const Event& event, const QStringList& path)
{
    QJsonValue value = QJsonDocument::fromJson(event.payload).object();
    for (const QString& key : path)
        value = value.toObject().value(key);
    return value.toString();
}

class Charting {
public:
    explicit Charting(const std::vector<Event>& ordered)
        : m_events(ordered)
        , m_ancestry(ordered) { }

    Course course()
    {
        if (m_ancestry.isLine())
            return {};
        m_course.steps.resize(m_events.size());
        m_dropped.resize(m_events.size());
        collect();
        for (const auto& [field, claimants] : m_fields)
            chart(field, claimants);
        rest();
        inOrder();
        for (std::size_t at = 0; at < m_events.size(); ++at)
            if (!m_dropped[at].empty())
                saying(at).payload = without(m_events[at], m_dropped[at]);
        return std::move(m_course);
    }

private:
    /// What has been said of a field so far.
    struct Said {
        bool waits = false;
        bool picks = false;
        QString title;
        std::map<std::size_t, QString> values; ///< by event
    };

    /// A dispute, and what it does to the events that rest on it.
    struct Dispute {
        Effect effect;
        std::vector<std::size_t> between;
        std::optional<std::size_t> by;

        bool operator<(const Dispute& other) const
        {
            return std::tie(effect, between, by) < std::tie(other.effect, other.between, other.by);
        }
    };

    void collect()
    {
        std::map<QString, std::size_t> byDigest;
        const std::vector<bool> foreign = foreignEvents(m_events);
        m_rests.resize(m_events.size());
        for (std::size_t at = 0; at < m_events.size(); ++at) {
            byDigest.emplace(toHex(m_events[at].digest), at);
            if (foreign[at])
                continue;
            for (Claim& claim : claimsOf(m_events[at])) {
                m_rests[at] = m_rests[at] || claim.rests;
                Claimant claimant{at, std::move(claim), isSettlement(m_events[at]), {}};
                if (claimant.settles)
                    choose(claimant, byDigest);
                Said& said = m_said[claimant.claim.field];
                said.waits |= claimant.claim.waits;
                said.picks |= claimant.claim.picks;
                said.title = claimant.claim.title;
                said.values[at] = claimant.claim.value;
                m_fields[claimant.claim.field].push_back(std::move(claimant));
            }
        }
    }

    // A decision says what the chosen event says; what that one said waits as long as it did.
    void choose(Claimant& decision, const std::map<QString, std::size_t>& byDigest)
    {
        const auto settled = readPayload<ConflictSettled>(m_events[decision.event].payload);
        const auto named = byDigest.find(settled.chosen);
        if (named != byDigest.end())
            decision.chosen = named->second;
        const auto said = m_said.find(settled.field);
        if (said == m_said.end())
            return;
        decision.claim.waits |= said->second.waits;
        decision.claim.picks |= said->second.picks;
        decision.claim.title = said->second.title;
        if (decision.chosen)
            if (const auto value = said->second.values.find(*decision.chosen);
                value != said->second.values.end())
                decision.claim.value = value->second;
    }

    void chart(const QString& name, const std::vector<Claimant>& claimants)
    {
        const FieldCourse field = fieldCourse(claimants, m_ancestry);
        for (const std::size_t event : field.beside)
            m_course.steps[event].beside = true;
        for (const Verdict& verdict : field.verdicts)
            judge(verdict);
        for (const std::size_t settlement : field.worded)
            speak(settlement, claimants);
        if (!field.waits)
            for (const std::size_t side : field.sides)
                if (isSettlement(m_events[side]))
                    show(side, claimants);
        if (!field.sides.empty())
            m_course.conflicts.push_back(conflictOf(name, claimants, field));
    }

    void judge(const Verdict& verdict)
    {
        if (verdict.by && !isSettlement(m_events[verdict.event]))
            setAside(*verdict.by, verdict.event, verdict.claim.shown,
                std::find(verdict.between.begin(), verdict.between.end(), verdict.event)
                    != verdict.between.end());
        if (!verdict.claim.path.isEmpty() && verdict.effect == Effect::Overruled) {
            m_dropped[verdict.event].insert(verdict.claim.path);
            return;
        }
        Step& step = m_course.steps[verdict.event];
        step.effect = std::max(step.effect, verdict.effect);
        if (m_rests[verdict.event])
            unfound(verdict);
    }

    void setAside(std::size_t by, std::size_t event, const QString& shown, bool told)
    {
        std::vector<SetAside>& all = m_course.steps[by].setAside;
        if (std::none_of(all.begin(), all.end(),
                [event](const SetAside& each) { return each.event == event; }))
            all.push_back({event, shown.simplified(), told});
    }

    void inOrder()
    {
        for (Step& step : m_course.steps)
            std::sort(step.setAside.begin(), step.setAside.end(),
                [](const SetAside& a, const SetAside& b) { return a.event < b.event; });
    }

    Event& saying(std::size_t at)
    {
        std::optional<Event>& says = m_course.steps[at].says;
        if (!says)
            says = m_events[at];
        return *says;
    }

    // The person's own words take the place of what the sides said.
    void speak(std::size_t settlement, const std::vector<Claimant>& claimants)
    {
        const auto settled = readPayload<ConflictSettled>(m_events[settlement].payload);
        for (const Claimant& each : claimants) {
            if (each.claim.path.isEmpty() || !m_ancestry.saw(settlement, each.event))
                continue;
            return say(settlement, each, settled.words);
        }
    }

    void say(std::size_t settlement, const Claimant& each, const QString& value)
    {
        Event& words = saying(settlement);
        words.type = m_events[each.event].type;
        words.actor.service = m_events[each.event].actor.service;
        words.payload = payloadSaying(m_events[each.event], each.claim.path, value);
    }

    // Of two decisions that differ the later is shown, as of any two values: not what both
    // overruled.
    void show(std::size_t settlement, const std::vector<Claimant>& claimants)
    {
        const auto settled = readPayload<ConflictSettled>(m_events[settlement].payload);
        if (settled.chosen.isEmpty())
            return speak(settlement, claimants);
        for (const Claimant& each : claimants)
            if (toHex(m_events[each.event].digest) == settled.chosen)
                if (const QString value = valueAt(m_events[each.event], each.claim.path);
                    !value.isEmpty())
                    say(settlement, each, value);
    }

    Conflict conflictOf(
        const QString& name, const std::vector<Claimant>& claimants, const FieldCourse& field) const
    {
        Conflict conflict;
        conflict.field = name;
        conflict.contested = field.waits;
        conflict.textual = true;
        for (const Claimant& each : claimants) {
            if (std::find(field.sides.begin(), field.sides.end(), each.event) == field.sides.end())
                continue;
            const Event& event = m_events[each.event];
            conflict.title = each.claim.title;
            conflict.textual = conflict.textual && !each.claim.picks
                && (each.settles || !each.claim.path.isEmpty());
            conflict.sides.push_back(
                {event.digest, event.type, each.claim.shown, event.actor.name, event.actor.role,
                    event.actor.service, event.occurred, fromMillis(event.recorded.ms)});
        }
        return conflict;
    }

    // An answer to a proposal that does not count, what followed an acceptance that was overruled:
    // it shares the lot of what it rests on, unless its author knew better.
    void rest()
    {
        for (std::size_t at = 0; at < m_events.size(); ++at)
            if (m_rests[at] && m_course.steps[at].effect != Effect::Overruled)
                stand(at, footing(at));
    }

    void stand(std::size_t at, const Dispute* dispute)
    {
        if (!dispute)
            return;
        Step& step = m_course.steps[at];
        step.effect = std::max(step.effect, dispute->effect);
        if (!dispute->by)
            return;
        const std::vector<Claim> claims = claimsOf(m_events[at]);
        const auto rests = std::find_if(
            claims.begin(), claims.end(), [](const Claim& each) { return each.rests; });
        setAside(*dispute->by, at, u"%1: %2"_s.arg(rests->title, rests->shown), true);
    }

    // What becomes of it by what it rests on; rather what was overruled than what waits.
    const Dispute* footing(std::size_t at) const
    {
        const Dispute* found = nullptr;
        for (const auto& [what, first] : m_unfounded)
            if (what.effect > (found ? found->effect : Effect::Counts) && followsAny(at, first)
                && !knows(at, what.between))
                found = &what;
        return found;
    }

    bool followsAny(std::size_t at, const std::map<std::size_t, std::size_t>& first) const
    {
        return std::any_of(first.begin(), first.end(),
            [&](const auto& each) { return m_ancestry.saw(at, each.second); });
    }

    bool knows(std::size_t at, const std::vector<std::size_t>& between) const
    {
        return std::all_of(between.begin(), between.end(),
            [&](std::size_t side) { return at == side || m_ancestry.saw(at, side); });
    }

    void unfound(const Verdict& verdict)
    {
        auto& first = m_unfounded[{verdict.effect, verdict.between, verdict.by}];
        std::size_t& event
            = first.try_emplace(m_ancestry.laneOf(verdict.event), verdict.event).first->second;
        event = std::min(event, verdict.event);
    }

    const std::vector<Event>& m_events;
    Ancestry m_ancestry;
    std::map<QString, std::vector<Claimant>> m_fields;
    std::map<QString, Said> m_said;
    std::vector<std::set<QStringList>> m_dropped;
    std::vector<bool> m_rests;
    std::map<Dispute, std::map<std::size_t, std::size_t>>
        m_unfounded; ///< of each lane the first event that does not count
    Course m_course;
};

}

Course courseOf(const std::vector<Event>& ordered)
{
    Course course = Charting(ordered).course();
    letLiveOn(ordered, course);
    return course;
}

const Conflict* contestedResponsibility(const std::vector<Conflict>& conflicts)
{
    for (const Conflict& each : conflicts)
        if (each.contested
            && (each.field == u"responsible" || each.field == u"open"
                || each.field.startsWith(u"handover:")))
            return &each;
    return nullptr;
}

}
