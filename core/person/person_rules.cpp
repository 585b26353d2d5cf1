#include "core/person/person_rules.h"

#include "core/command/json_write.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/person/person_events.h"
#include "core/text/birth_date.h"
#include "core/text/telephone.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int oldest = 130;

struct CheckedNumber {
    QString nhs;
    NhsStatus status = NhsStatus::NotKnown;
};

bool saysNotApplicable(const QString& typed)
{
    const QString words = typed.trimmed().toLower();
    return words == u"not applicable"_s || words == u"n/a"_s;
}

void point(Decision& decision, const QString& typed, const IdentifierCheck& check)
{
    if (!check.reason.isEmpty())
        decision.notes.append(u"“%1”: %2 %3"_s.arg(typed, check.reason, check.mend).trimmed());
}

CheckedNumber checkedNhs(Decision& decision, const PersonDetails& details)
{
    const QString typed = details.nhsNumber.value_or(QString());
    if (typed.isEmpty())
        return {};
    if (saysNotApplicable(typed))
        return {{}, NhsStatus::NotApplicable};
    const IdentifierCheck check = checkNhsNumber(typed);
    point(decision, typed, check);
    if (!check.isValid())
        return {{}, NhsStatus::NotValid};
    const bool verified = !details.nhsVerifiedBy.value_or(QString()).isEmpty();
    return {check.normalised, verified ? NhsStatus::PresentVerified : NhsStatus::PresentUnverified};
}

QString checkedTelephone(Decision& decision, const PersonDetails& details)
{
    if (!details.telephone)
        return {};
    const TelephoneCheck check = checkTelephone(*details.telephone);
    point(decision, *details.telephone, check);
    return check.e164;
}

void checkPlain(Decision& decision, const PersonDetails& details, const Context& context)
{
    refused(decision, refuseCouncil(context.profile(), details.council));
    if (auto refusal = refuseCouncil(context.profile(), details.gpCouncil)) {
        refusal->field = u"gp_council"_s;
        decision.refusals.push_back(std::move(*refusal));
    }
    if (details.estimatedAge && (*details.estimatedAge < 0 || *details.estimatedAge > oldest))
        decision.refusals.push_back({u"IDN-2.1"_s, u"estimated_age"_s,
            u"%1 is no age in years."_s.arg(*details.estimatedAge),
            u"Give whole years, 0 for a baby."_s});
    if (details.postcode)
        point(decision, *details.postcode, checkPostcode(*details.postcode));
    if (!details.born)
        return;
    const IdentifierCheck birth = checkBirthDate(*details.born, dateOf(context.now));
    if (!birth.isValid())
        decision.refusals.push_back({u"IDN-2.1"_s, u"born"_s, birth.reason, birth.mend});
    else
        point(decision, details.born->toString(Qt::ISODate), birth);
}

// A whole postcode is written in one way, whatever the keys were; a doubtful one stays as typed.
PersonDetails asWritten(PersonDetails details)
{
    if (!details.postcode)
        return details;
    const IdentifierCheck check = checkPostcode(*details.postcode);
    if (check.status == IdentifierStatus::Valid || check.status == IdentifierStatus::Special)
        details.postcode = check.normalised;
    return details;
}

void offerDuplicates(
    Decision& decision, const PersonProbe& probe, const PersonId& self, const Context& context)
{
    QJsonArray offered;
    for (const PersonMatch& match : context.records.matches(probe)) {
        if (match.person == self)
            continue;
        const auto other = context.records.person(match.person);
        const QString name = other ? other->displayName() : match.person.text();
        decision.notes.append(u"Possibly the same person as %1: %2."_s.arg(name, match.why));
        offered.append(QJsonObject{
            {u"person"_s, match.person.text()}, {u"name"_s, name}, {u"why"_s, match.why}});
    }
    if (!offered.isEmpty())
        decision.made.insert(u"possible_duplicates"_s, offered);
}

}

PersonId addPerson(Decision& decision, const PersonId& wanted, const PersonDetails& details,
    const Context& context)
{
    if (isEmpty(details)) {
        refused(decision,
            Refusal{u"IDN-2.1"_s, u"name"_s, u"Nothing is told of the person."_s,
                u"Give a name, or what is known: “Not known, man about 40, station”."_s});
        return {};
    }
    if (!wanted.isNull() && context.records.person(wanted))
        refused(decision, refuseTwice(u"id"_s, u"person"_s));
    checkPlain(decision, details, context);
    const CheckedNumber number = checkedNhs(decision, details);
    const QString telephone = checkedTelephone(decision, details);
    if (decision.refused())
        return {};
    const PersonId id = wanted.isNull() ? PersonId{context.mint()} : wanted;
    decision.events.push_back(newEvent(
        subjectOf(id), PersonAdded{id, asWritten(details), number.nhs, number.status, telephone}));
    decision.made.insert(u"person"_s, id.text());
    offerDuplicates(decision,
        {details.name.value_or(QString()), details.born.value_or(QDate()), number.nhs, telephone},
        id, context);
    return id;
}

void updatePerson(
    Decision& decision, const Person& person, const PersonDetails& changes, const Context& context)
{
    checkPlain(decision, changes, context);
    PersonUpdated updated{asWritten(changes), {}, {}, checkedTelephone(decision, changes)};
    if (changes.nhsNumber || changes.nhsVerifiedBy) {
        PersonDetails now = changes;
        if (!now.nhsNumber)
            now.nhsNumber = person.details.nhsNumber;
        const CheckedNumber number = checkedNhs(decision, now);
        updated.nhs = number.nhs;
        updated.nhsStatus = number.status;
    }
    if (decision.refused())
        return;
    decision.events.push_back(newEvent(subjectOf(person.id), updated));
    decision.made.insert(u"person"_s, person.id.text());
    offerDuplicates(decision,
        {changes.name.value_or(person.displayName()),
            changes.born.value_or(person.details.born.value_or(QDate())), updated.nhs,
            updated.telephoneKey},
        person.id, context);
}

Person personAfter(const Decision& decision, const PersonId& id, const Context& context)
{
    const auto known = context.records.person(id);
    return preview(known ? *known : Person{}, subjectOf(id), decision, context);
}

bool isEmpty(const PersonDetails& details)
{
    return detail::objectToJson(details).toObject().isEmpty();
}

}
