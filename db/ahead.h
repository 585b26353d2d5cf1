#pragma once

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace db {

/// Work done ahead on threads of its own, and on the asking one rather than that it waits. The
/// results come in the order in which the pieces were given, so that nothing depends on which
/// thread was faster. `work` must be safe on any thread.
template <typename Piece, typename Result>
class Ahead {
public:
    explicit Ahead(std::function<Result(const Piece&)> work) : m_work(std::move(work))
    {
        const unsigned others = std::max(2U, std::thread::hardware_concurrency()) - 1;
        for (unsigned i = 0; i < std::min(others, mostThreads); ++i)
            m_threads.emplace_back([this] { live(); });
    }
    ~Ahead()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_given.notify_all();
        for (std::thread& thread : m_threads)
            thread.join();
    }
    Ahead(const Ahead&) = delete;
    Ahead& operator=(const Ahead&) = delete;

    void give(Piece piece)
    {
        auto job = std::make_shared<Job>();
        job->piece = std::move(piece);
        m_inHand.push_back(job);
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(std::move(job));
        }
        m_given.notify_one();
    }

    /// More ahead would only take memory: take a result first.
    bool full() const { return m_inHand.size() >= aheadOfEach * m_threads.size(); }
    bool empty() const { return m_inHand.empty(); }

    /// Uses the result of the oldest piece; waits for it and throws what its work threw. It is let
    /// go on a working thread, whose memory it is: two threads in one heap wait for each other.
    template <typename Use>
    void take(const Use& use)
    {
        std::shared_ptr<Job> job = std::move(m_inHand.front());
        m_inHand.pop_front();
        std::unique_lock lock(m_mutex);
        while (!job->result && !job->problem)
            if (m_waiting.empty())
                m_done.wait(lock);
            else
                workOnOldest(lock, [] {});
        lock.unlock();
        if (job->problem)
            std::rethrow_exception(job->problem);
        use(std::as_const(*job->result));
        lock.lock();
        m_spent.push_back(std::move(job));
    }

private:
    static constexpr unsigned mostThreads = 4;
    static constexpr std::size_t aheadOfEach = 4;

    struct Job {
        Piece piece;
        std::optional<Result> result;
        std::exception_ptr problem;
    };

    void live()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_given.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
            if (m_ending)
                return;
            std::vector<std::shared_ptr<Job>> spent = std::exchange(m_spent, {});
            workOnOldest(lock, [&spent] { spent.clear(); });
        }
    }

    template <typename First>
    void workOnOldest(std::unique_lock<std::mutex>& lock, const First& first)
    {
        const std::shared_ptr<Job> job = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        first();
        std::optional<Result> result;
        std::exception_ptr problem;
        try {
            result = m_work(job->piece);
        } catch (...) {
            problem = std::current_exception();
        }
        lock.lock();
        job->result = std::move(result);
        job->problem = problem;
        m_done.notify_all();
    }

    std::function<Result(const Piece&)> m_work;
    std::deque<std::shared_ptr<Job>> m_inHand; ///< of the giving thread alone
    std::mutex m_mutex;
    std::condition_variable m_given;
    std::condition_variable m_done;
    std::deque<std::shared_ptr<Job>> m_waiting;
    std::vector<std::shared_ptr<Job>> m_spent;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

}
