#include "core/journal/check_pace.h"

namespace core {

bool CheckPace::tick()
{
    ++m_since;
    ++m_quiet;
    if (m_asked || m_since >= atLatest)
        return true;
    if (!m_firstDone)
        return m_since >= first;
    return m_since >= between && m_quiet >= quiet;
}

void CheckPace::ended()
{
    m_since = 0;
    m_asked = false;
    m_firstDone = true;
}

}
