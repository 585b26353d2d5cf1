#include "core/paper/chronicle_cooperation.h"

#include "core/casework/cooperation/dispute_rules.h"
#include "core/casework/cooperation/support_words.h"
#include "core/handover/edt_record.h"
#include "core/handover/item_rules.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::chronicle {

namespace {

QString told(const QString& label, const QString& words)
{
    return words.trimmed().isEmpty() ? QString() : label.arg(words);
}

QString agreedWords(const EdtRecord& received)
{
    return told(u"agreed by %1"_s,
        received.managerAt && !received.manager.isEmpty()
            ? u"%1, %2"_s.arg(received.manager, dateTimeText(*received.managerAt))
            : received.manager);
}

// The second call about what was declined takes the same record up again.
bool isTakenUpAgain(const Case& record, const EdtRecord& received)
{
    for (const EdtRecord& earlier : record.edtRecords) {
        if (earlier.item == received.item)
            return false;
        if (earlier.receivedAt == received.receivedAt && earlier.worker == received.worker)
            return true;
    }
    return false;
}

// What the record lacked, or was told anew; when, only a call knows.
QString contingencySince(const EdtRecord& received, const HandoverItem& item)
{
    return received.contingency == item.ipass.contingency ? QString() : received.contingency;
}

void addHighRisk(Lines& lines, const Case& record, const Profile& profile)
{
    for (const HighRiskDiscussion& each : record.highRisk) {
        add(lines, each.at, "high_risk",
            joined({u"High Risk Multi-Agency Discussion, arranged by %1"_s.arg(
                        serviceName(each.calledBy, profile)),
                told(u"took part: %1"_s, each.attendees), told(u"agreed: %1"_s, each.outcomes),
                told(u"contingency: %1"_s, each.contingency),
                told(u"shared with: %1"_s, each.sharedWith),
                u"review by %1"_s.arg(dateTimeText(each.reviewDue))}));
        addIf(lines, each.reviewedAt, "high_risk",
            joined({u"High Risk Multi-Agency Discussion reviewed"_s, each.review}));
    }
}

void addDispute(Lines& lines, const Case& record, const Disagreement& dispute)
{
    const QString which
        = record.disputes.size() > 1 ? told(u"about: %1"_s, dispute.about) : QString();
    add(lines, dispute.at, "dispute", u"Disagreement: %1"_s.arg(dispute.about), dispute.by);
    for (const DisputeStep& step : record.disputeSteps)
        if (step.dispute == dispute.id)
            add(lines, step.at, "dispute",
                joined({u"Disagreement, %1"_s.arg(stepWords(step)), which}));
    addIf(lines, dispute.settledAt, "dispute",
        joined({u"Disagreement settled: %1"_s.arg(dispute.settlement), which}));
}

QString recipients(const Distribution& distribution, const Profile& profile)
{
    QStringList names;
    for (const QString& team : distribution.teams)
        if (team != u"unknown"_s)
            names.append(teamName(team, profile));
    return names.isEmpty() ? u"a team that is to be clarified"_s : names.join(u", ");
}

void addDistributions(Lines& lines, const Case& record, const Profile& profile)
{
    for (const Distribution& each : record.distributions)
        add(lines, each.at, "distribution",
            joined({u"The record goes to %1"_s.arg(recipients(each, profile)),
                told(u"copy for the GP: %1"_s, each.gp),
                told(u"outstanding: %1"_s, each.outstanding)}),
            each.by);
}

void addEscalations(Lines& lines, const Case& record)
{
    for (const EscalationLink& link : record.escalations)
        add(lines, link.at, "escalation",
            joined({u"Escalation %1 is about this case"_s.arg(link.ref),
                told(u"handover %1"_s, link.transferNumber)}));
}

QString leadWords(const Lead& lead, const Profile& profile)
{
    QStringList parts;
    for (const QString& part : {lead.name, roleWords(lead.role, profile),
             lead.service.isEmpty() ? QString() : serviceName(lead.service, profile)})
        if (!part.isEmpty())
            parts.append(part);
    return parts.join(u", ");
}

void addLeads(Lines& lines, const Case& record, const Profile& profile)
{
    QString before;
    for (const auto& entry : record.lead.entries()) {
        const QString now = leadWords(entry.value, profile);
        if (now == before)
            continue;
        add(lines, entry.from, "lead",
            joined({u"Leads: %1"_s.arg(now), told(u"before: %1"_s, before)}));
        before = now;
    }
}

}

void addEdtRecord(
    Lines& lines, const Case& record, const HandoverItem& item, const Profile& profile)
{
    const EdtRecord* received = edtRecordOf(record, item.id);
    if (!received || isTakenUpAgain(record, *received))
        return;
    const QString since = received->telephonedAt ? QString() : contingencySince(*received, item);
    add(lines, received->receivedAt, "handover",
        joined({u"EDT Handover Record of %1, %2"_s.arg(
                    received->worker, teamName(received->team, profile)),
            received->telephone, told(u"not to be contacted: %1"_s, received->notToContact),
            told(u"asked: %1"_s, item.ipass.actions), told(u"why: %1"_s, item.words),
            told(u"summary: %1"_s, item.ipass.summary),
            told(u"contingency: %1"_s, item.ipass.contingency),
            told(item.ipass.contingency.isEmpty() ? u"contingency: %1"_s
                                                  : u"contingency since: %1"_s,
                since),
            agreedWords(*received), told(u"feedback to: %1"_s, received->feedbackTo)}),
        item.proposedBy);
}

void addEdtCall(Lines& lines, const Case& record, const HandoverItem& item)
{
    const EdtRecord* received = edtRecordOf(record, item.id);
    if (!received || !received->telephonedAt)
        return;
    const QString since = contingencySince(*received, item);
    if (received->clarification.isEmpty() && since.isEmpty())
        return;
    add(lines, *received->telephonedAt, "handover",
        joined({u"Telephone call of %1 about %2"_s.arg(received->worker, item.transferNumber),
            told(u"clarified: %1"_s, received->clarification), told(u"contingency: %1"_s, since)}),
        received->officer);
}

void addCooperation(Lines& lines, const Case& record, const Profile& profile)
{
    addLeads(lines, record, profile);
    addEscalations(lines, record);
    addHighRisk(lines, record, profile);
    for (const Disagreement& dispute : record.disputes)
        addDispute(lines, record, dispute);
    addDistributions(lines, record, profile);
}

}
