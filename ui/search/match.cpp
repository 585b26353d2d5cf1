#include "ui/search/match.h"

#include <QStringList>

namespace ui {

namespace {

bool isWordStart(const QString& text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

int wordScore(const QString& word, const QString& text)
{
    int best = 0;
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        best = std::max(best, at == 0 ? 40 : isWordStart(text, at) ? 30 : 10);
    return best;
}

bool lettersInOrder(const QString& letters, const QString& text)
{
    qsizetype at = -1;
    for (const QChar letter : letters) {
        at = text.indexOf(letter, at + 1);
        if (at < 0)
            return false;
    }
    return true;
}

}

int matchScore(const QString& typed, const QString& text)
{
    const QString lower = text.toLower();
    const QString wanted = typed.toLower().simplified();
    if (wanted.isEmpty())
        return 1;
    int score = 0;
    const QStringList words = wanted.split(u' ');
    for (const QString& word : words) {
        const int each = wordScore(word, lower);
        if (each == 0)
            return words.size() == 1 && word.size() > 2 && lettersInOrder(word, lower)
                ? scatteredScore
                : 0;
        score += each;
    }
    return score;
}

}
