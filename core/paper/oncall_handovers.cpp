#include "core/paper/oncall_handovers.h"

#include "core/handover/item_rules.h"
#include "core/paper/handover_calls.h"
#include "core/text/people_words.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Only the timeline of responsibility knows when an acceptance was written down.
Instant recordedOf(const AcceptanceLine& acceptance, const Records& records)
{
    const auto record = records.caseRecord(acceptance.caseId);
    for (const auto& entry : record->responsible.entries())
        if (entry.from == acceptance.at && entry.value == acceptance.to)
            return entry.recorded;
    return acceptance.at;
}

QString handoverText(const AcceptanceLine& acceptance, const Profile& profile)
{
    const QString route = u"%1 to %2"_s.arg(
        serviceName(acceptance.from, profile), serviceName(acceptance.to, profile));
    const QString role = acceptance.role.isEmpty()
        ? QString()
        : u" (%1)"_s.arg(roleWords(acceptance.role, profile));
    const QString what = u"Handover %1, %2"_s.arg(acceptance.transferNumber, route);
    return acceptance.contested ? what : u"%1, by %2%3"_s.arg(what, acceptance.by, role);
}

/// Puts what the on-call manager was asked into the book that carries it. HO-3.3, HO-4.4c
class Asked {
public:
    Asked(OncallRecord& record, const QString& service, const Records& records,
        const ServiceCalendar& calendar)
        : m_record(record)
        , m_period{service, record.from, record.to}
        , m_span(bookSpan(m_period, calendar))
        , m_calendar(calendar)
        , m_before(records.casesBetween(record.from, record.to))
    {
        const RoleKind* role = calendar.profile().role(u"on_call_manager"_s);
        m_managers = role && (role->services.isEmpty() || role->services.contains(service));
    }

    void add(const Case& about, OncallLine line)
    {
        line.caseId = about.id;
        if (line.at >= m_record.from && line.at < m_record.to)
            line.edition = isOfOldBook(about) ? editionWithRequests : editionWithManagerActions;
        else if (m_managers && isBeside(about, line.at))
            line.edition = editionWithManagerActions;
        else
            return;
        m_record.lines.push_back(std::move(line));
    }

    std::pair<Instant, Instant> span() const { return m_span; }

private:
    // Between this duty and the ones beside it, where an acceptance would stand in this book.
    bool isBeside(const Case& about, Instant at) const
    {
        return at >= m_span.first && at < m_span.second
            && bookPeriod(route(about, at), at, m_period.service, m_calendar) == m_period;
    }
    bool isOfOldBook(const Case& about) const
    {
        return std::find(m_before.begin(), m_before.end(), about.id) != m_before.end();
    }
    // What another service has comes to the manager's; what theirs has is to go from it.
    HandoverItem route(const Case& about, Instant at) const
    {
        const bool theirs = about.responsible.at(at) == m_period.service;
        HandoverItem item;
        (theirs ? item.from : item.to) = m_period.service;
        return item;
    }

    OncallRecord& m_record;
    DutyPeriod m_period;
    std::pair<Instant, Instant> m_span; ///< whatever the book can carry
    const ServiceCalendar& m_calendar;
    std::vector<CaseId> m_before; ///< of which the earlier editions have lines
    bool m_managers = false; ///< the on-call manager is of this service
};

// HO-3.3: what was discussed with the on-call manager before a handover was proposed.
void addDiscussions(Asked& asked, const Case& about)
{
    for (const SeniorDiscussion& each : about.discussions) {
        if (each.role != u"on_call_manager")
            continue;
        OncallLine line;
        line.at = each.at;
        line.recorded = each.recorded;
        line.who = each.with;
        line.text = u"A handover was discussed with %1"_s.arg(each.with);
        line.decision = each.agreed;
        line.by = each.by;
        asked.add(about, std::move(line));
    }
}

// HO-4.4c: the on-call manager was asked to bring a verbal handover about, and what came of it.
void addRequest(Asked& asked, const Case& about, const Task& task)
{
    OncallLine line;
    line.who = task.who;
    line.text = task.what;
    line.at = task.addedAt;
    line.recorded = task.addedRecorded;
    line.by = task.addedBy;
    line.result = u"asked"_s;
    asked.add(about, line);
    if (!task.doneAt)
        return;
    line.at = *task.doneAt;
    line.recorded = task.doneRecorded;
    line.by = task.doneBy;
    line.result = u"answered"_s;
    line.decision = task.ending();
    asked.add(about, line);
}

void addRequests(Asked& asked, const Case& about)
{
    for (const Task& task : about.tasks)
        if (task.clause == u"HO-4.4c")
            addRequest(asked, about, task);
}

}

void addAcceptances(
    OncallRecord& record, const QString& service, const Records& records, const Profile& profile)
{
    for (const AcceptanceLine& acceptance : record.acceptances) {
        OncallLine line;
        line.kind = OncallKind::Handover;
        line.at = acceptance.recordedFor.value_or(acceptance.at);
        line.recorded = recordedOf(acceptance, records);
        line.who = serviceName(acceptance.to == service ? acceptance.from : acceptance.to, profile);
        line.caseId = acceptance.caseId;
        line.result = answerText(acceptance);
        line.resultBefore = answerTextBefore(acceptance);
        line.text = handoverText(acceptance, profile);
        if (acceptance.noted)
            line.text
                += u". %1: %2"_s.arg(noteTitle(acceptance, service), noteText(acceptance, profile));
        const bool informed = acceptance.state == ItemState::Informed && !acceptance.contested;
        (informed ? line.told : line.decision) = acceptance.words;
        if (!informed)
            line.told = besideText(acceptance);
        line.transferNumber = acceptance.transferNumber;
        line.by = acceptance.by;
        line.edition = acceptance.withdrawnAt ? editionWithWithdrawn : 1;
        record.lines.push_back(line);
    }
}

void addHandoverCalls(OncallRecord& record, const QString& service, const Records& records,
    const ServiceCalendar& calendar)
{
    for (const HandoverCall& call :
        handoverCallsIn({service, record.from, record.to}, records, calendar)) {
        OncallLine line;
        line.kind = OncallKind::HandoverCall;
        line.at = call.at();
        line.recorded = call.recorded;
        line.who = speakersText(call, calendar.profile());
        line.result = timesText(call);
        line.caseId = call.caseId;
        line.text = call.kind == HandoverCallKind::Practitioners
            ? u"Two practitioners spoke about the handover"_s
            : u"Verbal handover %1, coordinated"_s.arg(call.windowName);
        line.decision = call.words;
        line.transferNumber = call.transferNumber;
        line.by = call.by;
        record.lines.push_back(line);
    }
}

void addManagerAsked(OncallRecord& record, const QString& service, const Records& records,
    const ServiceCalendar& calendar)
{
    Asked asked(record, service, records, calendar);
    const auto [from, to] = asked.span();
    for (const CaseId& id :
        records.casesBetween(std::min(from, record.from), std::max(to, record.to)))
        if (const auto about = records.caseRecord(id)) {
            addDiscussions(asked, *about);
            addRequests(asked, *about);
        }
}

}
