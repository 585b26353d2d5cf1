#include "core/command/refusals.h"

#include "core/command/moment_rules.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

template <typename Part>
QString keysOf(const std::vector<Part>& parts, const QString& also = {})
{
    QStringList keys;
    for (const Part& part : parts)
        keys.append(part.key);
    if (!also.isEmpty())
        keys.append(also);
    return keys.join(u", "_s);
}

// Two moments as people read them; of the same minute, with what tells them apart.
std::pair<QString, QString> toldApart(Instant one, Instant other)
{
    const std::pair minutes{dateTimeText(one), dateTimeText(other)};
    if (minutes.first != minutes.second)
        return minutes;
    const auto exact = [](Instant at, const QString& form) {
        const LocalTime local = localOf(at);
        return u"%1 %2"_s.arg(dateText(local.date), local.time.toString(form));
    };
    const QString seconds = u"HH:mm:ss"_s;
    const QString form = exact(one, seconds) == exact(other, seconds) ? u"HH:mm:ss.zzz"_s : seconds;
    return {exact(one, form), exact(other, form)};
}

}

std::optional<Refusal> refuseCouncil(const Profile& profile, const std::optional<QString>& council)
{
    if (!council || *council == u"out_of_area"_s || profile.council(*council))
        return {};
    return Refusal{u"FM-5"_s, u"council"_s, u"The profile has no council “%1”."_s.arg(*council),
        u"Use one of: %1."_s.arg(keysOf(profile.councils, u"out_of_area"_s))};
}

std::optional<Refusal> refuseTeam(const Profile& profile, const QString& field, const QString& team)
{
    if (profile.team(team))
        return {};
    return Refusal{u"HO-5.2b"_s, field, u"The profile has no team “%1”."_s.arg(team),
        u"Use one of: %1."_s.arg(keysOf(profile.teams))};
}

std::optional<Refusal> refuseKindOfWork(
    const Profile& profile, const std::optional<QString>& kindOfWork)
{
    if (!kindOfWork || profile.workKind(*kindOfWork))
        return {};
    return Refusal{u"COM-3.2"_s, u"kind_of_work"_s,
        u"The profile has no kind of work “%1”."_s.arg(*kindOfWork),
        u"Use one of: %1."_s.arg(keysOf(profile.work))};
}

std::optional<Refusal> refuseFuture(const Context& context, const QString& field, Instant at)
{
    return refuseMoment(field, at, std::max(context.now, context.occurred));
}

std::optional<Refusal> refuseMoment(const QString& field, Instant at, Instant now)
{
    if (at > now) {
        const auto told = toldApart(at, now);
        return Refusal{u"DESK-2"_s, field,
            u"%1 is in the future: it is %2."_s.arg(told.first, told.second),
            u"Give the time when it happened."_s};
    }
    // A slip in the year: nothing that an officer writes down happened longer ago.
    constexpr auto longAgo = std::chrono::hours(24) * 3653;
    if (at < now - longAgo)
        return Refusal{u"DESK-2"_s, field,
            u"%1 is more than ten years ago: it is %2."_s.arg(dateTimeText(at), dateTimeText(now)),
            u"Check the year."_s};
    return {};
}

std::optional<Refusal> refuseBlank(const QString& field, const QString& words)
{
    if (!words.trimmed().isEmpty())
        return {};
    return Refusal{
        u"DESK-1"_s, field, u"“%1” has no words."_s.arg(field), u"Give %1."_s.arg(field)};
}

Refusal refuseTwice(const QString& field, const QString& what)
{
    return {u"DESK-4"_s, field, u"This identifier is already that of another %1."_s.arg(what),
        u"Leave the identifier out: one is made."_s};
}

Refusal refuseUnknown(const QString& field, const QString& what, const QString& list)
{
    return {u"DESK-1"_s, field, u"There is no such %1."_s.arg(what),
        u"`list %1` shows them."_s.arg(list)};
}

bool refused(Decision& decision, std::optional<Refusal> refusal)
{
    if (!refusal)
        return false;
    decision.refusals.push_back(std::move(*refusal));
    return true;
}

}
