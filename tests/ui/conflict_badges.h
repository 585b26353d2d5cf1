#pragma once

#include "tests/ui/two_windows.h"
#include "ui/board/board_model.h"
#include "ui/shell/rail_button.h"

#include <QAbstractItemView>

// Where a window shows that something is in conflict.

inline core::Subject caseOf(const QString& id)
{
    return {core::SubjectKind::Case, QUuid::fromString(id)};
}

inline QString badgeOnBoard(const WindowDesk& desk)
{
    const auto* model = desk.find<QAbstractItemView>("board")->model();
    QStringList badges;
    for (int row = 0; row < model->rowCount(); ++row)
        for (int column = 0; column < model->columnCount(); ++column)
            badges.append(model->index(row, column).data(ui::BoardModel::BadgeRole).toString());
    return badges.join(QString());
}

inline int badgeOnRail(const WindowDesk& desk)
{
    return desk.find<ui::RailButton>("rail.desk")->badge();
}
