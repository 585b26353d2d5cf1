#include "core/text/folded.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Letters that no decomposition takes apart.
QString plain(QChar letter)
{
    static const QHash<QChar, QString> known{{u'ł', u"l"_s}, {u'ø', u"o"_s}, {u'đ', u"d"_s},
        {u'ð', u"d"_s}, {u'þ', u"th"_s}, {u'ı', u"i"_s}, {u'ß', u"ss"_s}, {u'æ', u"ae"_s},
        {u'œ', u"oe"_s}};
    return known.value(letter, QString(letter));
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'‘' || c == u'`' || c == u'ʼ';
}

bool isAccent(QChar c)
{
    return c.category() == QChar::Mark_NonSpacing;
}

}

QStringList foldedWords(const QString& text)
{
    QString folded;
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : apart) {
        if (isAccent(c) || isApostrophe(c))
            continue;
        const bool belongs = c.isLetterOrNumber() || c.isSurrogate() || c.isMark();
        folded += belongs ? plain(c) : u" "_s;
    }
    return folded.simplified().split(u' ', Qt::SkipEmptyParts);
}

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text)
        if (c.isDigit())
            digits += c;
    return digits;
}

bool isSameName(const QString& one, const QString& other)
{
    const QStringList words = foldedWords(one);
    return !words.isEmpty() && words == foldedWords(other);
}

}
