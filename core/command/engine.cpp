#include "core/command/engine.h"

#include "core/alert/alert_shown.h"
#include "core/casework/closed_case.h"
#include "core/casework/flagged.h"
#include "core/command/changed_beneath.h"
#include "core/command/moment_rules.h"
#include "core/command/right_after.h"
#include "core/conflict/settling.h"
#include "core/exchange/longest.h"
#include "core/exchange/newer.h"
#include "core/exchange/sharing.h"
#include "core/frontdoor/deciding_role.h"
#include "core/frontdoor/limited_role.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Staff of another service do not act on this desk; nor could they add anybody who does.
std::optional<Refusal> refuseFirstOfOthers(const Request& request, const Surroundings& around)
{
    const QString service = request.arguments.value(u"service"_s).toString();
    const QStringList& own = around.deskServices;
    if (service.isEmpty() || own.isEmpty() || own.contains(service))
        return {};
    return Refusal{u"FM-3"_s, u"service"_s,
        u"The first user must be of a service whose staff act on this desk."_s,
        u"Use one of: %1."_s.arg(own.join(u", "))};
}

std::optional<Refusal> findActor(const Request& request, const Surroundings& around, Actor& actor,
    std::shared_ptr<const User>& user)
{
    if (request.user.isEmpty() && !around.records.hasUsers() && request.command == u"user.add"_s) {
        actor = {{}, u"Set-up"_s, u"admin"_s, around.deskService};
        return refuseFirstOfOthers(request, around);
    }
    if (request.user.isEmpty())
        return Refusal{u"DESK-3"_s, u"user"_s, u"Nobody is named as acting."_s,
            u"Give the login of a user."_s};
    user = around.records.userNamed(request.user);
    if (!user)
        return Refusal{u"DESK-3"_s, u"user"_s, u"“%1” is no user of this desk."_s.arg(request.user),
            u"Add the user with user.add, or check the spelling."_s};
    if (!user->active)
        return Refusal{u"DESK-3"_s, u"user"_s,
            u"%1 (“%2”) no longer acts on this desk."_s.arg(user->name, user->login),
            u"Let a manager make the user active again with user.change, active: true."_s};
    actor = {user->id, user->name, user->roles.value(0), user->service};
    if (!around.deskServices.isEmpty() && !around.deskServices.contains(user->service))
        return Refusal{u"DESK-3"_s, u"user"_s,
            u"%1 is of another service (%2), whose staff do not act on this desk."_s.arg(
                user->name, user->service),
            u"Let them act on their own desk; bundles carry it over."_s};
    return {};
}

std::optional<Refusal> findOccurred(const Request& request, Instant now, Instant& occurred)
{
    Reading reading{now, {}, {}, true};
    readAny(request.at, occurred, u"at"_s, reading);
    if (!reading.problems.empty()) {
        const ReadProblem& problem = reading.problems.front();
        return Refusal{u"DESK-1"_s, problem.field, problem.text, problem.mend};
    }
    return refuseMoment(u"at"_s, occurred, now);
}

void tellAhead(Decision& decision, Instant occurred, Instant now)
{
    constexpr auto unseen = std::chrono::minutes(1);
    if (!decision.refused() && occurred > now + unseen)
        decision.notes.append(
            u"What this answers was written by a clock that is ahead of this one: this is "
            "entered at %1, right after it. Check the time of both computers."_s.arg(
                dateTimeText(occurred)));
}

// A flag stands on the case that the action is about.
void recordFlags(Decision& decision, const Context& context)
{
    const auto onCase = std::find_if(decision.events.begin(), decision.events.end(),
        [](const NewEvent& event) { return event.subject.kind == SubjectKind::Case; });
    if (onCase == decision.events.end())
        return;
    const Subject subject = onCase->subject;
    for (const Flag& flag : decision.flags)
        decision.events.push_back(
            newEvent(subject, CaseFlagged{{context.mint()}, flag.clause, flag.text}));
}

void fillIn(Decision& decision, const Context& context)
{
    for (NewEvent& event : decision.events) {
        if (event.occurred == Instant{})
            event.occurred = context.occurred;
        event.evidence = context.evidence;
        if (event.lateReason.isEmpty())
            event.lateReason = context.lateReason;
    }
    if (context.late() && context.lateReason.isEmpty())
        decision.owed.push_back({u"COOP-1.5"_s, u"late_reason"_s,
            u"This was written down late: the reason is still to be given."_s, u"sign_off"_s});
}

// Blanks are no words: text that is needed and blank is missing, in lists and objects too.
void refuseBlanks(const QJsonValue& json, const std::vector<FieldSpec>& fields, const QString& path,
    std::vector<Refusal>& refusals)
{
    const QJsonArray array = json.toArray();
    for (qsizetype n = 0; n < array.size(); ++n)
        refuseBlanks(array[n], fields, path.chopped(1) + u"[%1]."_s.arg(n), refusals);
    for (const FieldSpec& field : fields) {
        const QJsonValue value = json.toObject().value(field.name);
        const QString name = path + field.name;
        if (field.required && field.type == u"text"_s && value.isString()
            && value.toString().trimmed().isEmpty())
            refusals.push_back(
                {u"DESK-1"_s, name, u"“%1” is missing."_s.arg(name), u"Give %1."_s.arg(name)});
        if (!field.fields.empty())
            refuseBlanks(value, field.fields, name + u'.', refusals);
    }
}

// A refusal that no clause of the guidance or the law asks for is the desk's own: the act does not
// fit the record. Where no field is wrong it is the act itself.
Decision named(Decision decision)
{
    for (Refusal& refusal : decision.refusals) {
        if (refusal.clause.isEmpty())
            refusal.clause = u"DESK-4"_s;
        if (refusal.field.isEmpty())
            refusal.field = u"do"_s;
    }
    return decision;
}

Decision refusedWith(Refusal refusal)
{
    return named({{}, {std::move(refusal)}, {}, {}, {}, {}});
}

// What no command knows of: others wrote meanwhile, contest the case, or have a newer program.
std::optional<Refusal> refuseBesideOthers(
    const Request& request, const Decision& decision, const Records& records)
{
    if (decision.refused())
        return {};
    if (auto refusal = changedBeneath(request, decision, records))
        return refusal;
    if (auto refusal = refuseWhileContested(decision, records))
        return refusal;
    return refuseBeneathNewer(decision, records);
}

Decision decided(const CommandSpec& spec, const Request& request, const Context& context,
    const Surroundings& around)
{
    Reading reading{around.now, around.resolve, {}, true, context.occurred};
    try {
        if (auto refusal = refuseBeyondRole(spec.name, request.arguments, context))
            return refusedWith(std::move(*refusal));
        if (auto refusal = refuseToDecide(spec.name, context))
            return refusedWith(std::move(*refusal));
        Decision blank;
        refuseBlanks(request.arguments, spec.fields, {}, blank.refusals);
        Decision decision
            = blank.refused() ? blank : spec.decide(request.arguments, context, reading);
        leaveEndsForUpdate(decision, spec.name, around.records);
        if (auto refusal = refuseBesideOthers(request, decision, around.records))
            return refusedWith(std::move(*refusal));
        if (decision.refused()) {
            decision.events.clear();
            return named(std::move(decision));
        }
        showAlerts(decision, {spec, request.arguments, around.resolve}, context);
        endOnClosed(decision, context);
        recordFlags(decision, context);
        addSharing(decision, context);
        fillIn(decision, context);
        if (auto refusal = refuseTooLong(decision, request))
            return refusedWith(std::move(*refusal));
        return decision;
    } catch (const BeyondHolidays& beyond) {
        return refusedWith({u"H15"_s, u"at"_s, QString::fromUtf8(beyond.what()),
            u"Check the date of this computer; if it is right, install a newer release."_s});
    }
}

}

Carried carryOut(const Request& request, const Surroundings& around)
{
    Carried carried;
    const auto no = [&](Refusal refusal) {
        carried.decision = refusedWith(std::move(refusal));
        return carried;
    };
    const CommandSpec* spec = findCommand(request.command);
    if (!spec)
        return no({u"DESK-1"_s, u"do"_s, u"There is no command “%1”."_s.arg(request.command),
            u"`dutydesk-cli commands` lists them all."_s});
    std::shared_ptr<const User> user;
    if (auto refusal = findActor(request, around, carried.actor, user))
        return no(std::move(*refusal));
    Instant occurred = rightAfter(*spec, request, around);
    const bool given = !request.at.isUndefined() && !request.at.isNull();
    if (given)
        if (auto refusal = findOccurred(request, around.now, occurred))
            return no(std::move(*refusal));

    // What happened is judged by the version of the profile that was in force then. FM-3
    const ServiceCalendar then = around.calendar.asAt(occurred);
    const Context context{around.now, occurred, given, request.evidence, request.lateReason,
        carried.actor, user.get(), then, around.records, around.mint, around.deskMark, around.desk,
        around.deskService};
    carried.decision = decided(*spec, request, context, around);
    mendWithinRole(carried.decision.refusals, context);
    tellAhead(carried.decision, occurred, around.now);
    return carried;
}

const CommandSpec* findCommand(const QString& name)
{
    static const auto byName = [] {
        QHash<QString, const CommandSpec*> index;
        for (const CommandSpec& spec : allCommands())
            index.insert(spec.name, &spec);
        return index;
    }();
    return byName.value(name, nullptr);
}

}
