#include "core/frontdoor/front_door_commands.h"

#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/contact/contact_command_groups.h"
#include "core/contact/contact_events.h"
#include "core/frontdoor/adults_only.h"
#include "core/frontdoor/front_door_events.h"
#include "core/frontdoor/half_answered.h"
#include "core/frontdoor/halves.h"
#include "core/frontdoor/limited_role.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"
#include "core/records.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

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
    if (result == TransferResult::Connected && contact.acceptance)
        return;
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
// clock was that took the call. One of two times is wrong, and the acceptance happened all the
// same.
void questionReceipt(Decision& decision, const Contact& contact, const Context& context)
{
    if (!context.occurredGiven
        || context.occurred >= std::chrono::floor<Minutes>(contact.receivedAt))
        return;
    const QString text = u"%1 was accepted at %2, before it was received at %3."_s.arg(
        contact.ref, dateTimeText(context.occurred), dateTimeText(contact.receivedAt));
    decision.flags.push_back({u"S3-vii"_s, text});
    decision.events.push_back(
        newEvent(subjectOf(contact.id), ContactFlagged{PartId{context.mint()}, u"S3-vii"_s, text}));
    decision.notes.append(
        u"It is yours from its receipt on. Ask whoever took the call when that was, and write the "
        u"right time down with contact.note."_s);
}

std::optional<Refusal> refuseAccepting(const Contact& contact, const Context& context)
{
    const QString& service = context.actor.service;
    if (contact.owner.current() == service)
        return Refusal{u"S3-vii"_s, u"contact"_s, u"%1 is yours already."_s.arg(contact.ref),
            u"Go on with it: open a case, signpost or close it."_s};
    if (auto refusal = refuseHalfTaken(contact, context))
        return refusal;
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
    return {};
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
    const bool answered
        = contact->state == ContactState::Signposted || contact->state == ContactState::Closed;
    const bool reopens = answered && !contact->passedOn && !afterwards;
    const QString& service = context.actor.service;
    if (!afterwards && !reopens && contact->owner.current() != service
        && !halfOfActor(*contact, context))
        refused(decision, refuseOver(*contact));
    if (!decision.refused())
        refused(decision, refuseAccepting(*contact, context));
    judgeAge(decision, *contact, service, wanted.adultConfirmed, context);
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        ContactAccepted{PartId{context.mint()}, context.actor.service, wanted.readBack}));
    if (afterwards)
        flagToldAfterwards(decision, *contact, u"Accepting"_s, context);
    questionReceipt(decision, *contact, context);
    if (reopens)
        decision.notes.append(u"%1 was %2 (%3); it is open again."_s.arg(
            contact->ref, word(contact->state), contact->outcome));
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

}

std::vector<CommandSpec> frontDoorCommands()
{
    return {
        command<TryTransfer>("Puts a caller through to an officer, or notes that it did not work",
            {u"S3-iii"_s}, tryTransfer),
        command<AcceptContact>("Takes a contact over for your service; from then on it is yours",
            {u"S3-vii"_s, u"S3-R1"_s, u"S3-R6"_s}, acceptContact),
    };
}

}
