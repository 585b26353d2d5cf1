#include "core/alert/alert_match.h"
#include "core/text/folded.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString roadWord(const QString& word)
{
    static const QHash<QString, QString> whole{{u"rd"_s, u"road"_s}, {u"st"_s, u"street"_s},
        {u"ave"_s, u"avenue"_s}, {u"av"_s, u"avenue"_s}, {u"ln"_s, u"lane"_s},
        {u"cl"_s, u"close"_s}, {u"dr"_s, u"drive"_s}, {u"ct"_s, u"court"_s},
        {u"cres"_s, u"crescent"_s}, {u"gdns"_s, u"gardens"_s}, {u"pl"_s, u"place"_s},
        {u"sq"_s, u"square"_s}, {u"terr"_s, u"terrace"_s}, {u"hse"_s, u"house"_s}};
    return whole.value(word, word);
}

QStringList addressWords(const QString& text)
{
    QStringList words = foldedWords(text);
    std::transform(words.begin(), words.end(), words.begin(), roadWord);
    return words;
}

bool stands(const QStringList& words, const QStringList& wanted)
{
    return std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
}

bool hasDigit(const QString& word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

// "Mill Road, number 12" for "12 Mill Road": the street's words together, its numbers close by.
bool standsInOtherOrder(const QStringList& words, const QStringList& wanted)
{
    constexpr qsizetype near = 2;
    QStringList street;
    QStringList numbers;
    for (const QString& word : wanted)
        (hasDigit(word) ? numbers : street).append(word);
    if (numbers.isEmpty() || street.size() < 2)
        return false;
    for (qsizetype at = 0; at + street.size() <= words.size(); ++at) {
        if (words.sliced(at, street.size()) != street)
            continue;
        const qsizetype from = std::max(at - near, qsizetype(0));
        const QStringList around = words.mid(from, at - from) + words.mid(at + street.size(), near);
        if (std::all_of(numbers.begin(), numbers.end(),
                [&around](const QString& number) { return around.contains(number); }))
            return true;
    }
    return false;
}

QStringList partsOfAddress(const QString& address)
{
    static const QRegularExpression between(u"[,\\n]"_s);
    QStringList parts;
    const QStringList all = withoutPostcodes(address).split(between);
    for (const QString& part : all)
        if (!foldedWords(part).isEmpty())
            parts.append(part);
    return parts;
}

// "Flat 2", "Apt 4b", "Room 12 upstairs": of itself it is in any street.
bool isFlat(const QStringList& words)
{
    static const QStringList units{u"flat"_s, u"flt"_s, u"apartment"_s, u"apt"_s, u"unit"_s,
        u"room"_s, u"suite"_s, u"studio"_s};
    constexpr qsizetype most = 3;
    return words.size() <= most && units.contains(words.value(0));
}

bool isNumber(const QStringList& words)
{
    return words.size() == 1 && hasDigit(words.front());
}

QStringList withoutNumbers(QStringList words)
{
    words.removeIf(hasDigit);
    return words;
}

bool standsAnyhow(const QStringList& words, const QStringList& wanted)
{
    return wanted.size() > 1 && (stands(words, wanted) || standsInOtherOrder(words, wanted));
}

bool namesStreet(const QStringList& words)
{
    static const QStringList kinds{u"road"_s, u"street"_s, u"avenue"_s, u"lane"_s, u"close"_s,
        u"drive"_s, u"court"_s, u"crescent"_s, u"gardens"_s, u"place"_s, u"square"_s, u"terrace"_s,
        u"way"_s, u"house"_s};
    for (qsizetype at = 1; at < words.size(); ++at)
        if (kinds.contains(words[at]))
            return true;
    return false;
}

// The house whatever the flat, or the flat where no other street is named beside it.
bool hasFlat(const QStringList& words, const QStringList& flat, const QStringList& parts)
{
    const bool flatStands = stands(words, flat);
    for (const QString& part : parts) {
        const QStringList line = addressWords(part);
        const QStringList street = withoutNumbers(line);
        const bool numbered = street.size() < line.size();
        if (numbered && standsAnyhow(words, line))
            return true;
        if (flatStands && !street.isEmpty() && stands(words, street))
            return true;
    }
    return flatStands && !namesStreet(words);
}

// "14 Mill Road" is another house than "Mill Road, 12"; a time beside the street is no number.
bool hasOtherNumber(const QString& text, const QStringList& street)
{
    static const QRegularExpression time(u"\\b\\d{1,2}[:.]\\d{2}\\b"_s);
    const QStringList words = addressWords(QString(text).replace(time, u"then"_s));
    for (qsizetype at = 0; at + street.size() <= words.size(); ++at) {
        if (words.sliced(at, street.size()) != street)
            continue;
        const QString before = at > 0 ? words[at - 1] : QString();
        if (!hasDigit(before) && !hasDigit(words.value(at + street.size())))
            return false;
    }
    return true;
}

}

bool hasAddress(const QString& text, const QString& address)
{
    const QStringList parts = partsOfAddress(address);
    const QStringList first = addressWords(parts.value(0));
    const QStringList second = addressWords(parts.value(1));
    const QStringList words = addressWords(text);
    if (isFlat(first) && !second.isEmpty())
        return hasFlat(words, first, parts.sliced(1));
    if (isNumber(first))
        return standsAnyhow(words, first + second);
    if (first.size() > 1 && withoutNumbers(first) == first && isNumber(second))
        return standsAnyhow(words, first + second)
            || (stands(words, first) && !hasOtherNumber(text, first));
    return standsAnyhow(words, first);
}

}
