#include "db/store_check.h"

#include "db/file_identity.h"
#include "db/health.h"
#include "db/store_open.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr std::size_t mostNamed = 3;

const QString& mendText()
{
    static const QString text
        = u"It is not written to any more. Start a fresh store beside it and go on recording; the "
          u"two are merged later."_s;
    return text;
}

QString placeText(const Problem& problem, Database& database)
{
    QString name;
    for (const KnownDesk& desk : knownDesks(database))
        if (desk.desk == problem.desk)
            name = desk.name;
    return problem.last > 0
        ? u"events %1 to %2 of “%3”"_s.arg(problem.seq).arg(problem.last).arg(name)
        : u"event %1 of “%2”"_s.arg(problem.seq).arg(name);
}

Damage damageOf(const Health& health, Database& database)
{
    QStringList named;
    std::size_t left = 0;
    for (const Problem& problem : health.problems) {
        if (static_cast<std::size_t>(named.size()) == mostNamed) {
            ++left;
            continue;
        }
        const bool ofTheFile = problem.desk.isEmpty() || problem.seq == 0;
        QString place = problem.text;
        if (!ofTheFile)
            try {
                place = placeText(problem, database) + u' ' + problem.text;
            } catch (const Error&) {
                place = u"event %1 %2"_s.arg(problem.seq).arg(problem.text);
            }
        named.append(place.endsWith(u'.') ? place.chopped(1) : place);
    }
    QString text = u"The store is damaged, a check found: %1."_s.arg(named.join(u"; "));
    if (left > 0)
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
    if (const Health pages = quickCheck(*store); !pages.sound())
        return damageOf(pages, database);
    const Health health = verify(*store, [this](qint64, qint64) { return !m_stopped.load(); });
    if (health.sound())
        return {};
    return damageOf(health, database);
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
