#include "ui/desk/desk_service.h"

#include "db/drafts.h"
#include "db/health.h"
#include "db/writer.h"
#include "ui/desk/exchange.h"
#include "ui/desk/steady_records.h"
#include "ui/desk/store_checks.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

// What the desk does when its store turns out damaged, while it is open or before.
namespace ui {

// Where it is met a page may be in the middle of showing what it read: it is told afterwards.
void DeskService::meet(const db::Error& error) const
{
    if (!isTrouble(error) || m_met.exchange(true))
        return;
    auto* self = const_cast<DeskService*>(this); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    QMetaObject::invokeMethod(
        self,
        [self, trouble = Trouble{error.text(), error.mend()}, sure = db::saysStoreDamaged(error)] {
            self->meetLater(trouble, sure);
        },
        Qt::QueuedConnection);
}

void DeskService::meetLater(const Trouble& trouble, bool sure)
{
    m_met = false;
    if (sure)
        return closeForWriting(trouble);
    if (m_doubt || m_reading->damage())
        return;
    m_doubt = Trouble{tr("A part of the store could not be read."),
        tr("What is shown may be older. It is being checked.")};
    m_checks->checkNow();
    emit troubled();
}

void DeskService::closeForWriting(const Trouble& trouble)
{
    if (m_reading->damage())
        return;
    const db::Damage damage{trouble.text, trouble.mend};
    m_reading->closeForWriting(damage);
    m_writer->run([damage](db::Store& store) { store.closeForWriting(damage); }, {});
    m_exchange->closeForWriting(damage);
    emit troubled();
}

void DeskService::checkEnded()
{
    if (!std::exchange(m_doubt, std::nullopt))
        return;
    emit troubled();
}

// Another program, or the thread that writes, may have found it.
void DeskService::lookForNote()
{
    if (m_reading->damage())
        return;
    if (const auto damage = db::notedDamage(path()))
        closeForWriting({damage->text, damage->mend});
}

void DeskService::checkStore()
{
    if (m_window == Window::Alone && !trouble())
        m_checks->checkNow();
}

std::optional<Trouble> DeskService::trouble() const
{
    const auto& damage = m_reading->damage();
    return damage ? std::optional(Trouble{damage->text, damage->mend}) : m_doubt;
}

bool DeskService::readOnly() const
{
    return m_reading->damage().has_value();
}

std::optional<DeskService::Fresh> DeskService::startFresh()
{
    if (!m_reading->damage())
        return {};
    const db::FreshStart start = db::startFreshBeside(*m_reading);
    keepDraftsIn(*start.store);
    return Fresh{start.path, start.cases, start.incomplete};
}

// The newest words could not be stored any more where they were typed.
void DeskService::keepDraftsIn(const db::Store& store) const
{
    std::map<QString, QByteArray> words;
    for (auto each = m_drafts.begin(); each != m_drafts.end(); ++each)
        words[each.key()] = QJsonDocument(each.value()).toJson(QJsonDocument::Compact);
    if (!words.empty())
        db::putDrafts(store, words);
}

}
