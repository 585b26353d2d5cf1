#include "db/store_check.h"

#include "db/file_identity.h"
#include "db/health.h"
#include "db/store_open.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

const QString& mendText()
{
    static const QString text
        = u"Go on in a fresh store beside it and keep its file: the two are merged later."_s;
    return text;
}

QString textOf(const Problem& problem)
{
    if (problem.desk.isEmpty() || problem.seq == 0)
        return problem.text.endsWith(u'.') ? problem.text.chopped(1) : problem.text;
    const QString which = problem.last > 0
        ? u"each of the events %1 to %2"_s.arg(problem.seq).arg(problem.last)
        : u"event %1"_s.arg(problem.seq);
    return u"%1 of “%2” %3"_s.arg(which, problem.name, problem.text);
}

Damage damageOf(const Health& health)
{
    QString text
        = u"The store is damaged, a check found: %1."_s.arg(textOf(health.problems.front()));
    if (const std::size_t left = health.problems.size() - 1; left > 0)
        text += u" `dutydesk-cli verify` names %1 more."_s.arg(left);
    return {text, mendText()};
}

/// While it lives, the check can be stopped in the middle of a statement.
class Stoppable {
public:
    Stoppable(
        std::mutex& mutex, Database*& at, Database& database, const std::atomic<bool>& stopped)
        : m_mutex(mutex)
        , m_at(at)
    {
        database.stopWhen([&stopped] { return stopped.load(); });
        const std::lock_guard lock(m_mutex);
        m_at = &database;
    }
    ~Stoppable()
    {
        const std::lock_guard lock(m_mutex);
        m_at = nullptr;
    }

    Stoppable(const Stoppable&) = delete;
    Stoppable& operator=(const Stoppable&) = delete;

private:
    std::mutex& m_mutex;
    Database*& m_at;
};

}

std::optional<Damage> noteDamage(const QString& store, const Health& health)
{
    if (health.sound())
        return {};
    const Damage damage = damageOf(health);
    noteDamage(storeFile(store), damage);
    return damage;
}

StoreCheck::StoreCheck(QString path) : m_path(std::move(path)) { }

StoreCheck::~StoreCheck() = default;

void StoreCheck::stop()
{
    m_stopped = true;
    const std::lock_guard lock(m_mutex);
    if (m_at)
        m_at->interrupt();
}

std::optional<Damage> StoreCheck::look()
{
    const auto store = Store::open(m_path, {Access::Read, {}, {}, {}});
    if (store->damage())
        return store->damage();
    Database& database = *store->parts().database;
    const Stoppable stoppable(m_mutex, m_at, database, m_stopped);
    const Health pages = quickCheck(*store);
    if (!pages.sound())
        return damageOf(pages);
    const Health health = verify(*store, [this](qint64, qint64) { return !m_stopped.load(); });
    return health.sound() ? std::nullopt : std::optional(damageOf(health));
}

std::optional<Damage> StoreCheck::run()
{
    std::optional<Damage> found;
    try {
        found = look();
    } catch (const Error& error) {
        if (saysStoreDamaged(error) || saysStoreUnreadable(error))
            found = Damage{error.text(), mendText()};
    }
    if (m_stopped)
        return {};
    if (found)
        noteDamage(storeFile(m_path), *found);
    return found;
}

}
