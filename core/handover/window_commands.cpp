#include "core/handover/commands.h"

#include "core/command/refusals.h"
#include "core/duty/duty_rota.h"
#include "core/handover/by_shift.h"
#include "core/handover/dispositions.h"
#include "core/handover/item_rules.h"
#include "core/handover/prepared_list.h"
#include "core/handover/refusals.h"
#include "core/handover/staying.h"
#include "core/handover/verbal_call.h"
#include "core/handover/window_choice.h"
#include "core/handover/window_events.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr auto windowHelp = "Window, e.g. 2026-11-18-PM; the one at hand when left out";

struct OpenWindow {
    static constexpr const char* name = "handover.open_window";
    QString window;
    std::vector<Coordinator> coordinators;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("window", s.window, windowHelp);
        v("coordinators", s.coordinators, "Who coordinates for each service");
    }
};

struct NameCoordinators {
    static constexpr const char* name = "handover.coordinators";
    QString window;
    std::vector<Coordinator> coordinators;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("window", s.window, windowHelp);
        v("coordinators", s.coordinators, "Who coordinates for each service", Need::Required);
    }
};

struct GiveVerbal {
    static constexpr const char* name = "handover.verbal";
    QString window;
    std::optional<Instant> started;
    std::optional<Instant> ended;
    QString mode;
    std::vector<Coordinator> speakers;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("window", s.window, "Window, e.g. 2026-11-18-PM; that of the call's time when left out");
        v("started", s.started, "When the call began");
        v("ended", s.ended, "When it ended; without either, it has ended at the command's time");
        v("mode", s.mode, "telephone when left out");
        v("speakers", s.speakers, "Who spoke for each service; its coordinator when left out");
    }
};

struct CloseWindow {
    static constexpr const char* name = "handover.close_window";
    QString window;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("window", s.window, windowHelp);
    }
};

bool belongs(const WindowTimes& times, const Context& context)
{
    return context.actor.service == times.from || context.actor.service == times.to;
}

Decision notTheirs(const WindowTimes& times, const Context& context)
{
    const Profile& profile = context.profile();
    return refuse(u"HO-3.2a"_s, u"window"_s,
        u"%1 is between %2 and %3."_s.arg(
            times.name(), serviceName(times.from, profile), serviceName(times.to, profile)),
        u"It is worked by their own users."_s);
}

Subject subjectIn(const WindowTimes& times, const Context& context)
{
    return subjectOf(windowId(context.profile().key, times.name()));
}

// A call or a closing shows that the window was opened, whether or not somebody said so.
void open(Decision& decision, const WindowTimes& times, const Context& context)
{
    const WindowId id = windowId(context.profile().key, times.name());
    decision.made.insert(u"window"_s, id.text());
    decision.made.insert(u"name"_s, times.name());
    if (const auto record = recordOf(times, context); record && record->openedAt)
        return;
    decision.events.push_back(newEvent(subjectOf(id),
        WindowOpened{
            id, times.name(), times.from, times.to, times.opens, times.starts, times.breach}));
}

// Who comes on with the window may not be on yet as it opens. HO-3.2b
QString byTheRota(const QString& service, const WindowTimes& times, const Context& context)
{
    for (const Instant at : {context.occurred, times.breach})
        if (const auto rota = coordinatorOnRota(service, at, context); !rota.name.isEmpty())
            return u"; on the rota: "_s + u"%1 %2"_s.arg(rota.name, rota.number).trimmed();
    return {};
}

void oweCoordinators(Decision& decision, const WindowTimes& times,
    const std::vector<Coordinator>& named, const Context& context)
{
    const auto record = recordOf(times, context);
    for (const QString& service : {times.from, times.to}) {
        const bool now = std::any_of(named.begin(), named.end(),
            [&](const Coordinator& each) { return each.service == service; });
        if (!now && !(record && record->coordinators.contains(service)))
            decision.owed.push_back({u"HO-3.2a"_s, u"coordinators"_s,
                u"The coordinator of %1 is not named yet%2."_s.arg(
                    serviceName(service, context.profile()), byTheRota(service, times, context)),
                u"close_window"_s});
    }
}

std::optional<Refusal> refuseStranger(const WindowTimes& times,
    const std::vector<Coordinator>& named, const QString& field = u"coordinators"_s)
{
    for (const Coordinator& each : named)
        if (each.service != times.from && each.service != times.to)
            return Refusal{u"HO-3.2a"_s, field,
                u"“%1” takes no part in %2."_s.arg(each.service, times.name()),
                u"Name the %1 of %2 and %3."_s.arg(field, times.from, times.to)};
    return {};
}

Decision opened(
    const WindowTimes& times, const std::vector<Coordinator>& coordinators, const Context& context)
{
    Decision decision;
    open(decision, times, context);
    if (!coordinators.empty())
        decision.events.push_back(
            newEvent(subjectIn(times, context), CoordinatorsNamed{coordinators}));
    oweCoordinators(decision, times, coordinators, context);
    return decision;
}

Decision openWindow(const OpenWindow& wanted, const Context& context)
{
    const auto times = wanted.window.isEmpty() ? windowToOpen(context)
                                               : windowNamed(wanted.window, context.calendar);
    if (!times)
        return noWindow(wanted.window, context);
    if (!belongs(*times, context))
        return notTheirs(*times, context);
    if (const auto record = recordOf(*times, context); record && record->openedAt)
        return refuse(u"HO-3.1a"_s, u"window"_s,
            u"%1 was opened at %2."_s.arg(times->name(), timeText(*record->openedAt)),
            u"Go on with it; there is one a slot."_s);
    if (auto refusal = refuseStranger(*times, wanted.coordinators))
        return {{}, {std::move(*refusal)}, {}, {}, {}, {}};
    return opened(*times, wanted.coordinators, context);
}

Decision nameCoordinators(const NameCoordinators& wanted, const Context& context)
{
    const auto times = windowChosen(wanted.window, context);
    if (!times)
        return noWindow(wanted.window, context);
    if (!belongs(*times, context))
        return notTheirs(*times, context);
    if (auto refusal = refuseStranger(*times, wanted.coordinators))
        return {{}, {std::move(*refusal)}, {}, {}, {}, {}};
    return opened(*times, wanted.coordinators, context);
}

// Whoever only says who spoke in a call that is on record moves none of its times.
bool tellsSpeakersOnly(const GiveVerbal& wanted, const Window* record)
{
    return !wanted.speakers.empty() && record && (record->verbalStarted || record->verbalEnded);
}

void addCoordinators(VerbalGiven& given, const WindowTimes& times, const Window* record)
{
    for (const QString& service : {times.from, times.to}) {
        const bool told = std::any_of(given.speakers.begin(), given.speakers.end(),
            [&](const Coordinator& each) { return each.service == service; });
        if (!told && record && !record->speakers.contains(service)
            && record->coordinators.contains(service))
            given.speakers.push_back({service, record->coordinators.at(service)});
    }
}

VerbalGiven givenBy(const GiveVerbal& wanted, const WindowTimes& times, const Window* record,
    const Context& context)
{
    VerbalGiven given{wanted.started, wanted.ended, wanted.mode, wanted.speakers};
    addCoordinators(given, times, record);
    if (!given.started && !given.ended && !tellsSpeakersOnly(wanted, record))
        given.ended = context.occurred;
    if (!given.started && record)
        given.started = record->verbalStarted;
    if (given.mode.isEmpty() && !(record && !record->mode.isEmpty()))
        given.mode = u"telephone"_s;
    return given;
}

void oweSpeakers(Decision& decision, const WindowTimes& times, const Window* record,
    const std::vector<Coordinator>& told, const Context& context)
{
    for (const QString& service : {times.from, times.to}) {
        const bool now = std::any_of(told.begin(), told.end(),
            [&](const Coordinator& each) { return each.service == service; });
        if (!now && !(record && record->speakers.contains(service)))
            decision.owed.push_back({u"HO-3.4"_s, u"speakers"_s,
                u"Who spoke for %1 in the call %2 is not said."_s.arg(
                    serviceName(service, context.profile()), times.name()),
                u"close_window"_s});
    }
}

Decision giveVerbal(const GiveVerbal& wanted, const Context& context)
{
    const Instant begun = wanted.started.value_or(context.occurred);
    const auto times = wanted.window.isEmpty() ? windowOfCall(wanted.ended.value_or(begun), context)
                                               : windowNamed(wanted.window, context.calendar);
    if (!times)
        return noWindow(wanted.window, context);
    if (!belongs(*times, context))
        return notTheirs(*times, context);
    const auto record = recordOf(*times, context);
    const VerbalGiven given = givenBy(wanted, *times, record.get(), context);
    Decision decision;
    if (refused(decision, refuseStranger(*times, wanted.speakers, u"speakers"_s))
        || refused(decision, refuseCallTimes(given.started, given.ended, context))
        || refused(decision, refuseEarlierDay(*times, given.ended, context))
        || refused(
            decision, refuseFurtherCall(record.get(), given, wanted.ended.has_value(), context)))
        return decision;
    open(decision, *times, context);
    decision.events.push_back(newEvent(subjectIn(*times, context), given));
    if (auto late = lateCall(*times, given.ended))
        decision.flags.push_back(std::move(*late));
    oweSpeakers(decision, *times, record.get(), given.speakers, context);
    return decision;
}

bool carriesItems(const WindowTimes& times, const Context& context)
{
    const auto list = preparedList(times, context.records, context.profile());
    return std::any_of(
        list.begin(), list.end(), [](const PreparedItem& line) { return line.item.has_value(); });
}

// Closing is never barred; that the call is not on the record is said, and after the half hour it
// is a breach.
void oweVerbal(
    Decision& decision, const WindowTimes& times, const Window* record, const Context& context)
{
    if (record && record->verbalEnded)
        return oweSpeakers(decision, times, record, {}, context);
    if (!carriesItems(times, context))
        return;
    decision.owed.push_back({u"HO-3.1c"_s, u"verbal"_s,
        u"When the verbal handover %1 was given is not recorded."_s.arg(times.name()),
        u"close_window"_s});
    if (context.occurred > times.breach)
        decision.flags.push_back({u"HO-3.1c"_s,
            u"%1 was closed at %2 with no verbal handover recorded by %3."_s.arg(
                times.name(), timeText(context.occurred), timeText(times.breach))});
}

// Whatever became of the case in the window. HO-3.4
void oweCallWords(Decision& decision, const std::vector<PreparedItem>& list, const Context& context)
{
    for (const PreparedItem& line : list)
        if (const auto record = context.records.caseRecord(line.caseId))
            for (Owed& owed : callWordsOwed(*record)) {
                owed.text = u"%1: %2"_s.arg(line.ref, owed.text);
                decision.owed.push_back(std::move(owed));
            }
}

// What was withdrawn in this window is on its list no more; the reason is. HO-3.2
QString whyStays(const PreparedItem& line, const Staying& stays, const WindowTimes& times,
    const Context& context)
{
    const auto record = line.dispositioned() ? nullptr : context.records.caseRecord(line.caseId);
    if (!record)
        return stays.why;
    const auto& items = record->handovers;
    const auto withdrawn
        = std::find_if(items.rbegin(), items.rend(), [&](const HandoverItem& item) {
              return item.windowName == times.name() && item.state == ItemState::Withdrawn;
          });
    return withdrawn == items.rend() ? stays.why : u"withdrawn: %1"_s.arg(withdrawn->answerWords);
}

void leaveWithSender(Decision& decision, const WindowTimes& times,
    const std::vector<PreparedItem>& list, const Context& context)
{
    std::vector<CaseId> staying;
    QJsonArray refs;
    for (const PreparedItem& line : list)
        if (const auto stays = stayingOf(line); stays && isLeftOpen(*stays, line, times.name())) {
            staying.push_back(line.caseId);
            refs.append(line.ref);
            decision.notes.append(
                u"%1 stays with %2: %3."_s.arg(line.ref, serviceName(times.from, context.profile()),
                    whyStays(line, *stays, times, context)));
        }
    if (list.empty())
        decision.notes.append(u"There was nothing to hand over."_s);
    const WindowId id = windowId(context.profile().key, times.name());
    decision.events.push_back(
        newEvent(dispositionsSubject(id, times.from), DispositionsClosed{id, times.from, staying}));
    decision.made.insert(u"staying"_s, refs);
}

Decision closeWindow(const CloseWindow& wanted, const Context& context)
{
    const auto times = windowChosen(wanted.window, context);
    if (!times)
        return noWindow(wanted.window, context);
    if (!belongs(*times, context))
        return notTheirs(*times, context);
    const auto record = recordOf(*times, context);
    if (record && record->closedAt)
        return refuse({}, u"window"_s,
            u"%1 was closed at %2."_s.arg(times->name(), timeText(*record->closedAt)),
            u"Nothing more is to do; later handovers stand outside a window."_s);
    Decision decision;
    open(decision, *times, context);
    decision.events.push_back(
        newEvent(subjectIn(*times, context), WindowClosed{context.actor.name}));
    const auto list = preparedList(*times, context.records, context.profile());
    leaveWithSender(decision, *times, list, context);
    oweCoordinators(decision, *times, {}, context);
    oweVerbal(decision, *times, record.get(), context);
    oweCallWords(decision, list, context);
    return decision;
}

}

std::vector<CommandSpec> windowCommands()
{
    return {
        command<OpenWindow>(
            "Opens a handover window of a working day", {u"HO-3.1a"_s, u"HO-3.2a"_s}, openWindow),
        command<NameCoordinators>("Names who coordinates a handover window for each service",
            {u"HO-3.2a"_s}, nameCoordinators),
        command<GiveVerbal>("Records the verbal handover and times it against slot and 30 minutes",
            {u"HO-3.1c"_s, u"HO-3.4"_s}, giveVerbal),
        command<CloseWindow>("Closes a handover window; what has no disposition or answer stays "
                             "with the sender, named",
            {u"HO-3.1a"_s, u"HO-3.2"_s, u"HO-3.6a"_s}, closeWindow),
    };
}

}
