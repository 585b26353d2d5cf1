#include "core/frontdoor/front_door_commands.h"

#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/contact/contact_command_groups.h"
#include "core/contact/contact_events.h"
#include "core/frontdoor/adults_only.h"
#include "core/frontdoor/front_door_events.h"
#include "core/frontdoor/halves.h"
#include "core/frontdoor/limited_role.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"
#include "core/records.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct TryTransfer {
    static constexpr const char* name = "contact.warm_transfer";
    ContactId of;
    PartId id;
    QString to;
    QString spokeTo;
    TransferResult result = TransferResult::Connected;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("id", s.id, "Identifier to give the line; made when left out");
        v("to", s.to, "Service, by its key in the profile; whose work it is when left out");
        v("spoke_to", s.spokeTo, "Who answered there");
        v("result", s.result, "connected, no_answer, engaged, declined", Need::Required);
        v("words", s.words, "What was told");
    }
};

struct AcceptContact {
    static constexpr const char* name = "contact.accept";
    ContactId of;
    QString readBack;
    bool adultConfirmed = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("read_back", s.readBack, "What you understood, in your own words");
        v("adult_confirmed", s.adultConfirmed,
            "For an adults' service, age not known: you confirm that it is about an adult");
    }
};

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

QString serviceFor(const Contact& contact, const Context& context)
{
    try {
        return context.calendar.receives(contact.kindOfWork, context.occurred);
    } catch (const BeyondHolidays&) {
        return {};
    }
}

std::optional<Refusal> refuseService(const QString& service, const Context& context)
{
    if (context.profile().service(service))
        return {};
    QStringList keys;
    for (const Service& each : context.profile().services)
        keys.append(each.key);
    return Refusal{{}, u"to"_s, u"The profile has no service “%1”."_s.arg(service),
        u"Use one of: %1."_s.arg(keys.join(u", "))};
}

std::optional<Refusal> refuseOver(const Contact& contact)
{
    if (contact.open())
        return {};
    return Refusal{u"S3-vii"_s, u"contact"_s,
        contact.passedOn ? u"%1 was passed on to %2."_s.arg(contact.ref, contact.passedOn->to)
                         : u"%1 is no longer open: %2."_s.arg(contact.ref, word(contact.state)),
        u"Add to it with contact.note."_s};
}

// When it first joined a case: its own entries alone say it.
std::optional<Instant> joinedAt(const Contact& contact, const Context& context)
{
    for (const Event& event : context.records.eventsSince(subjectOf(contact.id), {}))
        if (event.type == QLatin1StringView(ContactCaseJoined::type))
            return event.occurred;
    return {};
}

// When it was answered; none while it is open, or where that is not known here.
std::optional<Instant> overAt(const Contact& contact, const Context& context)
{
    if (contact.open() || contact.closedAt)
        return contact.open() ? std::nullopt : contact.closedAt;
    if (contact.state == ContactState::CaseJoined)
        return joinedAt(contact, context);
    const auto onCase = contact.state == ContactState::CaseOpened
        ? context.records.caseRecord(contact.caseId)
        : nullptr;
    return onCase ? std::optional(onCase->openedAt) : std::nullopt;
}

// What was tried while it was open happened, whenever it is told.
bool isToldAfterwards(const Contact& contact, const Context& context)
{
    const auto over = overAt(contact, context);
    return over && context.occurred < *over;
}

void flagToldAfterwards(
    Decision& decision, const Contact& contact, const QString& what, const Context& context)
{
    const QString text = u"%1 at %2 was written down after %3 was "
                         u"answered (%4)."_s.arg(what, dateTimeText(context.occurred), contact.ref,
                             QString(word(contact.state)).replace(u'_', u' '));
    decision.flags.push_back({u"S3-iii"_s, text});
    decision.events.push_back(
        newEvent(subjectOf(contact.id), ContactFlagged{PartId{context.mint()}, u"S3-iii"_s, text}));
}

void tellWhatIsNext(
    Decision& decision, const Contact& contact, TransferResult result, const Context& context)
{
    const Service* owner = context.profile().service(contact.owner.current());
    if (result == TransferResult::Connected)
        decision.notes.append(u"%1 keeps the contact until the officer accepts it."_s.arg(
            owner ? owner->name : contact.owner.current()));
    else
        decision.owed.push_back({u"S3-iii"_s, u"transfer"_s,
            u"The caller was not put through: try again, or promise a call back."_s, u"close"_s});
}

Decision tryTransfer(const TryTransfer& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    if (!contact)
        return decision;
    const bool afterwards = isToldAfterwards(*contact, context);
    if (!afterwards)
        refused(decision, refuseOver(*contact));
    const QString to = wanted.to.isEmpty() ? serviceFor(*contact, context) : wanted.to;
    refused(decision, refuseService(to, context));
    if (wanted.result == TransferResult::Connected)
        refused(decision, refuseBlank(u"spoke_to"_s, wanted.spokeTo));
    if (decision.refused())
        return decision;
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    decision.events.push_back(newEvent(
        subjectOf(wanted.of), TransferTried{id, to, wanted.spokeTo, wanted.result, wanted.words}));
    decision.made.insert(u"id"_s, id.text());
    if (afterwards)
        flagToldAfterwards(decision, *contact, u"Putting the caller through"_s, context);
    else
        tellWhatIsNext(decision, *contact, wanted.result, context);
    return decision;
}

// A time is typed to the minute. What is accepted now is accepted, however far ahead the desk's
// clock was that took the call.
std::optional<Refusal> refuseBeforeCall(const Contact& contact, const Context& context)
{
    if (!context.occurredGiven
        || context.occurred >= std::chrono::floor<Minutes>(contact.receivedAt))
        return {};
    return Refusal{u"S3-vii"_s, u"at"_s,
        u"%1 was received only at %2."_s.arg(contact.ref, dateTimeText(contact.receivedAt)),
        u"Give the time at which you accepted it, or leave it out for now."_s};
}

std::optional<Refusal> refuseAccepting(const Contact& contact, const Context& context)
{
    const QString& service = context.actor.service;
    if (contact.owner.current() == service)
        return Refusal{u"S3-vii"_s, u"contact"_s, u"%1 is yours already."_s.arg(contact.ref),
            u"Go on with it: open a case, signpost or close it."_s};
    const Service* owner = context.profile().service(contact.owner.current());
    if (!owner || !owner->callCare)
        return Refusal{u"S3-vii"_s, u"contact"_s,
            u"%1 is not with call care: what another service received stays with it."_s.arg(
                contact.ref),
            u"Its case is handed over with handover.propose."_s};
    const Service* own = context.profile().service(service);
    const bool accepts = context.user
        && std::any_of(
            context.user->roles.begin(), context.user->roles.end(), [&](const QString& key) {
                const RoleKind* role = context.profile().role(key);
                return role && role->mayAccept;
            });
    if (!own || own->callCare || !accepts)
        return Refusal{u"S3-vii"_s, u"user"_s,
            u"A contact passes when an officer accepts it, and %1 cannot."_s.arg(
                context.actor.name),
            u"Put the caller through to an officer with contact.warm_transfer."_s};
    return refuseBeforeCall(contact, context);
}

Minor minorIn(const Contact& contact, const Context& context)
{
    if (concernsChild(contact, context.records, context.occurred))
        return Minor::Yes;
    const auto person = contact.person.isNull() ? nullptr : context.records.person(contact.person);
    return contact.details.concerns == Concerns::Adult ? Minor::No
                                                       : minorAt(person.get(), context.occurred);
}

Decision acceptContact(const AcceptContact& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    if (!contact)
        return decision;
    const bool afterwards = !contact->passedOn && isToldAfterwards(*contact, context);
    if (!afterwards)
        refused(decision, refuseOver(*contact));
    if (!decision.refused())
        refused(decision, refuseAccepting(*contact, context));
    const QString& service = context.actor.service;
    judgeAge(decision, *contact, service, wanted.adultConfirmed, context);
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        ContactAccepted{PartId{context.mint()}, context.actor.service, wanted.readBack}));
    if (afterwards)
        flagToldAfterwards(decision, *contact, u"Accepting"_s, context);
    decision.made.insert(u"service"_s, context.actor.service);
    if (contact->details.concerns != Concerns::Both)
        noteWorkOfAnother(
            decision, contact->kindOfWork, service, minorIn(*contact, context), context.profile());
    decision.owed = owedAfter(*contact, decision, context);
    if (wanted.readBack.trimmed().isEmpty())
        decision.owed.push_back({u"S3-vii"_s, u"read_back"_s,
            u"What the officer understood is not written down."_s, u"close"_s});
    return decision;
}

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

// Whoever has a contact passes it on; nobody takes it away from who accepted it.
std::optional<Refusal> refuseTakingAway(const Contact& contact, const Context& context)
{
    const Service* owner = context.profile().service(contact.owner.current());
    if (!owner || owner->callCare || owner->key == context.actor.service)
        return {};
    return Refusal{u"S3-vii"_s, u"contact"_s, u"%1 has %2."_s.arg(owner->name, contact.ref),
        u"Ring them; they pass it on themselves."_s};
}

// Whoever serves children keeps their contacts; an adult's contact is nobody else's.
std::optional<Refusal> refusePassingOn(const Contact& contact, const Context& context)
{
    const Service* owner = context.profile().service(contact.owner.current());
    if (owner && !owner->adultsOnly && !owner->callCare)
        return Refusal{u"S3-R6"_s, u"contact"_s,
            u"%1 serves children too: %2 stays with it."_s.arg(owner->name, contact.ref),
            u"Open a case from it; its own day team has it in the morning."_s};
    if (contact.details.concerns == Concerns::Both
        || concernsChild(contact, context.records, context.occurred))
        return {};
    return Refusal{u"S3-R1"_s, u"contact"_s,
        u"Nothing on %1 says that it is about a child."_s.arg(contact.ref),
        u"Write down whom it concerns, or the age, with contact.describe first."_s};
}

// Of a contact that is on a case the child alone goes: the case stays whose it is. An adult who was
// left goes, whatever was told since.
std::optional<Half> halfToPass(const Contact& contact, const Context& context)
{
    if (contact.left && contact.left->half == Half::Adult)
        return Half::Adult;
    const bool childOnCase = !contact.caseId.isNull() && isOthersChild(contact, context);
    return childOnCase ? std::optional(Half::Child) : halfToPassOn(contact, context);
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

std::vector<CommandSpec> frontDoorCommands()
{
    return {
        command<TryTransfer>("Puts a caller through to an officer, or notes that it did not work",
            {u"S3-iii"_s}, tryTransfer),
        command<AcceptContact>("Takes a contact over for your service; from then on it is yours",
            {u"S3-vii"_s, u"S3-R1"_s, u"S3-R6"_s}, acceptContact),
        command<PassOn>(
            "Passes a contact, or the half that is another's, on to its service by telephone",
            {u"S3-R1"_s, u"S3-R6"_s}, passOn),
    };
}

}
