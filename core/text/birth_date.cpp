#include "core/text/birth_date.h"

#include "core/time/london.h"

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr int unlikelyAge = 115;

QDate birthday(QDate birth, int age)
{
    const QDate same(birth.year() + age, birth.month(), birth.day());
    return same.isValid() ? same : QDate(birth.year() + age, 3, 1);
}

}

int ageOn(QDate birth, QDate on)
{
    const int years = on.year() - birth.year();
    return on < birthday(birth, years) ? years - 1 : years;
}

Instant becomes(int age, QDate birth)
{
    return startOfDay(birthday(birth, age));
}

bool isUnder18(QDate birth, Instant at)
{
    return at < becomes(18, birth);
}

IdentifierCheck checkBirthDate(QDate birth, QDate today)
{
    const QString text = birth.toString(Qt::ISODate);
    if (birth > today)
        return {IdentifierStatus::Invalid, text, u"%1 is still to come."_s.arg(dateText(birth)),
            u"Check the year."_s};
    const int age = ageOn(birth, today);
    if (age > unlikelyAge)
        return {IdentifierStatus::Warn, text, u"This makes the person %1 years old."_s.arg(age),
            u"Check the year."_s};
    return {IdentifierStatus::Valid, text, {}, {}};
}

}
