#pragma once

#include <QObject>

class QLocalServer;

namespace ui {

/// One window a store: a second start asks the first to show itself and ends.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    /// `socket`: the store's own, from DeskService::socketFor.
    explicit SingleInstance(QString socket, QObject* parent = nullptr);

    /// Whether a window with this store runs already; it is raised then.
    bool raiseOther() const;
    /// From now on other starts raise this one.
    void listen();

signals:
    void raiseRequested();

private:
    QString m_socket;
    QLocalServer* m_server;
};

}
