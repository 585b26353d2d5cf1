#pragma once

#include "core/conflict/case_conflicts.h"

#include <QFrame>
#include <QJsonObject>

class QVBoxLayout;

namespace core {
struct Profile;
}

namespace ui {

/// What two desks wrote at the same time about a record and those that belong to it, each side with
/// who and when, and a key for each side to let it stand. Hidden while nothing is in conflict and
/// nothing is from a newer version.
class ConflictsPanel : public QFrame {
    Q_OBJECT

public:
    explicit ConflictsPanel(const QString& name, QWidget* parent = nullptr);

    /// `newer`: entries of the record in front that a newer version wrote.
    void show(const std::vector<core::InConflict>& open, int newer, const core::Profile& profile,
        core::Instant now);
    /// The keyboard goes to the first side of the conflict about `field`, or of the first one;
    /// false when there is none.
    bool focusConflict(const QString& field = {});

    /// The form of a choice is closed.
    void unchoose();

signals:
    /// `conflict.settle` is asked for about a record, with what is settled so far.
    void settleRequested(const core::Subject& about, const QJsonObject& preset);

private:
    void add(const core::Conflict& conflict, const core::InConflict& record,
        const core::Profile& profile, core::Instant now);

    QVBoxLayout* m_layout;
};

/// The field of the conflict whose clock is `part`; empty for any other part.
QString conflictFieldOf(const core::Subject& subject, const std::vector<core::Conflict>& conflicts,
    const core::PartId& part);

/// "2 entries here were written by a newer version of Dutydesk …"; empty for none.
QString newerText(int events);

}
