#pragma once

#include "core/handover/prepared_list.h"

#include <QJsonObject>

namespace ui {

class DeskService;

/// The form of an act: what is settled in it, and what it begins with.
struct ActRequest {
    QJsonObject preset;
    QJsonObject suggestion;
};

/// `window` may be none. A closed window is left out: the item then stands outside it.
ActRequest requestFor(const QString& command, const core::PreparedItem& line,
    const core::WindowTimes& times, const core::Window* window, const DeskService& desk);

/// Both services' coordinators, as far as they are named.
QJsonObject coordinatorsSuggestion(
    const core::WindowTimes& times, const core::Window* window, const DeskService& desk);

/// Where documents for a service go.
QString addressOf(const QString& service, const core::Profile& profile);

}
