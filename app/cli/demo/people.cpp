#include "app/cli/demo/people.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

const QStringList& firstNames()
{
    static const QStringList names{u"Aaron"_s, u"Amina"_s, u"Beth"_s, u"Callum"_s, u"Dilys"_s,
        u"Ewa"_s, u"Farid"_s, u"Gloria"_s, u"Hamish"_s, u"Ines"_s, u"Jerome"_s, u"Kasia"_s,
        u"Leroy"_s, u"Maeve"_s, u"Nadia"_s, u"Owen"_s, u"Parveen"_s, u"Rhys"_s, u"Shanice"_s,
        u"Tomasz"_s, u"Una"_s, u"Viktor"_s};
    return names;
}

const QStringList& lastNames()
{
    static const QStringList names{u"Abara"_s, u"Brightwell"_s, u"Chaudhry"_s, u"Dunmore"_s,
        u"Eastcote"_s, u"Fairlie"_s, u"Gwynne"_s, u"Holloway-Reid"_s, u"Ibbotson"_s, u"Jarrow"_s,
        u"Kowalczyk"_s, u"Lisle"_s, u"Marchetti"_s, u"Norrish"_s, u"O’Hanlon"_s, u"Petrescu"_s,
        u"Quayle"_s, u"Rosewarne"_s, u"Sandhu"_s, u"Tollemache"_s, u"Underhay"_s, u"Vance"_s};
    return names;
}

/// The check digit of nine digits, or 10 when the number cannot exist.
int checkDigit(const QString& nine)
{
    int sum = 0;
    for (int i = 0; i < 9; ++i)
        sum += (10 - i) * nine.at(i).digitValue();
    return (11 - sum % 11) % 11;
}

}

QString inventedNhsNumber(Chance& chance)
{
    for (;;) {
        const QString nine = u"999%1"_s.arg(chance.between(0, 999999), 6, 10, QLatin1Char('0'));
        const int check = checkDigit(nine);
        if (check < 10)
            return u"%1 %2 %3%4"_s.arg(nine.left(3), nine.mid(3, 3), nine.mid(6)).arg(check);
    }
}

QString inventedMobile(Chance& chance)
{
    return u"07700 900%1"_s.arg(chance.between(0, 999), 3, 10, QLatin1Char('0'));
}

QJsonObject inventedPerson(Chance& chance, const QStringList& councils, int year)
{
    const QDate born(year - chance.between(18, 88), chance.between(1, 12), chance.between(1, 28));
    QJsonObject person{{u"name"_s, chance.pick(firstNames()) + u' ' + chance.pick(lastNames())},
        {u"born"_s, born.toString(Qt::ISODate)}, {u"council"_s, chance.pick(councils)},
        {u"telephone"_s, inventedMobile(chance)}};
    if (!chance.oneIn(4))
        person.insert(u"nhs_number"_s, inventedNhsNumber(chance));
    return person;
}

}
