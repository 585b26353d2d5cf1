#pragma once

#include <QStringList>

#include <map>

namespace core {

/// The kinds of clock that a profile may give warnings for.
const QStringList& clockKindNames();

/// The names that `Profile::durations` may use. A new setting is added here, so that a misspelt one
/// in a file is found when the file is read and not during a night.
const QStringList& durationNames();

/// Those of them that were allowed and by which nothing goes, with what to write instead, where
/// that is something.
const std::map<QString, QString>& unreadDurations();

/// The names that `Profile::settings` may use.
const QStringList& settingNames();

}
