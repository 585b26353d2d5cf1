#pragma once

#include "core/journal/subject.h"

#include <QString>

#include <vector>

class QAction;
class QWidget;

namespace ui {

class DeskService;

enum class HitKind { Action, Command, Record, Number };

/// A line of the palette.
struct Hit {
    HitKind kind = HitKind::Record;
    QString group{}; ///< "Do", "Command", "Case", "Person", "Contact", "Number"
    QString title{};
    QString detail{};
    int score = 0;
    QAction* action = nullptr;
    QString command{};
    core::Subject subject{};
    core::PartId part{};
};

/// Everything that fits, best first. A first letter narrows it: "c " cases, "p " people, "n "
/// numbers, "> " commands.
std::vector<Hit> findHits(const QString& typed, const DeskService& desk, const QWidget& window);

}
