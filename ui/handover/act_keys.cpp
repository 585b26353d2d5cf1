#include "ui/handover/act_keys.h"

#include <algorithm>

namespace ui {

const ActKey* actKeyFor(const QString& command)
{
    const auto found = std::find_if(std::begin(detail::actKeys), std::end(detail::actKeys),
        [&](const ActKey& key) { return command == QLatin1String(key.command); });
    return found == std::end(detail::actKeys) ? nullptr : found;
}

}
