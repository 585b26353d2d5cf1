#include "core/command/catalogue.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/person/person_rules.h"

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

Decision decideAdd(const AddPerson& wanted, const Context& context)
{
    Decision decision;
    const PersonId id = addPerson(decision, wanted.id, wanted.details, context);
    if (!decision.refused())
        decision.owed = owedOf(preview(Person{}, subjectOf(id), decision, context));
    return decision;
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
    if (!decision.refused())
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
