#include "core/text/age_words.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cstdlib>
#include <vector>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int adultAge = 18;
constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

const QStringList& units()
{
    static const QStringList words{u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s, u"six"_s,
        u"seven"_s, u"eight"_s, u"nine"_s};
    return words;
}

// "Sixty", "twenty-one".
QString withTens(QString text)
{
    static const QStringList tens{u"twenty"_s, u"thirty"_s, u"forty"_s, u"fifty"_s, u"sixty"_s,
        u"seventy"_s, u"eighty"_s, u"ninety"_s};
    static const QRegularExpression shape(
        u"\\b(%1)(?:[\\s-]?(%2))?\\b"_s.arg(tens.join(u'|'), units().join(u'|')), anyCase);
    constexpr int ten = 10;
    for (auto found = shape.match(text); found.hasMatch(); found = shape.match(text)) {
        const auto unit = units().indexOf(found.captured(2).toLower());
        const auto number = (tens.indexOf(found.captured(1).toLower()) + 2) * ten + unit + 1;
        text.replace(found.capturedStart(), found.capturedLength(), QString::number(number));
    }
    return text;
}

// "Six months", "nine": no other one is an age ("no one", "one of two").
QString withUnits(QString text)
{
    static const QString time = u"(?=\\s*-?\\s*(?:years?|yrs?|months?|weeks?|days?)\\b)"_s;
    for (qsizetype unit = 0; unit < units().size(); ++unit)
        text.replace(
            QRegularExpression(u"\\b%1\\b%2|^\\s*%1\\s*$"_s.arg(units()[unit], time), anyCase),
            QString::number(unit + 1));
    return text;
}

QString withFigures(const QString& words)
{
    static const QStringList teens{u"ten"_s, u"eleven"_s, u"twelve"_s, u"thirteen"_s, u"fourteen"_s,
        u"fifteen"_s, u"sixteen"_s, u"seventeen"_s, u"eighteen"_s, u"nineteen"_s};
    constexpr int first = 10;
    QString text = withUnits(withTens(words));
    int figure = first;
    for (const QString& teen : teens)
        text.replace(
            QRegularExpression(u"\\b%1\\b"_s.arg(teen), anyCase), QString::number(figure++));
    return text;
}

// "Drinking for 12 years", "moved here 11 years ago": how long something went on is no age.
QString withoutSpans(QString text)
{
    static const QRegularExpression span(
        u"\\b(?:for|last|past|married)\\s+(?:(?:about|around|over|nearly|almost|the)\\s+)?\\d{1,3}"
        u"\\s*"
        u"(?:years?|yrs?|months?|weeks?|days?)\\b(?!\\s*-?\\s*old)"
        u"|\\b\\d{1,3}\\s*(?:years?|yrs?|months?|weeks?|days?)\\s+ago\\b"
        u"|\\b(?:marriage|relationship|partner|husband|wife|history|tenancy)\\s+of\\s+\\d{1,3}"
        u"\\s*(?:years?|yrs?|months?|weeks?|days?)\\b"_s,
        anyCase);
    return text.replace(span, u" "_s);
}

QString monthWords()
{
    return u"(?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"_s;
}

const std::vector<QRegularExpression>& dates()
{
    static const std::vector<QRegularExpression> forms{
        QRegularExpression(u"\\b(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})\\b"_s),
        QRegularExpression(
            u"\\b(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4}|\\d{2})\\b"_s),
        QRegularExpression(
            u"\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+%1\\s+(?<year>\\d{4}|\\d{2})\\b"_s.arg(
                monthWords()),
            anyCase)};
    return forms;
}

QString withoutDates(QString text)
{
    for (const QRegularExpression& date : dates())
        text.replace(date, u" "_s);
    return text;
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

// "18?", "maybe 19": who says so does not know on which side of 18 it is.
bool isGuess(const QString& text)
{
    static const QRegularExpression guess(
        u"\\?|\\b(?:maybe|perhaps|possibly|probably|may\\s+be|might|unsure|not\\s+sure|unclear|"
        u"uncertain|thinks?|thought|guess\\w*)\\b"_s,
        anyCase);
    return guess.match(text).hasMatch();
}

bool isRoughly18(const QString& text)
{
    static const QRegularExpression roughly(
        u"\\b(?:about|around|roughly|circa|approx\\w*\\.?|c\\.?)\\s*18\\b|\\b18\\s*-?\\s*"
        u"(?:ish|or\\s+so|or\\s+thereabouts|approx\\w*)\\b"_s,
        anyCase);
    return roughly.match(text).hasMatch();
}

// Two years to either side of 18 are as far as a guess is held to be wrong.
bool isInDoubt(int age, const QString& text)
{
    constexpr int guessYears = 2;
    if (age == adultAge && (mayBeYet(text) || isRoughly18(text)))
        return true;
    return std::abs(age - adultAge) <= guessYears && isGuess(text);
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

std::vector<int> numbersIn(const QString& text)
{
    std::vector<int> numbers;
    for (auto each = ageWords().globalMatch(text); each.hasNext();)
        numbers.push_back(each.next().captured(u"number"_s).toInt());
    return numbers;
}

// "17 or 18", "nearly 17½", "female, turns 18 tomorrow": ages and what is said around them.
bool isAgesAlone(const QString& text)
{
    static const QRegularExpression around(
        u"\\b(or|so|ish|of|and|to|between|a|half|next|this|on|in|few|days?|weeks?|months?|years?|"
        u"yrs?|"
        u"birthday|"
        u"tomorrow|today|tonight|soon|not|yet|turns|turning|turned|will|be|until|his|her|their|"
        u"maybe|may|perhaps|possibly|probably|roughly|circa|olds?|aged?|is|he|she|they|yo|approx|"
        u"approximately|about|around|only|just|young|female|male|f|m|woman|man|person|patient|"
        u"plus|late|early|nearly|almost|says|said|think|thinks|thought|unsure|unclear|st|nd|rd|th)"
        u"\\b|[\\s,.;:?~()/&½¼¾+–—-]+"_s,
        anyCase);
    QString rest = text;
    rest.replace(ageWords(), u" "_s);
    return rest.replace(around, QString()).isEmpty();
}

bool namesUnder18(const QString& text, const std::vector<int>& numbers)
{
    const bool low = std::any_of(
        numbers.begin(), numbers.end(), [](int number) { return number <= adultAge; });
    return low && isAgesAlone(text) && ageIn(text).value_or(0) < adultAge;
}

// "80 year old caller about a 10 year old": whoever is rung about goes before who rings.
bool isAboutMinor(const QString& text)
{
    static const QRegularExpression about(
        u"\\b(?:about|regarding|concerning|re:?)\\s+(?:(?:an?|the|this|his|her|their)\\s+)?"
        u"(?<number>\\d{1,2})\\s*-?\\s*(?:(?:year|yr)\\s*-?\\s*old|y/?o)\\b"_s,
        anyCase);
    for (auto each = about.globalMatch(text); each.hasNext();)
        if (each.next().captured(u"number"_s).toInt() < adultAge)
            return true;
    return false;
}

// Of a child that is named beside a grown-up nothing is said here.
bool namesOthers(const QString& text)
{
    static const QRegularExpression others(
        u"\\b(mothers?|fathers?|mums?|moms?|mummy|dads?|daddy|parents?|carers?|guardians?|"
        u"grand\\w+|wife|husband|partner|sons?|daughters?|brothers?|sisters?|siblings?|aunt\\w*|"
        u"uncle|niece|nephew|adults?|elderly|women|woman|men|man|lady|gentleman|teachers?|"
        u"workers?|staff|his|her|their|whose)\\b"_s,
        anyCase);
    return others.match(text).hasMatch();
}

QString withoutOwnChildren(QString text)
{
    static const QRegularExpression own(
        u"\\b(pregnan\\w*|expecting|with|has|have)\\b[^.;]*"
        u"\\b(bab(y|ies)|unborn|infants?|newborns?|toddlers?|child(ren)?|kids?)\\b"_s,
        anyCase);
    return text.replace(own, u" "_s);
}

bool hasYouthWords(const QString& text)
{
    static const QRegularExpression teens(
        u"\\bin\\s+(his|her|their)\\s+((early|mid|late)\\W+)?teens\\b|\\byoung\\s+carers?\\b"_s,
        anyCase);
    static const QRegularExpression young(
        u"\\b(teen(s|ager?s?|aged)?|adolescents?|juveniles?|minors?(?!\\s+[a-z])|"
        u"under[\\s-]?age|pre[\\s-]?teens?|youngsters?|young\\s+(person|people|lad|girl|boy)|"
        u"yp|pre[\\s-]?school\\w*|school[\\s-]?(aged?|girls?|boys?|child(ren)?|kids?|pupils?|"
        u"leaver)|"
        u"(at|in|primary|secondary|high)\\s+school|pupils?|(sixth|6th)[\\s-]?form\\w*|gcses?|"
        u"a[\\s-]levels?|nursery|looked[\\s-]after|in\\s+foster\\s+care|fostered|lac|cla|"
        u"child(ren)?|kids?|bab(y|ies)|infants?|toddlers?|new[\\s-]?borns?|neonates?|unborn|"
        u"f(o)?etus|girls?|boys?|(?<!\\d\\s)(year|yr|y)\\s?-?(1[0-3]|[1-9])|"
        u"ks[1-5]|key\\s+stage)\\b"_s,
        anyCase);
    return teens.match(text).hasMatch() || (young.match(text).hasMatch() && !namesOthers(text));
}

// A year in two figures is the last one that has been.
std::optional<QDate> dayOf(const QRegularExpressionMatch& found, QDate today)
{
    constexpr int century = 100;
    constexpr int december = 12;
    const QString month = found.captured(u"month"_s);
    const bool named = month.at(0).isLetter();
    int number = month.toInt();
    for (int each = 1; named && each <= december; ++each)
        if (QLocale::c().monthName(each).startsWith(month.left(3), Qt::CaseInsensitive))
            number = each;
    int year = found.captured(u"year"_s).toInt();
    if (year < century)
        year += today.year() / century * century;
    if (year > today.year() && found.captured(u"year"_s).size() == 2)
        year -= century;
    const QDate day(year, number, found.captured(u"day"_s).toInt());
    return day.isValid() ? std::optional(day) : std::nullopt;
}

bool bornUnder18Ago(const QString& words, QDate today)
{
    return std::any_of(dates().begin(), dates().end(), [&](const QRegularExpression& date) {
        const auto found = date.match(words);
        const auto day = found.hasMatch() ? dayOf(found, today) : std::nullopt;
        return day && *day <= today && day->addYears(adultAge) > today;
    });
}

}

std::optional<int> ageIn(const QString& words)
{
    static const QRegularExpression today(u"\\b(today|tonight)\\b"_s, anyCase);
    const QString text = withoutSpans(withoutDates(withFigures(words)));
    std::vector<int> ages;
    for (auto each = ageWords().globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch found = each.next();
        const auto age = ageOf(found);
        const bool turnsNow = !found.captured(u"soon"_s).isEmpty() && today.match(text).hasMatch();
        if (!age || turnsNow || isInDoubt(*age, text))
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

bool mayBeMinor(const QString& words, QDate today)
{
    const QString text = withoutOwnChildren(withoutSpans(withoutDates(withFigures(words))));
    if (isAboutMinor(text))
        return true;
    const std::vector<int> numbers = numbersIn(text);
    const bool grownUp
        = std::any_of(numbers.begin(), numbers.end(), [](int number) { return number > adultAge; });
    if (grownUp)
        return false;
    return namesUnder18(text, numbers) || hasYouthWords(text)
        || (bornUnder18Ago(words, today) && !namesOthers(words));
}

}
