#include "core/casework/derived_parts.h"

#include "core/casework/status_lawful.h"

namespace core {

void dropDerived(Case& record)
{
    dropDerivedFlags(record);
}

void derive(Case& record)
{
    deriveFlags(record);
}

}
