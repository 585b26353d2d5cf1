#include "core/casework/case_checks.h"
#include "core/casework/entry_events.h"
#include "core/casework/work_events.h"
#include "core/clock/catalogue.h"
#include "core/command/refusals.h"
#include "core/contact/contact_command_groups.h"
#include "core/contact/contact_events.h"
#include "core/contact/left_to_day.h"
#include "core/contact/open_case.h"
#include "core/frontdoor/half_answered.h"
#include "core/frontdoor/halves.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct CloseContact {
    static constexpr const char* name = "contact.close";
    ContactId of;
    QString outcome;
    QString leftTo;
    bool adultConfirmed = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("outcome", s.outcome, "What came of it", Need::Required);
        v("left_to", s.leftTo,
            "Left to the day: the service or team that takes it, by its key in the profile; it "
            "goes on as a case on their morning list");
        v("adult_confirmed", s.adultConfirmed,
            "Left to the day by an adults' service, age not known: you confirm that it is about "
            "an adult");
    }
};

// The morning's handover lists cases alone: what the night leaves to the day goes over as one.
// HO-2.1c
void tellLeftToDay(Decision& decision, const Contact& contact, const Context& context)
{
    const ContactDetails& known = contact.details;
    const WorkKind* work = context.profile().workKind(u"mhaa"_s);
    const bool left
        = contact.caseId.isNull() && known.canWait.value_or(false) && known.urgency == Urgency::N;
    const bool ofNight = work && contact.kindOfWork == work->key
        && contact.owner.current() == work->outOfHoursService
        && work->dayService != work->outOfHoursService;
    if (left && ofNight)
        decision.notes.append(
            u"HO-2.1c: %1 waits for the day service and is on no case. Where something is still to "
            u"be done, pass it on as one: contact.close with left_to names who takes it."_s.arg(
                contact.ref));
}

// A half that was passed on is left by whoever took it.
QString giverOf(const Contact& contact, const Context& context)
{
    return halfOfActor(contact, context) ? context.actor.service : contact.owner.current();
}

QString kindLeft(const Contact& contact, const Context& context)
{
    const auto half = halfOfActor(contact, context);
    return half ? kindOfHalf(*half, contact, context) : kindKept(contact, context);
}

void addLeft(Decision& decision, const CloseContact& wanted, const Contact& contact,
    const DayTaker& taker, const Context& context)
{
    const CaseId id{QUuid::fromString(decision.made.value(u"case"_s).toString())};
    if (contact.details.council.value_or(QString()).isEmpty() && !taker.council.isEmpty()) {
        CaseDescribed described;
        described.council = taker.council;
        decision.events.push_back(newEvent(subjectOf(id), described));
    }
    const Instant due = takenUpBy(context.occurred, taker.kindOfWork, context);
    decision.events.push_back(newEvent(subjectOf(id),
        CaseTaskAdded{{context.mint()}, wanted.outcome, taker.name, due,
            warningsBefore(due, u"task"_s, context.profile()), u"HO-2.1c"_s, u"task"_s}));
    decision.events.push_back(newEvent(subjectOf(contact.id),
        ContactNoted{PartId{context.mint()}, u"left_to_day"_s,
            u"Left for %1: %2"_s.arg(taker.name, wanted.outcome), context.late()}));
}

// On the morning's list stand cases, which stay with the giver until somebody takes them. HO-3.6a
Decision leaveToDay(const CloseContact& wanted, const Contact& contact, const Context& context)
{
    Decision decision;
    const QString giver = giverOf(contact, context);
    if (refused(decision, refuseDayTaker(wanted.leftTo, giver, context.profile())))
        return decision;
    const DayTaker taker
        = dayTaker(wanted.leftTo, giver, kindLeft(contact, context), context.profile());
    const auto urgency = contact.details.urgency.value_or(Urgency::N);
    decision = openCaseOf(
        {wanted.of, {}, {}, taker.kindOfWork, urgency, wanted.adultConfirmed}, context);
    if (decision.refused())
        return decision;
    addLeft(decision, wanted, contact, taker, context);
    const QString ref = decision.made.value(u"ref"_s).toString();
    decision.notes.append(taker.byHandover
            ? u"HO-2.1c: %1 is on the handover to %2: propose it with handover.propose; until it "
              u"is accepted it stays here."_s.arg(ref, taker.name)
            : u"HO-2.1c: %1 is on the morning list for %2; close it once they have it."_s.arg(
                ref, taker.name));
    tellPromised(decision, contact);
    return decision;
}

Decision decideClose(const CloseContact& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"outcome"_s, wanted.outcome));
    const bool leaves = !wanted.leftTo.isEmpty();
    if (contact && contact->state == ContactState::Closed && !leaves
        && !halfOfActor(*contact, context))
        refused(decision,
            Refusal{{}, u"contact"_s, u"%1 is closed already."_s.arg(contact->ref),
                u"Add to it with contact.note or contact.correct."_s});
    if (contact)
        refused(decision, refusePassedOn(*contact, context));
    if (leaves && !decision.refused())
        return leaveToDay(wanted, *contact, context);
    if (decision.refused() || noteOfAnothers(decision, *contact, wanted.outcome, context))
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of), ContactClosed{wanted.outcome}));
    leaveHalf(decision, *contact, context);
    tellPromised(decision, *contact);
    tellLeftToDay(decision, *contact, context);
    decision.owed = owedAfter(*contact, decision, context);
    return decision;
}

}

std::vector<CommandSpec> contactCloseCommands()
{
    return {
        command<CloseContact>("Closes a contact with its outcome; what is owed stays listed",
            {u"FM-5"_s, u"HO-2.1c"_s, u"HO-3.6a"_s, u"INV-1"_s, u"COM-3.3"_s, u"COM-3.4"_s,
                u"S3-R1"_s, u"S3-R6"_s, u"S3-vii"_s},
            decideClose),
    };
}

}
