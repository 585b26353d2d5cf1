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
        bytes.append(reinterpret_cast<const char*>(parent.data()), parent.size());
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256);
    Digest digest{};
    std::copy(hash.begin(), hash.end(), digest.begin());
    return digest;
}

bool sameText(const QString& a, const QString& b)
{
    return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
}

}

Ledger::Ledger(ServiceCalendar calendar, QString deskService)
    : m_calendar(std::move(calendar))
    , m_deskService(std::move(deskService))
{
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
    const Request& request = std::get<Request>(read);
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
            {u"case"_s, u"contact"_s, u"person"_s, u"item"_s, u"id"_s, u"user"_s})
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
    for (const auto& [subject, record] : m_records) {
        if (const auto* each = std::get_if<Case>(&*record); each && each->ref == text)
            return subject.id;
        if (const auto* each = std::get_if<Contact>(&*record); each && each->ref == text)
            return subject.id;
        if (const auto* each = std::get_if<User>(&*record); each && each->login == text)
            return subject.id;
        if (const auto* each = std::get_if<Window>(&*record); each && each->name == text)
            return subject.id;
        if (const auto* each = std::get_if<Sitrep>(&*record); each && each->number == text)
            return subject.id;
        if (const auto* each = std::get_if<Escalation>(&*record); each && each->ref == text)
            return subject.id;
    }
    return {};
}

template <typename R>
std::shared_ptr<const R> Ledger::find(const Subject& subject) const
{
    const auto found = m_records.find(subject);
    if (found == m_records.end())
        return nullptr;
    return std::shared_ptr<const R>(found->second, &std::get<R>(*found->second));
}

std::shared_ptr<const RecordBase> Ledger::record(const Subject& subject) const
{
    const auto found = m_records.find(subject);
    if (found == m_records.end())
        return nullptr;
    return std::shared_ptr<const RecordBase>(found->second, &baseOf(*found->second));
}

std::shared_ptr<const User> Ledger::user(const UserId& id) const
{
    return find<User>(subjectOf(id));
}
std::shared_ptr<const Person> Ledger::person(const PersonId& id) const
{
    return find<Person>(subjectOf(id));
}
std::shared_ptr<const Contact> Ledger::contact(const ContactId& id) const
{
    return find<Contact>(subjectOf(id));
}
std::shared_ptr<const Case> Ledger::caseRecord(const CaseId& id) const
{
    return find<Case>(subjectOf(id));
}
std::shared_ptr<const Window> Ledger::window(const WindowId& id) const
{
    return find<Window>(subjectOf(id));
}
std::shared_ptr<const Duty> Ledger::duty(const DutyId& id) const
{
    return find<Duty>(subjectOf(id));
}
std::shared_ptr<const Sitrep> Ledger::sitrep(const SitrepId& id) const
{
    return find<Sitrep>(subjectOf(id));
}

std::shared_ptr<const Escalation> Ledger::escalation(const EscalationId& id) const
{
    return find<Escalation>(subjectOf(id));
}

std::shared_ptr<const Shift> Ledger::shift(const ShiftId& id) const
{
    return find<Shift>(subjectOf(id));
}

std::vector<ShiftId> Ledger::shiftsBetween(Instant from, Instant to) const
{
    std::vector<std::pair<Instant, ShiftId>> found;
    for (const auto& [subject, record] : m_records)
        if (const auto* each = std::get_if<Shift>(&*record);
            each && each->plan.from < to && each->plan.to > from)
            found.emplace_back(each->plan.from, each->id);
    std::stable_sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<ShiftId> ids;
    for (const auto& [from_, id] : found)
        ids.push_back(id);
    return ids;
}

std::vector<EscalationId> Ledger::openEscalations() const
{
    std::vector<EscalationId> ids;
    for (const auto& [subject, record] : m_records)
        if (const auto* each = std::get_if<Escalation>(&*record); each && each->open())
            ids.push_back(each->id);
    return ids;
}

std::shared_ptr<const Visit> Ledger::visit(const VisitId& id) const
{
    return find<Visit>(subjectOf(id));
}

std::vector<VisitId> Ledger::openVisits() const
{
    std::vector<const Visit*> open;
    for (const auto& [subject, record] : m_records)
        if (const auto* each = std::get_if<Visit>(&*record); each && each->open())
            open.push_back(each);
    std::sort(open.begin(), open.end(),
        [](const Visit* a, const Visit* b) { return a->leftAt < b->leftAt; });
    std::vector<VisitId> ids;
    for (const Visit* each : open)
        ids.push_back(each->id);
    return ids;
}

std::shared_ptr<const Visit> Ledger::lastVisit(const UserId& officer) const
{
    std::shared_ptr<const Visit> last;
    for (const auto& [subject, record] : m_records)
        if (const auto* each = std::get_if<Visit>(&*record);
            each && each->officer == officer && (!last || each->leftAt > last->leftAt))
            last = find<Visit>(subject);
    return last;
}

std::shared_ptr<const Alert> Ledger::alert(const AlertId& id) const
{
    return find<Alert>(subjectOf(id));
}

std::vector<AlertId> Ledger::alertsInForce(Instant at) const
{
    std::vector<const Alert*> alerts;
    for (const auto& [subject, record] : m_records)
        if (const auto* each = std::get_if<Alert>(&*record); each && each->inForce(at))
            alerts.push_back(each);
    std::sort(alerts.begin(), alerts.end(),
        [](const Alert* a, const Alert* b) { return a->ends < b->ends; });
    std::vector<AlertId> ids;
    for (const Alert* each : alerts)
        ids.push_back(each->id);
    return ids;
}

std::shared_ptr<const Dispositions> Ledger::dispositions(
    const WindowId& id, const QString& service) const
{
    return find<Dispositions>({SubjectKind::Dispositions, dispositionsId(id, service)});
}

std::shared_ptr<const User> Ledger::userNamed(const QString& login) const
{
    for (const auto& [subject, record] : m_records)
        if (const auto* each = std::get_if<User>(&*record); each && each->login == login)
            return find<User>(subject);
    return nullptr;
}

bool Ledger::hasUsers() const
{
    return std::any_of(m_records.begin(), m_records.end(),
        [](const auto& each) { return each.first.kind == SubjectKind::User; });
}

std::vector<CaseId> Ledger::openCases(const QString& service) const
{
    std::vector<const Case*> open;
    for (const auto& [subject, record] : m_records)
        if (const auto* each = std::get_if<Case>(&*record);
            each && each->open() && each->responsible.current() == service)
            open.push_back(each);
    std::sort(open.begin(), open.end(),
        [](const Case* a, const Case* b) { return a->openedAt < b->openedAt; });
    std::vector<CaseId> ids;
    for (const Case* each : open)
        ids.push_back(each->id);
    return ids;
}

std::vector<CaseId> Ledger::closedCasesWithTasks() const
{
    std::vector<CaseId> ids;
    for (const auto& [subject, record] : m_records)
        if (const auto* each = std::get_if<Case>(&*record); each && each->closedAt
            && std::any_of(each->tasks.begin(), each->tasks.end(),
                [](const Task& task) { return !task.doneAt; }))
            ids.push_back(each->id);
    return ids;
}

std::vector<ContactId> Ledger::contactsToAcknowledge() const
{
    std::vector<ContactId> ids;
    for (const auto& [subject, record] : m_records)
        if (const auto* each = std::get_if<Contact>(&*record); each
            && std::any_of(each->sendings.begin(), each->sendings.end(),
                [](const Sending& sent) { return sent.acknowledgeDue && !sent.acknowledgedAt; }))
            ids.push_back(each->id);
    return ids;
}

std::vector<CaseId> Ledger::casesBetween(Instant from, Instant to) const
{
    std::vector<CaseId> ids;
    for (const auto& [subject, record] : m_records)
        if (const auto* each = std::get_if<Case>(&*record);
            each && each->openedAt < to && (!each->closedAt || *each->closedAt >= from))
            ids.push_back(each->id);
    return ids;
}

std::vector<ContactId> Ledger::contactsBetween(Instant from, Instant to) const
{
    std::vector<ContactId> ids;
    for (const auto& [subject, record] : m_records)
        if (const auto* each = std::get_if<Contact>(&*record);
            each && each->receivedAt >= from && each->receivedAt < to)
            ids.push_back(each->id);
    return ids;
}

std::vector<PersonMatch> Ledger::matches(const PersonProbe& probe) const
{
    std::vector<PersonMatch> found;
    for (const auto& [subject, record] : m_records) {
        const auto* each = std::get_if<Person>(&*record);
        if (!each)
            continue;
        if (sameText(probe.nhsNumber, each->nhs))
            found.push_back({each->id, u"same NHS number"_s});
        else if (probe.born.isValid() && probe.born == each->details.born
            && sameText(probe.name, each->details.name.value_or(QString())))
            found.push_back({each->id, u"same name and date of birth"_s});
        else if (sameText(probe.telephone, each->telephoneKey))
            found.push_back({each->id, u"same telephone"_s});
    }
    return found;
}

int Ledger::referencesWith(const QString& prefix) const
{
    int count = 0;
    for (const auto& [subject, record] : m_records) {
        if (const auto* each = std::get_if<Contact>(&*record))
            count += each->ref.startsWith(prefix) ? 1 : 0;
        if (const auto* each = std::get_if<Sitrep>(&*record))
            count += each->number.startsWith(prefix) ? 1 : 0;
        if (const auto* each = std::get_if<Escalation>(&*record))
            count += each->ref.startsWith(prefix) ? 1 : 0;
        if (const auto* each = std::get_if<Case>(&*record)) {
            count += each->ref.startsWith(prefix) ? 1 : 0;
            count += static_cast<int>(std::count_if(each->handovers.begin(), each->handovers.end(),
                [&](const HandoverItem& item) { return item.transferNumber.startsWith(prefix); }));
        }
    }
    return count;
}

std::vector<Event> Ledger::eventsSince(
    const Subject& subject, const std::vector<Digest>& heads) const
{
    std::vector<Event> since;
    for (const Event& event : journal) {
        if (event.subject != subject)
            continue;
        since.push_back(event);
        if (std::find(heads.begin(), heads.end(), event.digest) != heads.end())
            since.clear();
    }
    return since;
}
