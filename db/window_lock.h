#pragma once

#include <QLockFile>
#include <QString>

namespace db {

/// One window a store: held by the window as long as it runs, never by the command line.
class WindowLock {
public:
    explicit WindowLock(const QString& store);

    /// False while another window has the store open, or when the folder does not let it be noted.
    bool take();
    /// Why take() said no: another window has it, not the folder.
    bool isHeldElsewhere() const;
    /// Where a second start asks the running window to show itself (QLocalServer).
    const QString& socket() const { return m_socket; }

private:
    QLockFile m_lock;
    QString m_socket;
};

}
