#include "core/alert/alert_match.h"

#include "core/alert/caller_names.h"
#include "core/alert/written_words.h"
#include "core/text/folded.h"
#include "core/text/telephone.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QStringList untitled(QStringList words)
{
    while (!words.isEmpty() && isTitle(words.front()))
        words.removeFirst();
    return words;
}

QStringList nameWords(const QString& name)
{
    return untitled(foldedWords(name));
}

/// A name of two words or more: "Anne Smith-Jones" and "Smith-Jones, Anne" have the last name
/// "smith", "jones".
struct NameParts {
    QString first; ///< empty when there is only a last name
    QStringList last;
};

NameParts partsOf(const QString& name)
{
    const QString before = name.section(u',', 0, 0);
    const QStringList after = untitled(foldedWords(name.section(u',', 1)));
    if (!after.isEmpty() && !untitled(foldedWords(before)).isEmpty())
        return {after.front(), untitled(foldedWords(before))};
    const QString whole = name.simplified();
    const QStringList last = untitled(foldedWords(whole.section(u' ', -1)));
    const QStringList all = nameWords(name);
    if (last.isEmpty())
        return {all.value(0), all.sliced(std::max(all.size() - 1, qsizetype(0)))};
    return {all.size() > last.size() ? all.front() : QString(), last};
}

// "Ruth Anne Kemp" or "Kemp, Ruth".
bool standsNear(const QStringList& words, const QString& first, const QString& last)
{
    constexpr qsizetype mostBetween = 2;
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (words[at] == last && words.value(at + 1) == first)
            return true;
        if (words[at] != first)
            continue;
        for (qsizetype to = at + 1; to < words.size() && to <= at + 1 + mostBetween; ++to)
            if (words[to] == last)
                return true;
    }
    return false;
}

bool standsAfterTitle(const QStringList& words, const QStringList& last)
{
    for (qsizetype at = 1; at + last.size() <= words.size(); ++at)
        if (isTitle(words[at - 1]) && words.sliced(at, last.size()) == last)
            return true;
    return false;
}

bool isCapital(const std::vector<WrittenWord>& words, std::size_t at)
{
    return at < words.size() && words[at].isCapital();
}

// "Jo rang" and not "ED" or "to": so short a name is known by how it is written alone.
bool standsAsWritten(const QString& text, const QString& name)
{
    const auto words = writtenWords(text);
    return std::any_of(
        words.begin(), words.end(), [&name](const WrittenWord& each) { return each.word == name; });
}

// "P" is Peter, and Peter is "P": one of them is written with one letter.
bool isInitialOf(const QString& word, const QString& first)
{
    const QString written = foldedWords(word).value(0);
    return !written.isEmpty() && !first.isEmpty() && written.front() == first.front()
        && (written.size() == 1 || first.size() == 1);
}

// "Kemp rang" and "R Kemp", and neither "Tom Kemp" nor "Kemp Street".
bool standsAlone(const QString& text, const NameParts& name)
{
    const auto words = writtenWords(text);
    const auto another = [&](std::size_t at) {
        return isCapital(words, at) && !isInitialOf(words[at].word, name.first);
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!isCapital(words, at) || foldedWords(words[at].word) != name.last)
            continue;
        const bool joinedBefore = at > 0 && !words[at - 1].endsPhrase && another(at - 1);
        const bool joinedAfter = !words[at].endsPhrase && another(at + 1);
        if (!joinedBefore && !joinedAfter)
            return true;
    }
    return false;
}

// "Ian Moss's mother" names Ian Moss.
QString withoutPossessives(QString text)
{
    static const QRegularExpression ending(
        u"(?<=\\w)['’]s\\b"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(ending);
}

bool isLastNameIn(const QString& text, const NameParts& name)
{
    return standsAlone(text, name) || standsAlone(text, {name.first, {name.last.back()}});
}

bool hasLastName(const QString& text, const QString& name)
{
    const NameParts parts = partsOf(name);
    return nameWords(name).size() > 1 && parts.last.back().size() > 1
        && (isLastNameIn(text, parts) || isLastNameIn(withoutPossessives(text), parts));
}

bool isNameIn(const QString& text, const QString& name)
{
    const QStringList wanted = nameWords(name);
    const QStringList words = foldedWords(text);
    if (wanted.isEmpty())
        return false;
    if (wanted.size() == 1 && wanted.front().size() > 2)
        return words.contains(wanted.front());
    if (wanted.size() == 1)
        return isNameMark(name) && standsAsWritten(text, writtenWords(name).back().word);
    const NameParts parts = partsOf(name);
    return standsNear(words, wanted.front(), wanted.back())
        || (!parts.first.isEmpty() && standsNear(words, parts.first, parts.last.back()))
        || standsAfterTitle(words, parts.last) || standsAfterTitle(words, {parts.last.back()});
}

// Numbers stand beside each other with a stroke between, which may also be within one.
QStringList digitRuns(const QString& text)
{
    static const QRegularExpression run(u"\\+?\\d[\\d ()./\\-\\x{00a0}\\x{2011}]{6,}\\d"_s);
    QStringList runs;
    auto found = run.globalMatch(text);
    while (found.hasNext()) {
        const QString whole = found.next().captured();
        runs.append(whole);
        if (whole.contains(u'/'))
            runs.append(whole.split(u'/', Qt::SkipEmptyParts));
    }
    return runs;
}

// Some group of digits of the run begins the number: "01632 960111 01632 960123 02:30" is one run.
bool startsAtGroup(const QString& run, const QString& number)
{
    for (qsizetype at = 0; at < run.size(); ++at)
        if (run[at].isDigit() && (at == 0 || !run[at - 1].isDigit())
            && digitsOf(run.sliced(at)).startsWith(number))
            return true;
    return false;
}

// The whole run, or what is left of it once the other numbers before and after it are cut off.
bool ringsIn(const QString& run, const QString& key)
{
    if (checkTelephone(run).e164 == key)
        return true;
    const QString national = u'0' + key.mid(3);
    return key.startsWith(u"+44")
        && (startsAtGroup(run, national) || digitsOf(run).endsWith(national)
            || startsAtGroup(run, u"44"_s + key.mid(3))
            || startsAtGroup(run, u"0044"_s + key.mid(3)));
}

/// Whether a text of the probe has the mark by `has`; no mark is in no text.
bool inTexts(const AlertProbe& probe, const QString& mark,
    bool (*has)(const QString& text, const QString& mark))
{
    return !mark.isEmpty()
        && std::any_of(probe.texts.begin(), probe.texts.end(),
            [&](const QString& text) { return has(text, mark); });
}

const QRegularExpression& postcodeShape()
{
    static const QRegularExpression shape(u"\\b([A-Z]{1,2}\\d[A-Z\\d]?) ?(\\d[A-Z]{2})\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return shape;
}

QString postcodeOf(const QRegularExpressionMatch& found)
{
    return (found.captured(1) + u' ' + found.captured(2)).toUpper();
}

// Any of several: where they are, and where they live.
bool hasPostcode(const QString& text, const QString& postcode)
{
    auto found = postcodeShape().globalMatch(text);
    while (found.hasNext())
        if (postcodeOf(found.next()) == postcode)
            return true;
    return false;
}

bool hasCaller(const QString& text, const QString& caller)
{
    const QStringList names = namesOfCaller(caller);
    return std::any_of(
        names.begin(), names.end(), [&text](const QString& name) { return hasName(text, name); });
}

QString whyMatched(const Alert& alert, const AlertProbe& probe)
{
    const AlertMarks& marks = alert.marks;
    if (!alert.person.isNull() && alert.person == probe.person)
        return u"same person"_s;
    if (inTexts(probe, alert.nhs, hasNhsNumber))
        return u"same NHS number"_s;
    if (inTexts(probe, alert.telephoneKey, hasTelephone))
        return u"same telephone"_s;
    if (inTexts(probe, marks.name, hasName) || inTexts(probe, marks.alsoKnownAs, hasName))
        return u"same name"_s;
    if (inTexts(probe, marks.caller, hasCaller))
        return u"same caller"_s;
    if (inTexts(probe, marks.address, hasAddress))
        return u"same address"_s;
    if (inTexts(probe, marks.postcode, hasPostcode))
        return u"same postcode"_s;
    if (inTexts(probe, marks.name, hasLastName))
        return u"same last name"_s;
    return {};
}

void collect(const QJsonValue& value, QStringList& texts)
{
    if (value.isString() && !value.toString().trimmed().isEmpty())
        texts.append(value.toString());
    const QJsonArray list = value.toArray();
    for (const QJsonValue& each : list)
        collect(each, texts);
    const QJsonObject object = value.toObject();
    for (const QJsonValue& each : object)
        collect(each, texts);
}

}

bool hasTelephone(const QString& text, const QString& key)
{
    const QStringList runs = digitRuns(text);
    return std::any_of(
        runs.begin(), runs.end(), [&key](const QString& run) { return ringsIn(run, key); });
}

bool hasNhsNumber(const QString& text, const QString& nhs)
{
    const QStringList runs = digitRuns(text);
    return std::any_of(runs.begin(), runs.end(), [&nhs](const QString& run) {
        return startsAtGroup(run, nhs) || digitsOf(run).endsWith(nhs);
    });
}

bool hasName(const QString& text, const QString& name)
{
    return isNameIn(text, name) || isNameIn(withoutPossessives(text), name);
}

bool isNameMark(const QString& name)
{
    const QStringList words = nameWords(name);
    return words.size() > 1 || (words.size() == 1 && words.front().size() > 1);
}

QString postcodeIn(const QString& text)
{
    const auto found = postcodeShape().match(text);
    return found.hasMatch() ? postcodeOf(found) : QString();
}

QString withoutPostcodes(QString text)
{
    return text.remove(postcodeShape());
}

std::vector<AlertMatch> matchAlerts(
    const std::vector<std::shared_ptr<const Alert>>& alerts, const AlertProbe& probe)
{
    std::vector<AlertMatch> matches;
    if (probe.empty())
        return matches;
    for (const auto& alert : alerts)
        if (const QString why = whyMatched(*alert, probe); !why.isEmpty())
            matches.push_back({alert, why});
    return matches;
}

AlertProbe probeOf(const QJsonObject& typed)
{
    AlertProbe probe;
    probe.person = {QUuid::fromString(typed.value(u"person"_s).toString())};
    collect(typed, probe.texts);
    return probe;
}

}
