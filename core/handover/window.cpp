#include "core/handover/window.h"

#include "core/handover/window_events.h"
#include "core/time/london.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace core {

static Applied apply(Window& window, const WindowOpened& opened, const Event& event)
{
    if (window.openedAt)
        return u"The window had been opened already."_s;
    window.id = opened.window;
    window.name = opened.windowName;
    window.from = opened.from;
    window.to = opened.to;
    window.opens = opened.opens;
    window.starts = opened.starts;
    window.breach = opened.breach;
    window.state = WindowState::Open;
    window.openingDesk = event.desk;
    window.openedAt = event.occurred;
    return {};
}

static Applied apply(Window& window, const CoordinatorsNamed& named, const Event&)
{
    for (const Coordinator& each : named.coordinators)
        window.coordinators[each.service] = each.fullName;
    return {};
}

static VerbalNote takeNote(Window& window, const Event& event)
{
    VerbalNote note{event.desk, event.actor.service, {}, {}, {}, {}};
    std::erase_if(window.verbalNotes, [&](const VerbalNote& each) {
        if (each.desk != event.desk || each.service != event.actor.service)
            return false;
        note = each;
        return true;
    });
    note.by = event.actor.name;
    note.recorded = fromMillis(event.recorded.ms);
    return note;
}

static void takeTimes(Window& window, const VerbalNote& note)
{
    if (note.started)
        window.verbalStarted = note.started;
    if (note.ended)
        window.verbalEnded = note.ended;
    if (!note.mode.isEmpty())
        window.mode = note.mode;
    for (const auto& [service, name] : note.speakers)
        window.speakers[service] = name;
}

// The duty to give it is the giver's (HO-3.1c), so the giver's note comes last and counts.
static void timeCall(Window& window)
{
    for (const bool giver : {false, true})
        for (const VerbalNote& note : window.verbalNotes)
            if ((note.service == window.from) == giver)
                takeTimes(window, note);
}

static Applied apply(Window& window, const VerbalGiven& given, const Event& event)
{
    VerbalNote note = takeNote(window, event);
    if (given.started)
        note.started = given.started;
    if (given.ended)
        note.ended = given.ended;
    if (!given.mode.isEmpty())
        note.mode = given.mode;
    for (const Coordinator& each : given.speakers)
        note.speakers[each.service] = each.fullName;
    window.verbalNotes.push_back(std::move(note));
    timeCall(window);
    if (window.state == WindowState::Open)
        window.state = WindowState::Held;
    return {};
}

static Applied apply(Window& window, const WindowClosed&, const Event& event)
{
    if (window.closedAt)
        return u"The window had been closed already."_s;
    window.state = WindowState::Closed;
    window.closedAt = event.occurred;
    return {};
}

VerbalTiming verbalTiming(const Window& window)
{
    if (!window.verbalEnded)
        return VerbalTiming::NotYet;
    if (*window.verbalEnded <= window.starts)
        return VerbalTiming::InSlot;
    return *window.verbalEnded <= window.breach ? VerbalTiming::Late : VerbalTiming::Breach;
}

static QString namesIn(const std::map<QString, QString>& named, const Window& window)
{
    QStringList names;
    for (const QString& service : {window.from, window.to})
        if (const auto found = named.find(service); found != named.end())
            names.append(found->second);
    return names.join(u" and ");
}

static bool otherSpeakers(const VerbalNote& note, const Window& window)
{
    return std::any_of(note.speakers.begin(), note.speakers.end(), [&](const auto& each) {
        const auto found = window.speakers.find(each.first);
        return found != window.speakers.end() && found->second != each.second;
    });
}

QString differingNotes(const Window& window)
{
    const auto differs = [&](const VerbalNote& note) {
        return (note.started && note.started != window.verbalStarted)
            || (note.ended && note.ended != window.verbalEnded) || otherSpeakers(note, window);
    };
    if (std::none_of(window.verbalNotes.begin(), window.verbalNotes.end(), differs))
        return {};
    QStringList notes;
    const bool names = std::any_of(window.verbalNotes.begin(), window.verbalNotes.end(),
        [&](const VerbalNote& note) { return otherSpeakers(note, window); });
    for (const VerbalNote& note : window.verbalNotes) {
        QString text = u"%1 (%2) noted %3 to %4"_s.arg(note.by, note.service,
            note.started ? timeText(*note.started) : u"?"_s,
            note.ended ? timeText(*note.ended) : u"?"_s);
        if (names && !note.speakers.empty())
            text += u" between "_s + namesIn(note.speakers, window);
        notes.append(text);
    }
    return notes.join(u", ");
}

bool missed(const WindowTimes& times, const Window* window, Instant now)
{
    return now > times.breach && (!window || !window->openedAt);
}

QString coordinatorNames(const Window& window)
{
    return namesIn(window.coordinators, window);
}

std::vector<Deadline> deadlinesOf(const Window& window)
{
    if (!window.openedAt)
        return {};
    Deadline verbal;
    verbal.subject = subjectOf(window.id);
    verbal.kind = u"verbal_handover"_s;
    verbal.title = u"Verbal handover %1"_s.arg(window.name);
    verbal.start = window.opens;
    verbal.evidence = u"handover slot"_s;
    verbal.due = window.breach;
    verbal.warnings = {window.starts};
    verbal.clause = u"HO-3.1c"_s;
    verbal.who = coordinatorNames(window);
    verbal.service = window.from;
    if (const auto ended = window.verbalEnded ? window.verbalEnded : window.closedAt) {
        verbal.state = ClockState::Ended;
        verbal.endedAt = *ended;
        verbal.outcome
            = window.verbalEnded ? word(verbalTiming(window)) : u"closed without a call"_s;
    }
    return {verbal};
}

WindowId windowId(const QString& profileKey, const QString& windowName)
{
    static const QUuid space(QStringLiteral("{6f1d7c52-7f9a-4a43-9e0e-2f7c0a8f7b11}"));
    return {QUuid::createUuidV5(space, profileKey + u'/' + windowName)};
}

const EventRules<Window>& eventRules(const Window*)
{
    static const auto rules = rulesByType<Window>({on<Window, WindowOpened>(),
        on<Window, CoordinatorsNamed>(), on<Window, VerbalGiven>(), on<Window, WindowClosed>()});
    return rules;
}

Window evolved(Window window, const Event& event)
{
    evolve(window, event, eventRules(&window));
    return window;
}

}
