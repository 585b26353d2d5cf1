#include "core/contact/gp_copy.h"

namespace core {

bool isMentalHealthCall(Category category)
{
    return category == Category::Mhaa || category == Category::S136 || category == Category::S135
        || category == Category::AmhpFollowUp;
}

bool wantsGpCopy(const ContactDetails& details)
{
    return details.gpCopy.value_or(details.category && isMentalHealthCall(*details.category));
}

}
