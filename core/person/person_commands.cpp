#include "core/casework/status/status_rules.h"
#include "core/command/catalogue.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/frontdoor/adults_only.h"
#include "core/frontdoor/halves.h"
#include "core/person/person_rules.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct AddPerson {
    static constexpr const char* name = "person.add";
    PersonId id;
    PersonDetails details;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give the person; made when left out");
        PersonDetails::visit(s.details, v);
    }
};

struct UpdatePerson {
    static constexpr const char* name = "person.update";
    PersonId person;
    PersonDetails changes;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("person", s.person, "The person", Need::Required);
        PersonDetails::visit(s.changes, v);
    }
};

// A child's brothers and sisters may be at the same risk. CLK-51
void promptSiblings(
    Decision& decision, const PersonId& id, const PersonDetails& told, const Context& context)
{
    const Person person = personAfter(decision, id, context);
    if (told.children.value_or(QString()).trimmed().isEmpty()
        || minorAt(&person, context.occurred) != Minor::Yes)
        return;
    decision.notes.append(
        u"CLK-51: check on the other children of the household, and write it on the case with "
        u"case.note, check: %1"_s.arg(*told.children));
}

Decision decideAdd(const AddPerson& wanted, const Context& context)
{
    Decision decision;
    const PersonId id = addPerson(decision, wanted.id, wanted.details, context);
    if (decision.refused())
        return decision;
    promptSiblings(decision, id, wanted.details, context);
    decision.owed = owedOf(preview(Person{}, subjectOf(id), decision, context));
    return decision;
}

// An age learned late may make a recorded place unlawful (CLK-04), or the work a child's (S3-R6).
void judgeOpenCases(Decision& decision, const PersonId& id, const Context& context)
{
    const Person person = personAfter(decision, id, context);
    if (minorAt(&person, context.now) != Minor::Yes)
        return;
    for (const Service& service : context.profile().services)
        for (const CaseId& each : context.records.openCases(service.key)) {
            const auto record = context.records.caseRecord(each);
            if (record && record->person == id) {
                judgePlacesAgain(decision, *record, person, context);
                judgeChild(decision, *record, context);
            }
        }
}

// The case of the person itself is flagged in its contact's place. S3-R1, S3-R6
void judgeContacts(Decision& decision, const PersonId& id, const Context& context)
{
    constexpr auto lookedBack = std::chrono::days{31};
    const Person person = personAfter(decision, id, context);
    if (minorAt(&person, context.now) != Minor::Yes)
        return;
    for (const ContactId& each : context.records.contactsBetween(
             context.now - lookedBack, context.now + std::chrono::milliseconds{1})) {
        const auto contact = context.records.contact(each);
        if (!contact || contact->person != id)
            continue;
        const auto record = context.records.caseRecord(contact->caseId);
        if (record && record->person == id)
            continue;
        judgeChild(decision, *contact, each, context);
        leaveHalfNowTold(decision, *contact, context);
    }
}

Decision decideUpdate(const UpdatePerson& wanted, const Context& context)
{
    Decision decision;
    const auto person = context.records.person(wanted.person);
    if (!person) {
        refused(decision, refuseUnknown(u"person"_s, u"person"_s, u"people"_s));
        return decision;
    }
    if (isEmpty(wanted.changes)) {
        refused(decision,
            Refusal{{}, u"person"_s, u"Nothing is changed."_s, u"Give at least one field."_s});
        return decision;
    }
    updatePerson(decision, *person, wanted.changes, context);
    if (decision.refused())
        return decision;
    if (wanted.changes.born || wanted.changes.estimatedAge) {
        judgeOpenCases(decision, wanted.person, context);
        judgeContacts(decision, wanted.person, context);
    }
    promptSiblings(decision, wanted.person, wanted.changes, context);
    decision.owed = owedOf(preview(*person, subjectOf(wanted.person), decision, context));
    return decision;
}

}

std::vector<CommandSpec> personCommands()
{
    return {
        command<AddPerson>("Adds a person with what is known; who may be the same is offered",
            {u"IDN-5.1"_s, u"REC-2.1"_s}, decideAdd),
        command<UpdatePerson>("Adds to or changes what is known of a person",
            {u"IDN-5.1"_s, u"REC-2.1"_s}, decideUpdate),
    };
}

}
