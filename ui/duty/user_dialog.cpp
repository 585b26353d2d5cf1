#include "ui/duty/user_dialog.h"

#include "ui/desk/desk_service.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

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
    for (const auto& user : desk.users()) {
        const QString amhp = user->amhp ? tr(", AMHP") : QString();
        auto* item = new QListWidgetItem(
            u"%1, %2%3"_s.arg(user->name, serviceName(desk.profile(), user->service), amhp));
        item->setData(Qt::UserRole, user->login);
        m_list->addItem(item);
        const auto current = desk.user();
        if (current && current->login == user->login)
            m_list->setCurrentItem(item);
    }
    auto* here = button(tr("I am at this desk"), u"confirmUser"_s, "primary");
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label(tr("Choose your name. What you write carries it."), "quiet"));
    layout->addWidget(m_list);
    layout->addWidget(here, 0, Qt::AlignRight);
    resize(fontMetrics().height() * 30, fontMetrics().height() * 20);
    connect(here, &QPushButton::clicked, this, &UserDialog::choose);
    connect(m_list, &QListWidget::itemActivated, this, &UserDialog::choose);
    m_list->setFocus();
}

void UserDialog::choose()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item && m_desk.actAs(item->data(Qt::UserRole).toString()))
        accept();
}

}
