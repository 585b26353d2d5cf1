#include "core/alert/caller_names.h"

#include "core/alert/written_words.h"
#include "core/text/folded.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype pairOfNames = 2;

bool saysWhoTheyAre(const QString& word)
{
    static const QSet<QString> known{u"a"_s, u"an"_s, u"the"_s, u"his"_s, u"her"_s, u"their"_s,
        u"of"_s, u"from"_s, u"and"_s, u"or"_s, u"is"_s, u"called"_s, u"named"_s, u"maybe"_s,
        u"mother"_s, u"father"_s, u"mum"_s, u"dad"_s, u"mom"_s, u"parent"_s, u"stepmother"_s,
        u"stepfather"_s, u"step"_s, u"foster"_s, u"brother"_s, u"son"_s, u"daughter"_s,
        u"husband"_s, u"wife"_s, u"partner"_s, u"ex"_s, u"girlfriend"_s, u"boyfriend"_s,
        u"fiance"_s, u"fiancee"_s, u"aunt"_s, u"auntie"_s, u"uncle"_s, u"niece"_s, u"nephew"_s,
        u"cousin"_s, u"grandmother"_s, u"grandfather"_s, u"grandson"_s, u"granddaughter"_s,
        u"gran"_s, u"nan"_s, u"relative"_s, u"nearest"_s, u"next"_s, u"kin"_s, u"nr"_s, u"nok"_s,
        u"friend"_s, u"neighbour"_s, u"flatmate"_s, u"landlord"_s, u"landlady"_s, u"in"_s, u"law"_s,
        u"carer"_s, u"care"_s, u"coordinator"_s, u"co"_s, u"ordinator"_s, u"worker"_s, u"social"_s,
        u"support"_s, u"key"_s, u"nurse"_s, u"community"_s, u"psychiatric"_s, u"mental"_s,
        u"health"_s, u"approved"_s, u"professional"_s, u"cpn"_s, u"amhp"_s, u"gp"_s, u"doctor"_s,
        u"consultant"_s, u"psychiatrist"_s, u"manager"_s, u"warden"_s, u"staff"_s, u"officer"_s,
        u"police"_s, u"pc"_s, u"sergeant"_s, u"sgt"_s, u"inspector"_s, u"probation"_s, u"housing"_s,
        u"team"_s, u"service"_s, u"services"_s, u"ward"_s, u"hospital"_s, u"home"_s, u"advocate"_s,
        u"solicitor"_s, u"teacher"_s, u"guardian"_s};
    return known.contains(word) || isTitle(word);
}

// "Maria de Souza".
bool joinsNames(const QString& word)
{
    static const QSet<QString> particles{u"de"_s, u"da"_s, u"del"_s, u"di"_s, u"dos"_s, u"la"_s,
        u"le"_s, u"van"_s, u"von"_s, u"der"_s, u"den"_s, u"ter"_s, u"bin"_s, u"al"_s, u"el"_s};
    return particles.contains(word);
}

bool isRole(const WrittenWord& word)
{
    const QStringList folded = foldedWords(word.word);
    return std::all_of(folded.begin(), folded.end(), saysWhoTheyAre);
}

// Where anything is written with a capital the names are; where nothing is, any word may be one.
std::vector<QStringList> runsOfNames(const QString& caller)
{
    const auto words = writtenWords(caller);
    const bool capitals = std::any_of(words.begin(), words.end(),
        [](const WrittenWord& each) { return each.isCapital() && !isRole(each); });
    std::vector<QStringList> runs;
    bool within = false;
    for (const WrittenWord& each : words) {
        const bool joins = within && joinsNames(each.word.toLower());
        const bool name = !isRole(each) && (joins || !capitals || each.isCapital());
        if (name && !within)
            runs.emplace_back();
        if (name)
            runs.back().append(each.word);
        within = name && !each.endsPhrase;
    }
    return runs;
}

}

QStringList namesOfCaller(const QString& caller)
{
    QStringList names{caller};
    const auto runs = runsOfNames(caller);
    if (runs.size() == 1 && runs.front().size() == 1)
        names.append(runs.front());
    for (const QStringList& run : runs)
        if (run.size() >= pairOfNames)
            names.append({run.join(u' '), run.first(pairOfNames).join(u' '),
                run.last(pairOfNames).join(u' ')});
    names.removeDuplicates();
    return names;
}

}
