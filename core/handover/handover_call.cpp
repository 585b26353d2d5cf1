#include "core/handover/handover_call.h"

#include "core/handover/item_rules.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString speakerOf(const Window& window, const QString& service)
{
    const auto found = window.speakers.find(service);
    return found == window.speakers.end() ? QString() : found->second;
}

// Of the notes that tell something of the call the giver's counts; it comes last where both do.
const VerbalNote* noteThatCounts(const Window& window)
{
    const VerbalNote* counts = nullptr;
    for (const VerbalNote& note : window.verbalNotes)
        if (!counts || note.service == window.from)
            counts = &note;
    return counts;
}

QString speaker(const QString& name, const QString& service, const Profile& profile)
{
    return u"%1 (%2)"_s.arg(name.isEmpty() ? u"not said"_s : name, serviceName(service, profile));
}

}

std::optional<HandoverCall> callOf(const Window& window)
{
    const VerbalNote* note = noteThatCounts(window);
    if (!note)
        return {};
    HandoverCall call;
    call.key = u"call"_s;
    call.windowName = window.name;
    call.from = window.from;
    call.to = window.to;
    call.giver = speakerOf(window, window.from);
    call.taker = speakerOf(window, window.to);
    call.started = window.verbalStarted;
    call.ended = window.verbalEnded;
    call.by = note->by;
    call.recorded = note->recorded;
    return call;
}

std::vector<HandoverCall> callsOf(const Case& record, const HandoverItem& item)
{
    std::vector<HandoverCall> calls;
    for (const PractitionerCall& each : item.calls)
        calls.push_back({HandoverCallKind::Practitioners, each.id.text(), item.windowName,
            record.id, record.ref, item.transferNumber, item.from, item.to, each.giver, each.taker,
            each.started, each.ended, each.words, each.by, each.recorded});
    return calls;
}

std::vector<HandoverCall> callsOf(const Case& record)
{
    std::vector<HandoverCall> calls;
    for (const HandoverItem& item : record.handovers) {
        const auto ofItem = callsOf(record, item);
        calls.insert(calls.end(), ofItem.begin(), ofItem.end());
    }
    std::stable_sort(calls.begin(), calls.end(),
        [](const HandoverCall& a, const HandoverCall& b) { return a.at() < b.at(); });
    return calls;
}

QString speakersText(const HandoverCall& call, const Profile& profile)
{
    return u"%1 with %2"_s.arg(
        speaker(call.giver, call.from, profile), speaker(call.taker, call.to, profile));
}

QString timesText(const HandoverCall& call)
{
    if (call.started && call.ended)
        return u"%1 to %2"_s.arg(timeText(*call.started), timeText(*call.ended));
    if (call.started)
        return u"since %1"_s.arg(timeText(*call.started));
    return call.ended ? u"until %1"_s.arg(timeText(*call.ended)) : QString();
}

}
