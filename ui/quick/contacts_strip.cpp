#include "ui/quick/contacts_strip.h"

#include "ui/desk/desk_service.h"
#include "ui/quick/contacts_model.h"
#include "ui/widgets/parts.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ContactsStrip::ContactsStrip(DeskService& desk, QWidget* parent)
    : QWidget(parent)
    , m_model(new ContactsModel(desk, this))
    , m_heading(label({}, "strong"))
    , m_view(new QTableView)
{
    m_view->setObjectName(u"contacts"_s);
    m_view->setAccessibleName(tr("Contacts of this duty, the newest first"));
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QTableView::SelectRows);
    m_view->setSelectionMode(QTableView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setHighlightSections(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_heading);
    layout->addWidget(m_view, 1);
    connect(m_view, &QTableView::activated, this,
        [this](const QModelIndex& index) { emit opened(m_model->contact(index.row()).id); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &ContactsStrip::showCount);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ContactsStrip::showCount);
    showCount();
}

void ContactsStrip::select(const core::ContactId& id)
{
    m_view->selectRow(m_model->rowOf(id));
}

void ContactsStrip::focusList()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (!m_view->currentIndex().isValid())
        m_view->selectRow(0);
}

void ContactsStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ContactsStrip::showCount()
{
    const int count = m_model->rowCount();
    m_heading->setText(count == 0 ? tr("No contact on this duty yet")
            : count == 1          ? tr("1 contact on this duty")
                                  : tr("%1 contacts on this duty").arg(count));
    m_view->setVisible(count > 0);
    fit();
}

void ContactsStrip::fit()
{
    const int em = fontMetrics().height();
    m_view->verticalHeader()->setDefaultSectionSize(em + em / 2);
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ContactsModel::Words, QHeaderView::Stretch);
    const bool narrow = width() < em * 40;
    m_view->setColumnHidden(ContactsModel::State, width() < em * 24);
    m_view->setColumnHidden(ContactsModel::Ref, narrow);
    m_view->setColumnHidden(ContactsModel::Owed, narrow);
}

}
