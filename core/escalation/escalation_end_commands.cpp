#include "core/casework/death.h"
#include "core/command/preview.h"
#include "core/escalation/escalation_commands.h"
#include "core/person/person.h"
#include "core/text/folded.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Acknowledge {
    static constexpr const char* name = "escalation.acknowledge";
    EscalationId of;
    QString by;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("escalation", s.of, "The escalation", Need::Required);
        v("by", s.by, "The manager who acknowledged it; you when left out");
    }
};

/// What is said of an escalation; Which has the command's name and what the words are.
template <typename Which>
struct SayOf {
    static constexpr const char* name = Which::name;
    EscalationId of;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("escalation", s.of, "The escalation", Need::Required);
        v("words", s.words, Which::words, Need::Required);
    }
};

struct Response {
    static constexpr const char* name = "escalation.respond";
    static constexpr const char* words = "The written response";
};
using Respond = SayOf<Response>;

struct Incident {
    static constexpr const char* name = "escalation.serious_incident";
    static constexpr const char* words = "What happened";
};
using NoteIncident = SayOf<Incident>;

struct StageAllows {
    static constexpr const char* name = "escalation.stage_allows";
    EscalationId of;
    QString by;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("escalation", s.of, "The escalation", Need::Required);
        v("by", s.by, "Who said that the process allows a joint audit", Need::Required);
        v("words", s.words, "Which stage it has reached");
    }
};

struct PlanAudit {
    static constexpr const char* name = "escalation.audit";
    EscalationId of;
    PartId id;
    QDate on;
    QString with;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("escalation", s.of, "The escalation", Need::Required);
        v("id", s.id, "Identifier to give the audit; made when left out");
        v("on", s.on, "The day", Need::Required);
        v("with", s.with, "With which organisations", Need::Required);
    }
};

struct Close {
    static constexpr const char* name = "escalation.close";
    EscalationId of;
    QString outcome;
    QString theme;
    QString partners;
    std::vector<LearningGroup> groups;
    bool inError = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("escalation", s.of, "The escalation", Need::Required);
        v("outcome", s.outcome, "What was agreed", Need::Required);
        v("theme", s.theme, "What is learned: a theme in a few words");
        v("partners", s.partners, "Which partners were told, or why nobody");
        v("groups", s.groups, "Which groups hear of the theme; both when left out");
        v("in_error", s.inError, "It was raised by mistake or twice: nobody is to answer it");
    }
};

// What was answered in writing in time was acknowledged by that. ESC-2.3b
std::optional<Instant> acknowledgementDue(const Escalation& record, Instant at)
{
    std::optional<Instant> first;
    for (const std::size_t level : waitingAt(record, acknowledgement, at)) {
        const LevelClocks& clocks = record.levels[level].clocks;
        const auto& due = clocks.acknowledgeDue;
        if (due && !(clocks.respondedAt && *clocks.respondedAt <= *due))
            first = std::min(first.value_or(*due), *due);
    }
    return first;
}

Decision acknowledge(const Acknowledge& wanted, const Context& context)
{
    Decision decision;
    const auto record = heardEscalation(decision, wanted.of, u"ESC-2.3b"_s, context);
    if (record && !refused(decision, refuseBeforeReceipt(*record, context.occurred)))
        refused(decision, refuseAcknowledged(*record, context.occurred));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        EscalationAcknowledged{wanted.by.isEmpty() ? context.actor.name : wanted.by}));
    const auto due = acknowledgementDue(*record, context.occurred);
    if (due && context.occurred > *due)
        decision.flags.push_back({u"ESC-2.3b"_s,
            u"%1 was acknowledged after the 24 hours, due %2: %3 late."_s.arg(
                record->ref, dateTimeText(*due), durationText(context.occurred - *due))});
    return decision;
}

// Q11: from the end of the working day on it is late, and a breach after the profile's time.
void judgeResponse(Decision& decision, const Escalation& record, const Context& context)
{
    const auto by = dueAt(record, writtenResponse, context.occurred);
    if (!by || context.occurred <= *by)
        return;
    const QString due = dateTimeText(*by);
    if (context.occurred <= responseBreach(*by, context.profile()))
        decision.notes.append(
            u"ESC-2.3c: %1 was answered late on the last of its working days, due %2."_s.arg(
                record.ref, due));
    else
        decision.flags.push_back({u"ESC-2.3c"_s,
            u"%1 was answered after its working days, a breach: due %2."_s.arg(record.ref, due)});
}

Decision respond(const Respond& wanted, const Context& context)
{
    Decision decision;
    const auto record = heardEscalation(decision, wanted.of, u"ESC-2.3c"_s, context);
    refused(decision, refuseBlank(u"words"_s, wanted.words));
    if (record)
        refused(decision, refuseBeforeReceipt(*record, context.occurred));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of), EscalationAnswered{wanted.words}));
    judgeResponse(decision, *record, context);
    return decision;
}

Decision noteIncident(const NoteIncident& wanted, const Context& context)
{
    Decision decision;
    const auto record = heardEscalation(decision, wanted.of, u"ESC-3.5"_s, context);
    refused(decision, refuseBlank(u"words"_s, wanted.words));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of), SeriousIncidentNoted{wanted.words}));
    if (!preview(*record, subjectOf(wanted.of), decision, context).auditLocked())
        return decision;
    for (const JointAudit& audit : record->audits)
        if (audit.on >= dateOf(context.occurred))
            decision.flags.push_back({u"ESC-3.5"_s,
                u"The joint audit planned on %1 waits until somebody says that the organisations' "
                u"own processes allow it."_s.arg(dateText(audit.on))});
    return decision;
}

Decision stageAllows(const StageAllows& wanted, const Context& context)
{
    Decision decision;
    const auto record = heardEscalation(decision, wanted.of, u"ESC-3.5"_s, context);
    refused(decision, refuseBlank(u"by"_s, wanted.by));
    if (decision.refused())
        return decision;
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), ProcessStageAllows{wanted.by, wanted.words}));
    if (record->auditLocked()
        && preview(*record, subjectOf(wanted.of), decision, context).auditLocked())
        decision.flags.push_back({u"ESC-3.5"_s,
            u"This was said before the incident of %1: a joint audit still waits."_s.arg(
                dateTimeText(*record->incidentAt))});
    return decision;
}

// A death that a case of it tells is to be judged before anybody plans an audit. ESC-3.5
std::optional<Refusal> refuseAfterDeath(const Escalation& record, const Context& context)
{
    if (record.stageAllowedAt || record.incidentAt)
        return {};
    for (const CaseId& id : record.cases) {
        const auto about = context.records.caseRecord(id);
        if (about && tellsOfDeath(*about))
            return Refusal{u"ESC-3.5"_s, u"on"_s,
                u"%1 tells of a death: the organisations' own processes come first."_s.arg(
                    about->ref),
                u"Note it with escalation.serious_incident, or record with "
                u"escalation.stage_allows who said that a joint audit may be planned."_s};
    }
    return {};
}

Decision planAudit(const PlanAudit& wanted, const Context& context)
{
    Decision decision;
    const auto record = heardEscalation(decision, wanted.of, u"ESC-3.4"_s, context);
    refused(decision, refuseBlank(u"with"_s, wanted.with));
    if (record && !refused(decision, refuseAudit(*record)))
        refused(decision, refuseAfterDeath(*record, context));
    if (decision.refused())
        return decision;
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), JointAuditPlanned{id, wanted.on, wanted.with}));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

// Every word of the name in the theme, or the number.
bool namesPerson(const QString& theme, const Person& person)
{
    if (!person.nhs.isEmpty() && digitsOf(theme).contains(person.nhs))
        return true;
    const QStringList words = foldedWords(theme);
    const QStringList name = foldedWords(person.details.name.value_or(QString()));
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [&words](const QString& word) {
        return words.contains(word);
    });
}

// The groups read the theme as it stands. ESC-1.9
void judgeTheme(
    Decision& decision, const QString& theme, const Escalation& record, const Context& context)
{
    const bool named = std::any_of(record.cases.begin(), record.cases.end(), [&](const CaseId& id) {
        const auto about = context.records.caseRecord(id);
        const auto person = about ? context.records.person(about->person) : nullptr;
        return person && namesPerson(theme, *person);
    });
    if (named)
        decision.flags.push_back({u"ESC-1.9"_s,
            u"The theme names the person that the concern is about, and other organisations read "
            u"it."_s});
}

Decision close(const Close& wanted, const Context& context)
{
    Decision decision;
    const auto record = openEscalation(decision, wanted.of, context);
    refused(decision, refuseBlank(u"outcome"_s, wanted.outcome));
    if (record)
        refused(decision, refuseBeforeLevel(*record, context.occurred));
    if (record && !wanted.inError)
        for (Refusal& refusal : refuseClosing(*record, wanted.theme, wanted.partners))
            decision.refusals.push_back(std::move(refusal));
    if (decision.refused())
        return decision;
    if (wanted.inError) {
        decision.events.push_back(newEvent(subjectOf(wanted.of),
            EscalationClosed{
                u"Raised in error: %1"_s.arg(wanted.outcome.trimmed()), {}, wanted.partners, {}}));
        return decision;
    }
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        EscalationClosed{wanted.outcome, wanted.theme, wanted.partners, wanted.groups}));
    judgeTheme(decision, wanted.theme, *record, context);
    decision.owed = owedOf(*record);
    return decision;
}

}

std::vector<CommandSpec> escalationEndCommands()
{
    return {
        command<Acknowledge>(
            "Records that the receiving manager acknowledged it", {u"ESC-2.3b"_s}, acknowledge),
        command<Respond>("Records the written response", {u"ESC-2.3c"_s}, respond),
        command<NoteIncident>(
            "Notes a serious incident or a death: joint audits wait", {u"ESC-3.5"_s}, noteIncident),
        command<StageAllows>(
            "Records who said that a joint audit may be planned now", {u"ESC-3.5"_s}, stageAllows),
        command<PlanAudit>(
            "Plans a joint audit or review", {u"ESC-3.4"_s, u"ESC-3.5"_s}, planAudit),
        command<Close>("Closes it with what is learned and who was told",
            {u"ESC-2.2b"_s, u"ESC-2.3c"_s, u"ESC-2.3d"_s, u"ESC-1.9"_s, u"ESC-3.4"_s}, close),
    };
}

}
