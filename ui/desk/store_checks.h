#pragma once

#include "core/journal/check_pace.h"
#include "ui/desk/answer.h"

#include <QObject>

#include <memory>

class QThread;

namespace db {
class StoreCheck;
}

namespace ui {

/// The window's checks of its own store: now and then, on a thread that runs when nothing else
/// does, and that ends at once when the window closes.
class StoreChecks : public QObject {
    Q_OBJECT

public:
    explicit StoreChecks(QString path, QObject* parent = nullptr);
    ~StoreChecks() override;

    /// Somebody works, which puts the next check off for a while.
    void stir() { m_pace.stir(); }
    /// At the end of the duty, or when something could not be read: a check begins now.
    void checkNow();
    /// A second has gone by.
    void tick();
    bool running() const { return m_thread != nullptr; }

signals:
    void found(const ui::Trouble& trouble);
    /// One has come to its end and found nothing, or what `found` told before.
    void ended();

private:
    void begin();
    void end();

    QString m_path;
    core::CheckPace m_pace;
    std::unique_ptr<db::StoreCheck> m_check;
    std::unique_ptr<QThread> m_thread;
};

}
