#pragma once

#include "app/cli/verb.h"
#include "db/error.h"
#include "db/health.h"

#include <functional>

namespace cli {

/// Tells how far long work has come, on the error stream when a person watches or --progress asks,
/// and stops it at Ctrl-C. The handler of the signal is the program's own before and after.
class Watched {
public:
    Watched(Call& call, QString what, bool tell);
    ~Watched();

    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

    /// For db: answers false once the work is to stop.
    db::Progress progress();
    bool stopped() const;

private:
    void told(qint64 done, qint64 total);

    Call& m_call;
    QString m_what;
    bool m_tell;
    qint64 m_percent = -1;
    void (*m_onInterrupt)(int) = nullptr;
    void (*m_onTerminate)(int) = nullptr;
};

/// Whether somebody looks at the error stream.
bool isWatched();

}
