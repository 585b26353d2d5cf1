#include "core/alert/alert_events.h"
#include "core/alert/alert_rules.h"
#include "core/casework/case_checks.h"
#include "core/command/catalogue.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/text/telephone.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct AddAlert {
    static constexpr const char* name = "alert.add";
    AlertId id;
    AlertMarks marks;
    QString words;
    QString plan;
    std::optional<Due> until;
    std::optional<Due> from;
    QString givenBy;
    QString givenTeam;
    QString service;
    PersonId person;
    CaseId caseId;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give it; made when left out");
        AlertMarks::visit(s.marks, v);
        v("words", s.words, "What may happen tonight", Need::Required);
        v("plan", s.plan, "What is then to be done");
        v("until", s.until, "Until when it holds; the end of the night's duty when left out");
        v("from", s.from, "From when it holds; at once when left out");
        v("given_by", s.givenBy, "Who gave it: name and role");
        v("given_team", s.givenTeam, "Their team");
        v("service", s.service, "Service that is to know; the one on duty out of hours");
        v("person", s.person,
            "The person, when known here: their names and numbers are taken over");
        v("case", s.caseId, "The case it belongs to");
    }
};

struct ChangeAlert {
    static constexpr const char* name = "alert.change";
    AlertId of;
    std::optional<QString> words;
    std::optional<QString> plan;
    std::optional<Due> until;
    std::optional<QString> givenBy;
    std::optional<QString> givenTeam;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("alert", s.of, "The alert", Need::Required);
        v("words", s.words, "What may happen");
        v("plan", s.plan, "What is then to be done");
        v("until", s.until, "Until when it holds");
        v("given_by", s.givenBy, "Who gave it");
        v("given_team", s.givenTeam, "Their team");
    }
};

struct WithdrawAlert {
    static constexpr const char* name = "alert.withdraw";
    AlertId of;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("alert", s.of, "The alert", Need::Required);
        v("reason", s.reason, "Why it no longer holds", Need::Required);
    }
};

void takeOver(QString& mark, const std::optional<QString>& known)
{
    if (mark.isEmpty())
        mark = known.value_or(QString());
}

AlertMarks marksOf(const AddAlert& wanted, const Context& context)
{
    AlertMarks marks = wanted.marks;
    if (const auto person = context.records.person(wanted.person)) {
        const PersonDetails& known = person->details;
        takeOver(marks.name, known.name);
        takeOver(marks.alsoKnownAs, known.alsoKnownAs);
        takeOver(marks.telephone, known.telephone);
        takeOver(marks.address, known.address);
        takeOver(marks.postcode, known.postcode);
        takeOver(marks.nhsNumber, person->nhs);
    }
    const QString postcode = postcodeIn(marks.postcode.isEmpty() ? marks.address : marks.postcode);
    if (!postcode.isEmpty())
        marks.postcode = postcode;
    return marks;
}

void point(Decision& decision, const QString& typed, const IdentifierCheck& check)
{
    if (!typed.isEmpty() && !check.reason.isEmpty())
        decision.notes.append(u"“%1”: %2 %3"_s.arg(typed, check.reason, check.mend).trimmed());
}

// Who is on duty when the day service has gone home.
QString nightService(const Context& context)
{
    for (const WorkKind& kind : context.profile().work)
        if (kind.outOfHoursService == context.actor.service)
            return context.actor.service;
    const WorkKind* general = context.profile().workKind(u"general"_s);
    if (!general && !context.profile().work.empty())
        general = &context.profile().work.front();
    return general ? general->outOfHoursService : context.actor.service;
}

void checkAdd(Decision& decision, const AddAlert& wanted, const Context& context)
{
    refused(decision, refuseBlank(u"words"_s, wanted.words));
    if (!wanted.person.isNull() && !context.records.person(wanted.person))
        refused(decision, refuseUnknown(u"person"_s, u"person"_s, u"people"_s));
    if (!wanted.caseId.isNull())
        caseNamed(decision, wanted.caseId, context);
    if (!wanted.id.isNull() && context.records.alert(wanted.id))
        refused(decision, refuseTwice(u"id"_s, u"alert"_s));
    if (wanted.service.isEmpty() || context.profile().service(wanted.service))
        return;
    QStringList keys;
    for (const Service& each : context.profile().services)
        keys.append(each.key);
    refused(decision,
        Refusal{{}, u"service"_s, u"The profile has no service “%1”."_s.arg(wanted.service),
            u"Use one of: %1."_s.arg(keys.join(u", "))});
}

std::optional<Refusal> refuseEmptyTime(Instant begins, Instant ends)
{
    if (begins < ends)
        return {};
    return Refusal{u"HO-4.3b"_s, u"until"_s,
        u"It would end at %1, before it begins at %2."_s.arg(
            dateTimeText(ends), dateTimeText(begins)),
        u"Give a later end."_s};
}

std::optional<Instant> endOf(
    const AddAlert& wanted, const QString& service, Instant begins, const Context& context)
{
    return wanted.until ? std::optional(wanted.until->at)
                        : endOfTonight(context.calendar, service, begins);
}

AlertAdded addedBy(Decision& decision, const AddAlert& wanted, const Context& context)
{
    AlertAdded added;
    added.alert = wanted.id.isNull() ? AlertId{context.mint()} : wanted.id;
    added.service = wanted.service.isEmpty() ? nightService(context) : wanted.service;
    added.marks = marksOf(wanted, context);
    const IdentifierCheck nhs = checkNhsNumber(added.marks.nhsNumber);
    point(decision, added.marks.nhsNumber, nhs);
    added.nhs = nhs.isValid() ? nhs.normalised : QString();
    const TelephoneCheck telephone = checkTelephone(added.marks.telephone);
    point(decision, added.marks.telephone, telephone);
    added.telephoneKey = telephone.e164;
    added.person = wanted.person;
    added.caseId = wanted.caseId;
    added.words = wanted.words;
    added.plan = wanted.plan;
    added.givenBy = wanted.givenBy;
    added.givenTeam = wanted.givenTeam;
    added.begins = wanted.from ? wanted.from->at : context.occurred;
    return added;
}

Decision add(const AddAlert& wanted, const Context& context)
{
    Decision decision;
    checkAdd(decision, wanted, context);
    if (decision.refused())
        return decision;
    AlertAdded added = addedBy(decision, wanted, context);
    refused(decision, refuseWithoutMark(added));
    const auto ends = endOf(wanted, added.service, added.begins, context);
    if (!ends)
        refused(decision,
            Refusal{u"HO-4.3b"_s, u"until"_s,
                u"“%1” has no hours of duty in the profile."_s.arg(added.service),
                u"Say until when the alert holds."_s});
    added.ends = ends.value_or(Instant{});
    if (ends)
        refused(decision, refuseEmptyTime(added.begins, added.ends));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(added.alert), added));
    decision.made.insert(u"id"_s, added.alert.text());
    decision.made.insert(u"until"_s, isoText(added.ends));
    decision.owed = owedOf(preview(Alert{}, subjectOf(added.alert), decision, context));
    return decision;
}

std::shared_ptr<const Alert> alertNamed(
    Decision& decision, const AlertId& id, const Context& context)
{
    auto alert = context.records.alert(id);
    if (!alert)
        refused(decision, refuseUnknown(u"alert"_s, u"alert"_s, u"alerts"_s));
    else if (alert->withdrawnAt && *alert->withdrawnAt <= context.occurred)
        refused(decision,
            Refusal{u"HO-4.3b"_s, u"alert"_s,
                u"The alert was withdrawn at %1 by %2."_s.arg(
                    dateTimeText(*alert->withdrawnAt), alert->withdrawnBy),
                u"Add a new one with alert.add."_s});
    return alert;
}

Decision change(const ChangeAlert& wanted, const Context& context)
{
    Decision decision;
    const auto alert = alertNamed(decision, wanted.of, context);
    if (decision.refused())
        return decision;
    const AlertChanged changed{wanted.words, wanted.plan, wanted.givenBy, wanted.givenTeam,
        wanted.until ? std::optional(wanted.until->at) : std::nullopt};
    if (payloadOf(changed) == payloadOf(AlertChanged{}))
        return refuse({}, u"words"_s, u"Nothing is changed."_s, u"Give at least one field."_s);
    if (wanted.words)
        refused(decision, refuseBlank(u"words"_s, *wanted.words));
    if (changed.ends)
        refused(decision, refuseEmptyTime(alert->begins, *changed.ends));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of), changed));
    decision.owed = owedOf(preview(*alert, subjectOf(wanted.of), decision, context));
    return decision;
}

Decision withdraw(const WithdrawAlert& wanted, const Context& context)
{
    Decision decision;
    const auto alert = alertNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"reason"_s, wanted.reason));
    if (!decision.refused() && alert->ends <= context.occurred)
        refused(decision,
            Refusal{u"HO-4.3b"_s, u"alert"_s,
                u"The alert ended by itself at %1."_s.arg(dateTimeText(alert->ends)),
                u"There is nothing to withdraw."_s});
    if (!decision.refused())
        decision.events.push_back(newEvent(subjectOf(wanted.of), AlertWithdrawn{wanted.reason}));
    return decision;
}

}

std::vector<CommandSpec> alertCommands()
{
    return {
        command<AddAlert>(
            "Adds an alert for tonight from a day team", {u"HO-2.1f"_s, u"HO-4.3b"_s}, add),
        command<ChangeAlert>(
            "Changes an alert for tonight: its words, plan or end", {u"HO-4.3b"_s}, change),
        command<WithdrawAlert>(
            "Withdraws an alert for tonight, with the reason", {u"HO-4.3b"_s}, withdraw),
    };
}

}
