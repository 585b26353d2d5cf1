#include "core/frontdoor/adults_only.h"

#include "core/casework/status_rules.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool adultsOnly(const QString& service, const Profile& profile)
{
    const Service* known = profile.service(service);
    return known && known->adultsOnly;
}

Refusal passItOn(const QString& field, const QString& service, const Profile& profile)
{
    return {u"S3-R6"_s, field,
        u"%1 serves adults: it cannot take on somebody under 18."_s.arg(
            profile.service(service)->name),
        u"Ring the children's service and record it with contact.pass_on."_s};
}

bool isUnder18(const PersonId& id, const Records& records, Instant at)
{
    const auto person = id.isNull() ? nullptr : records.person(id);
    return person && minorAt(person.get(), at) == Minor::Yes;
}

}

bool concernsChild(const Contact& contact, const Records& records, Instant at)
{
    const ContactDetails& known = contact.details;
    if (!contact.person.isNull()) {
        const auto person = records.person(contact.person);
        const Minor minor = minorAt(person.get(), at);
        if (minor != Minor::NotKnown)
            return minor == Minor::Yes;
    }
    bool isNumber = false;
    const int age = known.ageText.value_or(QString()).trimmed().toInt(&isNumber);
    constexpr int adult = 18;
    if (isNumber)
        return age < adult;
    return known.concerns == Concerns::Child || known.category == Category::ChildProtection
        || known.category == Category::ChildPlacement;
}

std::optional<Refusal> refuseChild(
    const Contact& contact, const QString& service, const Context& context)
{
    if (!adultsOnly(service, context.profile())
        || !concernsChild(contact, context.records, context.occurred))
        return {};
    return passItOn(u"contact"_s, service, context.profile());
}

std::optional<Refusal> refuseChildsCase(const QString& kindOfWork, const PersonId& person,
    const QString& service, const Context& context)
{
    const bool child
        = kindOfWork == u"children"_s || isUnder18(person, context.records, context.occurred);
    if (!adultsOnly(service, context.profile()) || !child)
        return {};
    return passItOn(u"person"_s, service, context.profile());
}

}
