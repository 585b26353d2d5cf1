#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace core {

/// The first key that one object of the JSON text has twice. QJsonDocument keeps the last and says
/// nothing, so that a word would be lost. The text must be valid JSON.
std::optional<QString> repeatedKey(const QByteArray& json);

}
