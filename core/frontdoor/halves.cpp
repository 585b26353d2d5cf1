#include "core/frontdoor/halves.h"

#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/contact/contact_events.h"
#include "core/contact/contact_rules.h"
#include "core/frontdoor/adults_only.h"
#include "core/frontdoor/front_door_events.h"
#include "core/journal/new_event.h"
#include "core/person/person_rules.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString receiverOf(const QString& kind, const Context& context)
{
    try {
        return context.profile().workKind(kind) ? context.calendar.receives(kind, context.occurred)
                                                : QString();
    } catch (const BeyondHolidays&) {
        return {};
    }
}

bool isOthersChild(const Contact& contact, const Person& person, const Context& context)
{
    const Service* owner = context.profile().service(contact.owner.current());
    if (!owner || (!owner->adultsOnly && !owner->callCare)
        || !concernsChild(contact, person, context.occurred))
        return false;
    const QString childs = serviceOfHalf(Half::Child, contact, context);
    return !childs.isEmpty() && childs != owner->key;
}

// An age that is known goes before whom the call was said to be about.
std::optional<Half> halfToLeave(
    const Contact& contact, const Decision& decision, const Context& context)
{
    const Person person = personAfter(decision, contact.person, context);
    return isOthersChild(contact, person, context) ? std::optional(Half::Child)
                                                   : halfToPassOn(contact, context);
}

bool closesIt(const Decision& decision, const Subject& contact)
{
    return std::any_of(
        decision.events.begin(), decision.events.end(), [&contact](const NewEvent& event) {
            return event.subject == contact && event.type == QLatin1StringView(ContactClosed::type);
        });
}

// Words that call a child an adult do not change the age that stands on the person's record.
bool leftByAge(const Contact& contact, const Decision& decision, const Context& context)
{
    const Person person = personAfter(decision, contact.person, context);
    return contact.left && contact.left->half == Half::Child
        && minorAt(&person, context.occurred) == Minor::Yes;
}

QString staysOpen(const Contact& contact, const LeftHalf& left, const Context& context)
{
    const Service* service = context.profile().service(left.to);
    const QString name = service ? service->name : left.to;
    if (contact.details.concerns == Concerns::Both)
        return u"%1 stays open: the %2's half is for %3. Ring them and record it with "
               u"contact.pass_on, or say what came of it with contact.close."_s.arg(
                   contact.ref, word(left.half), name);
    return u"%1 stays open: the child is for %2. Ring them and record it with contact.pass_on, or "
           u"an officer says what came of the child with contact.close."_s.arg(contact.ref, name);
}

}

QString kindOfHalf(Half half, const Contact& contact, const Context& context)
{
    if (half == Half::Child)
        return u"children"_s;
    return contact.kindOfWork == u"children" ? kindOfWorkOf({}, context.profile())
                                             : contact.kindOfWork;
}

std::optional<Half> halfToPassOn(const Contact& contact, const Context& context)
{
    const Service* owner = context.profile().service(contact.owner.current());
    if (contact.details.concerns != Concerns::Both || !owner)
        return {};
    const QString childs = serviceOfHalf(Half::Child, contact, context);
    const QString adults = serviceOfHalf(Half::Adult, contact, context);
    if (childs.isEmpty() || childs == adults)
        return {};
    if (owner->adultsOnly || owner->callCare)
        return childs == owner->key ? std::nullopt : std::optional(Half::Child);
    const Service* other = context.profile().service(adults);
    const bool splits = other && other->adultsOnly && adults != owner->key;
    return splits ? std::optional(Half::Adult) : std::nullopt;
}

bool isOthersChild(const Contact& contact, const Context& context)
{
    return isOthersChild(contact, personAfter({}, contact.person, context), context);
}

QString serviceOfHalf(Half half, const Contact& contact, const Context& context)
{
    return receiverOf(kindOfHalf(half, contact, context), context);
}

QString kindKept(const Contact& contact, const Context& context)
{
    const auto others = halfToPassOn(contact, context);
    if (!others)
        return contact.kindOfWork;
    return kindOfHalf(*others == Half::Child ? Half::Adult : Half::Child, contact, context);
}

bool isOfOtherHalf(const Contact& contact, const Person& person, const Context& context)
{
    return minorAt(&person, context.occurred) == Minor::Yes
        && halfToPassOn(contact, context) == Half::Child;
}

std::optional<Refusal> refusePassedOn(const Contact& contact, const Context& context)
{
    if (!contact.passedOn || context.occurred < contact.passedOn->at
        || contact.owner.current() == context.actor.service)
        return {};
    return Refusal{u"S3-R1"_s, u"contact"_s,
        u"%1 was passed on to %2 at %3."_s.arg(
            contact.ref, contact.passedOn->to, dateTimeText(contact.passedOn->at)),
        u"Give the time in at if it was before, add to it with contact.note, or ring them."_s};
}

void leaveHalf(Decision& decision, const Contact& before, const Context& context)
{
    const Contact after = preview(before, subjectOf(before.id), decision, context);
    const bool told = before.left && closesIt(decision, subjectOf(before.id));
    if (told || after.open() || after.passedOn || after.halfPassed)
        return;
    const auto half = halfToLeave(after, decision, context);
    if (!half)
        return;
    const LeftHalf left{*half, serviceOfHalf(*half, after, context), after.state};
    decision.events.push_back(newEvent(subjectOf(before.id), HalfLeft{left.half, left.to}));
    decision.notes.append(staysOpen(after, left, context));
}

void leaveHalfNowTold(Decision& decision, const Contact& before, const Context& context)
{
    if (!halfToLeave(before, {}, context) || leftByAge(before, decision, context))
        leaveHalf(decision, before, context);
}

}
