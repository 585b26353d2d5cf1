#include "ui/help/shortcuts_dialog.h"

#include "ui/shell/page.h"
#include "ui/widgets/parts.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
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

QString placeOf(const QObject* object)
{
    for (; object; object = object->parent())
        if (const auto* page = qobject_cast<const Page*>(object))
            return page->accessibleName();
    return QObject::tr("Everywhere");
}

QString plain(QString text)
{
    return text.remove(u'&').remove(u'…');
}

// Buttons are reached by the letter that is underlined, on the page that shows them.
void addButtons(std::vector<KeyLine>& lines, const QWidget& window)
{
    for (const auto* button : window.findChildren<QPushButton*>()) {
        const QString key
            = QKeySequence::mnemonic(button->text()).toString(QKeySequence::NativeText);
        const QString place = placeOf(button);
        if (!key.isEmpty() && place != QObject::tr("Everywhere"))
            lines.push_back({key, plain(button->text()), place});
    }
}

}

std::vector<KeyLine> keyLines(const QWidget& window)
{
    std::vector<KeyLine> lines;
    for (const QAction* action : window.findChildren<QAction*>())
        if (!action->shortcut().isEmpty())
            lines.push_back({keysOf(*action), plain(action->text()), placeOf(action)});
    addButtons(lines, window);
    std::sort(lines.begin(), lines.end(), [](const KeyLine& a, const KeyLine& b) {
        const bool aEverywhere = a.place == QObject::tr("Everywhere");
        const bool bEverywhere = b.place == QObject::tr("Everywhere");
        return std::tuple(!aEverywhere, a.place, a.what)
            < std::tuple(!bEverywhere, b.place, b.what);
    });
    return lines;
}

ShortcutsDialog::ShortcutsDialog(QWidget& window) : QDialog(&window)
{
    setWindowTitle(tr("All keys"));
    auto* table = new QTableWidget(0, 3);
    table->setObjectName(u"keys"_s);
    table->setAccessibleName(windowTitle());
    table->setHorizontalHeaderLabels({tr("Key"), tr("What it does"), tr("Where")});
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    table->setShowGrid(false);
    table->setEditTriggers(QTableWidget::NoEditTriggers);
    table->setSelectionBehavior(QTableWidget::SelectRows);
    table->horizontalHeader()->setStretchLastSection(true);
    for (const KeyLine& line : keyLines(window)) {
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(line.key));
        table->setItem(row, 1, new QTableWidgetItem(line.what));
        table->setItem(row, 2, new QTableWidgetItem(line.place));
    }
    table->selectRow(0);
    table->resizeColumnsToContents();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(label(
        tr("Ctrl+Enter saves a form, Esc leaves it and keeps the words. Tab leaves every field."),
        "quiet"));
    resize(fontMetrics().height() * 44, fontMetrics().height() * 34);
}

}
