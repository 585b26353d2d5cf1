#include "ui/shell/single_instance.h"

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
            asking->deleteLater();
        emit raiseRequested();
    });
}

bool SingleInstance::raiseOther() const
{
    QLocalSocket asking;
    asking.connectToServer(m_socket);
    return asking.waitForConnected(300);
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_socket);
    m_server->listen(m_socket);
}

}
