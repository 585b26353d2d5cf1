#include "ui/search/palette.h"

#include "ui/shell/main_window.h"
#include "ui/widgets/parts.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

Palette::Palette(MainWindow& window)
    : QDialog(&window)
    , m_window(window)
    , m_edit(new QLineEdit)
    , m_list(new QListWidget)
{
    setWindowTitle(tr("Find"));
    m_edit->setObjectName(u"paletteEdit"_s);
    m_edit->setProperty("role", u"quick"_s);
    m_edit->setAccessibleName(tr("Find a command, case, person or number"));
    m_edit->setPlaceholderText(tr("a name, a reference, a word, or what you want to do"));
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    layout->addWidget(label(
        tr("Begin with “c ” for cases, “p ” people, “n ” numbers, “> ” commands."), "caption"));
    const int em = fontMetrics().height();
    resize(std::min(em * 46, window.width() - em * 4), em * 28);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &Palette::refresh);
    connect(m_edit, &QLineEdit::returnPressed, this, &Palette::choose);
    connect(m_list, &QListWidget::itemClicked, this, &Palette::choose);
    refresh();
    m_edit->setFocus();
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step == 0)
        return false;
    const int row = std::clamp(m_list->currentRow() + step, 0, std::max(m_list->count() - 1, 0));
    m_list->setCurrentRow(row);
    return true;
}

void Palette::refresh()
{
    m_hits = findHits(m_edit->text(), m_window.desk(), m_window);
    m_list->clear();
    for (const Hit& hit : m_hits)
        m_list->addItem(u"%1   %2   %3"_s.arg(hit.group, hit.title, hit.detail).trimmed());
    m_list->setCurrentRow(m_hits.empty() ? -1 : 0);
}

void Palette::choose()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const Hit hit = m_hits[static_cast<std::size_t>(row)];
    accept();
    switch (hit.kind) {
    case HitKind::Action: hit.action->trigger(); break;
    case HitKind::Command: emit commandChosen(hit.command); break;
    case HitKind::Record: emit recordChosen(hit.subject, hit.part); break;
    case HitKind::Number: emit numbersChosen(hit.detail); break;
    }
}

}
