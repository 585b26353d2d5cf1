#include "db/profile_in_force.h"

#include "core/command/json_read.h"
#include "core/journal/causal_order.h"
#include "core/journal/desk.h"
#include "core/time/london.h"
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

// Another desk's word too, or a newer version's: only what can be used here counts.
static bool isUsable(const Event& event, const QByteArray& json)
{
    return event.version <= newestEventVersion
        && event.type == QLatin1StringView(ProfilePublished::type)
        && std::holds_alternative<Profile>(readProfile(json));
}

QByteArray profileInForce(Database& database, Instant now)
{
    std::vector<qint64> ids;
    Rows rows = select(database, u"SELECT id FROM subject WHERE kind = 'profile' ORDER BY id"_s);
    while (rows.next())
        ids.push_back(rows.number(0));
    const QDate today = dateOf(now);
    QByteArray found;
    for (const qint64 id : ids)
        for (const Event& event : causalOrder(readEvents(database, id).events)) {
            const auto published = readPayload<ProfilePublished>(event.payload);
            const QByteArray json = published.json.toUtf8();
            if ((found.isEmpty() || published.effective.value_or(today) <= today)
                && isUsable(event, json))
                found = json;
        }
    if (found.isEmpty())
        throw damagedStore(u"The store has no readable profile."_s,
            u"Restore it from a backup, or start a fresh store beside it."_s);
    return found;
}

QByteArray profileInForce(const Store& store)
{
    return profileInForce(*store.parts().database, store.now());
}

}
