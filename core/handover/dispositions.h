#pragma once

#include "core/command/fields.h"
#include "core/journal/record.h"

namespace core {

/// A case that its service keeps at one window, on purpose: "planned Thursday 10:00".
struct Disposition {
    CaseId caseId;
    QString reason;
    Instant at;
    QString by;

    bool operator==(const Disposition&) const = default;
};

/// One service's list for one window: its own subject. What is not on it stays with the service, by
/// name.
struct Dispositions : RecordBase {
    WindowId window;
    QString service;
    std::vector<Disposition> items; ///< the latest of each case
    std::vector<CaseId> staying; ///< without a disposition or answer when it closed. HO-3.6a
    std::optional<Instant> closedAt;

    /// What was decided about the case, or none.
    const Disposition* of(const CaseId& wanted) const;
};

struct CaseKept {
    static constexpr const char* type = "dispositions.kept";
    WindowId window;
    QString service;
    CaseId caseId;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("window", s.window);
        v("service", s.service);
        v("case", s.caseId);
        v("reason", s.reason);
    }
};

struct DispositionsClosed {
    static constexpr const char* type = "dispositions.closed";
    WindowId window;
    QString service;
    std::vector<CaseId> staying;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("window", s.window);
        v("service", s.service);
        v("staying", s.staying);
    }
};

QUuid dispositionsId(const WindowId& window, const QString& service);
Subject dispositionsSubject(const WindowId& window, const QString& service);

/// What each type of event makes of the record.
const EventRules<Dispositions>& eventRules(const Dispositions*);

Dispositions evolved(Dispositions dispositions, const Event& event);

}
