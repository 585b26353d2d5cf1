#include "core/clock/catalogue.h"
#include "core/profile/hours_overlap.h"
#include "core/profile/profile_reader.h"
#include "core/profile/setting_names.h"

namespace core {

using namespace Qt::StringLiterals;

namespace {

void say(ProfileProblems& problems, const QString& path, const QString& text, const QString& mend)
{
    problems.push_back({path, text, mend});
}

void checkHours(const WorkKind& kind, const QString& path, ProfileProblems& problems)
{
    if (kind.dayHours.empty() && kind.dayService != kind.outOfHoursService)
        say(problems, path + u".dayHours"_s, u"“%1” has no hours."_s.arg(kind.dayService),
            u"Write when it receives this work, or name one service for day and night."_s);
    for (const QString& each : overlapsIn(kind.dayHours))
        say(problems, path + u".dayHours"_s, each,
            u"Make one end where the other begins, or write one pair of times."_s);
}

/// Whether the kind's work passes from the slot's giver to its receiver at the slot's end.
bool changesAt(const WorkKind& kind, const HandoverSlot& slot)
{
    return std::any_of(kind.dayHours.begin(), kind.dayHours.end(), [&](const Hours& hours) {
        const bool morning = kind.outOfHoursService == slot.from && kind.dayService == slot.to
            && hours.from == slot.starts;
        const bool evening = kind.dayService == slot.from && kind.outOfHoursService == slot.to
            && hours.to == slot.starts;
        return morning || evening;
    });
}

void checkSlot(const Profile& profile, size_t index, ProfileProblems& problems)
{
    const HandoverSlot& slot = profile.handoverSlots[index];
    const QString path = u"handoverSlots[%1]"_s.arg(index);
    if (slot.from == slot.to)
        say(problems, path + u".to"_s, u"Giver and receiver are the same service."_s,
            u"Name the service that receives."_s);
    if (slot.opens >= slot.starts)
        say(problems, path + u".opens"_s,
            u"The slot opens at %1 and not before %2."_s.arg(
                slot.opens.toString(u"HH:mm"), slot.starts.toString(u"HH:mm")),
            u"Write a time of the same day before \"starts\"."_s);
    else if (slot.leadFrom < slot.opens || slot.leadFrom > slot.starts)
        say(problems, path + u".leadFrom"_s,
            u"The coordinator would answer from %1 on, outside the slot."_s.arg(
                slot.leadFrom.toString(u"HH:mm")),
            u"Write a time from %1 to %2, or leave it out: it is then %1."_s.arg(
                slot.opens.toString(u"HH:mm"), slot.starts.toString(u"HH:mm")));
    if (slot.verbalWithin <= Minutes{0})
        say(problems, path + u".verbalWithin"_s, u"The verbal handover would always be late."_s,
            u"Write for example \"30 min\"."_s);
    for (qsizetype k = 0; k < slot.kinds.size(); ++k) {
        const WorkKind* kind = profile.workKind(slot.kinds[k]);
        if (kind && !changesAt(*kind, slot))
            say(problems, u"%1.kinds[%2]"_s.arg(path).arg(k),
                u"“%1” does not pass from “%2” to “%3” at %4 on any day."_s.arg(
                    slot.kinds[k], slot.from, slot.to, slot.starts.toString(u"HH:mm")),
                u"Mend the slot's times, or the hours of that kind of work."_s);
    }
}

template <typename Value>
void checkNames(const std::map<QString, Value>& values, const QString& list,
    const QStringList& known, ProfileProblems& problems)
{
    for (const auto& [name, value] : values)
        if (!known.contains(name))
            say(problems, list + u'.' + name, u"“%1” is not a name that is known here."_s.arg(name),
                u"Remove it, or write one of: %1."_s.arg(known.join(u", ")));
}

void checkDurations(const Profile& profile, ProfileProblems& problems)
{
    checkNames(profile.durations, u"durations"_s, durationNames(), problems);
    for (const auto& [name, length] : profile.durations) {
        const ClockKind* kind = clockKind(name);
        if (kind && !kind->local)
            say(problems, u"durations."_s + name,
                u"The length of “%1” is fixed (%2)."_s.arg(kind->title, kind->law),
                u"Remove it; warnings before it can be set under \"warnings\"."_s);
    }
}

void checkWarnings(const Profile& profile, ProfileProblems& problems)
{
    for (const auto& [kind, before] : profile.warnings) {
        const bool sorted = std::adjacent_find(before.begin(), before.end(),
                                [](Minutes a, Minutes b) { return a <= b; })
            == before.end();
        if (!sorted)
            say(problems, u"warnings."_s + kind, u"The warnings are not in their order."_s,
                u"Write the longest first, each once, e.g. [\"6 h\", \"3 h\", \"1 h\"]."_s);
    }
}

}

void checkTimes(const Profile& profile, ProfileProblems& problems)
{
    for (size_t i = 0; i < profile.work.size(); ++i)
        checkHours(profile.work[i], u"work[%1]"_s.arg(i), problems);
    for (size_t i = 0; i < profile.handoverSlots.size(); ++i)
        checkSlot(profile, i, problems);
    checkNames(profile.warnings, u"warnings"_s, clockKindNames(), problems);
    checkDurations(profile, problems);
    checkNames(profile.settings, u"settings"_s, settingNames(), problems);
    checkWarnings(profile, problems);
}

}
