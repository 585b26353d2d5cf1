#include "core/casework/case_rules.h"

namespace core {

CaseRules entryRules()
{
    return {};
}

}
