#include "ui/shell/rail.h"

#include "ui/shell/pages.h"
#include "ui/shell/rail_button.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

Rail::Rail(const std::vector<PageEntry>& pages, QWidget* parent) : QFrame(parent)
{
    setProperty("role", u"bar"_s);
    setAccessibleName(tr("Pages"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->setSpacing(0);
    int number = 0;
    for (const PageEntry& page : pages)
        if (page.onRail)
            add(page, ++number);
    layout->addStretch(1);
}

void Rail::add(const PageEntry& page, int number)
{
    auto* action = new QAction(icon(page.icon), page.title, this);
    action->setObjectName(u"page."_s + page.key);
    action->setData(page.key);
    action->setCheckable(true);
    action->setToolTip(u"%1 (Alt+%2)"_s.arg(page.tip).arg(number));
    if (number <= 9)
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number)));
    auto* button = new RailButton;
    button->setDefaultAction(action);
    button->setProperty("role", u"rail"_s);
    button->setObjectName(u"rail."_s + page.key);
    button->setAccessibleName(page.title);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    m_actions.push_back(action);
    m_buttons.push_back(button);
    connect(action, &QAction::triggered, this, [this, key = page.key] { emit chosen(key); });
    connect(
        button, &RailButton::badgeChosen, this, [this, key = page.key] { emit badgeChosen(key); });
}

void Rail::setCurrent(const QString& key)
{
    for (QAction* action : m_actions)
        action->setChecked(action->data() == key);
}

void Rail::setBadge(const QString& key, int number, const QString& spoken)
{
    for (RailButton* button : m_buttons)
        if (button->defaultAction()->data() == key)
            button->setBadge(number, spoken);
}

void Rail::setNarrow(bool narrow)
{
    for (RailButton* button : m_buttons)
        button->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

}
