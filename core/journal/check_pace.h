#pragma once

namespace core {

/// When a window checks its store: some minutes after it began, then after an hour without work,
/// and in the end whatever is going on. It counts seconds.
class CheckPace {
public:
    static constexpr int first = 120; ///< after the start
    static constexpr int between = 3600; ///< at least, from the end of one to the next
    static constexpr int quiet = 300; ///< without work, before one begins by itself
    static constexpr int atLatest = 4 * 3600; ///< from the end of one, however busy the desk is

    /// Somebody works: nothing begins for a while.
    void stir() { m_quiet = 0; }
    /// Somebody asks for one, or it is the end of the duty.
    void ask() { m_asked = true; }
    /// A second has gone by; whether it is time for one now.
    bool tick();
    /// One has ended.
    void ended();

private:
    int m_since = 0;
    int m_quiet = 0;
    bool m_asked = false;
    bool m_firstDone = false;
};

}
