#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/cooperation/cooperation_events.h"
#include "core/casework/cooperation/distribution_rules.h"
#include "core/casework/cooperation/support_rules.h"
#include "core/clock/catalogue.h"
#include "core/clock/passed.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Distribute {
    static constexpr const char* name = "case.distribute";
    CaseId of;
    QStringList teams;
    QString gp;
    QString noGp;
    QString outstanding;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("teams", s.teams, "Teams that should have the record, or unknown");
        v("gp", s.gp,
            "The GP practice, when the person is registered; the person's where left out");
        v("no_gp", s.noGp, "Why nothing goes to a GP: not registered, not known …");
        v("outstanding", s.outstanding, "What is outstanding");
    }
};

struct ClarifyTeam {
    static constexpr const char* name = "case.team_clarified";
    CaseId of;
    QString openTo;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("open_to", s.openTo,
            "The team that has the person, by its key or in the words told, or none",
            Need::Required);
        v("words", s.words, "How it was found out");
    }
};

// None named: of mental health work it goes to the practice at which the person is registered.
QString practiceOf(
    Decision& decision, const Distribute& wanted, const Case& record, const Context& context)
{
    if (!wanted.gp.trimmed().isEmpty() || !wanted.noGp.trimmed().isEmpty())
        return wanted.gp.trimmed();
    QString practice = registeredPractice(record, context);
    if (!practice.isEmpty())
        decision.notes.append(
            u"HO-5.4: the copy goes to %1, where the person is registered; say no_gp where none is "
            u"to go."_s.arg(practice));
    return practice;
}

Decision distribute(const Distribute& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    if (record)
        refused(decision, refuseNoRecipients(*record, wanted.teams, context.profile()));
    if (!wanted.gp.trimmed().isEmpty() && !wanted.noGp.trimmed().isEmpty())
        refused(decision,
            Refusal{u"HO-5.4"_s, u"no_gp"_s, u"A GP is named, and why nothing goes to one."_s,
                u"Leave out one of the two."_s});
    if (decision.refused())
        return decision;
    const QString practice = practiceOf(decision, wanted, *record, context);
    const CaseDistributed told{
        wanted.teams, practice.isEmpty() ? wanted.noGp.trimmed() : practice, wanted.outstanding};
    decision.events.push_back(newEvent(subjectOf(wanted.of), told));
    addDistribution(
        decision, *record, distributionTasks(*record, told, practice, context), context);
    if (told.gp.isEmpty())
        decision.owed.push_back({u"HO-5.4"_s, u"gp"_s,
            u"The person's GP, or why nothing goes to one."_s, u"end_of_duty"_s});
    return decision;
}

const Task* openClarification(const Case& record)
{
    for (const Task& task : record.tasks)
        if (task.kind == u"clarify_team"_s && !task.doneAt)
            return &task;
    return nullptr;
}

// What was found out before anybody asked is asked and answered in one act.
PartId clarification(Decision& decision, const Case& record, const Context& context)
{
    if (const Task* task = openClarification(record))
        return task->id;
    PartId asked;
    for (const CaseTaskAdded& each :
        distributionTasks(record, {{u"unknown"_s}, {}, {}}, {}, context))
        if (each.kind == u"clarify_team"_s) {
            asked = each.id;
            decision.events.push_back(newEvent(subjectOf(record.id), each));
            noteHolidays(decision, each.due, context);
        }
    return asked;
}

QString joinedWords(const QString& named, const QString& words)
{
    return words.trimmed().isEmpty() ? named : named + u": "_s + words.trimmed();
}

QString teamWords(const ClarifyTeam& wanted, const Team* known)
{
    if (wanted.openTo == u"none"_s)
        return u"Not open to any team"_s;
    return known ? known->name : wanted.openTo.trimmed() + u" (not in the profile)"_s;
}

// Who has the person is a fact, whether or not the profile knows the team. HO-5.3
Decision clarifyTeam(const ClarifyTeam& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    const bool none = wanted.openTo == u"none"_s;
    const Team* known = teamMeant(context.profile(), wanted.openTo);
    const QString team = known ? known->key : wanted.openTo.trimmed();
    if (record && known)
        refused(decision, refuseRecipient(*record, u"open_to"_s, team, context.profile()));
    if (decision.refused())
        return decision;
    const QString named = teamWords(wanted, known);
    const PartId task = clarification(decision, *record, context);
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), CaseTaskDone{task, joinedWords(named, wanted.words)}));
    if (none)
        return decision;
    if (!known)
        decision.notes.append(
            u"HO-5.3: “%1” is not in the profile: nothing is known here of how to reach it."_s.arg(
                team));
    const QString outstanding
        = record->distributions.empty() ? QString() : record->distributions.back().outstanding;
    for (const CaseTaskAdded& each :
        distributionTasks(*record, {{team}, {}, outstanding}, {}, context))
        if (each.kind == u"notify_team"_s) {
            decision.events.push_back(newEvent(subjectOf(wanted.of), each));
            noteHolidays(decision, each.due, context);
        }
    return decision;
}

}

std::vector<CommandSpec> distributionCommands()
{
    return {
        command<Distribute>("Says who receives the record of the work; each becomes a task",
            {u"HO-4.4b"_s, u"HO-5.1"_s, u"HO-5.2a"_s, u"HO-5.2b"_s, u"HO-5.3"_s, u"HO-5.4"_s},
            distribute),
        command<ClarifyTeam>(
            "Records which team has the person, or that none does", {u"HO-5.3"_s}, clarifyTeam),
    };
}

}
