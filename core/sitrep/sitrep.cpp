#include "core/sitrep/sitrep.h"

namespace core {

Sitrep evolved(Sitrep sitrep, const Event& event)
{
    static const auto rules = rulesByType<Sitrep>({});
    evolve(sitrep, event, rules);
    return sitrep;
}

}
