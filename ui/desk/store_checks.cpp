#include "ui/desk/store_checks.h"

#include "db/store_check.h"

#include <QThread>

namespace ui {

namespace {

constexpr int stopAgainMs = 50;

}

StoreChecks::StoreChecks(QString path, QObject* parent) : QObject(parent), m_path(std::move(path))
{
}

StoreChecks::~StoreChecks()
{
    if (!m_thread)
        return;
    // What waits for it must not wait for the whole machine to be idle.
    if (m_thread->isRunning())
        m_thread->setPriority(QThread::NormalPriority);
    do
        m_check->stop();
    while (!m_thread->wait(stopAgainMs));
}

void StoreChecks::checkNow()
{
    m_pace.ask();
    if (!m_thread)
        begin();
}

void StoreChecks::tick()
{
    if (!m_thread && m_pace.tick())
        begin();
}

void StoreChecks::begin()
{
    m_check = std::make_unique<db::StoreCheck>(m_path);
    m_thread.reset(QThread::create([this, check = m_check.get()] {
        const auto damage = check->run();
        QThread::currentThread()->setPriority(QThread::NormalPriority);
        const auto trouble
            = damage ? std::optional(Trouble{damage->text, damage->mend}) : std::nullopt;
        QMetaObject::invokeMethod(
            this,
            [this, trouble] {
                if (trouble)
                    emit found(*trouble);
                end();
            },
            Qt::QueuedConnection);
    }));
    m_thread->setObjectName(QStringLiteral("store check"));
    m_thread->start(QThread::IdlePriority);
}

void StoreChecks::end()
{
    m_thread->wait();
    m_thread.reset();
    m_check.reset();
    m_pace.ended();
    emit ended();
}

}
