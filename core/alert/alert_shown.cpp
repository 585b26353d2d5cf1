#include "core/alert/alert_shown.h"

#include "core/alert/alert_events.h"
#include "core/alert/alert_rules.h"
#include "core/command/json_write.h"
#include "core/journal/new_event.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// The same words each time an officer sets out: what is known of a house is not to be forgotten.
bool saysAgain(const QString& command)
{
    return command.startsWith(u"visit."_s);
}

void collect(const QJsonValue& value, const FieldSpec& field, QStringList& texts);

void collect(const QJsonObject& typed, const std::vector<FieldSpec>& fields, QStringList& texts)
{
    for (const FieldSpec& field : fields)
        collect(typed.value(field.name), field, texts);
}

void collect(const QJsonValue& value, const FieldSpec& field, QStringList& texts)
{
    const QJsonArray list = value.toArray();
    for (const QJsonValue& each : list)
        collect(each, field, texts);
    collect(value.toObject(), field.fields, texts);
    if (field.type.endsWith(u"text"_s) && !value.toString().trimmed().isEmpty())
        texts.append(value.toString());
}

void addPerson(AlertProbe& probe, const PersonId& id, const Records& records)
{
    const auto person = id.isNull() ? nullptr : records.person(id);
    if (!person)
        return;
    probe.person = id;
    const PersonDetails& known = person->details;
    for (const auto& text :
        {known.name, known.alsoKnownAs, known.telephone, known.address, known.postcode})
        if (text)
            probe.texts.append(*text);
    if (!person->nhs.isEmpty())
        probe.texts.append(person->nhs);
}

void addContact(AlertProbe& probe, const ContactId& id, const Records& records)
{
    const auto contact = records.contact(id);
    if (!contact)
        return;
    probe.texts.append(contact->words);
    probe.texts.append(probeOf(toJson(contact->details).toObject()).texts);
    addPerson(probe, contact->person, records);
}

void addNamed(AlertProbe& probe, const FieldSpec& field, const Typed& typed, const Records& records)
{
    const QString name = typed.arguments.value(field.name).toString();
    const bool visited = field.type == u"case"_s && saysAgain(typed.spec.name);
    if (name.isEmpty() || (field.type != u"person"_s && field.type != u"contact"_s && !visited))
        return;
    const QUuid given = QUuid::fromString(name);
    const QUuid id = given.isNull() ? typed.resolve(name).value_or(QUuid()) : given;
    if (field.type == u"person"_s)
        addPerson(probe, {id}, records);
    else if (field.type == u"contact"_s)
        addContact(probe, {id}, records);
    else if (const auto record = records.caseRecord({id}))
        addPerson(probe, record->person, records);
}

template <typename Key>
Key firstOf(const Decision& decision, SubjectKind kind)
{
    const auto found = std::find_if(decision.events.begin(), decision.events.end(),
        [kind](const NewEvent& event) { return event.subject.kind == kind; });
    return found == decision.events.end() ? Key{} : Key{found->subject.id};
}

AlertCameUp whereOf(const Decision& decision)
{
    AlertCameUp came;
    came.contact = firstOf<ContactId>(decision, SubjectKind::Contact);
    if (came.contact.isNull())
        came.caseId = firstOf<CaseId>(decision, SubjectKind::Case);
    if (came.contact.isNull() && came.caseId.isNull())
        came.person = firstOf<PersonId>(decision, SubjectKind::Person);
    return came;
}

bool cameUpBefore(const Alert& alert, const AlertCameUp& at, const QString& officer)
{
    if (at.contact.isNull() && at.caseId.isNull() && at.person.isNull())
        return false;
    return std::any_of(alert.hits.begin(), alert.hits.end(), [&](const AlertHit& hit) {
        return hit.by == officer && hit.contact == at.contact && hit.caseId == at.caseId
            && hit.person == at.person;
    });
}

}

bool mayNameSomebody(const QString& command)
{
    static const QStringList others{
        u"alert"_s, u"user"_s, u"profile"_s, u"desk"_s, u"rota"_s, u"shift"_s, u"sitrep"_s};
    return !others.contains(command.section(u'.', 0, 0));
}

AlertProbe probeOf(const QJsonObject& typed, const std::vector<FieldSpec>& fields)
{
    AlertProbe probe;
    collect(typed, fields, probe.texts);
    return probe;
}

void showAlerts(Decision& decision, const Typed& typed, const Context& context)
{
    if (decision.events.empty() || !mayNameSomebody(typed.spec.name))
        return;
    AlertProbe probe = probeOf(typed.arguments, typed.spec.fields);
    for (const FieldSpec& field : typed.spec.fields)
        addNamed(probe, field, typed, context.records);
    if (probe.empty())
        return;
    const AlertCameUp at = whereOf(decision);
    QJsonArray shown;
    for (const AlertMatch& match : alertsFor(probe, context.records, context.occurred)) {
        if (!saysAgain(typed.spec.name) && cameUpBefore(*match.alert, at, context.actor.name))
            continue;
        AlertCameUp came = at;
        came.why = match.why;
        decision.notes.prepend(alertText(match));
        decision.events.push_back(newEvent(subjectOf(match.alert->id), came));
        shown.append(match.alert->id.text());
    }
    if (!shown.isEmpty())
        decision.made.insert(u"alerts"_s, shown);
}

}
