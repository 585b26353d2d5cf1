#include "core/rows/cooperation_rows.h"

#include "core/casework/cooperation/dispute_rules.h"
#include "core/escalation/themes.h"
#include "core/handover/unconfirmed.h"
#include "core/rows/cells.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Asked before the case was opened is asked at once; that is no measure of it. COOP-3.7
std::optional<int> minutesAfterReferral(const Case& record, const SupportRequest& request)
{
    if (request.askedAt < record.openedAt)
        return {};
    return static_cast<int>(
        std::chrono::duration_cast<std::chrono::minutes>(request.askedAt - record.openedAt)
            .count());
}

void addSupports(std::vector<Row>& rows, const Case& record)
{
    for (const SupportRequest& each : record.supports) {
        rows.push_back({ReadTable::Support, each.id.text(),
            cells(each.kind, each.team, each.what, each.why, each.crht, each.trusted, each.via,
                each.askedAt, each.by, each.plannedAt, each.notice, each.answer, each.answeredAt,
                each.answerWords, each.discussion, each.rescreenedAt,
                minutesAfterReferral(record, each), each.gpSeenAt, each.teamKind,
                each.older.illness, each.older.organicExcludedBy, each.older.organicExcludedAt,
                each.older.mdtAt, each.older.beforeOpmh, each.mode)});
    }
}

QString stepsOf(const Case& record, const Disagreement& dispute)
{
    QStringList steps;
    for (const DisputeStep& step : record.disputeSteps)
        if (step.dispute == dispute.id)
            steps.append(stepWords(step));
    return steps.join(u" · ");
}

QString askedBy(const Case& record, const EdtRecord& received)
{
    for (const HandoverItem& item : record.handovers)
        if (item.id == received.item)
            return item.ipass.actions;
    return {};
}

void addAgreements(std::vector<Row>& rows, const Case& record)
{
    for (const SeniorDiscussion& each : record.discussions)
        rows.push_back({ReadTable::Discussion, each.id.text(),
            cells(each.at, each.with, each.role, each.agreed)});
    for (const JointPartner& each : record.jointPartners)
        rows.push_back({ReadTable::JointPartner, each.service,
            cells(each.service, each.role, each.since, each.agreed, each.agreedBy)});
    for (const Disagreement& each : record.disputes)
        rows.push_back({ReadTable::Dispute, each.id.text(),
            cells(each.at, each.about, each.by, each.settledAt, each.settlement, each.escalation,
                stepsOf(record, each))});
    int place = 0;
    for (const Distribution& each : record.distributions)
        rows.push_back({ReadTable::Distribution, QString::number(place++),
            cells(each.at, each.teams.join(u','), each.gp, each.outstanding, each.by)});
}

}

void addCooperation(std::vector<Row>& rows, const Case& record)
{
    addSupports(rows, record);
    addAgreements(rows, record);
    for (const HighRiskDiscussion& each : record.highRisk)
        rows.push_back({ReadTable::HighRisk, each.id.text(),
            cells(each.at, each.calledBy, each.attendees, each.outcomes, each.sharedWith,
                each.reviewDue, each.reviewedAt, each.contingency)});
    for (const EdtRecord& each : record.edtRecords)
        rows.push_back({ReadTable::EdtRecord, each.item.text(),
            cells(each.worker, each.team, each.telephone, each.manager, each.managerAt,
                each.contingency, each.receivedAt, each.telephonedAt, each.officer, each.declined,
                edtRecordState(record, each), each.notToContact, askedBy(record, each))});
}

namespace {

// Of a concern about professional practice a list tells that there is one, and its clocks. ESC-1.6
Escalation withheld(Escalation escalation)
{
    if (!escalation.restricted())
        return escalation;
    escalation.raisedBy.clear();
    escalation.organisation.clear();
    escalation.grounds.clear();
    escalation.about.clear();
    escalation.cases.clear();
    escalation.outcome.clear();
    escalation.theme.clear();
    escalation.partners.clear();
    return escalation;
}

void addThemes(std::vector<Row>& rows, const Escalation& escalation)
{
    for (const ThemeLine& line : themeLines(escalation))
        rows.push_back({ReadTable::Theme, escalation.id.text() + u':' + word(line.group),
            cells(line.group, line.quarter, line.ground, line.theme, line.route, line.level,
                line.audits)});
}

}

std::vector<Row> rowsOf(const Escalation& record)
{
    const Escalation escalation = withheld(record);
    QStringList grounds;
    for (const Ground ground : escalation.grounds)
        grounds.append(word(ground));
    QStringList cases;
    for (const CaseId& id : escalation.cases)
        cases.append(id.text());
    const Instant since = escalation.levels.empty() ? Instant{} : escalation.levels.back().at;
    std::vector<Row> rows{{ReadTable::Escalation, escalation.id.text(),
        cells(escalation.ref, escalation.service, escalation.incoming, escalation.raiser,
            escalation.raisedBy, escalation.organisation, escalation.receivedAt, grounds.join(u','),
            escalation.about, cases.join(u','), escalation.level(), since, escalation.route,
            escalation.followUpDue, escalation.followedUpAt, firstDue(escalation, acknowledgement),
            escalation.acknowledgedAt, firstDue(escalation, writtenResponse),
            escalation.respondedAt, escalation.seriousIncident, escalation.auditLocked(),
            static_cast<int>(escalation.audits.size()), escalation.signposted, escalation.closedAt,
            escalation.outcome, escalation.theme, escalation.partners, escalation.scope,
            escalation.restricted())}};
    addThemes(rows, escalation);
    addQuestions(rows, escalation);
    return rows;
}

}
