#include "core/contact/contact.h"

namespace core {

Contact evolved(Contact contact, const Event& event)
{
    static const auto rules = rulesByType<Contact>({});
    evolve(contact, event, rules);
    return contact;
}

}
