#include "core/casework/case_checks.h"

#include "core/casework/entry_events.h"
#include "core/casework/flagged.h"
#include "core/command/preview.h"
#include "core/command/references.h"
#include "core/command/refusals.h"
#include "core/frontdoor/adults_only.h"
#include "core/journal/new_event.h"
#include "core/person/person_events.h"
#include "core/person/person_rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

std::shared_ptr<const Case> caseNamed(Decision& decision, const CaseId& id, const Context& context)
{
    auto record = context.records.caseRecord(id);
    if (!record)
        refused(decision, refuseUnknown(u"case"_s, u"case"_s, u"cases"_s));
    return record;
}

std::optional<Refusal> refuseAfterClosing(const Case& record, const QString& field, Instant at)
{
    if (!record.closedAt || at <= *record.closedAt)
        return {};
    return Refusal{u"HO-3.6a"_s, field,
        u"%1 was closed at %2."_s.arg(record.ref, dateTimeText(*record.closedAt)),
        field == u"at"
            ? u"Reopen it with case.reopen; or give `at`, when before that it happened."_s
            : u"Reopen it with case.reopen, or give the time before that at which it happened."_s};
}

std::shared_ptr<const Case> openCaseNamed(
    Decision& decision, const CaseId& id, const Context& context)
{
    auto record = caseNamed(decision, id, context);
    if (record && refused(decision, refuseAfterClosing(*record, u"at"_s, context.occurred)))
        return {};
    return record;
}

std::shared_ptr<const Case> caseOfFact(
    Decision& decision, const CaseId& id, const FactTime& fact, const Context& context)
{
    if (!fact.at)
        return openCaseNamed(decision, id, context);
    auto record = caseNamed(decision, id, context);
    if (record && refused(decision, refuseAfterClosing(*record, fact.field, *fact.at)))
        return {};
    return record;
}

Instant knownOn(const Case& record, Instant at)
{
    return record.closedAt ? std::min(at, *record.closedAt) : at;
}

PartId partId(const PartId& wanted, const Context& context)
{
    return wanted.isNull() ? PartId{context.mint()} : wanted;
}

static bool isAddedBy(const Decision& decision, const PersonId& person)
{
    return std::any_of(
        decision.events.begin(), decision.events.end(), [&person](const NewEvent& event) {
            return event.subject == subjectOf(person)
                && event.type == QLatin1StringView(PersonAdded::type);
        });
}

// Beside the answer that names the person: the person, who is added with the case, or the contact.
static std::optional<Refusal> refuseChilds(
    const Decision& decision, const Opening& opening, const Context& context)
{
    auto refusal = refuseChildsCase(opening.kindOfWork,
        personAfter(decision, opening.person, context), opening.service, context);
    if (refusal && refusal->field == u"person"_s) {
        if (!opening.contact.isNull())
            refusal->field = u"contact"_s;
        else if (isAddedBy(decision, opening.person))
            refusal->field = u"new_person"_s;
    }
    return refusal;
}

CaseId openCase(Decision& decision, const Opening& opening, const Context& context)
{
    if (!opening.id.isNull() && context.records.caseRecord(opening.id)) {
        refused(decision, refuseTwice(u"id"_s, u"case"_s));
        return {};
    }
    if (refused(decision, refuseChilds(decision, opening, context)))
        return {};
    const CaseId id = opening.id.isNull() ? CaseId{context.mint()} : opening.id;
    const QString ref = nextReference(context, u'C', dutyDate(context, opening.from));
    decision.events.push_back(newEvent(subjectOf(id),
        CaseOpened{id, ref, opening.service, opening.kindOfWork, opening.title, opening.council,
            opening.urgency, opening.person, opening.contact},
        opening.from));
    decision.made.insert(u"case"_s, id.text());
    decision.made.insert(u"ref"_s, ref);
    decision.made.insert(u"service"_s, opening.service);
    return id;
}

void flagOnce(Decision& decision, const Case& record, const Flag& flag, const Context& context)
{
    if (std::any_of(record.flags.begin(), record.flags.end(),
            [&flag](const Flagged& each) { return each.clause == flag.clause; }))
        return;
    decision.events.push_back(
        newEvent(subjectOf(record.id), CaseFlagged{{context.mint()}, flag.clause, flag.text}));
    decision.notes.append(u"%1, %2: %3"_s.arg(flag.clause, record.ref, flag.text));
}

std::vector<Owed> owedAfter(const Case& record, const Decision& decision, const Context& context)
{
    const Case after = preview(record, subjectOf(record.id), decision, context);
    auto owed = owedOf(after, personOf(after, context).get());
    // The engine asks for the reason of what is late now; both would ask twice.
    std::erase_if(owed, [](const Owed& each) { return each.field == u"late_reason"_s; });
    return owed;
}

std::shared_ptr<const Person> personOf(const Case& record, const Context& context)
{
    return record.person.isNull() ? nullptr : context.records.person(record.person);
}

}
