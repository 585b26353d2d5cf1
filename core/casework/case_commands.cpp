#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/entry_events.h"
#include "core/casework/status/status_rules.h"
#include "core/command/catalogue.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/contact/contact_command_groups.h"
#include "core/contact/note.h"
#include "core/frontdoor/adults_only.h"
#include "core/journal/new_event.h"
#include "core/person/person_rules.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct OpenCase {
    static constexpr const char* name = "case.open";
    CaseId id;
    QString title;
    std::optional<QString> kindOfWork;
    std::optional<QString> council;
    std::optional<Urgency> urgency;
    PersonId person;
    std::optional<PersonDetails> newPerson;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give the case; made when left out");
        v("title", s.title, "One line for the board", Need::Required);
        v("kind_of_work", s.kindOfWork,
            "Kind of work, by its key in the profile; what the service is for when left out");
        v("council", s.council, "Council area, by its key in the profile, or out_of_area");
        v("urgency", s.urgency, "E1 now, E2 within 2 h, E3 this shift, N next working day");
        v("person", s.person, "The person, when known here already");
        v("new_person", s.newPerson, "The person, to be added");
    }
};

struct DescribeCase {
    static constexpr const char* name = "case.describe";
    CaseId of;
    CaseDescribed changes;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        CaseDescribed::visit(s.changes, v);
    }
};

struct SetCouncil {
    static constexpr const char* name = "case.council";
    CaseId of;
    QString council;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("council", s.council, "Council area, by its key in the profile, or out_of_area",
            Need::Required);
    }
};

struct NoteCase {
    static constexpr const char* name = "case.note";
    CaseId of;
    PartId id;
    QString words;
    QString kind;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the entry; made when left out");
        v("words", s.words, "What happened", Need::Required);
        v("kind", s.kind, "note, action, call, check …; note when left out");
    }
};

struct CorrectCase {
    static constexpr const char* name = "case.correct";
    CaseId of;
    PartId id;
    PartId entry;
    QString words;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the correction; made when left out");
        v("entry", s.entry, "The entry that is corrected", Need::Required);
        v("words", s.words, "What is right instead; the old words stay", Need::Required);
        v("reason", s.reason, "Why the old words were wrong");
    }
};

struct DecideCase {
    static constexpr const char* name = "case.decide";
    CaseId of;
    PartId id;
    PartId completes;
    QString decision;
    QString reason;
    QString personsView;
    QString carersView;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the decision; made when left out");
        v("completes", s.completes, "An earlier decision whose missing parts are given now");
        v("decision", s.decision, "What was decided");
        v("reason", s.reason, "Why; owed until it is given");
        v("persons_view", s.personsView, "What the person says to it");
        v("carers_view", s.carersView, "The carer's view, or why it was not obtained");
    }
};

struct ExplainLate {
    static constexpr const char* name = "case.why_late";
    CaseId of;
    PartId entry;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("entry", s.entry, "The entry that was written down late", Need::Required);
        v("reason", s.reason, "Why", Need::Required);
    }
};

struct WriteCase {
    static constexpr const char* name = "case.written";
    CaseId of;
    PartId id;
    QString system;
    QString what;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the line; made when left out");
        v("system", s.system, "The system it was written to: RiO, the council's …", Need::Required);
        v("what", s.what, "What was written: assessment, chronology, an entry …");
    }
};

QString kindFor(const OpenCase& wanted, const Context& context)
{
    if (wanted.kindOfWork)
        return *wanted.kindOfWork;
    const WorkKind* mental = context.profile().workKind(u"mhaa"_s);
    const bool theirs = mental && mental->dayService == context.actor.service
        && mental->outOfHoursService != context.actor.service;
    return theirs || !context.profile().workKind(u"general"_s) ? u"mhaa"_s : u"general"_s;
}

Decision decideOpen(const OpenCase& wanted, const Context& context)
{
    Decision decision;
    refused(decision, refuseBlank(u"title"_s, wanted.title));
    refused(decision, refuseKindOfWork(context.profile(), wanted.kindOfWork));
    refused(decision, refuseCouncil(context.profile(), wanted.council));
    if (!context.profile().service(context.actor.service))
        refused(decision,
            Refusal{u"INV-1"_s, u"user"_s, u"You belong to no service that can be responsible."_s,
                u"Let a user of the service that received it open the case."_s});
    const PersonId person = personFor(decision, wanted.person, wanted.newPerson, context);
    if (decision.refused())
        return decision;
    const Opening opening{wanted.id, context.actor.service, kindFor(wanted, context),
        wanted.title.trimmed(), wanted.council.value_or(QString()), wanted.urgency, person, {},
        context.occurred};
    const CaseId id = openCase(decision, opening, context);
    if (decision.refused())
        return decision;
    decision.owed
        = owedAfter(preview(Case{}, subjectOf(id), decision, context), Decision{}, context);
    return decision;
}

Decision decideDescribe(const DescribeCase& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    refused(decision, refuseKindOfWork(context.profile(), wanted.changes.kindOfWork));
    refused(decision, refuseCouncil(context.profile(), wanted.changes.council));
    if (!wanted.changes.person.isNull() && !context.records.person(wanted.changes.person))
        refused(decision, refuseUnknown(u"person"_s, u"person"_s, u"people"_s));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of), wanted.changes));
    if (!wanted.changes.person.isNull())
        judgePlacesAgain(
            decision, *record, *context.records.person(wanted.changes.person), context);
    judgeChild(decision, *record, context);
    decision.owed = owedAfter(*record, decision, context);
    return decision;
}

Decision decideCouncil(const SetCouncil& wanted, const Context& context)
{
    CaseDescribed changes;
    changes.council = wanted.council;
    return decideDescribe({wanted.of, changes}, context);
}

Decision decideNote(const NoteCase& wanted, const Context& context)
{
    Decision decision;
    caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"words"_s, wanted.words));
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    const QString kind = wanted.kind.isEmpty() ? u"note"_s : wanted.kind;
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), CaseNoted{id, kind, wanted.words, context.late()}));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

void refuseNoEntry(
    Decision& decision, const Case* record, const PartId& entry, const QString& field)
{
    if (record && !noteWith(record->entries, entry))
        refused(decision,
            Refusal{u"COOP-1.5"_s, field, u"The case has no such entry."_s,
                u"`show` lists its entries."_s});
}

Decision decideCorrect(const CorrectCase& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"words"_s, wanted.words));
    refuseNoEntry(decision, record.get(), wanted.entry, u"entry"_s);
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    decision.events.push_back(newEvent(
        subjectOf(wanted.of), CaseCorrected{id, wanted.entry, wanted.words, wanted.reason}));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

Decision decideDecide(const DecideCase& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    const bool completing = !wanted.completes.isNull();
    if (completing)
        refuseNoEntry(decision, record.get(), wanted.completes, u"completes"_s);
    else
        refused(decision, refuseBlank(u"decision"_s, wanted.decision));
    if (decision.refused())
        return decision;
    const PartId id = completing ? wanted.completes : partId(wanted.id, context);
    decision.events.push_back(completing
            ? newEvent(subjectOf(wanted.of),
                CaseDecisionCompleted{id, wanted.reason, wanted.personsView, wanted.carersView})
            : newEvent(subjectOf(wanted.of),
                CaseDecided{id, wanted.decision, wanted.reason, wanted.personsView,
                    wanted.carersView, context.late(), {}}));
    decision.made.insert(u"id"_s, id.text());
    decision.owed = owedAfter(*record, decision, context);
    return decision;
}

Decision decideExplainLate(const ExplainLate& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"reason"_s, wanted.reason));
    refuseNoEntry(decision, record.get(), wanted.entry, u"entry"_s);
    if (!decision.refused())
        decision.events.push_back(
            newEvent(subjectOf(wanted.of), CaseLateExplained{wanted.entry, wanted.reason}));
    return decision;
}

Decision decideWritten(const WriteCase& wanted, const Context& context)
{
    Decision decision;
    caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"system"_s, wanted.system));
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    const QString what = wanted.what.isEmpty() ? u"chronology"_s : wanted.what;
    decision.events.push_back(newEvent(subjectOf(wanted.of), CaseWritten{id, wanted.system, what}));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

}

std::vector<CommandSpec> caseEntryCommands()
{
    return {
        command<OpenCase>("Opens a case without a contact; your service is responsible",
            {u"HO-3.6a"_s, u"INV-1"_s}, decideOpen),
        command<DescribeCase>("Sets title, council, urgency, kind of work or person of a case",
            {u"FM-5"_s}, decideDescribe),
        command<SetCouncil>("Sets the council area of a case", {u"FM-5"_s}, decideCouncil),
        command<NoteCase>("Adds an entry to a case", {u"HO-4.4a"_s, u"COOP-1.5"_s}, decideNote),
        command<CorrectCase>(
            "Corrects an entry; the old words stay", {u"COOP-1.5"_s, u"INV-10"_s}, decideCorrect),
        command<DecideCase>("Records a decision with its reason and the views on it",
            {u"COOP-1.5"_s, u"COOP-2.4"_s}, decideDecide),
        command<ExplainLate>(
            "Says why an entry was written down late", {u"COOP-1.5"_s}, decideExplainLate),
        command<WriteCase>("Notes that a case was written to another system",
            {u"ESC-6.5"_s, u"HO-4.4b"_s}, decideWritten),
    };
}

std::vector<CommandSpec> caseCommands()
{
    std::vector<CommandSpec> commands;
    for (const auto& group : {caseEntryCommands(), caseWorkCommands(), triageCommands(),
             caseEndCommands(), disputeCommands(), supportCommands(), supportUpdateCommands(),
             highRiskCommands(), disclosureCommands(), needsCommands(), distributionCommands()})
        commands.insert(commands.end(), group.begin(), group.end());
    return commands;
}

}
