#pragma once

#include "core/paper/paper.h"

#include <QWidget>

#include <functional>

namespace ui {

class DeskService;

/// Every clock of the rail and whom to ring back, to lie beside the telephone while the machine is
/// off.
core::Paper clocksList(const DeskService& desk);

/// Asks for the printer and prints the list; `said` is told what came of it.
void printClocks(
    const DeskService& desk, QWidget* window, std::function<void(const QString&)> said);

}
