#include "db/profile_in_force.h"

#include "core/conflict/folding.h"
#include "db/journal.h"
#include "db/resources.h"
#include "db/store_parts.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

ServiceCalendar readCalendar(const QByteArray& profile)
{
    auto read = readProfile(profile);
    if (const auto* problems = std::get_if<std::vector<ProfileProblem>>(&read)) {
        QStringList lines;
        for (const ProfileProblem& problem : *problems)
            lines.append(u"%1: %2 %3"_s.arg(problem.path, problem.text, problem.mend));
        throw Error(Fault::Invalid, u"The profile cannot be used.\n%1"_s.arg(lines.join(u'\n')),
            u"Mend the profile and try again."_s);
    }
    return {std::get<Profile>(std::move(read)), loadBankHolidays()};
}

std::vector<Subject> profileSubjects(Database& database, const QString& area)
{
    const Subject own = subjectOfProfile(area);
    std::vector<Subject> subjects{own};
    Rows rows = select(database, u"SELECT uuid FROM subject WHERE kind = 'profile' ORDER BY id"_s);
    while (rows.next())
        if (const Subject each{SubjectKind::Profile, QUuid::fromRfc4122(rows.bytes(0))};
            each != own)
            subjects.push_back(each);
    return subjects;
}

QByteArray profileInForce(Database& database, Instant now)
{
    VersionCalendars calendars(loadBankHolidays());
    QByteArray found;
    for (const Subject& subject : profileSubjects(database, {})) {
        const qint64 id = subjectId(database, subject);
        if (id == 0)
            continue;
        const auto record = fold(subject.kind, readEvents(database, id).events);
        const auto usable = calendars.usable(std::get<ProfileVersions>(record));
        if (const PublishedProfile* held = versionAt(usable, now))
            found = held->json.toUtf8();
    }
    if (found.isEmpty())
        throw damagedStore(u"The store has no readable profile."_s,
            u"Restore it from a backup, or start a fresh store beside it."_s);
    return found;
}

QByteArray profileInForce(const Store& store)
{
    const auto versions = store.parts().area->versions(store.now());
    const PublishedProfile* held = versionAt(versions, store.now());
    return held ? held->json.toUtf8() : QByteArray();
}

}
