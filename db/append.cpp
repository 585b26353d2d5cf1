#include "db/read_tables.h"
#include "db/store_parts.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

struct Working {
    std::shared_ptr<const Kept> before;
    std::shared_ptr<Kept> after;
};

Working beginWork(StoreParts& parts, const Subject& subject)
{
    Working work;
    work.before = parts.records->load(subject);
    if (work.before) {
        work.after = std::make_shared<Kept>(*work.before);
        return work;
    }
    const qint64 id = addSubject(*parts.database, subject);
    work.after = std::make_shared<Kept>(Kept{id, firstPlace(id), emptyRecord(subject.kind)});
    return work;
}

void refuseFull(const Working& work)
{
    if (work.after->nextPlace + 1 < firstPlace(work.after->subject + 1))
        return;
    throw Error(Fault::Invalid, u"This record holds as many events as a record can."_s,
        u"Close it and go on in a new one."_s);
}

Event placed(const NewEvent& wanted, const Working& work, const Authorship& authorship)
{
    Event event;
    static_cast<NewEvent&>(event) = wanted;
    event.parents = baseOf(work.after->record).heads;
    std::sort(event.parents.begin(), event.parents.end());
    event.action = authorship.action;
    event.actor = authorship.actor;
    return event;
}

// What is settled now, or written on top of what is in conflict, can change what counted before.
void take(StoreParts& parts, Working& work, const Event& event)
{
    if (followsAll(baseOf(work.after->record), event))
        evolve(work.after->record, event);
    else
        work.after->record
            = fold(event.subject.kind, readEvents(*parts.database, work.after->subject).events);
}

void finishWork(StoreParts& parts, const Subject& subject, Working& work)
{
    const auto change = work.before ? differing(work.before->record, work.after->record)
                                    : std::pair(Derived{}, derivedFrom(work.after->record));
    writeChanges(*parts.database, work.after->subject, change);
    parts.records->stage(subject, work.after);
}

}

std::vector<Subject> append(
    StoreParts& parts, const std::vector<NewEvent>& events, const Authorship& authorship)
{
    std::map<Subject, Working> touched;
    int index = 0;
    for (const NewEvent& wanted : events) {
        auto found = touched.find(wanted.subject);
        if (found == touched.end())
            found = touched.emplace(wanted.subject, beginWork(parts, wanted.subject)).first;
        Working& work = found->second;
        refuseFull(work);
        Event event = placed(wanted, work, authorship);
        event.index = index++;
        event.count = static_cast<int>(events.size());
        parts.journal->write(event, work.after->nextPlace++, authorship.now);
        take(parts, work, event);
    }
    std::vector<Subject> subjects;
    for (auto& [subject, work] : touched) {
        finishWork(parts, subject, work);
        subjects.push_back(subject);
    }
    indexNewest(*parts.database);
    return subjects;
}

// Another program may have set it since; a store that is being made has none yet.
static void rereadTrainingClock(StoreParts& parts)
{
    const QVariant set = parts.training ? meta(*parts.database, u"training_now"_s) : QVariant();
    if (set.isValid() && !set.isNull())
        parts.trainingNow = fromMillis(set.toLongLong());
}

Write::Write(StoreParts& parts)
    : m_parts(parts)
    , m_transaction(*parts.database)
    , m_trainingNow(parts.trainingNow)
{
    if (parts.records->refresh()) {
        if (parts.journal)
            parts.journal->reload();
        parts.mark = meta(*parts.database, u"mark"_s).toString();
    }
    if (parts.journal)
        m_end = parts.journal->end();
    rereadTrainingClock(parts);
    m_trainingNow = parts.trainingNow;
}

Write::~Write()
{
    if (!m_open)
        return;
    m_parts.records->dropStaged();
    m_parts.trainingNow = m_trainingNow;
    if (m_parts.journal)
        m_parts.journal->goBackTo(m_end);
}

void Write::commit()
{
    m_transaction.commit();
    m_open = false;
    if (!m_parts.journal)
        return;
    m_parts.records->keepStaged(m_parts.journal->lastNumber());
    if (m_parts.journal->head().seq != m_end.head.seq)
        m_parts.key->noteSigned(m_parts.journal->head());
}

void refuseReadOnly(const StoreParts& parts)
{
    if (parts.damage)
        throw Error(Fault::Damaged, parts.damage->text, parts.damage->mend);
    if (parts.connection.readOnly)
        throw Error(
            Fault::ReadOnly, u"The store is open for reading only."_s, u"Open it for writing."_s);
}

QVariant meta(Database& database, const QString& key)
{
    Rows rows = select(database, u"SELECT value FROM meta WHERE key = ?"_s, {key});
    return rows.next() ? rows.value(0) : QVariant();
}

void setMeta(Database& database, const QString& key, const QVariant& value)
{
    run(database,
        u"INSERT INTO meta (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
        {key, value});
}

}
