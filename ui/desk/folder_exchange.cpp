#include "ui/desk/folder_exchange.h"

#include "db/common_folder.h"
#include "db/writer.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/exchange.h"
#include "ui/desk/read_or.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace ui {

FolderExchange::FolderExchange(DeskService& desk, Exchange& exchange)
    : m_desk(desk)
    , m_exchange(exchange)
{
    connect(&desk, &DeskService::ticked, this, &FolderExchange::tick);
    connect(&desk, &DeskService::changed, this, [this] { m_pace.stir(); });
    connect(&desk, &DeskService::userChanged, this, [this] { m_frontChanged = true; });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_pace.stir(); });
    if (desk.m_window == DeskService::Window::Alone)
        m_folder = readOr(desk, {}, [&] { return db::commonFolder(*desk.m_reading); });
    watch();
}

FolderExchange::~FolderExchange()
{
    if (!m_folder.isEmpty() && m_problem.isEmpty())
        db::removePresence(*m_desk.m_reading, m_folder);
}

void FolderExchange::watch()
{
    if (const QStringList before = m_watcher.directories(); !before.isEmpty())
        m_watcher.removePaths(before);
    if (!m_folder.isEmpty() && QDir(m_folder).exists())
        m_watcher.addPath(m_folder);
}

void FolderExchange::setFolder(const QString& folder, std::function<void(const QString&)> failed)
{
    m_exchange.onWriter(
        [this, folder, before = m_folder](db::Store& store) {
            db::setCommonFolder(store, folder);
            if (!before.isEmpty() && before != folder)
                db::removePresence(store, before);
            return [this, folder] {
                m_folder = folder;
                m_memory = {};
                m_book = {};
                m_problem.clear();
                m_lookedAt.reset();
                watch();
                emit changed();
                emit presenceChanged();
                look();
            };
        },
        std::move(failed));
}

void FolderExchange::tick()
{
    if (m_folder.isEmpty())
        return;
    m_book.tick();
    ++m_sinceNote;
    if (m_pace.tick() || m_frontChanged)
        look();
}

// On the courier's thread whatever touches the folder, on the writer's what touches the records.
void FolderExchange::look()
{
    m_again = m_going;
    if (m_folder.isEmpty() || m_going)
        return;
    m_going = true;
    m_exchange.onCourier(
        [this, folder = m_folder, memory = m_memory](db::Store& store) {
            core::FolderMemory known = memory;
            const std::vector<db::Fetched> fetched = db::fetchNew(store, folder, known);
            return [this, known, fetched] {
                m_memory = known;
                readFetched(fetched);
            };
        },
        [this](const QString& why) { end(why); });
}

void FolderExchange::readFetched(const std::vector<db::Fetched>& fetched)
{
    if (fetched.empty())
        return write();
    m_exchange.onWriter(
        [this, fetched, memory = m_memory](db::Store& store) {
            core::FolderMemory known = memory;
            const std::vector<core::ImportReport> news = db::readFetched(store, fetched, known);
            return [this, known, news] {
                m_memory = known;
                takeNews(news);
                write();
            };
        },
        [this](const QString& why) { end(why); });
}

void FolderExchange::takeNews(const std::vector<core::ImportReport>& news)
{
    m_exchange.afterImport(news);
    if (!news.empty())
        emit tookIn(newsOf(news, {}));
}

core::Presence FolderExchange::ownPresence()
{
    const auto user = m_desk.user();
    core::Presence note;
    note.user = user ? user->name : QString();
    note.at = m_desk.now();
    note.beat = ++m_beat;
    if (user && !m_front.subject.id.isNull())
        note.open.push_back(m_front);
    return note;
}

void FolderExchange::write()
{
    const bool renew = m_frontChanged || m_sinceNote >= core::PresenceBook::renewed;
    m_frontChanged = false;
    m_sinceNote = renew ? 0 : m_sinceNote;
    m_exchange.onCourier(
        [this, folder = m_folder, renew, note = ownPresence()](db::Store& store) {
            db::writeToFolder(store, folder);
            if (renew)
                db::writePresence(store, folder, note);
            return [this, notes = db::readPresences(store, folder)] {
                takePresences(notes);
                end({});
            };
        },
        [this](const QString& why) { end(why); });
}

void FolderExchange::takePresences(const std::vector<core::Presence>& notes)
{
    for (const core::DeskId& desk : m_book.desks())
        if (std::none_of(notes.begin(), notes.end(),
                [&](const core::Presence& note) { return note.desk == desk; }))
            m_book.left(desk);
    for (const core::Presence& note : notes)
        m_book.hear(note, m_desk.now());
}

void FolderExchange::end(const QString& problem)
{
    m_going = false;
    m_problem = problem;
    if (problem.isEmpty())
        m_lookedAt = m_desk.now();
    else
        m_frontChanged = false;
    emit changed();
    emit presenceChanged();
    if (std::exchange(m_again, false))
        m_pace.stir();
}

void FolderExchange::setInFront(const core::Subject& subject)
{
    if (m_front.subject == subject)
        return;
    m_front = {subject, m_desk.now()};
    m_frontChanged = true;
}

std::vector<core::PresenceBook::Other> FolderExchange::othersAt(const core::Subject& subject) const
{
    return subject.id.isNull() ? std::vector<core::PresenceBook::Other>{} : m_book.at(subject);
}

}
