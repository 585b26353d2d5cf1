#include "core/conflict/field_course.h"

#include <algorithm>

namespace core {

namespace {

using Claimants = std::vector<const Claimant*>;

bool contradict(const Claimant& a, const Claimant& b, const Ancestry& ancestry)
{
    return ancestry.concurrent(a.event, b.event) && !a.claim.yields && !b.claim.yields
        && a.claim.value != b.claim.value;
}

// Of claims that nobody overtook, those that contradict each other.
Claimants disputed(const Claimants& claimants, const Ancestry& ancestry)
{
    Claimants live;
    for (const Claimant* each : claimants)
        if (std::none_of(claimants.begin(), claimants.end(),
                [&](const Claimant* later) { return ancestry.saw(later->event, each->event); }))
            live.push_back(each);
    Claimants found;
    for (const Claimant* each : live)
        if (std::any_of(live.begin(), live.end(),
                [&](const Claimant* other) { return contradict(*each, *other, ancestry); }))
            found.push_back(each);
    return found;
}

bool isCommon(const Claimants& sides, std::size_t event, const Ancestry& ancestry)
{
    return std::all_of(sides.begin(), sides.end(),
        [&](const Claimant* side) { return ancestry.saw(side->event, event); });
}

std::vector<std::size_t> eventsOf(const Claimants& claimants)
{
    std::vector<std::size_t> events;
    for (const Claimant* each : claimants)
        events.push_back(each->event);
    return events;
}

class Field {
public:
    Field(const std::vector<Claimant>& claimants, const Ancestry& ancestry) : m_ancestry(ancestry)
    {
        for (const Claimant& each : claimants)
            m_past.push_back(&each);
    }

    FieldCourse course()
    {
        unravel();
        for (auto each = m_past.rbegin(); each != m_past.rend(); ++each)
            if (!isOverruled((*each)->event))
                settle(**each);
        return std::move(m_course);
    }

private:
    // Goes back from dispute to dispute until what is left is agreed.
    void unravel()
    {
        for (Claimants sides = disputed(m_past, m_ancestry); !sides.empty();
             sides = disputed(m_past, m_ancestry)) {
            if (m_course.sides.empty())
                m_course.sides = eventsOf(sides);
            Claimants common;
            for (const Claimant* each : m_past) {
                if (isCommon(sides, each->event, m_ancestry)) {
                    common.push_back(each);
                } else if (each->claim.waits) {
                    m_course.waits = true;
                    m_course.verdicts.push_back(
                        {each->event, Effect::Waits, each->claim, eventsOf(sides)});
                }
            }
            m_past = std::move(common);
        }
    }

    bool isOverruled(std::size_t event) const
    {
        return std::any_of(
            m_course.verdicts.begin(), m_course.verdicts.end(), [event](const Verdict& each) {
                return each.event == event && each.effect == Effect::Overruled;
            });
    }

    // What `later` decided about the disputes before it.
    void settle(const Claimant& later)
    {
        Claimants before;
        for (const Claimant* each : m_past)
            if (m_ancestry.saw(later.event, each->event))
                before.push_back(each);
        const Claimants sides = disputed(before, m_ancestry);
        if (sides.empty())
            return;
        for (const Claimant* each : before)
            if (!isCommon(sides, each->event, m_ancestry) && losesTo(later, *each)
                && !isOverruled(each->event))
                m_course.verdicts.push_back(
                    {each->event, Effect::Overruled, each->claim, eventsOf(sides)});
        if (later.settles && !later.chosen)
            m_course.worded.push_back(later.event);
    }

    bool losesTo(const Claimant& later, const Claimant& earlier) const
    {
        if (!later.settles)
            return earlier.claim.waits;
        if (!later.chosen)
            return true;
        return *later.chosen != earlier.event && !m_ancestry.saw(*later.chosen, earlier.event);
    }

    const Ancestry& m_ancestry;
    Claimants m_past;
    FieldCourse m_course;
};

}

FieldCourse fieldCourse(const std::vector<Claimant>& claimants, const Ancestry& ancestry)
{
    return Field(claimants, ancestry).course();
}

}
