#include "core/exchange/word_code.h"

#include "core/exchange/word_list.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int bitsOfAWord = 10;

std::size_t bitsAt(const Digest& digest, int bit)
{
    std::size_t value = 0;
    for (int i = 0; i < bitsOfAWord; ++i, ++bit)
        value = value << 1 | ((digest.at(static_cast<std::size_t>(bit / 8)) >> (7 - bit % 8)) & 1U);
    return value;
}

}

QStringList wordCode(const Digest& digest, int count)
{
    QStringList words;
    for (int i = 0; i < count; ++i)
        words.append(QString::fromLatin1(telephoneWords.at(bitsAt(digest, i * bitsOfAWord))));
    return words;
}

bool isWordCode(const QString& said, const QStringList& code)
{
    static const QRegularExpression between(u"[\\s,.;·–-]+"_s);
    return said.toLower().split(between, Qt::SkipEmptyParts) == code;
}

}
