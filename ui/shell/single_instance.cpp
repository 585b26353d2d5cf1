#include "ui/shell/single_instance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalServer>
#include <QLocalSocket>

namespace ui {

SingleInstance::SingleInstance(QString socket, QObject* parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* asking = m_server->nextPendingConnection())
            hear(asking);
    });
}

// The files are all there when the asking program has closed its end.
void SingleInstance::hear(QLocalSocket* asking)
{
    const auto take = [this, asking] {
        const QJsonArray named = QJsonDocument::fromJson(asking->readAll()).array();
        QStringList files;
        for (const QJsonValue& each : named)
            files.append(each.toString());
        if (!files.isEmpty())
            emit filesGiven(files);
        asking->deleteLater();
    };
    emit raiseRequested();
    if (asking->state() == QLocalSocket::ConnectedState)
        connect(asking, &QLocalSocket::disconnected, this, take);
    else
        take();
}

bool SingleInstance::raiseOther(const QStringList& files) const
{
    QLocalSocket asking;
    asking.connectToServer(m_socket);
    if (!asking.waitForConnected(300))
        return false;
    if (!files.isEmpty()) {
        asking.write(QJsonDocument(QJsonArray::fromStringList(files)).toJson());
        asking.waitForBytesWritten();
    }
    asking.disconnectFromServer();
    return true;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_socket);
    m_server->listen(m_socket);
}

}
