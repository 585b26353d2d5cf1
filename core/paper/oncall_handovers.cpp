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

// HO-3.3: what was discussed with the on-call manager before a handover was proposed.
void addDiscussions(OncallRecord& record, const Case& about)
{
    for (const SeniorDiscussion& each : about.discussions) {
        if (each.role != u"on_call_manager" || each.at < record.from || each.at >= record.to)
            continue;
        OncallLine line;
        line.edition = editionWithRequests;
        line.at = each.at;
        line.recorded = each.recorded;
        line.who = each.with;
        line.caseId = about.id;
        line.text = u"A handover was discussed with %1"_s.arg(each.with);
        line.decision = each.agreed;
        line.by = each.by;
        record.lines.push_back(line);
    }
}

// HO-4.4c: the on-call manager was asked to bring a verbal handover about, and what came of it.
void addRequest(OncallRecord& record, const Case& about, const Task& task)
{
    OncallLine line;
    line.edition = editionWithRequests;
    line.caseId = about.id;
    line.who = task.who;
    line.text = task.what;
    const auto add = [&record](const OncallLine& each) {
        if (each.at >= record.from && each.at < record.to)
            record.lines.push_back(each);
    };
    line.at = task.addedAt;
    line.recorded = task.addedRecorded;
    line.by = task.addedBy;
    line.result = u"asked"_s;
    add(line);
    if (!task.doneAt)
        return;
    line.at = *task.doneAt;
    line.recorded = task.doneRecorded;
    line.by = task.doneBy;
    line.result = u"answered"_s;
    line.decision = task.ending();
    add(line);
}

void addRequests(OncallRecord& record, const Case& about)
{
    for (const Task& task : about.tasks)
        if (task.clause == u"HO-4.4c")
            addRequest(record, about, task);
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
        line.decision = acceptance.words;
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

void addManagerAsked(OncallRecord& record, const Records& records)
{
    for (const CaseId& id : records.casesBetween(record.from, record.to))
        if (const auto about = records.caseRecord(id)) {
            addDiscussions(record, *about);
            addRequests(record, *about);
        }
}

}
