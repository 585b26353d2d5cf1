#include "ui/shell/clock_rail.h"

#include "ui/shell/clock_delegate.h"
#include "ui/shell/clock_model.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/parts.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ClockRail::ClockRail(DeskService& desk, QWidget* parent)
    : QFrame(parent)
    , m_model(new ClockModel(desk, this))
    , m_heading(label({}, "strong"))
    , m_list(new QListView)
    , m_stack(new QStackedWidget)
{
    m_list->setObjectName(u"clocks"_s);
    m_list->setAccessibleName(tr("Running clocks, the next due first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ClockDelegate(m_list));
    m_list->setUniformItemSizes(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_stack->addWidget(m_list);
    m_stack->addWidget(new EmptyState(tr("No clock is running"),
        tr("Clocks start when a legal status, a task "
           "or a call-back is recorded.")));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 6, 6);
    layout->addWidget(m_heading);
    layout->addWidget(m_stack, 1);

    auto* snooze = new QAction(tr("Snooze this alarm…"), m_list);
    snooze->setObjectName(u"snoozeAlarm"_s);
    snooze->setShortcut(QKeySequence(u"Z"_s));
    snooze->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(snooze);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);

    connect(m_list, &QListView::activated, this, &ClockRail::activate);
    connect(snooze, &QAction::triggered, this, [this] {
        if (m_list->currentIndex().isValid())
            emit snoozeRequested(m_model->deadline(m_list->currentIndex().row()));
    });
    connect(m_model, &ClockModel::modelReset, this, &ClockRail::showState);
    connect(m_model, &ClockModel::dataChanged, this, &ClockRail::showState);
    showState();
}

void ClockRail::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
}

void ClockRail::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    m_list->doItemsLayout();
}

void ClockRail::showState()
{
    const int running = m_model->rowCount();
    m_stack->setCurrentIndex(running > 0 ? 0 : 1);
    const int expired = m_model->count(core::Alarm::Expired);
    QStringList parts{tr("Clocks: %1 running").arg(running - expired)};
    if (expired > 0)
        parts.append(tr("%1 expired").arg(expired));
    if (const int pressing = m_model->count(core::Alarm::Pressing))
        parts.append(tr("%1 due soon").arg(pressing));
    m_heading->setText(parts.join(u", "_s));
}

void ClockRail::activate(const QModelIndex& index)
{
    if (index.isValid())
        emit openRequested(m_model->deadline(index.row()));
}

}
