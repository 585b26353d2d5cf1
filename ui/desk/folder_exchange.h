#pragma once

#include "core/exchange/common_folder.h"
#include "core/exchange/import_report.h"
#include "core/exchange/presence.h"

#include <QFileSystemWatcher>
#include <QObject>

namespace db {
struct Fetched;
}

namespace ui {

class DeskService;
class Exchange;
struct ExchangeNews;

/// Colleagues tonight: what is written here goes into the common folder, and what the others put
/// there is taken in, within a minute and without anybody pressing anything. Also says who else has
/// a record open.
class FolderExchange : public QObject {
    Q_OBJECT

public:
    FolderExchange(DeskService& desk, Exchange& exchange);
    ~FolderExchange() override;

    /// Empty: this desk has none.
    QString folder() const { return m_folder; }
    /// Keeps it with the store; `failed` is told why not.
    void setFolder(const QString& folder, std::function<void(const QString&)> failed);

    std::optional<core::Instant> lookedAt() const { return m_lookedAt; }
    /// Why the folder could not be used at the last look; empty: it could.
    QString problem() const { return m_problem; }
    /// Files there that could not be read, each with why.
    QStringList broken() const { return m_memory.lastingProblems(); }
    /// Desks whose note says that somebody is there now.
    int colleaguesHere() const { return static_cast<int>(m_book.desks().size()); }
    bool going() const { return m_going; }
    /// Looks now.
    void look();

    /// The record in front in this window; a null id for none.
    void setInFront(const core::Subject& subject);
    std::vector<core::PresenceBook::Other> othersAt(const core::Subject& subject) const;

signals:
    /// What `folder`, `lookedAt`, `problem` or `broken` answer.
    void changed();
    void presenceChanged();
    void tookIn(const ui::ExchangeNews& news);

private:
    void tick();
    void watch();
    void readFetched(const std::vector<db::Fetched>& fetched);
    void takeNews(const std::vector<core::ImportReport>& news);
    void write();
    void end(const QString& problem);
    void takePresences(const std::vector<core::Presence>& notes);
    core::Presence ownPresence();

    DeskService& m_desk;
    Exchange& m_exchange;
    QString m_folder;
    QFileSystemWatcher m_watcher;
    core::FolderMemory m_memory;
    core::FolderPace m_pace;
    core::PresenceBook m_book;
    core::OpenRecord m_front;
    bool m_frontChanged = true;
    int m_sinceNote = 0; ///< seconds
    qint64 m_beat = 0;
    std::optional<core::Instant> m_lookedAt;
    QString m_problem;
    bool m_going = false;
    bool m_again = false;
};

}
