#include "core/exchange/word_list.h"

#include <catch2/catch.hpp>

#include <QRegularExpression>
#include <QStringList>

#include <map>
#include <numeric>
#include <set>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const QStringList& words()
{
    static const QStringList all = [] {
        QStringList list;
        for (const char* word : telephoneWords)
            list.append(QString::fromLatin1(word));
        return list;
    }();
    return all;
}

/// Letters to put in, take out or change to make one of the other.
int distance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j) + 1;
            const int changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({row[at] + 1, row[at - 1] + 1, changed});
        }
    }
    return row.back();
}

/// What is left of a word on a poor line: the first vowel, and consonants of which those that a
/// telephone's band does not part are one (b p, d t, g k, m n, f s v z th).
QString heard(QString word)
{
    static const std::vector<std::pair<QRegularExpression, QString>> lost = [] {
        std::vector<std::pair<QRegularExpression, QString>> rules;
        for (const auto& [from, to] :
            std::initializer_list<std::pair<const char*, const char*>>{{"ph", "f"}, {"ght", "t"},
                {"gh", ""}, {"ck", "k"}, {"tch", "ch"}, {"th", "f"}, {"sch", "sk"}, {"wh", "w"},
                {"c(?=[eiy])", "s"}, {"qu", "kw"}, {"c", "k"}, {"x", "ks"}, {"[zvs]", "f"},
                {"b", "p"}, {"d", "t"}, {"g", "k"}, {"n", "m"}, {"(.)\\1", "\\1"}})
            rules.emplace_back(
                QRegularExpression(QString::fromLatin1(from)), QString::fromLatin1(to));
        return rules;
    }();
    static const QRegularExpression vowels(u"[aeiouy]+"_s);
    for (const auto& [from, to] : lost)
        word.replace(from, to);
    const QString first = vowels.match(word).captured().left(1);
    return first + word.replace(vowels, u"a"_s);
}

}

TEST_CASE("Every word for the telephone stands once, short, in plain letters", "[words]")
{
    static const QRegularExpression plain(u"^[a-z]{3,11}$"_s);
    CHECK(std::set<QString>(words().begin(), words().end()).size() == telephoneWords.size());
    CHECK(std::is_sorted(words().begin(), words().end()));
    for (const QString& word : words())
        CHECK(plain.match(word).hasMatch());
}

TEST_CASE("No two words for the telephone are one letter apart or begin alike", "[words]")
{
    for (const QString& a : words())
        for (const QString& b : words()) {
            if (a >= b)
                continue;
            if (b.startsWith(a) || (std::abs(a.size() - b.size()) < 2 && distance(a, b) < 2))
                FAIL_CHECK(a.toStdString() << " and " << b.toStdString());
        }
}

TEST_CASE("No two words for the telephone are heard alike on a poor line", "[words]")
{
    std::map<QString, QString> byHearing;
    for (const QString& word : words())
        if (const auto [other, isNew] = byHearing.emplace(heard(word), word); !isNew)
            FAIL_CHECK(other->second.toStdString() << " and " << word.toStdString());
}

TEST_CASE("No word for the telephone is spelt in two ways when heard", "[words]")
{
    for (const char* homophone : {"bare", "bear", "berry", "byte", "carrot", "cymbal", "dear",
             "deer", "draughts", "flour", "hair", "hare", "knight", "licence", "manor", "medal",
             "muscle", "night", "pair", "peace", "pear", "plane", "plum", "rye", "sail", "stair",
             "steel", "tail", "waist", "whale"})
        CHECK_FALSE(words().contains(QString::fromLatin1(homophone)));
}
