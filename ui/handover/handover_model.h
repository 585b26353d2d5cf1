#pragma once

#include "core/handover/prepared_list.h"

#include <QAbstractListModel>

#include <vector>

namespace ui {

class DeskService;

/// The lines of one handover window, the nearest clock first.
class HandoverModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        PersonRole = Qt::UserRole,
        SignRole,
        StandingRole,
        StandingDressRole,
        AboutRole,
        ClockRole,
        AlarmRole
    };

    explicit HandoverModel(const DeskService& desk, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// Lines of the same cases in the same order stay where they are.
    void show(const core::WindowTimes& times, std::vector<core::PreparedItem> lines, bool closed);
    /// The same lines at a later moment.
    void tick();
    const core::PreparedItem& line(int row) const;
    int rowOf(const core::CaseId& id) const;

private:
    core::Standing standing(int row) const;
    QString clockText(const core::PreparedItem& line) const;
    QString aboutText(const core::PreparedItem& line) const;
    QString spoken(int row) const;

    const DeskService& m_desk;
    core::WindowTimes m_times;
    std::vector<core::PreparedItem> m_lines;
    bool m_closed = false;
};

}
