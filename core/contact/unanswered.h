#pragma once

#include <QString>

namespace core {

/// Whether the words of a result say that nobody was reached: "no_answer", "No reply, left
/// voicemail". Any others are of a talk.
bool saysUnanswered(const QString& result);

}
