#pragma once

#include "app/cli/demo/chance.h"

#include <QJsonObject>

namespace cli {

/// Somebody who does not exist: a name, a date of birth, an NHS number in the 999 range, a drama
/// telephone number.
QJsonObject inventedPerson(Chance& chance, const QStringList& councils, int year);

/// "999 123 4567" with its right check digit.
QString inventedNhsNumber(Chance& chance);

/// "07700 900123".
QString inventedMobile(Chance& chance);

}
