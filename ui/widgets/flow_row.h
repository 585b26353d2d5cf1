#pragma once

#include <QWidget>

#include <initializer_list>

namespace ui {

/// The widgets in one line, which begins a new one where the width ends.
QWidget* flowRow(std::initializer_list<QWidget*> widgets);

}
