#include "db/store.h"

#include "core/command/several.h"
#include "db/attachments.h"
#include "db/store_open.h"
#include "db/submit.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

Store::Store(std::unique_ptr<StoreParts> parts) : m_parts(std::move(parts)) { }

Store::~Store() = default;

std::unique_ptr<Store> Store::create(const QString& path, const InitOptions& options)
{
    return std::make_unique<Store>(createParts(path, options));
}

std::unique_ptr<Store> Store::open(const QString& path, const OpenOptions& options)
{
    return std::make_unique<Store>(openParts(path, options));
}

// A store that is found damaged is not written to again.
template <typename Work>
static auto whileSound(Store& store, Work work)
{
    refuseReadOnly(store.parts());
    try {
        return work(store.parts());
    } catch (const Error& error) {
        store.meet(error);
        throw;
    }
}

Answer Store::submit(const QJsonObject& request)
{
    return submitBatch({request}).front();
}

std::vector<Answer> Store::submitBatch(const std::vector<QJsonObject>& requests)
{
    return whileSound(
        *this, [&requests](StoreParts& parts) { return carryOutAll(parts, requests); });
}

Answer submitWithFile(Store& store, QJsonObject request, const QString& file)
{
    FileCopy copy(store, file);
    request.insert(u"file_hash"_s, copy.made().hash);
    request.insert(u"file_name"_s, copy.made().name);
    request.insert(u"file_size"_s, copy.made().size);
    return whileSound(
        store, [&](StoreParts& parts) { return carryOutWithFile(parts, request, copy); });
}

const Records& Store::records() const
{
    return *m_parts->records;
}

const ServiceCalendar& Store::calendar() const
{
    return m_parts->calendar();
}

std::optional<Subject> Store::find(const QString& reference) const
{
    try {
        return m_parts->records->subjectNamed(reference);
    } catch (const SeveralCalledSo& several) {
        throw Error(Fault::Invalid, several.text, several.mend);
    }
}

std::vector<Subject> Store::changedSince()
{
    if (m_parts->training)
        m_parts->trainingNow = fromMillis(meta(*m_parts->database, u"training_now"_s).toLongLong());
    return m_parts->records->takeChanged();
}

Instant Store::now() const
{
    return m_parts->now();
}

bool Store::training() const
{
    return m_parts->training;
}

void Store::setTrainingClock(Instant now)
{
    refuseReadOnly(*m_parts);
    if (!m_parts->training)
        throw Error(Fault::Invalid, u"Only a training store's clock can be set."_s,
            u"Make one with `dutydesk-cli init --training`."_s);
    if (now == m_parts->trainingNow)
        return;
    Write write(*m_parts);
    m_parts->trainingNow = now;
    setMeta(*m_parts->database, u"training_now"_s, toMillis(now));
    write.commit();
}

const DeskId& Store::desk() const
{
    return m_parts->desk;
}

const QString& Store::service() const
{
    return m_parts->service;
}

const QString& Store::path() const
{
    return m_parts->path;
}

const std::optional<Damage>& Store::damage() const
{
    return m_parts->damage;
}

void Store::closeForWriting(Damage damage)
{
    noteDamage(m_parts->path, damage);
    m_parts->damage = std::move(damage);
}

void Store::meet(const Error& error)
{
    if (saysStoreDamaged(error) && !m_parts->damage)
        closeForWriting({error.text(), error.mend()});
}

Snapshot::Snapshot(const Store& store)
    : m_transaction(std::make_unique<Transaction>(*store.parts().database, Begin::Read))
{
}

Snapshot::~Snapshot() = default;

}
