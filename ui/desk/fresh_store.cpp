#include "ui/desk/fresh_store.h"

#include "db/health.h"
#include "db/resources.h"

namespace ui {

FreshStore::Asked FreshStore::askedFor(const QString& damaged)
{
    const db::FreshNeeds needs = db::freshNeeds(damaged);
    return {needs.profile, needs.service, needs.desk};
}

QStringList FreshStore::profiles()
{
    return db::shippedProfiles();
}

std::vector<FreshStore::Choice> FreshStore::services(const QString& profile)
{
    std::vector<Choice> choices;
    try {
        for (const core::Service& service : db::loadProfile(profile).services)
            choices.push_back({service.key, service.name});
    } catch (const std::runtime_error&) {
        choices.clear(); // still being chosen
    }
    return choices;
}

DeskService::Fresh FreshStore::start(const QString& damaged, const Given& given)
{
    db::FreshOptions options{{}, given.service, given.desk, {}};
    if (!given.profile.isEmpty())
        options.profile = db::profileBytes(given.profile);
    const db::FreshStart start = db::startFreshBeside(damaged, options);
    return {start.path, start.cases, start.incomplete};
}

bool FreshStore::helpsAfter(const std::exception& error)
{
    const auto* failed = dynamic_cast<const db::Error*>(&error);
    return failed
        && (db::saysStoreDamaged(*failed) || db::saysStoreUnreadable(*failed)
            || failed->fault() == db::Fault::NotAStore);
}

}
