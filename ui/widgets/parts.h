#pragma once

#include <QString>
#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace ui {

// Small parts that resources/themes/desk.qss dresses by their role.

/// A label that wraps and can be read out and selected. Roles: caption, quiet, heading, title,
/// strong, refusal, owed, done.
QLabel* label(const QString& text, const char* role = "", QWidget* parent = nullptr);

/// Gives a widget another role and dresses it anew.
void setRole(QWidget* widget, const char* role);

QPushButton* button(const QString& text, const QString& objectName, const char* role = "");

/// A surface with a thin outline.
QFrame* card(QWidget* parent = nullptr);

/// A thin line across.
QFrame* rule(QWidget* parent = nullptr);

/// Takes everything out of a layout and deletes it after the running event.
void clear(QLayout* layout);

}
