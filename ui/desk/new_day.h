#pragma once

#include <functional>

class QObject;

namespace ui {

class DeskService;

/// Calls `then` each time the desk's clock has gone to another London date, as long as `context`
/// lives: a time without its day means another moment from then on.
void onNewDay(const DeskService& desk, QObject* context, std::function<void()> then);

}
