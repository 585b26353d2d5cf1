#pragma once

#include "core/records.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace ui {

class DeskService;

/// The contacts of this duty, the newest first.
class ContactsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Ref, Received, Words, State, Owed, ColumnCount };

    explicit ContactsModel(const DeskService& desk, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const core::Contact& contact(int row) const;
    int rowOf(const core::ContactId& id) const;

    void reload();

private:
    using Line = std::shared_ptr<const core::Contact>;

    void take(const std::vector<core::Subject>& changed);
    QString owedText(const core::Contact& contact) const;

    const DeskService& m_desk;
    std::vector<Line> m_lines;
};

}
