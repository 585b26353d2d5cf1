#include "core/person/person.h"

#include "core/command/overlay.h"
#include "core/person/person_events.h"
#include "core/text/birth_date.h"

using namespace Qt::StringLiterals;

namespace core {

static Applied apply(Person& person, const PersonAdded& added, const Event&)
{
    if (!person.id.isNull())
        return u"This person had been added already."_s;
    person.id = added.person;
    person.details = added.details;
    person.nhs = added.nhs;
    person.nhsStatus = added.nhsStatus;
    person.telephoneKey = added.telephoneKey;
    return {};
}

static Applied apply(Person& person, const PersonUpdated& updated, const Event&)
{
    // Another number has not been verified because the old one was.
    if (updated.details.nhsNumber)
        person.details.nhsVerifiedBy.reset();
    overlay(person.details, updated.details);
    if (updated.nhsStatus) {
        person.nhsStatus = *updated.nhsStatus;
        person.nhs = updated.nhs;
    }
    if (updated.details.telephone)
        person.telephoneKey = updated.telephoneKey;
    return {};
}

std::optional<int> ageOn(const Person& person, QDate on)
{
    if (person.details.born)
        return ageOn(*person.details.born, on);
    return person.details.estimatedAge;
}

const EventRules<Person>& eventRules(const Person*)
{
    static const auto rules
        = rulesByType<Person>({on<Person, PersonAdded>(), on<Person, PersonUpdated>()});
    return rules;
}

Person evolved(Person person, const Event& event)
{
    evolve(person, event, eventRules(&person));
    return person;
}

}
