#include "ui/help/shortcuts_dialog.h"

#include "ui/widgets/parts.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    return keys.join(u" or "_s);
}

}

ShortcutsDialog::ShortcutsDialog(QWidget& window) : QDialog(&window)
{
    setWindowTitle(tr("All keys"));
    auto* table = new QTableWidget(0, 2);
    table->setAccessibleName(windowTitle());
    table->setHorizontalHeaderLabels({tr("Key"), tr("What it does")});
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setEditTriggers(QTableWidget::NoEditTriggers);
    table->setSelectionBehavior(QTableWidget::SelectRows);
    table->horizontalHeader()->setStretchLastSection(true);
    const auto actions = window.findChildren<QAction*>();
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(keysOf(*action)));
        table->setItem(row, 1, new QTableWidgetItem(action->text().remove(u'&')));
    }
    table->sortItems(1);
    table->resizeColumnsToContents();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(label(
        tr("Ctrl+Enter saves a form, Esc leaves it and keeps the words. Tab leaves every field."),
        "quiet"));
    resize(fontMetrics().height() * 36, fontMetrics().height() * 34);
}

}
