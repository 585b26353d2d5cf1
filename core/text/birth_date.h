#pragma once

#include "core/text/identifiers.h"
#include "core/time/instant.h"

#include <QDate>

namespace core {

/// Whole years on a day. Who was born on 29 February turns a year older on 1 March of other years.
int ageOn(QDate birth, QDate on);

/// 00:00 London time on the birthday on which a person becomes `age`.
Instant becomes(int age, QDate birth);

/// The age at that moment decides, not at the end of a detention. CLK-04, COOP-3.9a.
bool isUnder18(QDate birth, Instant at);

/// Invalid in the future, a warning above 115 years; `normalised` is ISO text.
IdentifierCheck checkBirthDate(QDate birth, QDate today);

}
