#include "core/frontdoor/halves.h"

#include "core/casework/status_rules.h"
#include "core/command/preview.h"
#include "core/contact/contact_rules.h"
#include "core/frontdoor/front_door_events.h"
#include "core/journal/new_event.h"

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

QString kindOfHalf(Half half, const Contact& contact, const Context& context)
{
    if (half == Half::Child)
        return u"children"_s;
    return contact.kindOfWork == u"children" ? kindOfWorkOf({}, context.profile())
                                             : contact.kindOfWork;
}

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

void leaveHalf(Decision& decision, const Contact& before, const Context& context)
{
    const Contact after = preview(before, subjectOf(before.id), decision, context);
    if (before.left || after.open() || after.passedOn || after.halfPassed)
        return;
    const auto half = halfToPassOn(after, context);
    if (!half)
        return;
    const QString to = serviceOfHalf(*half, after, context);
    decision.events.push_back(newEvent(subjectOf(before.id), HalfLeft{*half, to}));
    const Service* service = context.profile().service(to);
    decision.notes.append(
        u"%1 stays open: the %2's half is for %3. Ring them and record it with contact.pass_on, "
        u"or say what came of it with contact.close."_s.arg(
            before.ref, word(*half), service ? service->name : to));
}

}
