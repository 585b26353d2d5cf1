#include "core/text/age_words.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int adultAge = 18;
constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

QString withFigures(const QString& words)
{
    static const QStringList teens{u"ten"_s, u"eleven"_s, u"twelve"_s, u"thirteen"_s, u"fourteen"_s,
        u"fifteen"_s, u"sixteen"_s, u"seventeen"_s, u"eighteen"_s, u"nineteen"_s};
    constexpr int first = 10;
    QString text = words;
    int figure = first;
    for (const QString& teen : teens)
        text.replace(
            QRegularExpression(u"\\b%1\\b"_s.arg(teen), anyCase), QString::number(figure++));
    return text;
}

QString withoutDates(QString text)
{
    static const QRegularExpression date(
        u"\\b\\d{1,2}([/.-]\\d{1,2}[/.-]|(st|nd|rd|th)?\\s+[a-z]{3,9}\\s+)\\d{2,4}\\b|"
        u"\\b\\d{4}-\\d{2}-\\d{2}\\b"_s,
        anyCase);
    return text.replace(date, u" "_s);
}

const QRegularExpression& ageWords()
{
    static const QRegularExpression age(
        u"(?:(?:\\b(?<below>under|below|less\\s+than|not(?:\\s+yet)?|younger\\s+than|u(?=\\d))|"
        u"(?<less><))[\\s-]*(?:the\\s+age\\s+of\\s+)?"
        u"|\\b(?<soon>nearly|almost|turns|turning|approaching|coming\\s+up\\s+to|soon)\\s+"
        u"|\\b(?<above>over|above|more\\s+than|older\\s+than)\\s+)?"
        u"(?:(?:about|around|aged?)\\s+)?"
        u"(?<![\\d.])(?<number>\\d{1,3})(?!\\d)(?<plus>\\s*\\+)?"
        u"(?:\\s*-?\\s*(?:(?<months>(?:days?|weeks?|wks?|months?|mths?|mo)\\b)|"
        u"(?:years?|yrs?|y)\\b(?:\\s*,?\\s*(?:and\\s+)?\\d{1,2}\\s*(?:months?|mths?|mo?)\\b)?))?"
        u"(?!\\s*(?:adults?|people|persons?|child(?:ren)?|kids?|boys?|girls?|men|women|siblings?|"
        u"brothers?|sisters?|sons?|daughters?|of\\s+them)\\b)"_s,
        anyCase);
    return age;
}

// Whoever is 18 next week is not 18 yet.
bool mayBeYet(const QString& text)
{
    static const QRegularExpression doubt(
        u"\\b(under|below|less|not|nearly|almost|turn|turns|turning|soon|next|will|until|before|"
        u"pre|coming|approaching|today|tonight|tomorrow|in)\\b"_s,
        anyCase);
    return doubt.match(text).hasMatch();
}

// "Under 30" and "over 16" leave open which side of 18 it is.
std::optional<int> ageOf(const QRegularExpressionMatch& found)
{
    const int number = found.captured(u"number"_s).toInt();
    const auto told = [&found](const QString& group) { return !found.captured(group).isEmpty(); };
    if (told(u"months"_s))
        return 0;
    if (told(u"below"_s) || told(u"less"_s))
        return number <= adultAge ? std::optional(number - 1) : std::nullopt;
    if (told(u"soon"_s))
        return number - 1;
    if (told(u"above"_s) || told(u"plus"_s))
        return number >= adultAge ? std::optional(number) : std::nullopt;
    return number;
}

}

std::optional<int> ageIn(const QString& words)
{
    static const QRegularExpression today(u"\\b(today|tonight)\\b"_s, anyCase);
    const QString text = withoutDates(withFigures(words));
    std::vector<int> ages;
    for (auto each = ageWords().globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch found = each.next();
        const auto age = ageOf(found);
        const bool turnsNow = !found.captured(u"soon"_s).isEmpty() && today.match(text).hasMatch();
        if (!age || turnsNow || (*age == adultAge && mayBeYet(text)))
            return {};
        ages.push_back(*age);
    }
    if (ages.empty())
        return {};
    const auto minor = [](int age) { return age < adultAge; };
    const bool agree = std::all_of(
        ages.begin(), ages.end(), [&](int age) { return minor(age) == minor(ages.front()); });
    return agree ? std::optional(ages.front()) : std::nullopt;
}

bool isAgeAlone(const QString& words)
{
    static const QRegularExpression filler(
        u"\\b(old|olds|aged?|is|he|she|they|yo|approx|approximately|about|around|only|just)\\b|"
        u"[\\s,.?~()]+"_s,
        anyCase);
    QString rest = withFigures(words);
    rest.replace(QRegularExpression(u"(\\d)\\s*y/?o\\b"_s, anyCase), u"\\1"_s);
    rest.replace(ageWords(), u" "_s);
    return ageIn(words) && rest.replace(filler, QString()).isEmpty();
}

}
