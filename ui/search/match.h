#pragma once

#include <QString>

namespace ui {

/// The score of letters that only occur in order, scattered over the text.
inline constexpr int scatteredScore = 2;

/// How well typed letters fit a text, 0 for not at all: each word typed must begin a word of the
/// text or stand inside it, or all letters must occur in order. Beginnings count most.
int matchScore(const QString& typed, const QString& text);

}
