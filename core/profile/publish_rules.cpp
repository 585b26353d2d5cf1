#include "core/profile/publish_rules.h"

#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QStringList& publishing()
{
    static const QStringList all{u"edt_team_manager"_s, u"team_leader"_s, u"service_manager"_s,
        u"head_of_service"_s, u"amhp_lead"_s, u"admin"_s};
    return all;
}

bool publishes(const QString& role)
{
    return publishing().contains(role);
}

QStringList publishersIn(const Profile& profile)
{
    QStringList names;
    for (const QString& key : publishing())
        if (const RoleKind* role = profile.role(key))
            names.append(role->name);
    return names;
}

template <typename Part>
QStringList keysOf(const std::vector<Part>& parts)
{
    QStringList keys;
    for (const Part& part : parts)
        keys.append(part.key);
    return keys;
}

// Records name these by their keys for ever.
template <typename Part>
void refuseGone(std::vector<Refusal>& refusals, const QString& list, const std::vector<Part>& now,
    const std::vector<Part>& wanted)
{
    const QStringList kept = keysOf(wanted);
    for (const QString& key : keysOf(now))
        if (!kept.contains(key))
            refusals.push_back({u"FM-3"_s, u"profile"_s,
                u"%1: “%2” is missing, and records here name it."_s.arg(list, key),
                u"Keep it in the file; its name, numbers and hours may change."_s});
}

bool namesNobody(const QString& approver)
{
    return approver.trimmed().isEmpty()
        || approver.trimmed().startsWith(u"nobody", Qt::CaseInsensitive);
}

std::vector<PublishedProfile> published(const Context& context)
{
    const auto record = context.records.profileVersions(context.profile().key);
    if (!record)
        return {};
    return VersionCalendars(context.calendar.holidays()).usable(*record);
}

}

std::optional<Refusal> refusePublisher(const Context& context)
{
    if (context.user
        && std::any_of(context.user->roles.begin(), context.user->roles.end(), publishes))
        return {};
    return Refusal{u"FM-3"_s, u"user"_s, u"A profile is published by a manager or administrator."_s,
        u"Ask somebody with one of these roles: %1."_s.arg(
            publishersIn(context.profile()).join(u", "))};
}

std::vector<Refusal> refuseProfile(
    const std::variant<Profile, std::vector<ProfileProblem>>& read, const Context& context)
{
    std::vector<Refusal> refusals;
    if (const auto* problems = std::get_if<std::vector<ProfileProblem>>(&read)) {
        for (const ProfileProblem& each : *problems)
            refusals.push_back({u"FM-3"_s, u"profile"_s,
                each.path.isEmpty() ? each.text : each.path + u": "_s + each.text, each.mend});
        return refusals;
    }
    const auto& wanted = std::get<Profile>(read);
    const Profile& now = context.profile();
    if (wanted.key != now.key)
        return {{u"FM-3"_s, u"profile"_s,
            u"This is the profile of “%1”, and the store is of “%2”."_s.arg(wanted.key, now.key),
            u"Publish a profile with \"key\": \"%1\"."_s.arg(now.key)}};
    refuseGone(refusals, u"services"_s, now.services, wanted.services);
    refuseGone(refusals, u"work"_s, now.work, wanted.work);
    refuseGone(refusals, u"roles"_s, now.roles, wanted.roles);
    refuseGone(refusals, u"councils"_s, now.councils, wanted.councils);
    return refusals;
}

std::vector<Refusal> refuseTerms(
    const PublishTerms& terms, const QString& newest, const Context& context)
{
    std::vector<Refusal> refusals;
    const QDate today = dateOf(context.now);
    if (!isLaterVersion(terms.profile.version, newest))
        refusals.push_back({u"FM-3"_s, u"profile"_s,
            u"version: “%1” is not later than “%2”, which is published."_s.arg(
                terms.profile.version, newest),
            u"Give the file a later version, and say the same to whoever keeps it."_s});
    if (namesNobody(terms.approvedBy))
        refusals.push_back(
            {u"FM-3"_s, u"approved_by"_s, u"Nobody is named who approved this version."_s,
                u"Name the person, with their role."_s});
    if (terms.effective < today)
        refusals.push_back({u"FM-3"_s, u"effective"_s,
            u"%1 has passed: what happened since was done by the version in force then."_s.arg(
                dateText(terms.effective)),
            u"Give today's date or a later one."_s});
    else if (terms.from < context.now)
        refusals.push_back({u"FM-3"_s, u"from"_s, u"%1 has passed."_s.arg(dateTimeText(terms.from)),
            u"Give a time to come, or leave it out: today it is then now."_s});
    else if (dateOf(terms.from) != terms.effective)
        refusals.push_back({u"FM-3"_s, u"from"_s,
            u"%1 is not on the day from which the version is to hold, %2."_s.arg(
                dateTimeText(terms.from), dateText(terms.effective)),
            u"Give a time on that day, or leave it out: it is then the day's beginning."_s});
    return refusals;
}

QString newestVersion(const Context& context)
{
    QString newest = context.profile().version;
    for (const PublishedProfile& each : published(context))
        if (isLaterVersion(each.version, newest))
            newest = each.version;
    return newest;
}

QStringList replacedBy(const PublishTerms& terms, const Context& context)
{
    QStringList replaced;
    for (const PublishedProfile& each : published(context))
        if (each.from > terms.from)
            replaced.append(each.version);
    return replaced;
}

}
