#pragma once

#include <QObject>

class QLocalServer;
class QLocalSocket;

namespace ui {

/// One window a store: a second start asks the first to show itself, hands over the files that it
/// was given, and ends.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    /// `socket`: the store's own, from DeskService::socketFor.
    explicit SingleInstance(QString socket, QObject* parent = nullptr);

    /// Whether a window with this store runs already; it is raised then and takes the files.
    bool raiseOther(const QStringList& files = {}) const;
    /// From now on other starts raise this one.
    void listen();

signals:
    void raiseRequested();
    void filesGiven(const QStringList& files);

private:
    void hear(QLocalSocket* asking);

    QString m_socket;
    QLocalServer* m_server;
};

}
