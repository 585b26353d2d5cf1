#include "core/person/person.h"

namespace core {

Person evolved(Person person, const Event& event)
{
    static const auto rules = rulesByType<Person>({});
    evolve(person, event, rules);
    return person;
}

}
