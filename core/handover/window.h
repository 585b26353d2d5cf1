#pragma once

#include "core/command/fields.h"
#include "core/journal/record.h"

namespace core {

/// Scheduled until somebody opens it; missed when its breach passed unopened. HO-3.1a.
enum class WindowState { Scheduled, Open, Held, Closed };
template <>
inline constexpr const char* words<WindowState>[] = {"scheduled", "open", "held", "closed"};

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
    QString openingDesk; ///< its transfer numbers carry no desk letter
    std::map<QString, QString> coordinators; ///< service key → full name. HO-3.2a
    std::optional<Instant> verbalStarted;
    std::optional<Instant> verbalEnded; ///< timed against slot and 30 minutes. HO-3.1c
    QString mode; ///< "telephone" by default
    std::optional<Instant> closedAt;
    std::optional<QString> wordCode;
};

/// When the verbal handover was given: in its slot, within 30 minutes of the start, or after.
/// HO-3.1c.
enum class VerbalTiming { NotYet, InSlot, Late, Breach };
template <>
inline constexpr const char* words<VerbalTiming>[] = {"not_yet", "on_time", "late", "breach"};

VerbalTiming verbalTiming(const Window& window);

/// The same identifier on every desk of a service area.
WindowId windowId(const QString& profileKey, const QString& windowName);

Window evolved(Window window, const Event& event);

}
