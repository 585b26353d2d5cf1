#include "core/casework/cooperation/distribution_rules.h"

#include "core/casework/held.h"
#include "core/clock/catalogue.h"
#include "core/clock/passed.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Instant nextWorkingDay(Instant at, QTime time, const ServiceCalendar& calendar)
{
    return instantOf({calendar.addWorkingDays(dateOf(at), 1), time});
}

Instant endOfNextWorkingDay(const Context& context)
{
    return nextWorkingDay(context.occurred, endOfWorkingDay(context.profile()), context.calendar);
}

/// What a task of the distribution says; the rest is the same for all.
struct Wording {
    QString kind;
    QString clause;
    QString what;
    QString who;
};

CaseTaskAdded task(const Wording& wording, Instant due, const Context& context)
{
    return {{context.mint()}, wording.what, wording.who, due,
        warningsBefore(due, u"task"_s, context.profile()), wording.clause, wording.kind};
}

QString teamName(const QString& key, const Profile& profile)
{
    const Team* team = profile.team(key);
    return team ? team->name : key;
}

QString nameOfAudience(const QString& audience, const QString& otherwise, const Profile& profile)
{
    for (const Team& team : profile.teams)
        if (team.audience == audience)
            return team.name;
    return otherwise;
}

// What is told in one text is one line of a task. HO-5.2a
QString withOutstanding(const QString& what, const CaseDistributed& told)
{
    const QString outstanding = told.outstanding.simplified();
    return outstanding.isEmpty() ? what : u"%1. Outstanding: %2"_s.arg(what, outstanding);
}

Wording uploadBy(const QString& who, const CaseDistributed& told)
{
    return {u"upload"_s, u"HO-5.1"_s,
        withOutstanding(u"Upload the documents to RiO and distribute them"_s, told), who};
}

Wording clarifyTeamBy(const QString& who)
{
    return {u"clarify_team"_s, u"HO-5.3"_s, u"Clarify whether the person is open to a team"_s, who};
}

// EDT sends everything to the AMHP service, which uploads and tells the teams, not itself. HO-5.1,
// HO-5.2a
std::vector<CaseTaskAdded> byAmhpService(const CaseDistributed& told, const Context& context)
{
    const Instant tomorrow = endOfNextWorkingDay(context);
    const QString amhp
        = nameOfAudience(u"amhp-day"_s, u"Daytime AMHP service"_s, context.profile());
    std::vector<CaseTaskAdded> tasks{
        task({u"send_documents"_s, u"HO-5.2a"_s,
                 withOutstanding(
                     u"E-mail all documents, with what was done and what is outstanding, to "_s
                         + amhp,
                     told),
                 context.actor.name},
            tomorrow, context),
        task(uploadBy(amhp, told), tomorrow, context)};
    for (const QString& key : told.teams) {
        const Team* team = context.profile().team(key);
        if (team && team->audience == u"amhp-day"_s)
            continue;
        tasks.push_back(task(key == u"unknown"_s
                ? clarifyTeamBy(amhp)
                : Wording{u"notify_team"_s, u"HO-4.4b"_s,
                    u"Tell %1 of the out-of-hours work and where its record is"_s.arg(
                        teamName(key, context.profile())),
                    amhp},
            tomorrow, context));
    }
    return tasks;
}

// What no AMHP service of the day is to have, whoever did it sends to the council's teams. HO-3.1a
std::vector<CaseTaskAdded> byEdt(const CaseDistributed& told, const Context& context)
{
    const QString& own = context.actor.name;
    std::vector<CaseTaskAdded> tasks;
    for (const QString& key : told.teams)
        tasks.push_back(task(key == u"unknown"_s
                ? clarifyTeamBy(own)
                : Wording{u"notify_team"_s, u"HO-4.4b"_s,
                    withOutstanding(
                        u"E-mail the record, with what was done and what is outstanding, to "_s
                            + teamName(key, context.profile()),
                        told),
                    own},
            endOfNextWorkingDay(context), context));
    return tasks;
}

// Of one service for day and night, which has no other to send it to. HO-5.1, S3-ii
std::vector<CaseTaskAdded> byOneService(const CaseDistributed& told, const Context& context)
{
    std::vector<CaseTaskAdded> tasks = byEdt(told, context);
    tasks.push_back(
        task(uploadBy(context.actor.name, told), endOfNextWorkingDay(context), context));
    return tasks;
}

std::vector<CaseTaskAdded> teamTasks(
    const Case& record, const CaseDistributed& told, const Context& context)
{
    if (!isMentalHealthWork(record, context.profile()))
        return byEdt(told, context);
    return distributesTo(record, context.profile()).isEmpty() ? byOneService(told, context)
                                                              : byAmhpService(told, context);
}

// The night's work that a record is of: since the service took the case, it was opened again or an
// assessment ended.
Instant workedSince(const Case& record)
{
    Instant since = responsibleSince(record);
    for (const ClosedSpell& spell : record.closedSpells)
        since = std::max(since, spell.until.value_or(since));
    if (record.assessment && record.assessment->startedAt)
        since = std::max(since, record.assessment->endedAt.value_or(*record.assessment->startedAt));
    return since;
}

std::vector<Distribution> distributionsNow(const Case& record)
{
    std::vector<Distribution> found;
    std::copy_if(record.distributions.begin(), record.distributions.end(),
        std::back_inserter(found),
        [since = workedSince(record)](const Distribution& each) { return each.at >= since; });
    return found;
}

bool isAmhpAddress(const QString& address, const QString& service, const Profile& profile)
{
    const auto same = [&address](const QString& email) {
        return !email.isEmpty() && email.compare(address, Qt::CaseInsensitive) == 0;
    };
    const Service* amhp = profile.service(service);
    return (amhp && same(amhp->email))
        || std::any_of(profile.teams.begin(), profile.teams.end(),
            [&](const Team& team) { return team.audience == u"amhp-day"_s && same(team.email); });
}

bool wentTo(const Case& record, DocumentKind kind, const QString& address)
{
    return std::any_of(record.documentSendings.begin(), record.documentSendings.end(),
        [&](const DocumentSending& each) {
            return each.to.compare(address, Qt::CaseInsensitive) == 0
                && std::find(each.kinds.begin(), each.kinds.end(), kind) != each.kinds.end();
        });
}

// What another system holds, its readers find there.
bool hasDocumentsLeft(const Case& record, const QString& address)
{
    return std::any_of(record.documents.begin(), record.documents.end(), [&](const Document& each) {
        return each.state != DocumentState::NotApplicable
            && each.state != DocumentState::HeldElsewhere && !wentTo(record, each.kind, address);
    });
}

bool lacksGp(const Case& record)
{
    const std::vector<Distribution> now = distributionsNow(record);
    const auto& asked = now.empty() ? record.distributions : now;
    return !asked.empty() && std::none_of(asked.begin(), asked.end(), [](const Distribution& each) {
        return !each.gp.isEmpty();
    });
}

}

bool isMentalHealthWork(const Case& record, const Profile& profile)
{
    const WorkKind* work = profile.workKind(u"mhaa"_s);
    return work && record.kindOfWork == work->key;
}

QString distributesTo(const Case& record, const Profile& profile)
{
    const WorkKind* work = profile.workKind(u"mhaa"_s);
    if (!isMentalHealthWork(record, profile) || work->outOfHoursService == work->dayService)
        return {};
    return work->dayService;
}

QString registeredPractice(const Case& record, const Context& context)
{
    const auto person = context.records.person(record.person);
    if (!person || !isMentalHealthWork(record, context.profile()))
        return {};
    const PersonDetails& known = person->details;
    const bool registered = known.gpRegistered.value_or(QString()).trimmed().toLower() == u"yes"_s;
    return registered ? known.gpPractice.value_or(QString()).trimmed() : QString();
}

std::optional<Owed> distributionOwed(const Case& record, const Profile& profile)
{
    if (distributesTo(record, profile).isEmpty() || !distributionsNow(record).empty()
        || record.responsible.current() != profile.workKind(u"mhaa"_s)->outOfHoursService)
        return {};
    return Owed{u"HO-5.2a"_s, u"distribution"_s,
        u"Documents, what was done and what is outstanding are still to go to the AMHP service, "
        u"and to the teams that should have them (case.distribute)."_s,
        u"end_of_duty"_s};
}

std::vector<Owed> recordsOwed(const Case& record)
{
    std::vector<Owed> owed;
    for (const EdtRecord& each : record.edtRecords) {
        if (!each.declined.isEmpty())
            continue;
        if (each.manager.trimmed().isEmpty())
            owed.push_back({u"HO-4.1a"_s, u"manager"_s,
                u"Which manager of %1 agreed to the handover is still to be told "
                u"(handover.complete_record)."_s.arg(each.team),
                u"end_of_duty"_s});
        if (each.contingency.trimmed().isEmpty())
            owed.push_back({u"HO-4.3b"_s, u"contingency"_s,
                u"What is done if things change is still to be told by %1 "
                u"(handover.complete_record)."_s.arg(each.worker),
                u"handover"_s});
    }
    if (lacksGp(record))
        owed.push_back({u"HO-5.4"_s, u"gp"_s,
            u"The person's GP, or why nothing goes to one, is still to be told "
            u"(case.distribute)."_s,
            u"end_of_duty"_s});
    return owed;
}

std::optional<CaseTaskAdded> distributeTask(const Case& record, const Context& context)
{
    const bool stands = std::any_of(record.tasks.begin(), record.tasks.end(),
        [](const Task& each) { return each.kind == u"distribute"_s && !each.doneAt; });
    if (stands || !distributionOwed(record, context.profile()))
        return {};
    return task({u"distribute"_s, u"HO-5.2a"_s,
                    u"Distribute the record of the work: to the AMHP service and the teams"_s,
                    context.actor.name},
        endOfNextWorkingDay(context), context);
}

void addDistribution(Decision& decision, const Case& record,
    const std::vector<CaseTaskAdded>& tasks, const Context& context)
{
    // What an earlier night's record still asks for is no word of a new one.
    const bool isNewWork = distributionOwed(record, context.profile()).has_value();
    const auto stands = [&record, isNewWork](const CaseTaskAdded& wanted) {
        return std::any_of(record.tasks.begin(), record.tasks.end(), [&](const Task& each) {
            return !each.doneAt && each.kind == wanted.kind && each.what == wanted.what
                && each.who == wanted.who && (!isNewWork || each.due == wanted.due);
        });
    };
    for (const CaseTaskAdded& each : tasks)
        if (!stands(each)) {
            decision.events.push_back(newEvent(subjectOf(record.id), each));
            noteHolidays(decision, each.due, context);
        }
    for (const Task& each : record.tasks)
        if (each.kind == u"distribute"_s && !each.doneAt)
            decision.events.push_back(
                newEvent(subjectOf(record.id), CaseTaskDone{each.id, u"distributed"_s}));
}

void endSending(
    Decision& decision, const Case& after, const QString& address, const Context& context)
{
    const auto task = std::find_if(after.tasks.begin(), after.tasks.end(),
        [](const Task& each) { return each.kind == u"send_documents"_s && !each.doneAt; });
    const Profile& profile = context.profile();
    if (task == after.tasks.end()
        || !isAmhpAddress(address, distributesTo(after, profile), profile))
        return;
    if (hasDocumentsLeft(after, address)) {
        decision.notes.append(
            u"HO-5.2a: not all documents have gone to %1: that task stays open."_s.arg(address));
        return;
    }
    decision.events.push_back(
        newEvent(subjectOf(after.id), CaseTaskDone{task->id, u"e-mailed to "_s + address}));
}

std::optional<Refusal> refuseRecipient(
    const Case& record, const QString& field, const QString& team, const Profile& profile)
{
    if (auto refusal = refuseTeam(profile, field, team))
        return refusal;
    const Team& known = *profile.team(team);
    if (known.audience != u"amhp-day"_s || isMentalHealthWork(record, profile))
        return {};
    return Refusal{u"HO-3.1a"_s, field,
        u"%1 is no mental health work: %2 never sees it."_s.arg(record.ref, known.name),
        u"Name the teams of the person's council."_s};
}

std::optional<Refusal> refuseNoRecipients(
    const Case& record, const QStringList& teams, const Profile& profile)
{
    if (teams.isEmpty())
        return Refusal{u"HO-5.2b"_s, u"teams"_s,
            u"Which teams should have the record is missing."_s,
            !distributesTo(record, profile).isEmpty()
                ? u"Name them by their keys, or write unknown: the AMHP service then clarifies."_s
                : u"Name them by their keys, or write unknown: it is then to be clarified."_s};
    for (const QString& team : teams)
        if (team != u"unknown"_s)
            if (auto refusal = refuseRecipient(record, u"teams"_s, team, profile))
                return refusal;
    return {};
}

Instant gpCopyBy(Instant at, const ServiceCalendar& calendar)
{
    return nextWorkingDay(at, calendar.profile().settingTime(u"gp_copy_by"_s, {12, 0}), calendar);
}

std::vector<CaseTaskAdded> distributionTasks(
    const Case& record, const CaseDistributed& told, const QString& gp, const Context& context)
{
    const Profile& profile = context.profile();
    std::vector<CaseTaskAdded> tasks = teamTasks(record, told, context);
    if (!gp.isEmpty())
        tasks.push_back(
            task({u"gp_letter"_s, u"HO-5.4"_s, u"Send the information to the GP: "_s + gp,
                     nameOfAudience(u"gp-admin"_s, u"EDT Admin"_s, profile)},
                gpCopyBy(context.occurred, context.calendar), context));
    return tasks;
}

}
