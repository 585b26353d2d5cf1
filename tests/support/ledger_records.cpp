#include "tests/support/ledger.h"

#include "core/contact/gp_copy.h"
#include "core/duty/duty_deadlines.h"

using namespace Qt::StringLiterals;
using namespace core;

static bool sameText(const QString& a, const QString& b)
{
    return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
}

// The records of a kind that are wanted, by when each began.
template <typename R, typename Wanted>
static auto idsOf(const std::map<Subject, std::shared_ptr<const AnyRecord>>& records,
    const Wanted& wanted, Instant (*begun)(const R&))
{
    std::vector<const R*> found;
    for (const auto& [subject, record] : records)
        if (const auto* each = std::get_if<R>(&*record); each && wanted(*each))
            found.push_back(each);
    std::stable_sort(found.begin(), found.end(),
        [begun](const R* a, const R* b) { return begun(*a) < begun(*b); });
    std::vector<decltype(R::id)> ids;
    ids.reserve(found.size());
    for (const R* each : found)
        ids.push_back(each->id);
    return ids;
}

static Instant begunAt(const Case& record)
{
    return record.openedAt;
}

static Instant begunAt(const Contact& record)
{
    return record.receivedAt;
}

static Instant begunAt(const Duty& record)
{
    return record.from;
}

static Instant begunAt(const Escalation& record)
{
    return record.receivedAt;
}

static Instant begunAt(const Visit& record)
{
    return record.leftAt;
}

static Instant begunAt(const Shift& record)
{
    return record.plan.from;
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
    return {found->second, &baseOf(*found->second)};
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

std::shared_ptr<const ProfileVersions> Ledger::profileVersions(const QString& area) const
{
    return find<ProfileVersions>(subjectOfProfile(area));
}

std::vector<ShiftId> Ledger::shiftsBetween(Instant from, Instant to) const
{
    return idsOf<Shift>(
        m_records, [&](const Shift& each) { return each.plan.from < to && each.plan.to > from; },
        begunAt);
}

std::vector<EscalationId> Ledger::escalationsBetween(Instant from, Instant to) const
{
    return idsOf<Escalation>(
        m_records,
        [&](const Escalation& each) {
            return each.receivedAt < to && (!each.closedAt || *each.closedAt >= from);
        },
        begunAt);
}

std::vector<VisitId> Ledger::visitsBetween(Instant from, Instant to) const
{
    return idsOf<Visit>(
        m_records,
        [&](const Visit& each) {
            return each.leftAt < to && (!each.returnedAt || *each.returnedAt >= from);
        },
        begunAt);
}

std::vector<EscalationId> Ledger::openEscalations() const
{
    return idsOf<Escalation>(
        m_records, [](const Escalation& each) { return each.open(); }, begunAt);
}

std::shared_ptr<const Visit> Ledger::visit(const VisitId& id) const
{
    return find<Visit>(subjectOf(id));
}

std::vector<VisitId> Ledger::openVisits() const
{
    return idsOf<Visit>(
        m_records, [](const Visit& each) { return each.open(); }, begunAt);
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
    ids.reserve(alerts.size());
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
    return idsOf<Case>(
        m_records,
        [&](const Case& each) { return each.open() && each.responsible.current() == service; },
        begunAt);
}

std::vector<CaseId> Ledger::closedCasesWithClocks() const
{
    return idsOf<Case>(
        m_records,
        [](const Case& each) {
            const auto any = [](const auto& parts, const auto& runsOn) {
                return std::any_of(parts.begin(), parts.end(), runsOn);
            };
            return each.closedAt && (any(each.tasks, [](const Task& task) {
                return !task.doneAt;
            }) || any(each.clocks, [](const ClockFact& clock) {
                return clock.state == ClockState::Running;
            }) || any(each.highRisk, [](const HighRiskDiscussion& held) {
                return !held.reviewedAt;
            }));
        },
        begunAt);
}

std::vector<ContactId> Ledger::contactsToAcknowledge() const
{
    return idsOf<Contact>(
        m_records,
        [](const Contact& each) {
            return std::any_of(each.sendings.begin(), each.sendings.end(),
                [](const Sending& sent) { return sent.acknowledgeDue && !sent.acknowledgedAt; });
        },
        begunAt);
}

std::vector<ContactId> Ledger::contactsWithPromises() const
{
    return idsOf<Contact>(
        m_records,
        [](const Contact& each) {
            const PromisedCall* next = each.nextRingBack();
            return (next && !next->doneAt) || (each.callBack && !each.callBack->doneAt);
        },
        begunAt);
}

static bool toCopyTo(const QString& team, const Contact& contact)
{
    const bool sent = std::any_of(contact.sendings.begin(), contact.sendings.end(),
        [&team](const Sending& each) { return each.team == team && each.sentAt; });
    return !sent
        && (wantsGpCopy(contact.details)
            || contact.details.teams.value_or(QStringList()).contains(team));
}

std::vector<ContactId> Ledger::contactsWithGpCopy(
    const QStringList& teams, const QString& workGivenOut) const
{
    const auto givenOut = [&](const Contact& each) {
        const auto record = each.caseId.isNull() ? nullptr : caseRecord(each.caseId);
        return record && record->kindOfWork == workGivenOut && !each.details.gpCopy.value_or(false);
    };
    return idsOf<Contact>(
        m_records,
        [&](const Contact& each) {
            return !givenOut(each)
                && std::any_of(teams.begin(), teams.end(),
                    [&each](const QString& team) { return toCopyTo(team, each); });
        },
        begunAt);
}

std::vector<DutyId> Ledger::dutiesWithPromises(const QString& service) const
{
    return idsOf<Duty>(
        m_records,
        [&service](const Duty& each) {
            const auto clocks = deadlinesOf(each);
            return each.service == service
                && std::any_of(clocks.begin(), clocks.end(),
                    [](const Deadline& clock) { return clock.state == ClockState::Running; });
        },
        begunAt);
}

std::vector<CaseId> Ledger::casesBetween(Instant from, Instant to) const
{
    return idsOf<Case>(
        m_records,
        [&](const Case& each) {
            return each.openedAt < to && (!each.closedAt || *each.closedAt >= from);
        },
        begunAt);
}

std::vector<ContactId> Ledger::contactsBetween(Instant from, Instant to) const
{
    return idsOf<Contact>(
        m_records,
        [&](const Contact& each) { return each.receivedAt >= from && each.receivedAt < to; },
        begunAt);
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

static QStringList referencesOf(const AnyRecord& record)
{
    if (const auto* each = std::get_if<Contact>(&record))
        return {each->ref};
    if (const auto* each = std::get_if<Sitrep>(&record))
        return {each->number};
    if (const auto* each = std::get_if<Escalation>(&record))
        return {each->ref};
    QStringList given;
    if (const auto* each = std::get_if<Case>(&record)) {
        given.append(each->ref);
        for (const HandoverItem& item : each->handovers)
            given.append(item.transferNumber);
    }
    return given;
}

int Ledger::referencesWith(const QString& prefix) const
{
    qsizetype count = 0;
    for (const auto& [subject, record] : m_records) {
        const QStringList given = referencesOf(*record);
        count += std::count_if(given.begin(), given.end(),
            [&prefix](const QString& each) { return each.startsWith(prefix); });
    }
    return static_cast<int>(count);
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
