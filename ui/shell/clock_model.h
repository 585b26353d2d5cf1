#pragma once

#include "core/clock/deadline.h"

#include <QAbstractListModel>

#include <vector>

namespace ui {

class DeskService;

/// Every running clock, the next due first, as one list.
class ClockModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { TitleRole = Qt::UserRole, WhoseRole, LeftRole, DueRole, AlarmRole };

    explicit ClockModel(const DeskService& desk, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    /// The display text is the whole line in words, as a screen reader speaks it.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    const core::Deadline& deadline(int row) const;
    core::Alarm alarm(int row) const;
    QString whose(const core::Deadline& deadline) const;
    /// How many are expired, and how many due soon.
    int count(core::Alarm alarm) const;

    void refresh();
    /// The same clocks at a later moment.
    void tick();

private:
    struct Line {
        core::Deadline deadline;
        QString whose; ///< "C-2026-11-18-002 Daniel Pryce"
    };

    const DeskService& m_desk;
    std::vector<Line> m_lines;
};

}
