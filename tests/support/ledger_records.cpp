#include "tests/support/ledger.h"

using namespace Qt::StringLiterals;
using namespace core;

static bool sameText(const QString& a, const QString& b)
{
    return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
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
