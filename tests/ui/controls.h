#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

/// Looking at controls as somebody without a mouse or without sight meets them.

inline bool takesKeyboard(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus;
}

inline QString spokenName(const QWidget* widget)
{
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button ? button->text() : QString();
}

/// The line inside an editable box is spoken by the name of its box.
inline bool isControl(const QWidget* widget)
{
    if (qobject_cast<const QComboBox*>(widget->parentWidget()))
        return false;
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget)
        || qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget)
        || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractItemView*>(widget);
}

/// Class and object name of the controls in `part` that have no name to be spoken.
inline QStringList unnamedControls(const QWidget& part)
{
    QStringList unnamed;
    for (const QWidget* widget : part.findChildren<QWidget*>())
        if (takesKeyboard(widget) && isControl(widget) && spokenName(widget).isEmpty())
            unnamed.append(QString::fromLatin1(widget->metaObject()->className()) + u' '
                + widget->objectName());
    return unnamed;
}
