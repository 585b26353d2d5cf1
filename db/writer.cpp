#include "db/writer.h"

#include "db/attachments.h"
#include "db/drafts.h"

#include <QThread>

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace db {

namespace {

constexpr auto draftsAtLatest = 500ms;

}

struct Writer::Parts {
    struct Job {
        std::function<void(Store&)> work;
        Failed failed;
    };
    using Moment = std::chrono::steady_clock::time_point;

    QString path;
    OpenOptions options;
    std::unique_ptr<QThread> thread;

    std::mutex mutex;
    std::condition_variable wake;
    std::condition_variable opened;
    std::deque<Job> jobs;
    std::map<QString, QByteArray> drafts; ///< the newest words of each form, not yet stored
    std::optional<Moment> draftsDue;
    bool ending = false;
    bool isOpen = false;
    std::exception_ptr problem;

    void live();
    void awaitWork(std::unique_lock<std::mutex>& lock);
    void work(Store& store);
    void doJobs(Store& store, std::unique_lock<std::mutex>& lock);
    void storeDrafts(Store& store, std::unique_lock<std::mutex>& lock);
    void tellOpened(std::exception_ptr found);
};

void Writer::Parts::tellOpened(std::exception_ptr found)
{
    const std::lock_guard lock(mutex);
    isOpen = true;
    problem = std::move(found);
    opened.notify_all();
}

void Writer::Parts::live()
{
    std::unique_ptr<Store> store;
    try {
        store = Store::open(path, options);
    } catch (...) {
        tellOpened(std::current_exception());
        return;
    }
    tellOpened({});
    work(*store);
}

void Writer::Parts::awaitWork(std::unique_lock<std::mutex>& lock)
{
    const auto called = [this] { return ending || !jobs.empty(); };
    if (draftsDue)
        wake.wait_until(lock, *draftsDue, called);
    else
        wake.wait(lock, [&] { return called() || draftsDue; });
}

void Writer::Parts::work(Store& store)
{
    std::unique_lock lock(mutex);
    while (true) {
        awaitWork(lock);
        doJobs(store, lock);
        if (draftsDue && (ending || std::chrono::steady_clock::now() >= *draftsDue))
            storeDrafts(store, lock);
        if (ending && jobs.empty() && !draftsDue)
            return;
    }
}

void Writer::Parts::doJobs(Store& store, std::unique_lock<std::mutex>& lock)
{
    while (!jobs.empty()) {
        Job job = std::move(jobs.front());
        jobs.pop_front();
        lock.unlock();
        try {
            job.work(store);
        } catch (const Error& error) {
            store.meet(error);
            if (job.failed)
                job.failed(error);
        } catch (const std::exception& mistake) {
            if (job.failed)
                job.failed(Error(Fault::Program, QString::fromUtf8(mistake.what()),
                    QStringLiteral("Report this with the words above.")));
        }
        lock.lock();
    }
}

// Words that could not be stored are kept and tried again: the form still shows them.
void Writer::Parts::storeDrafts(Store& store, std::unique_lock<std::mutex>& lock)
{
    std::map<QString, QByteArray> newest = std::exchange(drafts, {});
    draftsDue.reset();
    lock.unlock();
    bool stored = true;
    try {
        putDrafts(store, newest);
    } catch (const Error& error) {
        store.meet(error);
        stored = false;
    }
    lock.lock();
    if (stored || ending)
        return;
    drafts.merge(newest);
    draftsDue = std::chrono::steady_clock::now() + draftsAtLatest;
}

Writer::Writer(const QString& path, const OpenOptions& options) : m_parts(std::make_unique<Parts>())
{
    m_parts->path = path;
    m_parts->options = options;
    m_parts->thread.reset(QThread::create([parts = m_parts.get()] { parts->live(); }));
    m_parts->thread->setObjectName(QStringLiteral("writer"));
    m_parts->thread->start();
    std::unique_lock lock(m_parts->mutex);
    m_parts->opened.wait(lock, [this] { return m_parts->isOpen; });
    if (!m_parts->problem)
        return;
    lock.unlock();
    m_parts->thread->wait();
    std::rethrow_exception(m_parts->problem);
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_parts->mutex);
        m_parts->ending = true;
    }
    m_parts->wake.notify_all();
    m_parts->thread->wait();
}

static Answer submitRequest(Store& store, QJsonObject request)
{
    if (!takesFile(request.value(u"do"_s).toString()))
        return store.submit(request);
    const QString file = request.take(u"file"_s).toString();
    return file.isEmpty() ? store.submit(request) : submitWithFile(store, request, file);
}

void Writer::submit(QJsonObject request, std::function<void(const Answer&)> done, Failed failed)
{
    run(
        [request = std::move(request), done = std::move(done)](Store& store) {
            const Answer answer = submitRequest(store, request);
            if (done)
                done(answer);
        },
        std::move(failed));
}

void Writer::run(std::function<void(Store&)> job, Failed failed)
{
    {
        const std::lock_guard lock(m_parts->mutex);
        m_parts->jobs.push_back({std::move(job), std::move(failed)});
    }
    m_parts->wake.notify_all();
}

void Writer::draft(const QString& key, const QByteArray& words)
{
    {
        const std::lock_guard lock(m_parts->mutex);
        m_parts->drafts[key] = words;
        if (!m_parts->draftsDue)
            m_parts->draftsDue = std::chrono::steady_clock::now() + draftsAtLatest;
    }
    m_parts->wake.notify_all();
}

}
