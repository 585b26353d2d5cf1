#pragma once

#include <QtGlobal>

/// While this lives, a display that cannot be opened ends the program with one line that says so
/// and how to mend it, and with this exit status, instead of an abort.
class DisplayWatch {
public:
    static constexpr int status = 3;

    DisplayWatch();
    ~DisplayWatch();
    DisplayWatch(const DisplayWatch&) = delete;
    DisplayWatch& operator=(const DisplayWatch&) = delete;

private:
    QtMessageHandler m_before;
};
