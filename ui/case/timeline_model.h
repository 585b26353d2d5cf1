#pragma once

#include "core/paper/chronicle.h"

#include <QAbstractListModel>

#include <vector>

namespace ui {

class DeskService;

/// Everything that happened on a case, the newest first.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { TimeRole = Qt::UserRole, TextRole, ByRole, CorrectedRole, MarkRole };

    explicit TimelineModel(const DeskService& desk, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    void show(const core::Case& record);
    const core::ChronicleLine& line(int row) const;
    int rowOf(const core::PartId& part) const;

private:
    QString markOf(const core::ChronicleLine& line) const;

    const DeskService& m_desk;
    std::vector<core::ChronicleLine> m_lines;
};

}
