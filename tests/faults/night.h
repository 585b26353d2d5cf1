#pragma once

#include "db/store.h"

#include <QTemporaryDir>

#include <vector>

/// A desk that works a short night on a disk that may fail. Keeps what was answered "done".
class NightUnderTest {
public:
    NightUnderTest();

    /// Sends the commands from where it stopped; true when all were answered.
    bool work();
    /// What is wrong with the store against what was answered, empty when all is well.
    QStringList complaints() const;
    bool rebuildAgrees();

    void close() { m_store.reset(); }
    void open() { m_store = db::Store::open(path()); }
    QString path() const;
    db::Store& store() { return *m_store; }
    const std::optional<db::Error>& problem() const { return m_problem; }
    std::size_t answered() const { return m_answered.size(); }

    static std::size_t commands();

private:
    struct Answered {
        QUuid action;
        QJsonObject made;
    };

    void checkAnswered(QStringList& complaints) const;
    void checkWholeActions(QStringList& complaints) const;

    QTemporaryDir m_folder;
    std::unique_ptr<db::Store> m_store;
    std::vector<Answered> m_answered;
    std::optional<db::Error> m_problem;
};
