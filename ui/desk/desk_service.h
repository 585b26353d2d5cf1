#pragma once

#include "core/profile/calendar.h"
#include "ui/desk/answer.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace db {
class Error;
class Store;
class WindowLock;
class Writer;
}

namespace ui {

class Exchange;
class SteadyRecords;
class StoreChecks;

/// The one object between the widgets and everything below: reads on the window's thread, writes on
/// the store's own, and says what changed. The window never waits for the disk.
class DeskService : public QObject {
    Q_OBJECT

public:
    using Answered = std::function<void(const Answer&)>;

    /// Alone: this is the store's one window. Beside: only to look, next to a window that may run.
    enum class Window { Alone, Beside };

    /// Opens the store; throws std::runtime_error with what is wrong. An empty clock is the
    /// system's, or a training store's own.
    explicit DeskService(const QString& path, core::Clock clock = {}, Window window = Window::Alone,
        QObject* parent = nullptr);
    ~DeskService() override;

    core::Instant now() const;
    const core::Records& records() const;
    const core::ServiceCalendar& calendar() const;
    const core::Profile& profile() const;
    /// The service whose desk this is, by its key.
    QString service() const;
    /// The duty that this desk's service is on now, else its next; it may not be opened yet.
    core::DutyId dutyId() const;
    QString path() const;
    bool training() const;
    /// When the newest event here was written down, by the clock of its desk.
    std::optional<core::Instant> lastWritten() const;
    /// Why the store is only read; while it is, what was read last is shown where it cannot be read
    /// again.
    std::optional<Trouble> trouble() const;
    /// It was found damaged: nothing is written to it any more.
    bool readOnly() const;
    /// Something of the store was read or written and failed so; from any thread. `troubled`
    /// follows when it is the store that is damaged.
    void meet(const db::Error& error) const;
    /// A check of the store, at the end of the duty; `troubled` tells what it found.
    void checkStore();
    StoreChecks& checks() const { return *m_checks; }
    /// A fresh store beside this damaged one, with its open cases, owners, clocks and unsaved
    /// words, to be opened instead; none when this one is sound. Throws std::runtime_error when the
    /// disk fails.
    struct Fresh {
        QString path;
        int cases = 0;
        QStringList incomplete; ///< open cases of which not everything could be read
    };
    std::optional<Fresh> startFresh();
    /// Where a second start asks the window with this store to show itself.
    static QString socketFor(const QString& path);

    /// Who acts from now on; false when there is no such active user.
    bool actAs(const QString& login);
    /// None until somebody has said who they are.
    std::shared_ptr<const core::User> user() const;
    std::vector<std::shared_ptr<const core::User>> users() const;

    /// Sends a command, user and action filled in; the answer comes back on this thread unless
    /// `context` is gone by then.
    void submit(QJsonObject request, QObject* context, Answered answered);
    /// Commands sent and not answered yet.
    int underWay() const { return m_underWay; }

    /// Words of an unfinished form, durable within a second; an empty object removes them.
    void keepDraft(const QString& key, const QJsonObject& words);
    QJsonObject draft(const QString& key) const;
    QStringList drafts() const;
    /// The command of an unfinished form about a record; empty when there is none.
    QString draftOf(const QUuid& record) const;

    /// Writes a copy of an attached file; throws std::runtime_error with why it cannot be.
    void saveAttached(const QString& hash, const QString& path) const;

    std::vector<QJsonObject> rows(const RowQuery& query) const;
    std::vector<Find> search(const QString& words, int limit = 50) const;
    std::optional<core::Subject> find(const QString& reference) const;

    /// Bundles, trust and the common folder.
    Exchange& exchange() const { return *m_exchange; }

    /// Looks for what others wrote to the store; the tick does so by itself.
    void poll();

signals:
    void changed(const std::vector<core::Subject>& subjects);
    void userChanged();
    /// The store was found damaged, or a part of it could not be read: `trouble` says what.
    void troubled();
    /// Once a second: time left is worked out anew, nothing else happens.
    void ticked();
    void answered(const ui::Answer& answer);

private:
    friend class Exchange;
    friend class FolderExchange;

    void reopenReading();
    void watchReading();
    void tick();
    void keepDraftsIn(const db::Store& store) const;
    void closeForWriting(const Trouble& trouble);
    void meetLater(const Trouble& trouble, bool sure);
    void checkEnded();
    void lookForNote();
    void take(const Answer& answer);
    void loadDrafts();

    core::Clock m_clock;
    Window m_window;
    std::unique_ptr<db::WindowLock> m_lock;
    std::unique_ptr<db::Store> m_reading;
    std::unique_ptr<SteadyRecords> m_records;
    mutable QCache<QString, std::vector<QJsonObject>> m_lastRows;
    std::optional<Trouble> m_doubt; ///< a part could not be read; a check will tell
    mutable std::atomic<bool> m_met = false; ///< and that is on its way to be told
    QString m_login;
    QHash<QString, QJsonObject> m_drafts;
    QTimer m_tick;
    int m_underWay = 0;
    std::unique_ptr<db::Writer> m_writer;
    std::unique_ptr<Exchange> m_exchange;
    std::unique_ptr<StoreChecks> m_checks;
};

}
