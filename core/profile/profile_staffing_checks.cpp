#include "core/profile/profile_reader.h"

#include "core/command/field_spec.h"
#include "core/contact/contact.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

void say(ProfileProblems& problems, const QString& path, const QString& text, const QString& mend)
{
    problems.push_back({path, text, mend});
}

template <typename Part>
QStringList keysOf(const std::vector<Part>& parts)
{
    QStringList keys;
    for (const Part& part : parts)
        keys.append(part.key);
    return keys;
}

void checkService(const Profile& profile, size_t index, ProfileProblems& problems)
{
    const Service& service = profile.services[index];
    const QString path = u"services[%1]"_s.arg(index);
    if (!service.leadCouncil.isEmpty() && !profile.council(service.leadCouncil))
        say(problems, path + u".leadCouncil"_s,
            u"There is no council with the key “%1”."_s.arg(service.leadCouncil),
            u"Write one of: %1."_s.arg(keysOf(profile.councils).join(u", ")));
    const auto& starts = service.shiftStarts;
    const bool rising = std::adjacent_find(starts.begin(), starts.end(), [](QTime a, QTime b) {
        return a >= b;
    }) == starts.end();
    if (!rising)
        say(problems, path + u".shiftStarts"_s, u"The shifts do not begin in their order."_s,
            u"Write each time once, the earliest first, e.g. [\"07:30\", \"20:00\"]."_s);
}

void checkMayRecord(const Profile& profile, size_t index, ProfileProblems& problems)
{
    QStringList known{u"new_person"_s};
    for (const FieldSpec& spec : fieldsOf<ContactDetails>())
        known.append(spec.name);
    const RoleKind& role = profile.roles[index];
    const QString path = u"roles[%1]"_s.arg(index);
    for (qsizetype i = 0; i < role.mayRecord.size(); ++i)
        if (!known.contains(role.mayRecord[i]))
            say(problems, u"%1.mayRecord[%2]"_s.arg(path).arg(i),
                u"A contact has no field “%1”."_s.arg(role.mayRecord[i]),
                u"Write one of: %1."_s.arg(known.join(u", ")));
    if (!role.mayRecord.isEmpty() && role.mayAccept)
        say(problems, path + u".mayAccept"_s,
            u"A role that may record only some fields cannot accept responsibility."_s,
            u"Remove \"mayAccept\" or \"mayRecord\"."_s);
}

void checkLimit(const Profile& profile, size_t index, ProfileProblems& problems)
{
    const RotaLimit& limit = profile.rotaLimits[index];
    const QString path = u"rotaLimits[%1]"_s.arg(index);
    if (!profile.role(limit.role))
        say(problems, path + u".role"_s, u"There is no role with the key “%1”."_s.arg(limit.role),
            u"Write one of: %1."_s.arg(keysOf(profile.roles).join(u", ")));
    if (limit.most < 1 || limit.fewest > limit.most)
        say(problems, path + u".most"_s,
            u"Nobody can work at least %1 and at most %2 shifts."_s.arg(
                QString::number(limit.fewest), QString::number(limit.most)),
            u"Write 1 or more, and not less than \"fewest\"."_s);
    for (size_t i = 0; i < index; ++i)
        if (profile.rotaLimits[i].key == limit.key)
            say(problems, path + u".key"_s,
                u"The key “%1” is used twice in this list."_s.arg(limit.key),
                u"Give each its own key."_s);
}

bool worksAlways(const Service& service, const Profile& profile)
{
    return std::any_of(profile.work.begin(), profile.work.end(), [&](const WorkKind& kind) {
        return kind.dayService == service.key && kind.outOfHoursService == service.key;
    });
}

void checkShifts(const Profile& profile, ProfileProblems& problems)
{
    for (size_t i = 0; i < profile.services.size(); ++i)
        if (profile.services[i].shiftStarts.empty() && worksAlways(profile.services[i], profile))
            say(problems, u"services[%1].shiftStarts"_s.arg(i),
                u"“%1” works day and night and has no shifts."_s.arg(profile.services[i].key),
                u"Write when they change: \"shiftStarts\": [\"07:30\", \"20:00\"]."_s);
}

void checkSettings(const Profile& profile, ProfileProblems& problems)
{
    const QString handover = profile.setting(u"handover"_s, u"services"_s);
    if (handover != u"services" && handover != u"shifts")
        say(problems, u"settings.handover"_s, u"“%1” is no way of handing over."_s.arg(handover),
            u"Write \"services\" for windows between services, or \"shifts\"."_s);
    if (profile.handsOverByShift() && !profile.handoverSlots.empty())
        say(problems, u"handoverSlots"_s,
            u"Handover is by shift, and there are windows between services."_s,
            u"Remove the windows, or write \"handover\": \"services\"."_s);
    bool isNumber = false;
    const int needed = profile.setting(u"amhp_cover_at_least"_s, u"1"_s).toInt(&isNumber);
    if (!isNumber || needed < 1)
        say(problems, u"settings.amhp_cover_at_least"_s,
            u"“%1” is no number of AMHPs."_s.arg(profile.setting(u"amhp_cover_at_least"_s, {})),
            u"Write how many there must be at any time, e.g. \"1\"."_s);
}

}

void checkStaffing(const Profile& profile, ProfileProblems& problems)
{
    for (size_t i = 0; i < profile.services.size(); ++i)
        checkService(profile, i, problems);
    for (size_t i = 0; i < profile.roles.size(); ++i)
        checkMayRecord(profile, i, problems);
    for (size_t i = 0; i < profile.rotaLimits.size(); ++i)
        checkLimit(profile, i, problems);
    checkSettings(profile, problems);
    if (profile.handsOverByShift())
        checkShifts(profile, problems);
}

}
