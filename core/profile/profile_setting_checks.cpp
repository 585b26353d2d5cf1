#include "core/profile/profile_reader.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

void say(ProfileProblems& problems, const QString& name, const QString& text, const QString& mend)
{
    problems.push_back({u"settings."_s + name, text, mend});
}

bool isTime(const QString& text)
{
    return QTime::fromString(text, u"HH:mm"_s).isValid();
}

void checkTimeSettings(const Profile& profile, ProfileProblems& problems)
{
    for (const QString& name :
        {u"gp_copy_by"_s, u"acknowledge_by"_s, u"working_day_ends_at"_s, u"response_breach_at"_s})
        if (const auto told = profile.settings.find(name);
            told != profile.settings.end() && !isTime(told->second))
            say(problems, name, u"“%1” is no time of day."_s.arg(told->second),
                u"Write hours and minutes, e.g. \"12:00\"."_s);
}

void checkSitrepTimes(const Profile& profile, ProfileProblems& problems)
{
    const auto told = profile.settings.find(u"sitrep_at"_s);
    if (told == profile.settings.end())
        return;
    const QStringList times
        = QString(told->second).replace(u',', u' ').split(u' ', Qt::SkipEmptyParts);
    const bool all = !times.isEmpty() && std::all_of(times.begin(), times.end(), isTime);
    if (!all)
        say(problems, u"sitrep_at"_s, u"“%1” is no list of times of day."_s.arg(told->second),
            u"Write one or more, e.g. \"09:30\" or \"09:30, 16:30\"."_s);
}

void checkNumber(const Profile& profile, const QString& name, const QString& what,
    const QString& usual, ProfileProblems& problems)
{
    bool isNumber = false;
    const QString told = profile.setting(name, usual);
    const int number = told.toInt(&isNumber);
    if (!isNumber || number < 1)
        say(problems, name, u"“%1” is no %2."_s.arg(told, what),
            u"Write a whole number, e.g. \"%1\"."_s.arg(usual));
}

void checkYesNo(const Profile& profile, const QString& name, ProfileProblems& problems)
{
    const QString told = profile.setting(name, u"yes"_s);
    if (told != u"yes" && told != u"no")
        say(problems, name, u"“%1” is neither yes nor no."_s.arg(told),
            u"Write \"yes\" or \"no\"."_s);
}

// Q14
void checkArea(const Profile& profile, ProfileProblems& problems)
{
    const QString told = profile.setting(u"lives_in_area_by"_s, u"address"_s);
    if (told != u"address" && told != u"gp")
        say(problems, u"lives_in_area_by"_s,
            u"“%1” is not by what somebody lives in the area."_s.arg(told),
            u"Write \"address\" or \"gp\"."_s);
}

}

void checkSettingValues(const Profile& profile, ProfileProblems& problems)
{
    checkTimeSettings(profile, problems);
    checkSitrepTimes(profile, problems);
    checkNumber(profile, u"older_people_age"_s, u"age in years"_s, u"65"_s, problems);
    checkNumber(profile, u"sitreps_per_day"_s, u"number of SITREPs"_s, u"1"_s, problems);
    checkArea(profile, problems);
    checkYesNo(profile, u"s136_superseded_by_application"_s, problems);
}

}
