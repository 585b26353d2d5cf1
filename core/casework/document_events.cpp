#include "core/casework/case_rules.h"

namespace core {

CaseRules documentRules()
{
    return {};
}

}
