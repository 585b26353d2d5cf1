#include "app/cli/progress.h"

#include <csignal>
#include <cstdio>
#include <utility>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace cli {

namespace {

volatile std::sig_atomic_t wantsToStop = 0;

void stopSoon(int)
{
    wantsToStop = 1;
}

}

bool isWatched()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

Watched::Watched(Call& call, QString what, bool tell)
    : m_call(call)
    , m_what(std::move(what))
    , m_tell(tell || isWatched())
{
    wantsToStop = 0;
    m_onInterrupt = std::signal(SIGINT, stopSoon);
    m_onTerminate = std::signal(SIGTERM, stopSoon);
}

Watched::~Watched()
{
    std::signal(SIGINT, m_onInterrupt);
    std::signal(SIGTERM, m_onTerminate);
}

bool Watched::stopped() const
{
    return wantsToStop != 0;
}

db::Progress Watched::progress()
{
    return [this](qint64 done, qint64 total) {
        told(done, total);
        return !stopped();
    };
}

void Watched::told(qint64 done, qint64 total)
{
    const qint64 percent = total > 0 ? std::min<qint64>(100, done * 100 / total) : 0;
    if (!m_tell || percent == m_percent)
        return;
    m_percent = percent;
    m_call.err << m_what << ": " << percent << " %\n";
    m_call.err.flush();
}

}
