#include "tests/support/history_oracle.h"

#include "core/journal/envelope.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <map>
#include <set>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonOf(const Event& event)
{
    return QJsonDocument::fromJson(event.payload).object();
}

QString textIn(const Event& event, const QString& key)
{
    return jsonOf(event).value(key).toString();
}

/// The events with who had seen whom, by walking the parents.
class Seen {
public:
    explicit Seen(const std::vector<Event>& events)
    {
        for (const Event& event : events)
            m_events[event.digest] = &event;
    }

    bool saw(const Event& later, const Event& earlier)
    {
        return ancestorsOf(later.digest).contains(earlier.digest);
    }
    std::vector<const Event*> all() const
    {
        std::vector<const Event*> events;
        for (const auto& [digest, event] : m_events)
            events.push_back(event);
        return events;
    }
    /// Whether nothing that somebody had seen is missing: else who had seen whom is not known.
    bool isWhole() const
    {
        return std::all_of(m_events.begin(), m_events.end(), [this](const auto& each) {
            const std::vector<Digest>& parents = each.second->parents;
            return std::all_of(parents.begin(), parents.end(),
                [this](const Digest& parent) { return m_events.contains(parent); });
        });
    }
    /// The events in their one order, or nothing where two did not see each other.
    std::vector<const Event*> line()
    {
        std::vector<const Event*> events = all();
        std::sort(events.begin(), events.end(), [this](const Event* a, const Event* b) {
            return ancestorsOf(a->digest).size() < ancestorsOf(b->digest).size();
        });
        for (std::size_t at = 0; at < events.size(); ++at)
            if (ancestorsOf(events[at]->digest).size() != at)
                return {};
        return events;
    }

private:
    const std::set<Digest>& ancestorsOf(const Digest& digest)
    {
        const auto known = m_ancestors.find(digest);
        if (known != m_ancestors.end())
            return known->second;
        std::set<Digest> ancestors;
        if (const auto event = m_events.find(digest); event != m_events.end())
            for (const Digest& parent : event->second->parents) {
                ancestors.insert(parent);
                const std::set<Digest>& more = ancestorsOf(parent);
                ancestors.insert(more.begin(), more.end());
            }
        return m_ancestors[digest] = std::move(ancestors);
    }

    std::map<Digest, const Event*> m_events;
    std::map<Digest, std::set<Digest>> m_ancestors;
};

/// Who is responsible and whether the case is open, event by event.
struct Replay {
    void take(const Event& event)
    {
        if (event.type == u"case.opened")
            owner = textIn(event, u"service"_s);
        else if (event.type == u"handover.proposed")
            to[textIn(event, u"id"_s)] = textIn(event, u"to"_s);
        else if (event.type == u"handover.accepted" || event.type == u"handover.confirmed")
            owner = to[textIn(event, u"id"_s)];
        else if (event.type == u"case.closed")
            open = false;
        else if (event.type == u"case.reopened")
            open = true;
    }

    QString owner;
    bool open = true;
    std::map<QString, QString> to;
};

bool inTime(const std::vector<const Event*>& line)
{
    return std::is_sorted(line.begin(), line.end(),
        [](const Event* a, const Event* b) { return a->occurred < b->occurred; });
}

QString replayed(const Case& record, const std::vector<const Event*>& line)
{
    if (line.empty())
        return {};
    if (!record.conflicts.empty())
        return u"%1: a conflict where everybody had seen everything"_s.arg(record.ref);
    if (!inTime(line))
        return {};
    Replay replay;
    for (const Event* event : line)
        replay.take(*event);
    if (record.responsible.current() != replay.owner)
        return u"%1: %2 is responsible and a replay says %3"_s.arg(
            record.ref, record.responsible.current(), replay.owner);
    if (record.open() != replay.open)
        return u"%1: open or closed otherwise than a replay"_s.arg(record.ref);
    return {};
}

bool hasConflict(const Case& record, const QString& field)
{
    return std::any_of(record.conflicts.begin(), record.conflicts.end(),
        [&](const Conflict& each) { return each.field == field; });
}

/// What a settlement chose: an event by its digest, or words of its own.
QString settledAs(const Event& settlement, const std::map<QString, QString>& byDigest)
{
    const QString chosen = textIn(settlement, u"chosen"_s);
    if (chosen.isEmpty())
        return textIn(settlement, u"words"_s);
    const auto named = byDigest.find(chosen);
    return named == byDigest.end() ? u"a settlement"_s : named->second;
}

/// What each event that sets the field says of it; a settlement says what it chose.
std::map<const Event*, QString> valuesOf(const QString& field, const Seen& seen)
{
    std::map<QString, QString> byDigest;
    std::map<const Event*, QString> values;
    for (const Event* event : seen.all())
        if (event->type == u"case.described" && jsonOf(*event).contains(field)) {
            values[event] = textIn(*event, field);
            byDigest[toHex(event->digest)] = values[event];
        }
    for (const Event* event : seen.all())
        if (event->type == u"conflict.settled" && textIn(*event, u"field"_s) == field)
            values[event] = settledAs(*event, byDigest);
    return values;
}

QString newestDiffer(const Case& record, const QString& field, Seen& seen)
{
    const std::map<const Event*, QString> values = valuesOf(field, seen);
    QSet<QString> newest;
    for (const auto& each : values)
        if (std::none_of(values.begin(), values.end(),
                [&](const auto& other) { return seen.saw(*other.first, *each.first); }))
            newest.insert(each.second);
    if (newest.contains(u"a settlement"_s) || (newest.size() > 1) == hasConflict(record, field))
        return {};
    return u"%1: the %2 is %3 ways and that is %4 conflict"_s.arg(record.ref, field)
        .arg(newest.size())
        .arg(newest.size() > 1 ? u"no"_s : u"a"_s);
}

QString madeResponsible(const Case& record, const Seen& seen)
{
    QSet<QString> may;
    std::map<QString, QString> to;
    for (const Event* event : seen.all())
        if (event->type == u"handover.proposed")
            to[textIn(*event, u"id"_s)] = textIn(*event, u"to"_s);
    for (const Event* event : seen.all())
        if (event->type == u"case.opened")
            may.insert(textIn(*event, u"service"_s));
        else if (event->type == u"handover.accepted" || event->type == u"handover.confirmed")
            may.insert(to[textIn(*event, u"id"_s)]);
    if (may.contains(record.responsible.current()))
        return {};
    return u"%1: nothing made %2 responsible"_s.arg(record.ref, record.responsible.current());
}

/// 'a' for an acceptance, 'n' for a decline or withdrawal, 0 for anything else.
char answerOf(const Event& event)
{
    if (event.type == u"handover.accepted" || event.type == u"handover.accepted_by_telephone"
        || event.type == u"handover.confirmed")
        return 'a';
    return event.type == u"handover.declined" || event.type == u"handover.withdrawn" ? 'n' : '\0';
}

/// Whether a person who had seen the answer chose another, and nobody chose otherwise.
bool isOverruled(const Event& answer, const QString& handover, Seen& seen)
{
    QSet<QString> chosen;
    bool known = false;
    for (const Event* event : seen.all())
        if (event->type == u"conflict.settled"
            && textIn(*event, u"field"_s) == u"handover:%1.answer"_s.arg(handover)) {
            chosen.insert(textIn(*event, u"chosen"_s));
            known = known || seen.saw(*event, answer);
        }
    return known && chosen.size() == 1 && !chosen.contains(toHex(answer.digest));
}

/// The answers to one handover that nobody overtook with another.
std::vector<const Event*> liveAnswersTo(const QString& handover, Seen& seen)
{
    std::vector<const Event*> answers;
    for (const Event* event : seen.all())
        if (answerOf(*event) != '\0' && textIn(*event, u"id"_s) == handover
            && !isOverruled(*event, handover, seen))
            answers.push_back(event);
    std::vector<const Event*> live;
    std::copy_if(
        answers.begin(), answers.end(), std::back_inserter(live), [&](const Event* answer) {
            return std::none_of(answers.begin(), answers.end(),
                [&](const Event* later) { return seen.saw(*later, *answer); });
        });
    return live;
}

// Two answers that exclude each other, and nobody who had seen both wrote anything on the case
// since.
bool excludeEachOther(const Event& one, const Event& other, Seen& seen)
{
    if (answerOf(one) != 'a' || answerOf(other) != 'n')
        return false;
    const std::vector<const Event*> events = seen.all();
    return std::none_of(events.begin(), events.end(),
        [&](const Event* later) { return seen.saw(*later, one) && seen.saw(*later, other); });
}

bool isContested(const HandoverItem& item, Seen& seen)
{
    const std::vector<const Event*> live = liveAnswersTo(item.id.text(), seen);
    return std::any_of(live.begin(), live.end(), [&](const Event* one) {
        return std::any_of(live.begin(), live.end(),
            [&](const Event* other) { return excludeEachOther(*one, *other, seen); });
    });
}

QString liveAnswers(const Case& record, Seen& seen)
{
    if (contestedResponsibility(record.conflicts))
        return {};
    for (const HandoverItem& item : record.handovers)
        if (isContested(item, seen))
            return u"%1: accepted and declined at once, and nothing is contested"_s.arg(record.ref);
    return {};
}

}

QString complaintOf(const Case& record, const std::vector<Event>& events)
{
    Seen seen(events);
    if (!seen.isWhole())
        return madeResponsible(record, seen);
    for (const QString& complaint : {replayed(record, seen.line()),
             newestDiffer(record, u"title"_s, seen), newestDiffer(record, u"urgency"_s, seen),
             madeResponsible(record, seen), liveAnswers(record, seen)})
        if (!complaint.isEmpty())
            return complaint;
    return {};
}
