#include "core/duty/duty_commands.h"

#include "core/duty/duty_rota.h"
#include "core/handover/unconfirmed.h"
#include "core/profile/profile_lint.h"
#include "core/rota/cover.h"
#include "core/text/folded.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct StartDuty {
    static constexpr const char* name = "duty.start";
    std::vector<UserId> officers;
    std::optional<Due> until;
    QString manager;
    QString managerNumber;
    QString knownEvents;
    bool running = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("officers", s.officers, "Who is on; the acting user when left out");
        v("until", s.until, "When the officers' shift ends, if before the duty does");
        v("manager", s.manager,
            "On-call manager tonight; else the rota's, or the profile's contact");
        v("manager_number", s.managerNumber,
            "The one number to ring; else theirs by the rota or the profile");
        v("known_events", s.knownEvents, "What is known to be coming: football, closures, leave");
        v("running", s.running, "Joins the duty that runs, also shortly before the next begins");
    }
};

struct JoinDuty {
    static constexpr const char* name = "duty.join";
    DutyId duty;
    UserId officer;
    std::optional<bool> amhp;
    std::optional<Due> until;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's, or the one about to begin, when left out");
        v("officer", s.officer, "Who joins; the acting user when left out");
        v("amhp", s.amhp, "Works as an AMHP on this duty; else as the user is known");
        v("until", s.until, "When the officer's shift ends, if before the duty does");
    }
};

struct NameManager {
    static constexpr const char* name = "duty.manager";
    DutyId duty;
    QString manager;
    QString number;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("name", s.manager, "On-call manager from now on", Need::Required);
        v("number", s.number, "The one number to ring; else theirs by the rota or the profile");
    }
};

struct NoteOnDuty {
    static constexpr const char* name = "duty.note";
    DutyId duty;
    PartId id;
    QString words;
    PartId corrects;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("id", s.id, "Identifier to give the note; made when left out");
        v("words", s.words, "What is to be on the On-call Manager Record", Need::Required);
        v("corrects", s.corrects,
            "The note or call it corrects; the old words stay, ruled through");
    }
};

std::optional<OfficerOnDuty> officerFrom(
    const UserId& id, const Context& context, const std::optional<Due>& until, Decision& decision)
{
    const auto user = context.records.user(id);
    if (!user) {
        decision.refusals.push_back({{}, u"officers"_s, u"There is no such user."_s,
            u"`list users` shows them; user.add adds one."_s});
        return {};
    }
    OfficerOnDuty officer{user->id, user->name, user->amhp, context.occurred, {}, false};
    if (until)
        officer.until = until->at;
    return officer;
}

std::vector<UserId> officerIds(const StartDuty& wanted, const Context& context)
{
    return wanted.officers.empty() ? std::vector<UserId>{context.actor.user} : wanted.officers;
}

std::vector<OfficerOnDuty> officersFrom(
    const StartDuty& wanted, const Context& context, Decision& decision)
{
    std::vector<OfficerOnDuty> officers;
    for (const UserId& id : officerIds(wanted, context))
        if (auto officer = officerFrom(id, context, wanted.until, decision))
            officers.push_back(*officer);
    return officers;
}

std::vector<OfficerOnDuty> withThoseOn(
    std::vector<OfficerOnDuty> officers, const DutyInHand& inHand)
{
    if (inHand.duty)
        for (const OfficerOnDuty& each : inHand.duty->officers)
            if (!each.left)
                officers.push_back(each);
    return officers;
}

void oweNumber(Decision& decision, const QString& field, const ManagerOnCall& manager)
{
    if (manager.number.isEmpty())
        decision.owed.push_back(
            {u"ESC-6.1a"_s, field, u"The on-call manager's number is not known."_s, u"call"_s});
}

void oweOfficers(
    const std::vector<OfficerOnDuty>& officers, const ManagerOnCall& manager, Decision& decision)
{
    oweNumber(decision, u"manager_number"_s, manager);
    const bool amhp = std::any_of(officers.begin(), officers.end(),
        [](const OfficerOnDuty& officer) { return officer.amhp; });
    if (!amhp)
        decision.notes.append(u"No AMHP is on this duty."_s);
}

// Where the profile has no number at all a ladder goes by that of its rung.
ManagerOnCall named(const QString& name, const QString& number, const Context& context)
{
    const bool another = number.isEmpty() && !usualManager(context.profile()).number.isEmpty();
    return {name, number, another};
}

// As said, else as on the rota, else as in the profile; the number that of whoever it is.
ManagerOnCall managerOf(const StartDuty& wanted, const DutyPeriod& period, const Context& context)
{
    QString name = wanted.manager;
    if (name.isEmpty())
        name = managerOnRota(period, context).name;
    if (name.isEmpty())
        name = usualManager(context.profile()).name;
    const QString number = wanted.managerNumber.isEmpty() ? numberOfManager(name, period, context)
                                                          : wanted.managerNumber;
    return named(name, number, context);
}

ManagerNamed namedEvent(const ManagerOnCall& manager)
{
    return {manager.name, manager.number, manager.unknown ? std::optional(true) : std::nullopt};
}

// Who is on already is so as they joined, but for another end of their shift.
void joinOrExtend(
    const DutyInHand& inHand, const std::vector<OfficerOnDuty>& officers, Decision& decision)
{
    for (const OfficerOnDuty& officer : officers) {
        const OfficerOnDuty* line = inHand.duty->onDuty(officer.user);
        OfficerOnDuty joined = line ? *line : officer;
        if (line && (!officer.until || officer.until == line->until))
            continue;
        joined.until = officer.until;
        decision.events.push_back(newEvent(inHand.subject(), OfficerJoined{joined}));
    }
}

// Another manager is not rung on the former one's number. ESC-6.1b
ManagerNamed namedAs(const StartDuty& wanted, const DutyInHand& inHand, const Context& context)
{
    const bool same = wanted.manager.isEmpty() || isSameName(wanted.manager, inHand.duty->manager);
    if (same || !wanted.managerNumber.isEmpty())
        return {wanted.manager, wanted.managerNumber, {}};
    return namedEvent(managerOf(wanted, inHand.period, context));
}

// The same key starts a duty and joins one that somebody else has started.
void joinStarted(const DutyInHand& inHand, const std::vector<OfficerOnDuty>& officers,
    const StartDuty& wanted, Decision& decision, const Context& context)
{
    joinOrExtend(inHand, officers, decision);
    if (!wanted.manager.isEmpty() || !wanted.managerNumber.isEmpty())
        decision.events.push_back(newEvent(inHand.subject(), namedAs(wanted, inHand, context)));
    if (!wanted.knownEvents.isEmpty())
        decision.events.push_back(newEvent(inHand.subject(),
            DutyStarted{inHand.id, inHand.period.service, inHand.period.from, inHand.period.to, {},
                {}, {}, wanted.knownEvents, false}));
    decision.notes.append(
        u"This duty was started at %1; you joined it."_s.arg(timeText(*inHand.duty->startedAt)));
}

void beginDuty(Decision& decision, const DutyInHand& inHand,
    const std::vector<OfficerOnDuty>& officers, const ManagerOnCall& manager,
    const QString& knownEvents)
{
    const ManagerOnCall said = manager.unknown ? ManagerOnCall{} : manager;
    decision.events.push_back(newEvent(inHand.subject(),
        DutyStarted{inHand.id, inHand.period.service, inHand.period.from, inHand.period.to,
            officers, said.name, said.number, knownEvents, false}));
    if (manager.unknown)
        decision.events.push_back(newEvent(inHand.subject(), namedEvent(manager)));
}

// What is amiss in the profile is told before the night, not found out during it.
void tellOfProfile(Decision& decision, const Context& context)
{
    const auto findings
        = lintProfile(context.calendar, context.now, coverShifts(context.records, context.now));
    decision.notes.append(lintNotes(findings));
    QJsonArray all;
    for (const ProfileFinding& each : findings)
        all.append(QJsonObject{{u"weight"_s, word(each.weight)}, {u"path"_s, each.path},
            {u"text"_s, each.text}, {u"mend"_s, each.mend}});
    if (!all.isEmpty())
        decision.made.insert(u"profile_findings"_s, all);
}

// HO-4.2a: records that came and were not telephoned about are still their teams'.
void oweCalls(Decision& decision, const QString& service, const Context& context)
{
    for (const Unconfirmed& each : unconfirmedFor(service, context.records, context.profile()))
        decision.owed.push_back({u"HO-4.2a"_s, u"telephoned"_s, each.text(), u"telephone"_s});
}

void noteBeginning(Decision& decision, const DutyInHand& inHand, const Context& context)
{
    if (context.occurred < inHand.period.from)
        decision.notes.append(u"This duty begins %1."_s.arg(dateTimeText(inHand.period.from)));
}

Decision startDuty(const StartDuty& wanted, const Context& context)
{
    auto found = dutyToStart(context);
    if (!wanted.running)
        if (auto next = dutyAboutToBegin(officerIds(wanted, context), context))
            found = std::move(*next);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    Decision decision;
    const std::vector<OfficerOnDuty> officers = officersFrom(wanted, context, decision);
    if (decision.refused())
        return decision;
    const ManagerOnCall manager = managerOf(wanted, inHand.period, context);
    if (inHand.duty && inHand.duty->startedAt)
        joinStarted(inHand, officers, wanted, decision, context);
    else
        beginDuty(decision, inHand, officers, manager, wanted.knownEvents);
    if (!inHand.duty || !inHand.duty->startedAt)
        noteNoRota(decision, context);
    oweOfficers(withThoseOn(officers, inHand), manager, decision);
    oweCalls(decision, inHand.period.service, context);
    noteRotaGaps(decision, inHand.period, context);
    noteBeginning(decision, inHand, context);
    decision.made.insert(u"duty"_s, inHand.id.text());
    tellOfProfile(decision, context);
    return decision;
}

Decision joinDuty(const JoinDuty& wanted, const Context& context)
{
    const UserId id = wanted.officer.isNull() ? context.actor.user : wanted.officer;
    auto found = dutyInHand(context, wanted.duty);
    if (wanted.duty.isNull())
        if (auto next = dutyAboutToBegin({id}, context))
            found = std::move(*next);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    Decision decision;
    auto officer = officerFrom(id, context, wanted.until, decision);
    if (!officer)
        return decision;
    officer->amhp = wanted.amhp.value_or(officer->amhp);
    openIfNeeded(decision, inHand, context);
    decision.events.push_back(newEvent(inHand.subject(), OfficerJoined{*officer}));
    noteBeginning(decision, inHand, context);
    decision.made.insert(u"duty"_s, inHand.id.text());
    return decision;
}

Decision nameManager(const NameManager& wanted, const Context& context)
{
    const auto found = dutyInHand(context, wanted.duty);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    Decision decision;
    openIfNeeded(decision, inHand, context);
    const QString number = wanted.number.isEmpty()
        ? numberOfManager(wanted.manager, inHand.period, context)
        : wanted.number;
    const ManagerOnCall manager = named(wanted.manager, number, context);
    decision.events.push_back(newEvent(inHand.subject(), namedEvent(manager)));
    oweNumber(decision, u"number"_s, manager);
    return decision;
}

Decision noteOnDuty(const NoteOnDuty& wanted, const Context& context)
{
    const auto found = dutyInHand(context, wanted.duty);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    if (wanted.words.trimmed().isEmpty())
        return refuse({}, u"words"_s, u"The note has no words."_s, u"Write what happened."_s);
    Decision decision;
    openIfNeeded(decision, inHand, context);
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    decision.events.push_back(
        newEvent(inHand.subject(), DutyNoted{id, wanted.words, wanted.corrects, context.late()}));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

}

std::vector<CommandSpec> dutyCommands()
{
    std::vector<CommandSpec> commands{
        command<StartDuty>("Starts or joins the period of duty: who is on, and the on-call manager",
            {u"ESC-6.1"_s, u"HO-3.6c"_s}, startDuty),
        command<JoinDuty>("Puts an officer on the duty", {}, joinDuty),
        leaveCommand(),
        command<NameManager>("Names the on-call manager from now on", {u"ESC-6.1b"_s}, nameManager),
        command<NoteOnDuty>(
            "Writes a line on the On-call Manager Record", {u"HO-3.6c"_s}, noteOnDuty),
    };
    for (const auto& topic : {callCommands(), ladderCommands(), reliefCommands(), signOffCommands(),
             shiftHandoverCommands(), noticeCommands()})
        commands.insert(commands.end(), topic.begin(), topic.end());
    return commands;
}

}
