#pragma once

#include "core/journal/event.h"

#include <QStringList>

namespace core {

/// The first `count` words that a digest stands for, ten bits a word: six (60 bits) for a desk's
/// introduction. At most 25.
QStringList wordCode(const Digest& digest, int count);

/// Whether somebody's words are the code; case, commas and spaces do not matter.
bool isWordCode(const QString& said, const QStringList& code);

}
