#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace db {

/// Reads pieces on a thread of its own, a few ahead of whoever uses them, in order. Nothing else
/// may touch what `source` reads until the last piece was taken or this is gone.
template <typename Piece>
class ReadAhead {
public:
    /// `source` answers the next piece, none after the last; what it throws is thrown by `next`
    /// when its turn comes.
    explicit ReadAhead(std::function<std::optional<Piece>()> source)
        : m_source(std::move(source))
        , m_thread([this] { live(); })
    {
    }
    ~ReadAhead()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_taken.notify_one();
        m_thread.join();
    }
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    std::optional<Piece> next()
    {
        std::unique_lock lock(m_mutex);
        m_read.wait(lock, [this] { return !m_pieces.empty() || m_over; });
        if (m_pieces.empty()) {
            if (m_problem)
                std::rethrow_exception(m_problem);
            return {};
        }
        Piece piece = std::move(m_pieces.front());
        m_pieces.pop_front();
        lock.unlock();
        m_taken.notify_one();
        return piece;
    }

private:
    static constexpr std::size_t mostAhead = 8;

    void live()
    {
        try {
            while (std::optional<Piece> piece = m_source())
                if (!give(std::move(*piece)))
                    return;
        } catch (...) {
            m_problem = std::current_exception();
        }
        {
            const std::lock_guard lock(m_mutex);
            m_over = true;
        }
        m_read.notify_one();
    }

    bool give(Piece piece)
    {
        {
            std::unique_lock lock(m_mutex);
            m_taken.wait(lock, [this] { return m_pieces.size() < mostAhead || m_ending; });
            if (m_ending)
                return false;
            m_pieces.push_back(std::move(piece));
        }
        m_read.notify_one();
        return true;
    }

    std::function<std::optional<Piece>()> m_source;
    std::mutex m_mutex;
    std::condition_variable m_read;
    std::condition_variable m_taken;
    std::deque<Piece> m_pieces;
    std::exception_ptr m_problem;
    bool m_over = false;
    bool m_ending = false;
    std::thread m_thread;
};

}
