#include "core/command/changed_beneath.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QStringList keysOf(const QByteArray& payload)
{
    return QJsonDocument::fromJson(payload).object().keys();
}

// Events of one type that name a part concern different things when the part differs.
bool sameThing(const NewEvent& mine, const Event& theirs)
{
    if (mine.type != theirs.type)
        return false;
    const QJsonObject a = QJsonDocument::fromJson(mine.payload).object();
    const QJsonObject b = QJsonDocument::fromJson(theirs.payload).object();
    return a.value(u"id"_s) == b.value(u"id"_s);
}

std::optional<Refusal> clash(const NewEvent& mine, const Event& theirs)
{
    if (!sameThing(mine, theirs))
        return {};
    const QStringList keys = keysOf(theirs.payload);
    for (const QString& key : keysOf(mine.payload))
        if (key != u"id"_s && keys.contains(key))
            return Refusal{u"INV-10"_s, key,
                u"This changed beneath you: %1 set %2 at %3."_s.arg(
                    theirs.actor.name, key, timeText(fromMillis(theirs.recorded.ms))),
                u"Look at the new value and send again if yours should stand."_s};
    return {};
}

std::optional<Refusal> clashAny(
    const Decision& decision, const Subject& subject, const Event& theirs)
{
    for (const NewEvent& mine : decision.events)
        if (mine.subject == subject)
            if (auto refusal = clash(mine, theirs))
                return refusal;
    return {};
}

}

std::optional<Refusal> changedBeneath(
    const Request& request, const Decision& decision, const Records& records)
{
    for (const auto& [subject, heads] : request.seen)
        for (const Event& theirs : records.eventsSince(subject, heads))
            if (auto refusal = clashAny(decision, subject, theirs))
                return refusal;
    return {};
}

}
