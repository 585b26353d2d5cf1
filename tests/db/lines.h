#pragma once

#include "db/store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <map>

/// Sends lines of commands to a training store as the command line does: "$name" stands for what
/// was made `as` that name, a line with a clock alone sets it.
class Lines {
public:
    explicit Lines(db::Store& store) : m_store(store) { }

    /// Every line; comments begin with #. Throws with the line that was refused.
    void work(const QByteArray& text);
    /// Every line; the clauses of those that were refused.
    QStringList workWithRefusals(const QByteArray& text);
    QString made(const QString& name) const { return m_names.at(name); }

private:
    db::Answer send(const QByteArray& line);
    QByteArray named(QByteArray line) const;

    db::Store& m_store;
    std::map<QString, QString> m_names;
};
