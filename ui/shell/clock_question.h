#pragma once

#include <QString>

#include <optional>

namespace ui {

class DeskService;
class MainWindow;

/// Why the machine's clock is doubted, a sentence; nothing when there is no doubt or when the store
/// keeps a clock of its own.
std::optional<QString> clockDoubtText(const DeskService& desk);

/// Asks whether the time is right when the last event makes it doubtful; does nothing otherwise.
void askAboutClock(MainWindow& window);

}
