#include "core/frontdoor/half_answered.h"

#include "core/contact/contact_events.h"
#include "core/frontdoor/front_door_events.h"
#include "core/journal/new_event.h"
#include "core/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString& halfOnCase()
{
    static const QString kind = u"half_on_case"_s;
    return kind;
}

QString nameOf(const QString& service, const Profile& profile)
{
    const Service* known = profile.service(service);
    return known ? known->name : service;
}

bool isTheirs(const QString& owner, const Context& context)
{
    const Service* service = context.profile().service(owner);
    return !service || service->callCare || service->key == context.actor.service
        || !context.profile().service(context.actor.service);
}

bool isTheirsToEnd(const Contact& contact, const Context& context)
{
    if (contact.passedOn || isTheirs(contact.owner.current(), context))
        return true;
    const auto record = context.records.caseRecord(contact.caseId);
    return record && record->responsible.current() == context.actor.service;
}

// What was told before it was another's happened in its own time, and still ends nothing of theirs.
bool wasTheirs(const Contact& contact, const Context& context)
{
    return isTheirs(contact.owner.at(std::max(context.occurred, contact.receivedAt)), context);
}

void note(Decision& decision, const Contact& contact, const QString& kind, const QString& words,
    const Context& context)
{
    decision.events.push_back(newEvent(
        subjectOf(contact.id), ContactNoted{PartId{context.mint()}, kind, words, context.late()}));
}

void flagEnding(Decision& decision, const Contact& contact, const QString& words,
    const QString& owner, const Context& context)
{
    const QString text = u"%1 (%2) said “%3” of %4, which %5 has: that ends nothing of it."_s.arg(
        context.actor.name, nameOf(context.actor.service, context.profile()), words, contact.ref,
        owner);
    decision.flags.push_back({u"S3-vii"_s, text});
    decision.events.push_back(
        newEvent(subjectOf(contact.id), ContactFlagged{PartId{context.mint()}, u"S3-vii"_s, text}));
}

}

std::optional<Half> halfOfActor(const Contact& contact, const Context& context)
{
    const auto& passed = contact.halfPassed;
    const QString& service = context.actor.service;
    if (!passed || passed->to != service || contact.owner.current() == service)
        return {};
    const Half other = passed->half == Half::Child ? Half::Adult : Half::Child;
    return concernsOnlyOther(contact, other) && contact.caseId.isNull()
        ? std::nullopt
        : std::optional(passed->half);
}

std::optional<Refusal> refuseHalfTaken(const Contact& contact, const Context& context)
{
    const auto half = halfOfActor(contact, context);
    if (!half)
        return {};
    if (auto onCase = refuseHalfOnCase(contact, context))
        return onCase;
    return Refusal{u"S3-R1"_s, u"contact"_s,
        u"The %1's half of %2 is yours already: the rest is for another service's officer."_s.arg(
            word(*half), contact.ref),
        u"Open a case of your half with contact.open_case, or say what came of it with "
        u"contact.close."_s};
}

std::optional<Refusal> refuseOthersContact(const Contact& contact, const Context& context)
{
    if (isTheirs(contact.owner.current(), context))
        return {};
    return Refusal{u"INV-1"_s, u"contact"_s,
        u"%1 has %2: which case it is on is theirs to say."_s.arg(
            nameOf(contact.owner.current(), context.profile()), contact.ref),
        u"Let them open it and hand it over, or log the call that you had with contact.log."_s};
}

bool noteOfAnothers(
    Decision& decision, const Contact& contact, const QString& words, const Context& context)
{
    const auto half = halfOfActor(contact, context);
    if (!half && isTheirsToEnd(contact, context))
        return false;
    const QString owner = nameOf(contact.owner.current(), context.profile());
    if (half)
        note(decision, contact, u"half_answered"_s,
            u"What came of the %1's half: %2"_s.arg(word(*half), words), context);
    else
        note(decision, contact, u"answered_elsewhere"_s, words, context);
    if (!half && !wasTheirs(contact, context))
        flagEnding(decision, contact, words, owner, context);
    decision.notes.append(contact.state == ContactState::Closed
            ? u"%1 is as it was: %2 has closed it."_s.arg(contact.ref, owner)
            : u"%1 is as it was: %2 has it, and says what came of it."_s.arg(contact.ref, owner));
    return true;
}

std::optional<QString> callOfHalf(
    const Contact& contact, const QString& promiser, const QString& words, const Context& context)
{
    const auto half = halfOfActor(contact, context);
    if (!half || promiser == context.actor.service)
        return {};
    return u"A call about the %1's half: %2"_s.arg(word(*half), words);
}

void noteHalfOnCase(Decision& decision, const Contact& contact, Half half, const QString& ref,
    const Context& context)
{
    note(decision, contact, halfOnCase(),
        u"The %1's half is on case %2 of %3."_s.arg(
            word(half), ref, nameOf(context.actor.service, context.profile())),
        context);
    decision.notes.append(u"%1 is as it was: %2 has the rest of it."_s.arg(
        contact.ref, nameOf(contact.owner.current(), context.profile())));
}

std::optional<Refusal> refuseHalfOnCase(const Contact& contact, const Context& context)
{
    const auto told
        = std::find_if(contact.notes.begin(), contact.notes.end(), [&](const Note& each) {
              return each.kind == halfOnCase() && each.service == context.actor.service;
          });
    if (told == contact.notes.end())
        return {};
    return Refusal{u"HO-3.6a"_s, u"contact"_s, told->words, u"Go on on that case."_s};
}

}
