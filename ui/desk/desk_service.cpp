#include "ui/desk/desk_service.h"

#include "core/duty/duty_period.h"
#include "db/attachments.h"
#include "db/drafts.h"
#include "db/last_written.h"
#include "db/lists.h"
#include "db/store.h"
#include "db/window_lock.h"
#include "db/writer.h"
#include "ui/desk/exchange.h"
#include "ui/desk/read_or.h"
#include "ui/desk/steady_records.h"
#include "ui/desk/store_checks.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

// Rows of lists that are remembered, all together.
constexpr int mostRowsKept = 5000;

Answer failed(const db::Error& error)
{
    if (error.fault() == db::Fault::Damaged || isTrouble(error))
        return {{},
            DeskService::tr("The store is damaged, or cannot be read, and nothing of this was "
                            "stored."),
            DeskService::tr("Your words stay in the form and go with you to a fresh store.")};
    return {{}, error.text(), error.mend()};
}

QString keyOf(const RowQuery& query)
{
    QStringList parts{query.table, query.orderBy, QString::number(query.descending),
        QString::number(query.limit)};
    for (const auto& [column, value] : query.where)
        parts.append(column + u'=' + value.toString());
    return parts.join(u'\n');
}

[[noreturn]] void refuseWindow(const db::WindowLock& lock, const QString& path)
{
    const QString said = lock.isHeldElsewhere()
        ? u"Another window has %1 open. Use that one, or close it."_s.arg(path)
        : u"%1 cannot be opened: nothing can be written in its folder %2. Give your account "
          u"permission "
          "to write there, or make room on the disk."_s.arg(path, QFileInfo(path).absolutePath());
    throw std::runtime_error(said.toStdString());
}

}

DeskService::DeskService(const QString& path, core::Clock clock, Window window, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_window(window)
    , m_lock(std::make_unique<db::WindowLock>(path))
    , m_lastRows(mostRowsKept)
    , m_checks(std::make_unique<StoreChecks>(path))
{
    if (window == Window::Alone && QFileInfo::exists(path) && !m_lock->take())
        refuseWindow(*m_lock, path);
    m_writer
        = std::make_unique<db::Writer>(path, db::OpenOptions{db::Access::Write, {}, m_clock, {}});
    m_reading = db::Store::open(path, {db::Access::Read, {}, m_clock, {}});
    watchReading();
    loadDrafts();
    m_exchange = std::make_unique<Exchange>(*this);
    connect(m_checks.get(), &StoreChecks::found, this, &DeskService::closeForWriting);
    connect(m_checks.get(), &StoreChecks::ended, this, &DeskService::checkEnded);
    connect(&m_tick, &QTimer::timeout, this, &DeskService::tick);
    m_tick.start(1s);
}

void DeskService::tick()
{
    lookForNote();
    poll();
    if (m_window == Window::Alone && !trouble())
        m_checks->tick();
    emit ticked();
}

// The writer goes first: it still answers while it finishes.
DeskService::~DeskService()
{
    m_exchange->cancel();
    m_checks.reset();
    m_writer.reset();
    m_exchange.reset();
}

// Who this desk is, is read when a store is opened.
void DeskService::reopenReading()
{
    m_reading = db::Store::open(path(), {db::Access::Read, {}, m_clock, {}});
    watchReading();
}

void DeskService::watchReading()
{
    m_records = std::make_unique<SteadyRecords>(
        m_reading->records(), [this](const db::Error& error) { meet(error); });
    readOr(*this, {}, [this] { return m_reading->changedSince(); });
}

core::Instant DeskService::now() const
{
    return m_reading->now();
}

const core::Records& DeskService::records() const
{
    return *m_records;
}

const core::ServiceCalendar& DeskService::calendar() const
{
    return m_reading->calendar();
}

const core::Profile& DeskService::profile() const
{
    return calendar().profile();
}

QString DeskService::service() const
{
    return m_reading->service();
}

core::DutyId DeskService::dutyId() const
{
    auto period = core::dutyPeriodAt(calendar(), service(), now());
    if (!period)
        period = core::nextDutyPeriod(calendar(), service(), now());
    return period ? core::dutyId(profile().key, service(), period->from) : core::DutyId{};
}

QString DeskService::socketFor(const QString& path)
{
    return db::WindowLock(path).socket();
}

QString DeskService::path() const
{
    return m_reading->path();
}

bool DeskService::training() const
{
    return m_reading->training();
}

std::optional<core::Instant> DeskService::lastWritten() const
{
    return readOr(*this, {}, [this] { return db::lastWritten(*m_reading); });
}

bool DeskService::actAs(const QString& login)
{
    const auto user = records().userNamed(login);
    if (!user || !user->active)
        return false;
    m_login = login;
    emit userChanged();
    return true;
}

std::shared_ptr<const core::User> DeskService::user() const
{
    return m_login.isEmpty() ? nullptr : records().userNamed(m_login);
}

std::vector<std::shared_ptr<const core::User>> DeskService::users() const
{
    std::vector<std::shared_ptr<const core::User>> users;
    for (const QJsonObject& row : rows({u"user"_s, {}, u"name"_s})) {
        auto user = records().userNamed(row.value(u"login"_s).toString());
        if (user && user->active)
            users.push_back(std::move(user));
    }
    return users;
}

void DeskService::submit(QJsonObject request, QObject* context, Answered answered)
{
    if (!request.contains(u"user"_s) && !m_login.isEmpty())
        request.insert(u"user"_s, m_login);
    if (!request.contains(u"action"_s))
        request.insert(u"action"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    ++m_underWay;
    const auto back = [this, guard = QPointer<QObject>(context), answered = std::move(answered)](
                          const Answer& answer) {
        QMetaObject::invokeMethod(
            this,
            [this, guard, answered, answer] {
                take(answer);
                if (guard)
                    answered(answer);
            },
            Qt::QueuedConnection);
    };
    m_writer->submit(
        std::move(request),
        [back](const db::Answer& answer) {
            back({answer.decision, {}, {}});
        },
        [this, back](const db::Error& error) {
            meet(error);
            back(failed(error));
        });
}

void DeskService::take(const Answer& answer)
{
    --m_underWay;
    m_checks->stir();
    lookForNote();
    if (answer.done())
        poll();
    emit answered(answer);
}

void DeskService::keepDraft(const QString& key, const QJsonObject& words)
{
    m_checks->stir();
    if (words.isEmpty() && !m_drafts.remove(key))
        return;
    if (!words.isEmpty())
        m_drafts.insert(key, words);
    m_writer->draft(
        key, words.isEmpty() ? QByteArray() : QJsonDocument(words).toJson(QJsonDocument::Compact));
}

QJsonObject DeskService::draft(const QString& key) const
{
    return m_drafts.value(key);
}

QStringList DeskService::drafts() const
{
    return m_drafts.keys();
}

QString DeskService::draftOf(const QUuid& record) const
{
    const QString ending = u':' + record.toString(QUuid::WithoutBraces);
    for (auto each = m_drafts.begin(); each != m_drafts.end(); ++each)
        if (each.key().startsWith(u"form:"_s) && each.key().endsWith(ending))
            return each.key().section(u':', 1, 1);
    return {};
}

void DeskService::loadDrafts()
{
    const QStringList keys = readOr(*this, {}, [this] { return db::drafts(*m_reading); });
    for (const QString& key : keys)
        if (const QByteArray words = readOr(*this, {}, [&] { return db::draft(*m_reading, key); });
            !words.isEmpty())
            m_drafts.insert(key, QJsonDocument::fromJson(words).object());
}

void DeskService::saveAttached(const QString& hash, const QString& path) const
{
    db::saveAttached(*m_reading, hash, path);
}

std::vector<QJsonObject> DeskService::rows(const RowQuery& query) const
{
    const QString key = keyOf(query);
    const auto* last = m_lastRows.object(key);
    auto rows = readOr(*this, last ? *last : std::vector<QJsonObject>(), [&] {
        return db::list(
            *m_reading, {query.table, query.where, query.orderBy, query.descending, query.limit});
    });
    m_lastRows.insert(key, new std::vector<QJsonObject>(rows), static_cast<int>(rows.size()) + 1);
    return rows;
}

std::vector<Find> DeskService::search(const QString& words, int limit) const
{
    std::vector<Find> finds;
    for (const db::Found& found :
        readOr(*this, {}, [&] { return db::search(*m_reading, words, limit); }))
        finds.push_back({found.subject, found.part, found.kind, found.excerpt, found.at});
    return finds;
}

std::optional<core::Subject> DeskService::find(const QString& reference) const
{
    return readOr(*this, {}, [&] { return m_reading->find(reference); });
}

void DeskService::poll()
{
    const std::vector<core::Subject> subjects
        = readOr(*this, {}, [this] { return m_reading->changedSince(); });
    if (!subjects.empty())
        emit changed(subjects);
}

}
