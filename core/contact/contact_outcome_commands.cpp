#include "core/casework/assessment/nr_request.h"
#include "core/casework/case_checks.h"
#include "core/casework/entry_events.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/contact/contact_command_groups.h"
#include "core/contact/contact_events.h"
#include "core/contact/open_case.h"
#include "core/duty/gone_over.h"
#include "core/frontdoor/adults_only.h"
#include "core/frontdoor/half_answered.h"
#include "core/frontdoor/halves.h"
#include "core/handover/carried.h"
#include "core/journal/new_event.h"
#include "core/person/person_rules.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Signpost {
    static constexpr const char* name = "contact.signpost";
    ContactId of;
    QString to;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("to", s.to, "To whom the caller was pointed", Need::Required);
        v("words", s.words, "What was said");
    }
};

struct JoinCase {
    static constexpr const char* name = "contact.join_case";
    ContactId of;
    CaseId caseId;
    bool adultConfirmed = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("case", s.caseId, "The open case that it belongs to", Need::Required);
        v("adult_confirmed", s.adultConfirmed,
            "For an adults' service, age not known: you confirm that it is about an adult");
    }
};

void refuseOnCase(Decision& decision, const Contact& contact, const Context& context)
{
    const auto record = context.records.caseRecord(contact.caseId);
    if (record)
        refused(decision,
            Refusal{u"HO-3.6a"_s, u"contact"_s,
                u"%1 is on case %2 already."_s.arg(contact.ref, record->ref),
                u"Go on on that case."_s});
}

QString titleFor(const OpenCase& wanted, const Contact& contact)
{
    constexpr int boardLine = 80;
    if (!wanted.title.trimmed().isEmpty())
        return wanted.title.trimmed();
    const QString line = contact.words.section(u'\n', 0, 0).trimmed();
    if (line.size() <= boardLine)
        return line;
    const QString head = line.left(boardLine - 1);
    const auto word = line.at(boardLine - 1).isSpace() ? head.size() : head.lastIndexOf(u' ');
    return (word > 0 ? head.left(word) : head).trimmed() + u'…';
}

// What call care has is nobody's case yet. S3-vii
std::optional<Refusal> refuseCallCare(const Contact& contact, const Context& context)
{
    const Service* owner = context.profile().service(contact.owner.current());
    if (contact.passedOn && contact.owner.current() != context.actor.service)
        return Refusal{u"S3-R1"_s, u"contact"_s,
            u"%1 was passed on to %2."_s.arg(contact.ref, contact.passedOn->to),
            u"Log another contact if they ring back about an adult."_s};
    if (!owner || !owner->callCare)
        return {};
    return Refusal{u"S3-vii"_s, u"contact"_s,
        u"%1 is still with %2: a case is opened by the officer who accepts it."_s.arg(
            contact.ref, owner->name),
        u"Accept it first with contact.accept."_s};
}

Decision decideSignpost(const Signpost& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"to"_s, wanted.to));
    if (contact && !halfOfActor(*contact, context)) {
        refuseOnCase(decision, *contact, context);
        refused(decision, refusePassedOn(*contact, context));
    }
    if (decision.refused()
        || noteOfAnothers(decision, *contact,
            wanted.words.isEmpty() ? u"Signposted to %1."_s.arg(wanted.to)
                                   : u"Signposted to %1: %2"_s.arg(wanted.to, wanted.words),
            context))
        return decision;
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), ContactSignposted{wanted.to, wanted.words}));
    leaveHalf(decision, *contact, context);
    tellPromised(decision, *contact);
    decision.owed = owedAfter(*contact, decision, context);
    return decision;
}

// The child of a contact about an adult too is not on the adult's case. S3-R6
PersonId personOfCase(
    Decision& decision, const Contact& contact, const PersonId& onCase, const Context& context)
{
    const Person person = personAfter(decision, contact.person, context);
    if (!isOfOtherHalf(contact, person, context))
        return contact.person;
    if (onCase.isNull())
        decision.notes.append(
            u"The case does not name %1, who is under 18: name the adult with case.describe."_s.arg(
                person.displayName()));
    return {};
}

// The child is named on the case of the child's half alone. S3-R6
PersonId personOfHalf(Half half, const Contact& contact, const Context& context)
{
    const auto person = contact.person.isNull() ? nullptr : context.records.person(contact.person);
    const bool child = minorAt(person.get(), context.occurred) == Minor::Yes;
    return child == (half == Half::Child) ? contact.person : PersonId{};
}

// The half that was passed on is a case of whoever took it; the contact goes on as it was. INV-1
Decision openHalf(const OpenCase& wanted, const Contact& contact, Half half, const Context& context)
{
    Decision decision;
    if (refused(decision, refuseHalfOnCase(contact, context)))
        return decision;
    const Opening opening{wanted.id, context.actor.service,
        wanted.kindOfWork.value_or(kindOfHalf(half, contact, context)), titleFor(wanted, contact),
        contact.details.council.value_or(QString()),
        wanted.urgency ? wanted.urgency : contact.details.urgency,
        personOfHalf(half, contact, context), wanted.of,
        std::max(contact.halfPassed->at, contact.receivedAt)};
    const CaseId id = openCase(decision, opening, context);
    if (decision.refused())
        return decision;
    noteHalfOnCase(decision, contact, half, decision.made.value(u"ref"_s).toString(), context);
    decision.made.insert(u"contact"_s, wanted.of.text());
    if (half == Half::Adult)
        takeNearestRelativesCall(
            decision, preview(Case{}, subjectOf(id), decision, context), contact, context);
    return decision;
}

Decision decideOpenCase(const OpenCase& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    refused(decision, refuseKindOfWork(context.profile(), wanted.kindOfWork));
    const auto half = contact ? halfOfActor(*contact, context) : std::nullopt;
    if (half && !decision.refused())
        return openHalf(wanted, *contact, *half, context);
    if (contact) {
        refuseOnCase(decision, *contact, context);
        refused(decision, refuseCallCare(*contact, context));
        if (!decision.refused())
            refused(decision, refuseOthersContact(*contact, context));
    }
    if (decision.refused())
        return decision;
    judgeAge(decision, *contact, contact->owner.current(), wanted.adultConfirmed, context);
    if (decision.refused())
        return decision;
    const Opening opening{wanted.id, contact->owner.current(),
        wanted.kindOfWork.value_or(kindKept(*contact, context)), titleFor(wanted, *contact),
        contact->details.council.value_or(QString()),
        wanted.urgency ? wanted.urgency : contact->details.urgency,
        personOfCase(decision, *contact, {}, context), wanted.of, contact->owner.since()};
    const CaseId id = openCase(decision, opening, context);
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(
        subjectOf(wanted.of), ContactCaseOpened{id, decision.made.value(u"ref"_s).toString()}));
    leaveHalf(decision, *contact, context);
    decision.made.insert(u"contact"_s, wanted.of.text());
    decision.owed = owedAfter(*contact, decision, context);
    takeNearestRelativesCall(
        decision, preview(Case{}, subjectOf(id), decision, context), *contact, context);
    return decision;
}

void notePersons(Decision& decision, const Contact& contact, const Case& record)
{
    if (!contact.person.isNull() && !record.person.isNull() && contact.person != record.person)
        decision.notes.append(
            u"The contact names another person than the case: check that they are the same."_s);
}

// A contact that tells nothing of an age is about the adult whose case it joins. S3-R6
void judgeJoining(Decision& decision, const Contact& contact, const Case& record,
    bool adultConfirmed, const Context& context)
{
    if (!contact.caseId.isNull())
        return;
    Contact judged = contact;
    const auto person = record.person.isNull() ? nullptr : context.records.person(record.person);
    if (minorAt(person.get(), context.occurred) == Minor::No && judged.person.isNull()
        && !concernsChild(contact, context.records, context.occurred))
        judged.person = record.person;
    judgeAge(decision, judged, contact.owner.current(), adultConfirmed, context);
}

void takePerson(
    Decision& decision, const Case& record, const PersonId& person, const Context& context)
{
    if (!record.person.isNull() || person.isNull())
        return;
    judgePlacesAgain(decision, record, personAfter(decision, person, context), context);
    judgeChild(decision, record, context);
}

// The half that was passed on joins a case of whoever took it; the contact goes on as it was.
Decision joinHalf(const Contact& contact, const Case& record, Half half, const Context& context)
{
    Decision decision;
    if (record.responsible.current() != context.actor.service)
        refused(decision,
            Refusal{u"INV-1"_s, u"case"_s,
                u"%1 is another service's, and the %2's half is yours."_s.arg(
                    record.ref, word(half)),
                u"Name a case of yours, or open one with contact.open_case."_s});
    refused(decision, refuseHalfOnCase(contact, context));
    if (decision.refused())
        return decision;
    const PersonId person
        = record.person.isNull() ? personOfHalf(half, contact, context) : PersonId{};
    decision.events.push_back(
        newEvent(subjectOf(record.id), CaseContactJoined{contact.id, person}));
    noteHalfOnCase(decision, contact, half, record.ref, context);
    takePerson(decision, record, person, context);
    if (half == Half::Adult)
        takeNearestRelativesCall(decision, record, contact, context);
    decision.made.insert(u"case"_s, record.id.text());
    decision.made.insert(u"ref"_s, record.ref);
    return decision;
}

Decision decideJoinCase(const JoinCase& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    const auto record = context.records.caseRecord(wanted.caseId);
    if (!record)
        refused(decision, refuseUnknown(u"case"_s, u"case"_s, u"cases"_s));
    else if (record->closedAt)
        refused(decision,
            Refusal{u"HO-3.6a"_s, u"case"_s, u"%1 is closed."_s.arg(record->ref),
                u"Reopen it with case.reopen, or open a new case."_s});
    const auto half = contact ? halfOfActor(*contact, context) : std::nullopt;
    if (half && !decision.refused())
        return joinHalf(*contact, *record, *half, context);
    if (contact && contact->caseId != wanted.caseId)
        refuseOnCase(decision, *contact, context);
    if (contact)
        refused(decision, refuseCallCare(*contact, context));
    if (!decision.refused() && record->responsible.current() != contact->owner.current())
        refused(decision, refuseOthersContact(*contact, context));
    if (decision.refused())
        return decision;
    judgeJoining(decision, *contact, *record, wanted.adultConfirmed, context);
    if (decision.refused())
        return decision;
    notePersons(decision, *contact, *record);
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), ContactCaseJoined{wanted.caseId, record->ref}));
    const PersonId person = personOfCase(decision, *contact, record->person, context);
    decision.events.push_back(
        newEvent(subjectOf(wanted.caseId), CaseContactJoined{wanted.of, person}));
    carryJoined(decision, wanted.caseId, callBacksOn(*contact, context), context);
    leaveHalf(decision, *contact, context);
    takePerson(decision, *record, person, context);
    takeNearestRelativesCall(decision, *record, *contact, context);
    decision.made.insert(u"case"_s, wanted.caseId.text());
    decision.made.insert(u"ref"_s, record->ref);
    return decision;
}

}

Decision openCaseOf(const OpenCase& wanted, const Context& context)
{
    return decideOpenCase(wanted, context);
}

// An answer does not keep a promise: whoever was told that an officer rings still waits.
void tellPromised(Decision& decision, const Contact& contact)
{
    if (contact.callBack && !contact.callBack->doneAt)
        decision.notes.append(
            u"An officer is still to ring %1 by %2: its clock runs until contact.called_back tells "
            u"what came of it."_s.arg(contact.callBack->whom, dateTimeText(contact.callBack->due)));
}

std::vector<CommandSpec> contactOutcomeCommands()
{
    return {
        command<Signpost>("Points the caller to somebody else",
            {u"FM-4"_s, u"ESC-1.7"_s, u"S3-R1"_s, u"S3-vii"_s}, decideSignpost),
        command<OpenCase>("Opens a case from a contact; who received it is responsible",
            {u"HO-3.6a"_s, u"INV-1"_s, u"COM-3.10b"_s, u"CLK-19"_s, u"S3-R1"_s, u"S3-R6"_s},
            decideOpenCase),
        command<JoinCase>("Puts a contact on an open case",
            {u"HO-3.6a"_s, u"INV-1"_s, u"COM-3.10b"_s, u"CLK-19"_s, u"S3-R6"_s}, decideJoinCase),
    };
}

}
