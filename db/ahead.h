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
#include <vector>

namespace db {

/// Work done ahead on threads of its own. The results come in the order in which the pieces were
/// given, so that nothing depends on which thread was faster. `work` must be safe on any thread.
template <typename Piece, typename Result>
class Ahead {
public:
    explicit Ahead(std::function<Result(Piece)> work) : m_work(std::move(work))
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
    bool full() const { return m_inHand.size() >= mostAhead; }
    bool empty() const { return m_inHand.empty(); }

    /// The result of the oldest piece; waits for it and throws what its work threw.
    Result take()
    {
        const std::shared_ptr<Job> job = std::move(m_inHand.front());
        m_inHand.pop_front();
        std::unique_lock lock(m_mutex);
        m_done.wait(lock, [&job] { return job->result || job->problem; });
        if (job->problem)
            std::rethrow_exception(job->problem);
        return std::move(*job->result);
    }

private:
    static constexpr unsigned mostThreads = 4;
    static constexpr std::size_t mostAhead = 16;

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
            const std::shared_ptr<Job> job = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            std::optional<Result> result;
            std::exception_ptr problem;
            try {
                result = m_work(std::move(job->piece));
            } catch (...) {
                problem = std::current_exception();
            }
            lock.lock();
            job->result = std::move(result);
            job->problem = problem;
            m_done.notify_all();
        }
    }

    std::function<Result(Piece)> m_work;
    std::deque<std::shared_ptr<Job>> m_inHand; ///< of the giving thread alone
    std::mutex m_mutex;
    std::condition_variable m_given;
    std::condition_variable m_done;
    std::deque<std::shared_ptr<Job>> m_waiting;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

}
