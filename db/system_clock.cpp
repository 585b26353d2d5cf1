#include "db/system_clock.h"

#include <QDateTime>

namespace db {

core::Clock systemClock()
{
    return [] { return core::fromMillis(QDateTime::currentMSecsSinceEpoch()); };
}

}
