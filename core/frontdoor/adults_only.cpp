#include "core/frontdoor/adults_only.h"

#include "core/casework/case_checks.h"
#include "core/casework/cooperation/support_rules.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/contact/contact_events.h"
#include "core/frontdoor/front_door_events.h"
#include "core/journal/new_event.h"
#include "core/person/person_rules.h"
#include "core/text/age_words.h"
#include "core/time/london.h"

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

QString foundOut(const QString& what, const QString& service, const Profile& profile)
{
    return u"%1 serves adults, and this %2 is of somebody under 18."_s.arg(
        profile.service(service)->name, what);
}

// Whom the call is said to be about goes before any age in it, which may be another's.
bool toldOfChild(const ContactDetails& known)
{
    return known.concerns == Concerns::Child || known.category == Category::ChildProtection
        || known.category == Category::ChildPlacement;
}

// What nothing more than the words of the call says. An age and nothing else is no one else's.
Minor minorByWords(const ContactDetails& known, Instant at)
{
    constexpr int adultAge = 18;
    const QString words = known.ageText.value_or(QString());
    const auto age = ageIn(words);
    if (age && (!known.concerns || isAgeAlone(words)))
        return *age < adultAge ? Minor::Yes : Minor::No;
    const bool adult = known.concerns && !mayBeMinor(words, dateOf(at));
    return adult ? Minor::No : Minor::NotKnown;
}

Minor minorOf(const Contact& contact, const Person* person, Instant at)
{
    if (contact.details.concerns == Concerns::Both)
        return Minor::No;
    if (toldOfChild(contact.details))
        return Minor::Yes;
    const Minor minor = minorAt(person, at);
    return minor == Minor::NotKnown ? minorByWords(contact.details, at) : minor;
}

Minor minorOf(const Contact& contact, const Records& records, Instant at)
{
    const auto person = contact.person.isNull() ? nullptr : records.person(contact.person);
    return minorOf(contact, person.get(), at);
}

std::optional<Refusal> refuseChild(
    const Contact& contact, const QString& service, const Context& context)
{
    if (!adultsOnly(service, context.profile())
        || minorOf(contact, context.records, context.occurred) != Minor::Yes)
        return {};
    Refusal refusal = passItOn(u"contact"_s, service, context.profile());
    refusal.mend += u" If it is an adult's, or an adult's too, correct concerns, category or "
                    u"age_text with contact.describe."_s;
    return refusal;
}

std::optional<Refusal> refuseUnasked(
    const Contact& contact, const QString& service, bool adultConfirmed, const Context& context)
{
    if (adultConfirmed || !adultsOnly(service, context.profile())
        || minorOf(contact, context.records, context.occurred) != Minor::NotKnown)
        return {};
    const QString what = contact.details.concerns
        ? u"“%1” may be somebody under 18"_s.arg(contact.details.ageText.value_or(QString()))
        : u"Neither the age nor whom it concerns is known"_s;
    return Refusal{u"S3-R6"_s, u"adult_confirmed"_s,
        u"%1, and %2 serves adults."_s.arg(what, context.profile().service(service)->name),
        u"Confirm that it is about an adult; a child's contact is passed on with "
        u"contact.pass_on."_s};
}

void flagChilds(Decision& decision, const Case& record, const Context& context)
{
    const QString owner = record.responsible.current();
    if (!adultsOnly(owner, context.profile()))
        return;
    const std::size_t told = decision.events.size();
    flagOnce(
        decision, record, {u"S3-R6"_s, foundOut(u"case"_s, owner, context.profile())}, context);
    if (decision.events.size() > told && record.open())
        decision.notes.append(u"Pass it on: ring the children's service, and hand %1 over with "
                              u"handover.propose."_s.arg(record.ref));
}

// The case of a contact that turns out to be a child's, unless its person is known to be an adult.
void judgeItsCase(
    Decision& decision, const Contact& contact, const Person& person, const Context& context)
{
    const auto known = context.records.caseRecord(contact.caseId);
    if (!known || minorOf(contact, &person, context.occurred) != Minor::Yes)
        return;
    const Case record = preview(*known, subjectOf(known->id), decision, context);
    const Person itsOwn = personAfter(decision, record.person, context);
    if (minorAt(&itsOwn, context.occurred) != Minor::No)
        flagChilds(decision, record, context);
}

ContactDescribed confirmedAdult()
{
    ContactDescribed described;
    described.details.concerns = Concerns::Adult;
    return described;
}

}

bool concernsChild(const Contact& contact, const Records& records, Instant at)
{
    return minorOf(contact, records, at) == Minor::Yes;
}

bool concernsChild(const Contact& contact, const Person& person, Instant at)
{
    return minorOf(contact, &person, at) == Minor::Yes;
}

void judgeAge(Decision& decision, const Contact& contact, const QString& service,
    bool adultConfirmed, const Context& context)
{
    refused(decision, refuseChild(contact, service, context));
    if (!decision.refused())
        refused(decision, refuseUnasked(contact, service, adultConfirmed, context));
    if (!decision.refused() && adultConfirmed && !contact.details.concerns)
        decision.events.push_back(newEvent(subjectOf(contact.id), confirmedAdult()));
}

std::optional<Refusal> refuseChildsCase(
    const QString& kindOfWork, const Person& person, const QString& service, const Context& context)
{
    const bool minor = minorAt(&person, context.occurred) == Minor::Yes;
    if (!adultsOnly(service, context.profile()) || (!minor && kindOfWork != u"children"_s))
        return {};
    return passItOn(minor ? u"person"_s : u"kind_of_work"_s, service, context.profile());
}

std::optional<Refusal> refuseChildsCase(const QString& kindOfWork, const PersonId& person,
    const QString& service, const Context& context)
{
    const auto known = person.isNull() ? nullptr : context.records.person(person);
    auto refusal = refuseChildsCase(kindOfWork, known ? *known : Person{}, service, context);
    if (refusal) // of a case that was opened before
        refusal->field = u"case"_s;
    return refusal;
}

void judgeChild(Decision& decision, const Case& record, const Context& context)
{
    const Case after = preview(record, subjectOf(record.id), decision, context);
    const Person person = personAfter(decision, after.person, context);
    judgeCrhtAgain(decision, after, person, context);
    if (after.kindOfWork == u"children"_s || minorAt(&person, context.now) == Minor::Yes)
        flagChilds(decision, after, context);
}

void judgeChild(
    Decision& decision, const Contact& before, const ContactId& id, const Context& context)
{
    const Contact after = preview(before, subjectOf(id), decision, context);
    const QString owner = after.owner.current();
    const Person person = personAfter(decision, after.person, context);
    judgeItsCase(decision, after, person, context);
    const bool told = std::any_of(after.flags.begin(), after.flags.end(),
        [](const Flagged& each) { return each.clause == u"S3-R6"_s; });
    if (told || !after.open() || !adultsOnly(owner, context.profile())
        || minorOf(after, &person, context.occurred) != Minor::Yes)
        return;
    const QString text = foundOut(u"contact"_s, owner, context.profile());
    decision.events.push_back(
        newEvent(subjectOf(id), ContactFlagged{PartId{context.mint()}, u"S3-R6"_s, text}));
    decision.notes.append(
        u"S3-R6, %1: %2 Pass it on: ring the children's service and record it with "
        u"contact.pass_on."_s.arg(after.ref, text));
}

}
