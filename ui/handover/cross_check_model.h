#pragma once

#include "core/paper/cross_check.h"

#include <QAbstractTableModel>

namespace ui {

class DeskService;

/// The answered transfers of a window as both books carry them, side by side.
class CrossCheckModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Transfer, Person, Giver, Receiver, Same, ColumnCount };

    explicit CrossCheckModel(const DeskService& desk, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void show(const core::WindowTimes& times);
    const core::BookPair& pair(int row) const;
    int mismatches() const;

private:
    QString text(const core::BookPair& pair, Column column) const;
    QString lineText(const std::optional<core::AcceptanceLine>& line) const;
    QString bookTitle(const QString& service) const;

    const DeskService& m_desk;
    core::WindowTimes m_times;
    std::vector<core::BookPair> m_pairs;
};

}
