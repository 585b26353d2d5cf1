#pragma once

#include <QString>
#include <QStringList>

namespace core {

/// The words of a text for comparing: lower case, without accents and punctuation. "O’Brien-Łyszcz"
/// is "obrien", "lyszcz".
QStringList foldedWords(const QString& text);

/// The digits of a text, whatever stands between them.
QString digitsOf(const QString& text);

/// Whether two names that are given are of one person, as far as their words tell.
bool isSameName(const QString& one, const QString& other);

}
