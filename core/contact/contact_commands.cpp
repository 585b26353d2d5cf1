#include "core/casework/assessment/nr_request.h"
#include "core/casework/entry_events.h"
#include "core/casework/status/status_rules.h"
#include "core/command/catalogue.h"
#include "core/command/preview.h"
#include "core/command/references.h"
#include "core/command/refusals.h"
#include "core/contact/contact_command_groups.h"
#include "core/contact/contact_events.h"
#include "core/contact/contact_rules.h"
#include "core/contact/note.h"
#include "core/frontdoor/adults_only.h"
#include "core/frontdoor/front_door_commands.h"
#include "core/frontdoor/halves.h"
#include "core/journal/new_event.h"
#include "core/person/person_rules.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct LogContact {
    static constexpr const char* name = "contact.log";
    ContactId id;
    QString words;
    ContactDetails details;
    PersonId person;
    std::optional<PersonDetails> newPerson;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give the contact; made when left out");
        v("words", s.words, "The call as it comes, in the caller's words", Need::Required);
        ContactDetails::visit(s.details, v);
        v("person", s.person, "The person it is about, when known here already");
        v("new_person", s.newPerson, "The person it is about, to be added");
    }
};

struct DescribeContact {
    static constexpr const char* name = "contact.describe";
    ContactId of;
    ContactDetails details;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        ContactDetails::visit(s.details, v);
    }
};

struct NoteContact {
    static constexpr const char* name = "contact.note";
    ContactId of;
    PartId id;
    QString words;
    QString kind;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("id", s.id, "Identifier to give the note; made when left out");
        v("words", s.words, "What happened", Need::Required);
        v("kind", s.kind, "note, action, check …; note when left out");
    }
};

struct CorrectContact {
    static constexpr const char* name = "contact.correct";
    ContactId of;
    PartId id;
    PartId note;
    QString words;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("id", s.id, "Identifier to give the correction; made when left out");
        v("note", s.note, "The note that is corrected; left out: the words of the call");
        v("words", s.words, "What is right instead; the old words stay", Need::Required);
        v("reason", s.reason, "Why the old words were wrong");
    }
};

struct ExplainLateContact {
    static constexpr const char* name = "contact.why_late";
    ContactId of;
    PartId note;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("note", s.note, "The note that was late; left out: the contact itself");
        v("reason", s.reason, "Why it was written down late", Need::Required);
    }
};

struct LinkPerson {
    static constexpr const char* name = "contact.link_person";
    ContactId of;
    PersonId person;
    std::optional<PersonDetails> newPerson;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("person", s.person, "The person, when known here already");
        v("new_person", s.newPerson, "The person, to be added");
    }
};

// New work of this kind may be another service's at this hour: whoever took the call keeps it.
void noteReceiver(Decision& decision, const ContactReceived& received, const Context& context)
{
    try {
        const QString usual = context.calendar.receives(received.kindOfWork, context.occurred);
        const Service* service = context.profile().service(usual);
        if (usual != received.service && service)
            decision.notes.append(
                u"HO-3.6a: new work of this kind goes to %1 at this hour; who received it keeps it "
                "until it is accepted elsewhere."_s.arg(service->name));
    } catch (const BeyondHolidays&) {
        decision.notes.append(
            u"This day is not in the bank-holiday table: whose work it was is not known."_s);
    }
}

Decision decideLog(const LogContact& wanted, const Context& context)
{
    Decision decision;
    refused(decision, refuseBlank(u"words"_s, wanted.words));
    if (!wanted.id.isNull() && context.records.contact(wanted.id))
        refused(decision, refuseTwice(u"id"_s, u"contact"_s));
    checkDetails(decision, wanted.details, context);
    const PersonId person = personFor(decision, wanted.person, wanted.newPerson, context);
    if (decision.refused())
        return decision;
    const ContactId id = wanted.id.isNull() ? ContactId{context.mint()} : wanted.id;
    const QString kind = kindOfWorkOf(wanted.details, context.profile());
    const ContactReceived received{id,
        nextReference(context, u'E', dutyDate(context, context.occurred)), wanted.words,
        receivingService(context, kind), kind, context.actor.name, context.actor.user,
        wanted.details, person, context.late()};
    decision.events.push_back(newEvent(subjectOf(id), received));
    decision.made.insert(u"contact"_s, id.text());
    decision.made.insert(u"ref"_s, received.ref);
    decision.made.insert(u"service"_s, received.service);
    judgeChild(decision, Contact{}, id, context);
    noteReceiver(decision, received, context);
    promptInspector(decision, wanted.details, context);
    decision.owed = owedAfter(Contact{}, decision, context);
    return decision;
}

Decision decideDescribe(const DescribeContact& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    checkDetails(decision, wanted.details, context);
    if (decision.refused())
        return decision;
    ContactDescribed described{wanted.details, {}};
    decision.events.push_back(newEvent(subjectOf(wanted.of), described));
    const Contact after = preview(*contact, subjectOf(wanted.of), decision, context);
    const QString kind = kindOfWorkOf(after.details, context.profile());
    if (kind != contact->kindOfWork) {
        described.kindOfWork = kind;
        decision.events.back() = newEvent(subjectOf(wanted.of), described);
    }
    judgeChild(decision, *contact, wanted.of, context);
    leaveHalfNowTold(decision, *contact, context);
    if (wanted.details.rcrp || wanted.details.immediateDanger)
        promptInspector(decision, after.details, context);
    decision.owed = owedAfter(*contact, decision, context);
    judgeNearestRelativesCall(decision, *contact, after, context);
    return decision;
}

Decision decideNote(const NoteContact& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"words"_s, wanted.words));
    if (decision.refused())
        return decision;
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    const QString kind = wanted.kind.isEmpty() ? u"note"_s : wanted.kind;
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), ContactNoted{id, kind, wanted.words, context.late()}));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

Decision decideCorrect(const CorrectContact& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"words"_s, wanted.words));
    if (contact && !wanted.note.isNull() && !noteWith(contact->notes, wanted.note))
        refused(decision,
            Refusal{u"COOP-1.5"_s, u"note"_s, u"The contact has no such note."_s,
                u"`show` lists its notes; leave it out to correct the words of the call."_s});
    if (decision.refused())
        return decision;
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    decision.events.push_back(newEvent(
        subjectOf(wanted.of), ContactCorrected{id, wanted.note, wanted.words, wanted.reason}));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

Decision decideExplainLate(const ExplainLateContact& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"reason"_s, wanted.reason));
    if (!decision.refused())
        decision.events.push_back(
            newEvent(subjectOf(wanted.of), ContactLateExplained{wanted.note, wanted.reason}));
    return decision;
}

Decision decideLink(const LinkPerson& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    if (!contact)
        return decision;
    const PersonId person = personFor(decision, wanted.person, wanted.newPerson, context);
    if (!decision.refused() && person.isNull())
        refused(decision,
            Refusal{{}, u"person"_s, u"No person is named."_s,
                u"Give person, or new_person with what is known."_s});
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of), ContactPersonLinked{person}));
    const auto record = context.records.caseRecord(contact->caseId);
    const bool childs = isOfOtherHalf(*contact, personAfter(decision, person, context), context);
    if (record && record->person.isNull() && !childs) {
        CaseDescribed described;
        described.person = person;
        decision.events.push_back(newEvent(subjectOf(record->id), described));
        judgePlacesAgain(decision, *record, personAfter(decision, person, context), context);
        judgeChild(decision, *record, context);
    }
    judgeChild(decision, *contact, wanted.of, context);
    if (!record || (!record->person.isNull() && record->person != person))
        leaveHalfNowTold(decision, *contact, context);
    decision.made.insert(u"person"_s, person.text());
    decision.owed = owedAfter(*contact, decision, context);
    return decision;
}

}

std::shared_ptr<const Contact> contactNamed(
    Decision& decision, const ContactId& id, const Context& context)
{
    auto contact = context.records.contact(id);
    if (!contact)
        refused(decision, refuseUnknown(u"contact"_s, u"contact"_s, u"contacts"_s));
    return contact;
}

std::vector<Owed> owedAfter(
    const Contact& contact, const Decision& decision, const Context& context)
{
    const auto subject = std::find_if(decision.events.begin(), decision.events.end(),
        [](const NewEvent& event) { return event.subject.kind == SubjectKind::Contact; });
    if (subject == decision.events.end())
        return owedOf(contact);
    auto owed = owedOf(preview(contact, subject->subject, decision, context));
    std::erase_if(owed, [](const Owed& each) { return each.field == u"late_reason"_s; });
    return owed;
}

PersonId personFor(Decision& decision, const PersonId& named,
    const std::optional<PersonDetails>& added, const Context& context)
{
    if (!named.isNull() && added) {
        refused(decision,
            Refusal{{}, u"new_person"_s, u"A person is named and a new one given as well."_s,
                u"Give person or new_person, not both."_s});
        return {};
    }
    if (added)
        return addPerson(decision, {}, *added, context);
    if (!named.isNull() && !context.records.person(named))
        refused(decision, refuseUnknown(u"person"_s, u"person"_s, u"people"_s));
    return named;
}

std::vector<CommandSpec> contactRecordCommands()
{
    return {
        command<LogContact>("Logs a call; its words alone are enough",
            {u"FM-4"_s, u"FM-5"_s, u"HO-3.6a"_s, u"HO-4.3b"_s, u"COM-3.2"_s, u"COM-3.3"_s,
                u"COM-3.10b"_s},
            decideLog),
        command<DescribeContact>("Adds to or changes what is known of a contact",
            {u"FM-4"_s, u"FM-5"_s, u"COM-3.3"_s, u"HO-5.2b"_s}, decideDescribe),
        command<NoteContact>("Adds a line to a contact", {u"COOP-1.5"_s}, decideNote),
        command<CorrectContact>("Corrects words of a contact; the old words stay",
            {u"COOP-1.5"_s, u"HO-1.5"_s}, decideCorrect),
        command<ExplainLateContact>(
            "Says why something was written down late", {u"COOP-1.5"_s}, decideExplainLate),
        command<LinkPerson>("Links the person a contact is about", {u"REC-2.1"_s}, decideLink),
    };
}

std::vector<CommandSpec> contactCommands()
{
    std::vector<CommandSpec> commands;
    for (const auto& group : {contactRecordCommands(), contactOutcomeCommands(),
             contactCloseCommands(), contactSendCommands(), contactRingBackCommands(),
             frontDoorCommands(), passOnCommands(), callBackCommands()})
        commands.insert(commands.end(), group.begin(), group.end());
    return commands;
}

}
