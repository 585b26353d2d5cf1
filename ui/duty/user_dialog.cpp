#include "ui/duty/user_dialog.h"

#include "ui/desk/desk_service.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

UserDialog::UserDialog(DeskService& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_list(new QListWidget)
{
    setWindowTitle(tr("Who is at this desk"));
    m_list->setObjectName(u"users"_s);
    m_list->setAccessibleName(windowTitle());
    listUsers();
    auto* add = button(tr("&Add somebody…"), u"addUser"_s);
    auto* here = button(tr("I am at this desk"), u"confirmUser"_s, "primary");
    auto* layout = new QVBoxLayout(this);
    const bool nobody = m_list->count() == 0;
    layout->addWidget(label(nobody
            ? tr("Nobody is set up at this desk yet. Add the first person, yourself as a rule; who "
                 "adds others needs the role of system administrator.")
            : tr("Choose your name. What you write carries it."),
        "quiet"));
    layout->addWidget(m_list);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addStretch(1);
    buttons->addWidget(here);
    layout->addLayout(buttons);
    here->setEnabled(!nobody);
    connect(add, &QPushButton::clicked, this, [this] {
        emit addRequested();
        reject();
    });
    resize(fontMetrics().height() * 30, fontMetrics().height() * 20);
    connect(here, &QPushButton::clicked, this, &UserDialog::choose);
    connect(m_list, &QListWidget::itemActivated, this, &UserDialog::choose);
    if (nobody)
        add->setFocus();
    else
        m_list->setFocus();
}

// Those of the desk's own service first.
void UserDialog::listUsers()
{
    auto users = m_desk.users();
    std::stable_partition(users.begin(), users.end(),
        [&](const auto& user) { return user->service == m_desk.service(); });
    const auto current = m_desk.user();
    for (const auto& user : users) {
        const QString amhp = user->amhp ? tr(", AMHP") : QString();
        auto* item = new QListWidgetItem(
            u"%1, %2%3"_s.arg(user->name, serviceName(m_desk.profile(), user->service), amhp));
        item->setData(Qt::UserRole, user->login);
        m_list->addItem(item);
        if (current && current->login == user->login)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

void UserDialog::choose()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item && m_desk.actAs(item->data(Qt::UserRole).toString()))
        accept();
}

}
