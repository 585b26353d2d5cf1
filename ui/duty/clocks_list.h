#pragma once

#include "core/paper/paper.h"

#include <QWidget>

#include <functional>

namespace ui {

class DeskService;

/// Every running clock of this desk's service, to lie beside the telephone while the machine is
/// off.
core::Paper clocksList(const DeskService& desk);

/// Asks for the printer and prints the list; `said` is told what came of it.
void printClocks(
    const DeskService& desk, QWidget* window, std::function<void(const QString&)> said);

}
