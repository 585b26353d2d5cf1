#pragma once

#include <QString>

#include <vector>

namespace core {

/// A word as it is written, without the punctuation around it.
struct WrittenWord {
    QString word;
    bool endsPhrase = false; ///< a full stop or the like follows; a comma joins "Kemp, Tom"

    bool isCapital() const { return word.front().isUpper(); }
};

std::vector<WrittenWord> writtenWords(const QString& text);

/// Whether a folded word is a title: "mrs", "dr".
bool isTitle(const QString& word);

}
