#include "ui/board/desk_page.h"

#include "ui/board/board_filter.h"
#include "ui/board/board_model.h"
#include "ui/board/board_view.h"
#include "ui/desk/desk_service.h"
#include "ui/form/record_field.h"
#include "ui/quick/contact_panel.h"
#include "ui/quick/contacts_strip.h"
#include "ui/quick/quick_entry.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tall_scroll.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

DeskPage::DeskPage(DeskService& desk, QWidget* parent)
    : Page(parent)
    , m_desk(desk)
    , m_board(new BoardModel(desk, this))
    , m_filter(new BoardFilter(*m_board, this))
    , m_quick(new QuickEntry(desk))
    , m_view(new BoardView(*m_filter))
    , m_empty(new EmptyState({}, {}))
    , m_stack(new QStackedWidget)
    , m_words(new QLineEdit)
    , m_whose(new QComboBox)
    , m_contacts(new ContactsStrip(desk))
    , m_contact(new ContactPanel(desk))
    , m_both(new QSplitter(Qt::Horizontal))
{
    auto* left = new QSplitter(Qt::Vertical);
    left->addWidget(makeBoard());
    left->addWidget(m_contacts);
    left->setStretchFactor(0, 3);
    left->setStretchFactor(1, 1);
    left->setChildrenCollapsible(false);
    m_both->addWidget(left);
    m_both->addWidget(m_contact);
    m_both->setStretchFactor(0, 1);
    m_both->setStretchFactor(1, 1);
    m_both->setChildrenCollapsible(false);
    m_contact->hide();
    auto* layout = tallLayout(this);
    layout->addWidget(m_quick);
    layout->addWidget(m_both, 1);
    takeLeftHeight(m_both, 16);
    connectParts();
    addKeys();
    showState();
}

void DeskPage::addKeys()
{
    const auto add = [this](const QString& name, const QString& text, const QKeySequence& key,
                         std::function<void()> run) {
        auto* action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcut(key);
        addAction(action);
        connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    };
    add(u"goToBoard"_s, tr("Go to the open cases"), QKeySequence(u"F3"_s), [this] {
        m_view->setFocus(Qt::ShortcutFocusReason);
        if (!m_view->currentIndex().isValid())
            m_view->selectRow(0);
    });
    add(u"goToContacts"_s, tr("Go to the contacts of this duty"), QKeySequence(u"F4"_s),
        [this] { m_contacts->focusList(); });
    add(u"filterBoard"_s, tr("Filter the open cases by words"), QKeySequence(u"Ctrl+F"_s),
        [this] { m_words->setFocus(Qt::ShortcutFocusReason); });
}

// The contact needs the room of two columns of fields; the board keeps the rest.
void DeskPage::makeRoom()
{
    const int width = m_both->width();
    const int wanted = std::max(width / 2, std::min(fontMetrics().height() * 34, width * 11 / 20));
    m_both->setSizes({width - wanted, wanted});
}

QWidget* DeskPage::makeBoard()
{
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto* board = new QWidget;
    auto* layout = new QVBoxLayout(board);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeFilter());
    layout->addWidget(m_stack, 1);
    return board;
}

QWidget* DeskPage::makeFilter()
{
    m_words->setObjectName(u"boardFilter"_s);
    m_words->setAccessibleName(tr("Filter the board by words"));
    m_words->setPlaceholderText(tr("Filter: a name, a place, a status, a service …"));
    m_words->setClearButtonEnabled(true);
    m_whose->setObjectName(u"boardWhose"_s);
    m_whose->setAccessibleName(tr("Whose cases"));
    m_whose->addItem(tr("All open cases"), static_cast<int>(BoardFilter::Whose::All));
    m_whose->addItem(serviceName(m_desk.profile(), m_desk.service()),
        static_cast<int>(BoardFilter::Whose::Service));
    m_whose->addItem(tr("Allocated to me"), static_cast<int>(BoardFilter::Whose::Mine));
    auto* filter = new QWidget;
    auto* layout = new QHBoxLayout(filter);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_whose);
    return filter;
}

void DeskPage::connectParts()
{
    connect(m_quick, &QuickEntry::logged, this, [this](const core::ContactId& id) {
        const bool hidden = m_contact->isHidden();
        m_contact->describe(id);
        if (hidden)
            makeRoom();
    });
    connect(m_quick, &QuickEntry::logged, m_contacts, &ContactsStrip::select);
    connect(m_quick, &QuickEntry::reported, this, &Page::reported);
    connect(m_contacts, &ContactsStrip::opened, this, [this](const core::ContactId& id) {
        showRecord(core::subjectOf(id), {});
        focusRecord();
    });
    connect(m_contact, &ContactPanel::reported, this, &Page::reported);
    connect(m_contact, &ContactPanel::openRequested, this,
        [this](const core::Subject& subject) { emit openRequested(subject); });
    connect(m_contact, &ContactPanel::closed, this, [this] {
        m_contact->hide();
        focusFirst();
    });
    connect(m_view, &BoardView::activated, this, &DeskPage::openCase);
    connect(m_words, &QLineEdit::textChanged, m_filter, &BoardFilter::setWords);
    connect(m_whose, &QComboBox::currentIndexChanged, this, &DeskPage::filterWhose);
    connect(&m_desk, &DeskService::userChanged, this, &DeskPage::filterWhose);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &DeskPage::showState);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &DeskPage::showState);
}

bool DeskPage::showRecord(const core::Subject& subject, const core::PartId&)
{
    if (subject.kind == core::SubjectKind::Person)
        return showNewestContactOf({subject.id});
    if (subject.kind != core::SubjectKind::Contact)
        return false;
    const bool hidden = m_contact->isHidden();
    m_contact->show({subject.id});
    m_contacts->select({subject.id});
    if (hidden)
        makeRoom();
    return true;
}

void DeskPage::focusRecord()
{
    if (m_contact->isHidden())
        focusFirst();
    else
        m_contact->focusActions();
}

core::Subject DeskPage::shownRecord() const
{
    return m_contact->isHidden() ? core::Subject{} : core::subjectOf(m_contact->contact());
}

bool DeskPage::openForm(const QString& command)
{
    if (m_contact->isHidden() || !isAbout(command, core::SubjectKind::Contact))
        return false;
    m_contact->act(command);
    return true;
}

// Somebody with a case is shown on the case page.
bool DeskPage::showNewestContactOf(const core::PersonId& person)
{
    if (!m_desk.rows({u"case"_s, {{u"person"_s, person.text()}}, {}, false, 1}).empty())
        return false;
    const auto contacts
        = m_desk.rows({u"contact"_s, {{u"person"_s, person.text()}}, u"received_at"_s, true, 1});
    return !contacts.empty()
        && showRecord({core::SubjectKind::Contact,
                          QUuid::fromString(contacts.front().value(u"key"_s).toString())},
            {});
}

void DeskPage::focusFirst()
{
    m_quick->focusLine();
}

void DeskPage::openCase(const QModelIndex& index)
{
    const BoardRow& row = m_board->row(m_filter->mapToSource(index).row());
    emit openRequested(core::subjectOf(row.id));
}

void DeskPage::filterWhose()
{
    const auto whose = static_cast<BoardFilter::Whose>(m_whose->currentData().toInt());
    const auto user = m_desk.user();
    m_filter->setWhose(whose,
        whose == BoardFilter::Whose::Mine ? (user ? user->login : QString()) : m_desk.service());
}

void DeskPage::showState()
{
    m_stack->setCurrentIndex(m_filter->rowCount() > 0 ? 0 : 1);
    if (m_board->rowCount() > 0)
        m_empty->setWords(tr("No open case fits the filter"), tr("Clear the filter to see all."));
    else
        m_empty->setWords(tr("No case is open"),
            tr("Type the next call above; a case is opened from its contact."));
}

}
