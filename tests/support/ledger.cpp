#include "tests/support/ledger.h"

#include "core/time/dated_time.h"
#include "core/time/london.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

Digest digestOf(const Event& event)
{
    QByteArray bytes = event.desk.toUtf8() + QByteArray::number(event.seq) + event.type.toUtf8()
        + event.subject.id.toRfc4122() + event.payload;
    for (const Digest& parent : event.parents)
        bytes.append(
            reinterpret_cast<const char*>(parent.data()), static_cast<qsizetype>(parent.size()));
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256);
    Digest digest{};
    std::copy(hash.begin(), hash.end(), digest.begin());
    return digest;
}

// What people call a record by.
QString calledBy(const AnyRecord& record)
{
    if (const auto* each = std::get_if<Case>(&record))
        return each->ref;
    if (const auto* each = std::get_if<Contact>(&record))
        return each->ref;
    if (const auto* each = std::get_if<User>(&record))
        return each->login;
    if (const auto* each = std::get_if<Window>(&record))
        return each->name;
    if (const auto* each = std::get_if<Sitrep>(&record))
        return each->number;
    const auto* each = std::get_if<Escalation>(&record);
    return each ? each->ref : QString();
}

}

Ledger::Ledger(ServiceCalendar calendar, QString deskService)
    : m_calendar(std::move(calendar))
    , m_deskService(std::move(deskService))
{
}

void Ledger::serve(ServiceCalendar calendar, QString deskService)
{
    m_calendar = std::move(calendar);
    m_deskService = std::move(deskService);
}

void Ledger::clock(const QString& local)
{
    const auto read = readDatedTime(local);
    if (const auto* problem = std::get_if<TimeProblem>(&read))
        throw std::runtime_error(problem->text.toStdString());
    now = std::get<Instant>(read);
}

Reply Ledger::submit(const char* request)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request, &error);
    if (!document.isObject())
        throw std::runtime_error(error.errorString().toStdString() + " in " + request);
    return submit(document.object());
}

Reply Ledger::submit(const QJsonObject& json)
{
    QJsonObject rest = json;
    const QString as = rest.take(u"as"_s).toString();
    const auto read = readRequest(rest);
    if (const auto* problems = std::get_if<std::vector<Refusal>>(&read))
        return {{{}, *problems, {}, {}, {}, {}}, {}};
    const auto& request = std::get<Request>(read);
    if (const auto answered = m_answered.find(request.action); answered != m_answered.end())
        return answered->second;
    const auto mint = [this] {
        return QUuid(
            ++m_minted, static_cast<ushort>(deskNumber), 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);
    };
    const Surroundings around{now, m_calendar, *this, mint,
        [this](const QString& t) { return resolve(t); }, deskMark, m_deskService, {}, {}};
    const Carried carried = carryOut(request, around);
    Reply reply{carried.decision, {}};
    if (!reply.done())
        return reply;
    reply.events = append(request, carried);
    if (!as.isEmpty())
        for (const QString& kind :
            {u"case"_s, u"contact"_s, u"person"_s, u"item"_s, u"id"_s, u"user"_s, u"shift"_s})
            if (const QUuid id = QUuid::fromString(reply.made(kind));
                !id.isNull() && !names.contains(as))
                names[as] = id;
    if (!request.action.isNull())
        m_answered[request.action] = reply;
    return reply;
}

std::vector<Event> Ledger::append(const Request& request, const Carried& carried)
{
    std::vector<Event> events;
    const QUuid action = request.action.isNull() ? QUuid::createUuid() : request.action;
    int index = 0;
    for (const NewEvent& wanted : carried.decision.events) {
        Event event;
        static_cast<NewEvent&>(event) = wanted;
        event.desk = desk;
        event.seq = ++m_seq;
        if (const auto before = this->record(event.subject))
            event.parents = before->heads;
        std::sort(event.parents.begin(), event.parents.end());
        event.digest = digestOf(event);
        event.action = action;
        event.index = index++;
        event.count = static_cast<int>(carried.decision.events.size());
        event.actor = carried.actor;
        event.recorded = {toMillis(now), event.seq};
        take(event);
        events.push_back(event);
    }
    return events;
}

void Ledger::take(const Event& event)
{
    journal.push_back(event);
    m_known.insert(event.digest);
    std::vector<Event>& events = m_events[event.subject];
    events.push_back(event);
    auto& kept = m_records[event.subject];
    AnyRecord record = kept ? *kept : emptyRecord(event.subject.kind);
    if (followsAll(baseOf(record), event))
        evolve(record, event);
    else
        record = fold(event.subject.kind, events);
    kept = std::make_shared<const AnyRecord>(std::move(record));
}

bool Ledger::receive(const Event& event)
{
    if (m_known.contains(event.digest))
        return false;
    take(event);
    return true;
}

std::vector<Event> Ledger::eventsOf(const Subject& subject) const
{
    const auto found = m_events.find(subject);
    return found == m_events.end() ? std::vector<Event>() : found->second;
}

const AnyRecord& Ledger::any(const Subject& subject) const
{
    return *m_records.at(subject);
}

std::vector<Subject> Ledger::subjects() const
{
    std::vector<Subject> all;
    for (const auto& [subject, record] : m_records)
        all.push_back(subject);
    return all;
}

std::optional<QUuid> Ledger::resolve(const QString& text) const
{
    if (text.startsWith(u'$')) {
        const auto found = names.find(text.mid(1));
        return found == names.end() ? std::nullopt : std::optional(found->second);
    }
    if (text.isEmpty())
        return {};
    for (const auto& [subject, record] : m_records)
        if (calledBy(*record) == text)
            return subject.id;
    return {};
}
