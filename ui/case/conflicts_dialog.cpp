#include "ui/case/conflicts_dialog.h"

#include "ui/case/conflicts_panel.h"
#include "ui/desk/conflicts_here.h"
#include "ui/desk/desk_service.h"
#include "ui/form/form_host.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ConflictsDialog::ConflictsDialog(DeskService& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_conflicts(new ConflictsPanel(u"allConflicts"_s))
    , m_forms(new FormHost(desk))
    , m_none(label(tr("Nothing at this desk is in conflict."), "done"))
{
    setObjectName(u"conflictsDialog"_s);
    setWindowTitle(tr("What two desks wrote at the same time"));
    auto* inside = new QWidget;
    auto* list = new QVBoxLayout(inside);
    list->setContentsMargins(0, 0, 0, 0);
    list->addWidget(m_conflicts);
    list->addWidget(m_none);
    list->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    scroll->setAccessibleName(windowTitle());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_forms);
    resize(fontMetrics().height() * 46, fontMetrics().height() * 32);
    connect(m_conflicts, &ConflictsPanel::settleRequested, this,
        [this](const core::Subject& about, const QJsonObject& preset) {
            m_forms->open(u"conflict.settle"_s, preset, about);
        });
    connect(m_forms, &FormHost::reported, this, &ConflictsDialog::reported);
    connect(m_forms, &FormHost::closed, this, &ConflictsDialog::goOn);
    connect(&desk, &DeskService::changed, this, &ConflictsDialog::refresh);
    refresh();
}

void ConflictsDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    m_conflicts->focusConflict();
}

void ConflictsDialog::refresh()
{
    m_conflicts->show(conflictsHere(m_desk), 0, m_desk.profile(), m_desk.now());
    m_none->setVisible(m_conflicts->isHidden());
}

// The next that is open has the keyboard, once it is shown.
void ConflictsDialog::goOn()
{
    m_conflicts->unchoose();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_conflicts->focusConflict())
                setFocus(Qt::OtherFocusReason);
        },
        Qt::QueuedConnection);
}

}
