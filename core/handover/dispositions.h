#pragma once

#include "core/command/fields.h"
#include "core/journal/record.h"

namespace core {

enum class DispositionKind { Propose, Keep, Close };
template <>
inline constexpr const char* words<DispositionKind>[] = {"propose", "keep", "close"};

/// What one service does with one of its open cases at one window.
struct Disposition {
    CaseId caseId;
    DispositionKind kind = DispositionKind::Keep;
    QString reason;
    Instant at;
    QString by;
};

/// One service's list for one window: its own subject. What is not on it stays with the service, by
/// name.
struct Dispositions : RecordBase {
    WindowId window;
    QString service;
    std::vector<Disposition> items;
    std::vector<CaseId> staying; ///< undispositioned when the window closed, still the sender's
    std::optional<Instant> closedAt;
};

QUuid dispositionsId(const WindowId& window, const QString& service);

Dispositions evolved(Dispositions dispositions, const Event& event);

}
