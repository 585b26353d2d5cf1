#pragma once

#include "core/clock/deadline.h"
#include "core/command/fields.h"
#include "core/journal/record.h"
#include "core/profile/calendar.h"

namespace core {

/// Scheduled until somebody opens it. HO-3.1a.
enum class WindowState { Scheduled, Open, Held, Closed };
template <>
inline constexpr const char* words<WindowState>[] = {"scheduled", "open", "held", "closed"};

/// The verbal handover as one desk noted it. Two desks may note different times: both stand.
struct VerbalNote {
    QString desk;
    QString service;
    QString by;
    std::optional<Instant> started;
    std::optional<Instant> ended;
    QString mode;
    std::map<QString, QString> speakers = {}; ///< service key → who spoke for it. HO-3.4
    Instant recorded = {};

    bool operator==(const VerbalNote&) const = default;
};

/// A handover window on one working day, shared by two services: times and coordinators only.
/// Its identifier follows from profile and name, so two desks that open it mean the same one.
struct Window : RecordBase {
    WindowId id;
    QString name; ///< "2026-11-18-PM"
    QString from; ///< giving service
    QString to;
    Instant opens; ///< 16:45
    Instant starts; ///< 17:00
    Instant breach; ///< 17:30
    WindowState state = WindowState::Scheduled;
    QString openingDesk; ///< who opened it first
    std::optional<Instant> openedAt;
    std::map<QString, QString> coordinators; ///< service key → full name. HO-3.2a
    // The giver's note of the call counts, the receiver's where the giver has none.
    std::optional<Instant> verbalStarted;
    std::optional<Instant> verbalEnded; ///< timed against slot and 30 minutes. HO-3.1c
    QString mode; ///< "telephone" by default
    std::map<QString, QString> speakers; ///< service key → who spoke in the call. HO-3.4
    std::optional<Instant> closedAt;
    std::vector<VerbalNote> verbalNotes; ///< one a desk, the latest it wrote last
};

/// When the verbal handover had been given: by the end of its slot, within 30 minutes of the start
/// (that minute included), or after. HO-3.1c.
enum class VerbalTiming { NotYet, InSlot, Late, Breach };
template <>
inline constexpr const char* words<VerbalTiming>[] = {"not_yet", "on_time", "late", "breach"};

VerbalTiming verbalTiming(const Window& window);

/// "Priya Nair (amhp-day) noted 16:46 to 16:58, Tom Ashdown (edt) 16:46 to 17:01"; empty unless
/// the notes of the call differ.
QString differingNotes(const Window& window);

/// Whether the window's last moment passed without anybody opening it. HO-3.1a.
bool missed(const WindowTimes& times, const Window* window, Instant now);

/// Names of both coordinators, "Priya Nair and Tom Ashdown"; whoever is unnamed is left out.
QString coordinatorNames(const Window& window);

/// The verbal handover's clock: due at the breach, ended when the call ended. HO-3.1c.
std::vector<Deadline> deadlinesOf(const Window& window);

/// The same identifier on every desk of a service area.
WindowId windowId(const QString& profileKey, const QString& windowName);

/// What each type of event makes of the record.
const EventRules<Window>& eventRules(const Window*);

Window evolved(Window window, const Event& event);

}
