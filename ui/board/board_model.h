#pragma once

#include "ui/board/board_row.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

class DeskService;

/// The open cases of the service area, one row each. Only rows of changed cases are read again.
class BoardModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Urgency,
        Person,
        Age,
        Council,
        Place,
        Status,
        Stage,
        Responsible,
        Allocated,
        NextClock,
        LastEntry,
        ColumnCount
    };
    enum Role {
        SecondLineRole = Qt::UserRole,
        SortRole,
        AlarmRole,
        FilterRole,
        BadgeRole,
        ContestedRole
    };

    explicit BoardModel(const DeskService& desk, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const BoardRow& row(int row) const;

    void reload();

private:
    void take(const std::vector<core::Subject>& changed);
    void takeCase(const core::CaseId& id);
    BoardRow rowOf(const core::Case& record) const;
    void takeCasesWith(const core::Subject& changed);
    void tick();
    QString text(const BoardRow& row, Column column) const;
    QString wholeText(const BoardRow& row, Column column) const;
    QString secondLine(const BoardRow& row, Column column) const;
    QVariant sortKey(const BoardRow& row, Column column) const;
    QString clockText(const BoardRow& row) const;

    const DeskService& m_desk;
    bool m_limited = false; ///< whoever is at the desk. S3-iii
    std::vector<BoardRow> m_rows;
};

}
