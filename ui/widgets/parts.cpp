#include "ui/widgets/parts.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QStyle>
#include <QVariant>

namespace ui {

namespace {

/// Enter does what Space does, whether or not the button stands in a dialog.
class DeskButton : public QPushButton {
public:
    using QPushButton::QPushButton;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (enter && event->modifiers() == Qt::NoModifier)
            click();
        else
            QPushButton::keyPressEvent(event);
    }
};

}

QLabel* label(const QString& text, const char* role, QWidget* parent)
{
    auto* made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setProperty("role", QString::fromLatin1(role));
    return made;
}

void setRole(QWidget* widget, const char* role)
{
    const QString wanted = QString::fromLatin1(role);
    if (widget->property("role").toString() == wanted)
        return;
    widget->setProperty("role", wanted);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QPushButton* button(const QString& text, const QString& objectName, const char* role)
{
    auto* made = new DeskButton(text);
    made->setObjectName(objectName);
    made->setAutoDefault(false);
    made->setProperty("role", QString::fromLatin1(role));
    return made;
}

QFrame* card(QWidget* parent)
{
    auto* made = new QFrame(parent);
    made->setProperty("role", QStringLiteral("card"));
    return made;
}

QFrame* rule(QWidget* parent)
{
    auto* made = new QFrame(parent);
    made->setProperty("role", QStringLiteral("rule"));
    made->setFixedHeight(1);
    return made;
}

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clear(inner);
        }
        delete item;
    }
}

}
