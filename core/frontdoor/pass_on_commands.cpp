#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/contact/contact_command_groups.h"
#include "core/frontdoor/adults_only.h"
#include "core/frontdoor/front_door_commands.h"
#include "core/frontdoor/front_door_events.h"
#include "core/frontdoor/halves.h"
#include "core/frontdoor/limited_role.h"
#include "core/journal/new_event.h"
#include "core/records.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct PassOn {
    static constexpr const char* name = "contact.pass_on";
    ContactId of;
    QString to;
    QString spokeTo;
    QString role;
    QString words;
    QString reference;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("to", s.to, "Service, by its key in the profile; whose it is when left out");
        v("spoke_to", s.spokeTo, "Who took it there, by name", Need::Required);
        v("role", s.role, "Their role");
        v("words", s.words, "What was told, and what they said", Need::Required);
        v("reference", s.reference, "Their reference");
    }
};

// The service of children's work, as the profile has it.
QString childrensService(const Context& context)
{
    const WorkKind* kind = context.profile().workKind(u"children"_s);
    return kind ? context.calendar.receives(kind->key, context.occurred) : QString();
}

std::optional<Refusal> refuseTakingOver(
    const QString& to, std::optional<Half> half, const Context& context)
{
    const Service* service = context.profile().service(to);
    const bool adults = half == Half::Adult;
    if (!service || ((adults || !service->adultsOnly) && !service->callCare))
        return {};
    if (adults)
        return Refusal{u"S3-R1"_s, u"to"_s, u"%1 takes nothing on itself."_s.arg(service->name),
            u"Leave it out for the adults' service."_s};
    return Refusal{u"S3-R1"_s, u"to"_s, u"%1 does not take children's work."_s.arg(service->name),
        u"Leave it out for the children's service, or put an adult's caller through with "
        u"contact.warm_transfer."_s};
}

bool mayPassOn(const QString& owner, const Context& context)
{
    const Service* service = context.profile().service(owner);
    return !service || service->callCare || service->key == context.actor.service;
}

// Told when another service has accepted the contact since: the call was while they had it.
bool wasBeforeAcceptance(const Contact& contact, const Context& context)
{
    return context.occurredGiven && !mayPassOn(contact.owner.current(), context)
        && mayPassOn(contact.owner.at(std::max(context.occurred, contact.receivedAt)), context);
}

// Whoever has a contact passes it on; nobody takes it away from who accepted it.
std::optional<Refusal> refuseTakingAway(const Contact& contact, const Context& context)
{
    if (mayPassOn(contact.owner.current(), context) || wasBeforeAcceptance(contact, context))
        return {};
    const Service* owner = context.profile().service(contact.owner.current());
    return Refusal{u"S3-vii"_s, u"contact"_s, u"%1 has %2."_s.arg(owner->name, contact.ref),
        u"Ring them; they pass it on themselves. A call before they accepted it is recorded with "
        u"its time in at."_s};
}

// Whoever serves children keeps their contacts; an adult's contact is nobody else's.
std::optional<Refusal> refusePassingOn(const Contact& contact, const Context& context)
{
    const Service* owner = context.profile().service(contact.owner.current());
    if (owner && !owner->adultsOnly && !owner->callCare)
        return Refusal{u"S3-R6"_s, u"contact"_s,
            u"%1 serves children too: %2 stays with it."_s.arg(owner->name, contact.ref),
            u"Open a case from it with contact.open_case; its own day team has it in the morning."_s};
    if (contact.details.concerns == Concerns::Both
        || concernsChild(contact, context.records, context.occurred))
        return {};
    return Refusal{u"S3-R1"_s, u"contact"_s,
        u"Nothing on %1 says that it is about a child."_s.arg(contact.ref),
        u"Write down whom it concerns, or the age, with contact.describe first."_s};
}

// Of a contact that is on a case, or that another service has accepted since, the child alone goes:
// the rest stays whose it is. An adult who was left goes, whatever was told since.
std::optional<Half> halfToPass(const Contact& contact, const Context& context)
{
    if (contact.left && contact.left->half == Half::Adult)
        return Half::Adult;
    const bool stays = !contact.caseId.isNull() || wasBeforeAcceptance(contact, context);
    return stays && isOthersChild(contact, context) ? std::optional(Half::Child)
                                                    : halfToPassOn(contact, context);
}

// What is another service's goes over once, whatever became of the rest: a call to them that was
// made after the contact was closed happened all the same.
std::optional<Refusal> refuseGone(const Contact& contact, std::optional<Half> half)
{
    if (contact.passedOn || (!half && !contact.caseId.isNull()))
        return refuseOver(contact);
    if (!contact.halfPassed || (!half && contact.open()))
        return {};
    return Refusal{u"S3-R1"_s, u"contact"_s,
        u"The %1's half of %2 was passed on to %3."_s.arg(
            word(contact.halfPassed->half), contact.ref, contact.halfPassed->to),
        u"Add to it with contact.note."_s};
}

void refusePassing(Decision& decision, const Contact& contact, const QString& to,
    std::optional<Half> half, const Context& context)
{
    refused(decision, refuseGone(contact, half));
    refused(decision, refuseService(to, context));
    refused(decision, refuseTakingOver(to, half, context));
    refused(decision, refuseTakingAway(contact, context));
    if (to == contact.owner.current())
        refused(decision,
            Refusal{u"S3-R1"_s, u"to"_s, u"%1 has this contact already."_s.arg(to),
                u"Name the service that it is passed on to."_s});
    if (!decision.refused() && !half)
        refused(decision, refusePassingOn(contact, context));
}

// What stays and what goes is said, so that neither half is taken for the other's.
void tellWhatStays(
    Decision& decision, const Contact& contact, std::optional<Half> half, const Context& context)
{
    const Contact after = preview(contact, subjectOf(contact.id), decision, context);
    if (half && after.open())
        decision.notes.append(
            u"%1 stays open: only the %2's half is passed on."_s.arg(contact.ref, word(*half)));
    if (!half && contact.callBack && !contact.callBack->doneAt)
        decision.notes.append(
            u"An officer was to ring %1, %2, by %3: that goes over with it. Say so; its "
            u"clock runs until contact.called_back tells what came of it."_s.arg(
                contact.callBack->whom, contact.callBack->number,
                dateTimeText(contact.callBack->due)));
}

Decision passOn(const PassOn& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    if (!contact)
        return decision;
    const auto half = halfToPass(*contact, context);
    const QString usual
        = half ? serviceOfHalf(*half, *contact, context) : childrensService(context);
    const QString to = wanted.to.isEmpty() ? usual : wanted.to;
    refusePassing(decision, *contact, to, half, context);
    if (decision.refused())
        return decision;
    const PartId id{context.mint()};
    decision.events.push_back(half ? newEvent(subjectOf(wanted.of),
                                  HalfPassedOn{id, *half, to, wanted.spokeTo, wanted.role,
                                      wanted.words, wanted.reference})
                                   : newEvent(subjectOf(wanted.of),
                                       ContactPassedOn{id, to, wanted.spokeTo, wanted.role,
                                           wanted.words, wanted.reference}));
    decision.made.insert(u"service"_s, to);
    tellWhatStays(decision, *contact, half, context);
    if (wanted.role.trimmed().isEmpty())
        decision.owed.push_back({u"S3-R1"_s, u"role"_s,
            u"The role of who took it over is not yet known."_s, u"sign_off"_s});
    return decision;
}

}

std::vector<CommandSpec> passOnCommands()
{
    return {command<PassOn>(
        "Passes a contact, or the half that is another's, on to its service by telephone",
        {u"S3-R1"_s, u"S3-R6"_s}, passOn)};
}

}
