#include "core/rota/rota_commands.h"

#include "core/command/catalogue.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/rota/limits.h"
#include "core/rota/rota_judged.h"
#include "core/rota/rota_people.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct PlanShift {
    static constexpr const char* name = "shift.plan";
    ShiftId id;
    std::optional<QString> service;
    QString role;
    Due from;
    Due to;
    Filling who;
    QString band;
    QString team;
    QStringList availableFor;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give the shift; made when left out");
        v("service", s.service, "Service, by its key in the profile; yours when left out");
        v("role", s.role, "Role, by its key in the profile", Need::Required);
        v("from", s.from, "From when", Need::Required);
        v("to", s.to, "Until when", Need::Required);
        v("who", s.who.user, "Who works it, when a user here; nobody: unfilled");
        v("person", s.who.person, "Who works it, by name, when no user here");
        v("number", s.who.number, "Where to ring them");
        v("amhp", s.who.amhp, "Works it as an AMHP; else as the user or the role is known");
        v("fill", s.who.fill, "How it is filled; planned when left out, unfilled without a person");
        v("band", s.band, "Band, by the key of one of the profile's rota limits");
        v("team", s.team, "Core or sub-team");
        v("available_for", s.availableFor, "community, hospital, custody, children");
        v("words", s.words, "What else is to be known");
    }
};

struct FillShift {
    static constexpr const char* name = "shift.fill";
    ShiftId of;
    Filling who;
    std::optional<QString> band;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("shift", s.of, "The shift", Need::Required);
        v("who", s.who.user, "Who works it, when a user here; nobody: unfilled");
        v("person", s.who.person, "Who works it, by name, when no user here");
        v("number", s.who.number, "Where to ring them");
        v("amhp", s.who.amhp, "Works it as an AMHP; else as the user or the role is known");
        v("fill", s.who.fill, "How it is filled: planned, overtime, agency, manager_cover");
        v("band", s.band, "Their band, by the key of one of the profile's rota limits");
        v("reason", s.reason, "Why it is filled otherwise than planned");
    }
};

struct ChangeShift {
    static constexpr const char* name = "shift.change";
    ShiftId of;
    std::optional<Due> from;
    std::optional<Due> to;
    std::optional<QString> role;
    std::optional<QString> band;
    std::optional<QString> team;
    std::optional<QStringList> availableFor;
    std::optional<QString> words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("shift", s.of, "The shift", Need::Required);
        v("from", s.from, "From when");
        v("to", s.to, "Until when");
        v("role", s.role, "Role, by its key in the profile");
        v("band", s.band, "Band, by the key of one of the profile's rota limits");
        v("team", s.team, "Core or sub-team");
        v("available_for", s.availableFor, "community, hospital, custody, children");
        v("words", s.words, "What else is to be known");
    }
};

struct WithdrawShift {
    static constexpr const char* name = "shift.withdraw";
    ShiftId of;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("shift", s.of, "The shift", Need::Required);
        v("reason", s.reason, "Why nobody works it", Need::Required);
    }
};

std::optional<Refusal> refuseKey(const QString& field, const QString& key, const QStringList& known)
{
    if (known.contains(key))
        return {};
    return Refusal{{}, field, u"The profile has no %1 “%2”."_s.arg(field, key),
        known.isEmpty() ? u"Leave it out."_s : u"Use one of: %1."_s.arg(known.join(u", "))};
}

template <typename Part>
QStringList keysOf(const std::vector<Part>& parts)
{
    QStringList keys;
    for (const Part& part : parts)
        keys.append(part.key);
    return keys;
}

void checkPlan(Decision& decision, const RotaShift& plan, const Profile& profile)
{
    refused(decision, refuseKey(u"service"_s, plan.service, keysOf(profile.services)));
    refused(decision, refuseKey(u"role"_s, plan.role, keysOf(profile.roles)));
    if (!plan.band.isEmpty())
        refused(decision, refuseKey(u"band"_s, plan.band, keysOf(profile.rotaLimits)));
    constexpr auto longest = std::chrono::hours(24 * 14);
    if (plan.to <= plan.from)
        refused(decision,
            Refusal{{}, u"to"_s, u"The shift ends at or before its beginning."_s,
                u"Give the end with its date, e.g. 2026-11-21 08:00."_s});
    else if (plan.to - plan.from > longest)
        refused(decision,
            Refusal{{}, u"to"_s, u"The shift is longer than 14 days."_s, u"Check the dates."_s});
}

std::shared_ptr<const Shift> shiftNamed(
    Decision& decision, const ShiftId& id, const Context& context)
{
    auto shift = context.records.shift(id);
    if (!shift || shift->id.isNull()) {
        refused(decision, refuseUnknown(u"shift"_s, u"shift"_s, u"shifts"_s));
        return nullptr;
    }
    if (shift->stands())
        return shift;
    refused(decision,
        Refusal{{}, u"shift"_s, u"This shift was withdrawn: %1"_s.arg(shift->withdrawnBecause),
            u"Plan another with shift.plan."_s});
    return nullptr;
}

void noteTwice(
    Decision& decision, const ShiftId& own, const RotaShift& plan, const Context& context)
{
    for (const ShiftId& id : context.records.shiftsBetween(plan.from, plan.to)) {
        const auto other = context.records.shift(id);
        if (id != own && other && other->stands() && isSamePerson(other->plan, plan)
            && other->plan.role == plan.role)
            decision.notes.append(u"%1 is on the rota at the same time from %2 to %3."_s.arg(
                plan.person, dateTimeText(other->plan.from), dateTimeText(other->plan.to)));
    }
}

// The month is what a name is counted in. COM-3.11c
std::optional<Refusal> refuseName(const RotaShift& plan, const Context& context)
{
    const MonthBounds month = monthBounds(dateOf(plan.from));
    const RotaPeople people(standingShifts(context.records, month.from, month.to));
    if (!people.mayBeSeveral(plan))
        return {};
    return Refusal{{}, u"person"_s, u"Several users on the rota are called %1."_s.arg(plan.person),
        u"Name the one who is meant under `who`, by login; of somebody else, a name that differs."_s};
}

void tellOf(Decision& decision, const ShiftId& id, const RotaShift& plan, const Context& context)
{
    decision.made.insert(u"shift"_s, id.text());
    noteTwice(decision, id, plan, context);
    flagLimits(decision, {{id, plan}}, context);
    const auto before = context.records.shift(id);
    const RotaShift& old = before && before->stands() ? before->plan : plan;
    noteGaps(decision, {{id, plan}}, {std::min(old.from, plan.from), std::max(old.to, plan.to)},
        context);
}

Decision planShift(const PlanShift& wanted, const Context& context)
{
    Decision decision;
    RotaShift plan;
    plan.service = wanted.service.value_or(context.actor.service);
    plan.role = wanted.role;
    plan.from = wanted.from.at;
    plan.to = wanted.to.at;
    plan.band = wanted.band;
    plan.team = wanted.team;
    plan.availableFor = wanted.availableFor;
    plan.words = wanted.words;
    checkPlan(decision, plan, context.profile());
    refused(decision, fillShift(plan, wanted.who, context));
    refused(decision, refuseName(plan, context));
    if (!wanted.id.isNull() && context.records.shift(wanted.id))
        refused(decision, refuseTwice(u"id"_s, u"shift"_s));
    if (decision.refused())
        return decision;
    const ShiftId id = wanted.id.isNull() ? ShiftId{context.mint()} : wanted.id;
    decision.events.push_back(newEvent(subjectOf(id), ShiftPlanned{id, {}, plan}));
    tellOf(decision, id, plan, context);
    return decision;
}

QString nameOf(const RotaShift& plan)
{
    return plan.fill == Fill::Unfilled ? u"nobody"_s : plan.person;
}

bool isAlike(const RotaShift& before, const RotaShift& filled)
{
    return isSamePerson(before, filled)
        || (before.fill == Fill::Unfilled && filled.fill == Fill::Unfilled);
}

// Whether somebody else, or nobody, works it from now on, while it runs.
bool changesHands(const RotaShift& before, const RotaShift& filled, Instant at)
{
    return before.from < at && at < before.to && !isAlike(before, filled);
}

void noteRewritten(
    Decision& decision, const RotaShift& before, const RotaShift& filled, const Context& context)
{
    if (before.to <= context.occurred && !isAlike(before, filled))
        decision.notes.append(
            u"This shift ended at %1: it now says that %2 worked it, and not %3."_s.arg(
                dateTimeText(before.to), nameOf(filled), nameOf(before)));
}

// What was worked stays as it was; the rest is a shift of its own. COM-3.1, S3-A2
void fillRest(Decision& decision, const FillShift& wanted, const RotaShift& before,
    const RotaShift& filled, const Context& context)
{
    RotaShift worked = before;
    worked.to = context.occurred;
    RotaShift rest = filled;
    rest.from = context.occurred;
    rest.band = wanted.band.value_or(QString());
    const ShiftId id{context.mint()};
    ShiftChanged cut;
    cut.to = worked.to;
    decision.events.push_back(newEvent(subjectOf(wanted.of), cut));
    decision.events.push_back(newEvent(subjectOf(id), ShiftPlanned{id, {}, rest}));
    if (!wanted.reason.isEmpty())
        decision.events.push_back(newEvent(subjectOf(id),
            ShiftFilled{
                rest.user, rest.person, rest.number, rest.amhp, rest.fill, wanted.reason, {}}));
    decision.made.insert(u"shift"_s, id.text());
    decision.notes.append(
        u"The shift runs already: %1 until %2, then %3 on a shift of its own (%4). Where %3 was on "
        u"it from its beginning, say so again with that time."_s.arg(
            nameOf(before), dateTimeText(worked.to), nameOf(rest), id.text()));
    noteTwice(decision, id, rest, context);
    flagLimits(decision, {{wanted.of, worked}, {id, rest}}, context);
    noteGaps(decision, {{wanted.of, worked}, {id, rest}}, {before.from, before.to}, context);
}

Decision refill(const FillShift& wanted, const Context& context)
{
    Decision decision;
    const auto shift = shiftNamed(decision, wanted.of, context);
    if (!shift)
        return decision;
    RotaShift filled = shift->plan;
    refused(decision, fillShift(filled, wanted.who, context));
    refused(decision, refuseName(filled, context));
    if (wanted.band)
        refused(decision, refuseKey(u"band"_s, *wanted.band, keysOf(context.profile().rotaLimits)));
    if (decision.refused())
        return decision;
    if (changesHands(shift->plan, filled, context.occurred)) {
        fillRest(decision, wanted, shift->plan, filled, context);
        return decision;
    }
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        ShiftFilled{filled.user, filled.person, filled.number, filled.amhp, filled.fill,
            wanted.reason, wanted.band}));
    const Shift after = preview(*shift, subjectOf(wanted.of), decision, context);
    tellOf(decision, wanted.of, after.plan, context);
    noteRewritten(decision, shift->plan, filled, context);
    return decision;
}

std::optional<Instant> instantOf(const std::optional<Due>& due)
{
    return due ? std::optional(due->at) : std::nullopt;
}

Decision changeShift(const ChangeShift& wanted, const Context& context)
{
    Decision decision;
    const auto shift = shiftNamed(decision, wanted.of, context);
    if (!shift)
        return decision;
    const ShiftChanged changed{instantOf(wanted.from), instantOf(wanted.to), wanted.role,
        wanted.band, wanted.team, wanted.availableFor, wanted.words};
    RotaShift plan = shift->plan;
    plan.from = changed.from.value_or(plan.from);
    plan.to = changed.to.value_or(plan.to);
    plan.role = changed.role.value_or(plan.role);
    plan.band = changed.band.value_or(plan.band);
    checkPlan(decision, plan, context.profile());
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of), changed));
    tellOf(decision, wanted.of, plan, context);
    return decision;
}

Decision withdrawShift(const WithdrawShift& wanted, const Context& context)
{
    Decision decision;
    const auto shift = shiftNamed(decision, wanted.of, context);
    if (!shift)
        return decision;
    RotaShift nobody = shift->plan;
    nobody.fill = Fill::Unfilled;
    if (changesHands(shift->plan, nobody, context.occurred)) {
        fillRest(decision, {wanted.of, {}, {}, wanted.reason}, shift->plan, nobody, context);
        return decision;
    }
    decision.events.push_back(newEvent(subjectOf(wanted.of), ShiftWithdrawn{wanted.reason}));
    noteGaps(decision, {{wanted.of, nobody}}, {nobody.from, nobody.to}, context);
    return decision;
}

}

static std::optional<Refusal> refuseFill(bool nobody, Fill fill)
{
    if (nobody == (fill == Fill::Unfilled))
        return {};
    return Refusal{u"S3-A2"_s, nobody ? u"who"_s : u"fill"_s,
        nobody ? u"Nobody is named for a shift that is filled."_s
               : u"Somebody is named for a shift that is unfilled."_s,
        u"Name who works it, or leave the person out and the shift unfilled."_s};
}

static std::optional<Refusal> refuseWarrant(const User* user, bool asAmhp)
{
    if (!user || user->amhp || !asAmhp)
        return {};
    return Refusal{u"COM-3.1"_s, u"who"_s,
        u"%1 holds no AMHP warrant and cannot cover as an AMHP."_s.arg(user->name),
        u"Name somebody with a warrant; user.change enters a new one."_s};
}

std::optional<Refusal> fillShift(RotaShift& plan, const Filling& filling, const Context& context)
{
    const bool nobody = filling.user.isNull() && filling.person.trimmed().isEmpty();
    plan.fill = filling.fill.value_or(nobody ? Fill::Unfilled : Fill::Planned);
    if (auto refusal = refuseFill(nobody, plan.fill))
        return refusal;
    const auto user = filling.user.isNull() ? nullptr : context.records.user(filling.user);
    if (!filling.user.isNull() && !user)
        return refuseUnknown(u"who"_s, u"user"_s, u"users"_s);
    plan.user = user ? user->id : UserId{};
    plan.person = user ? user->name : filling.person.simplified();
    plan.number = filling.number;
    const bool asAmhp = filling.amhp.value_or(plan.role == u"amhp"_s);
    if (auto refusal = refuseWarrant(user.get(), asAmhp))
        return refusal;
    plan.amhp = !nobody && filling.amhp.value_or(asAmhp || (user && user->amhp));
    return {};
}

std::vector<CommandSpec> rotaCommands()
{
    std::vector<CommandSpec> commands{
        command<PlanShift>("Puts a shift on the rota, with who works it or unfilled",
            {u"COM-3.1"_s, u"COM-3.11c"_s, u"S3-A2"_s}, planShift),
        command<FillShift>("Says who works a shift, and as what: planned, overtime, agency …",
            {u"COM-3.1"_s, u"COM-3.11c"_s, u"S3-A2"_s}, refill),
        command<ChangeShift>(
            "Changes when a shift is and as what", {u"COM-3.1"_s, u"COM-3.11c"_s}, changeShift),
        command<WithdrawShift>("Takes a shift off the rota", {u"COM-3.1"_s}, withdrawShift),
    };
    for (const CommandSpec& each : rotaImportCommands())
        commands.push_back(each);
    return commands;
}

}
