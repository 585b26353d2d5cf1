#include "core/duty/ladder.h"
#include "core/rows/cells.h"
#include "core/text/people_words.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

void addPeople(std::vector<Row>& rows, const Duty& duty)
{
    int place = 0;
    for (const OfficerOnDuty& officer : duty.officers)
        rows.push_back({ReadTable::Officer, QString::number(place++),
            cells(officer.user, officer.name, officer.amhp, officer.from, officer.until)});
    for (const Relief& relief : duty.reliefs)
        rows.push_back({ReadTable::Relief, relief.id.text(),
            cells(relief.leaver, relief.reliever, relief.at, relief.exceptionWords)});
    for (const ShiftHandover& each : duty.shiftHandovers)
        rows.push_back({ReadTable::ShiftHandover, each.id.text(),
            cells(each.at, each.giver, each.taker, static_cast<int>(each.handed.size()),
                static_cast<int>(each.staying.size()), each.stayingWords, each.readBack)});
}

// The one contact that is counted keeps its key; a rung's roles are words, as on the paper.
QString calledWords(const Duty& duty, const CallAttempt& attempt)
{
    const QStringList roles = rolesRung(duty, attempt);
    if (attempt.contact == u"on_call_manager")
        return attempt.contact;
    if (roles.isEmpty())
        return isOnLadder(duty, attempt.id) ? peopleWords(attempt.contact) : attempt.contact;
    QStringList words;
    for (const QString& role : roles)
        words.append(peopleWords(role));
    return words.join(u" or "_s);
}

void addCalls(std::vector<Row>& rows, const Duty& duty)
{
    for (const CallAttempt& attempt : duty.attempts)
        rows.push_back({ReadTable::Attempt, attempt.id.text(),
            cells(attempt.at, calledWords(duty, attempt), attempt.number, attempt.result,
                attempt.urgent, attempt.caseId, attempt.about, attempt.decision, attempt.by)});
    for (const RingBack& ringBack : duty.ringBacks)
        rows.push_back({ReadTable::RingBack, ringBack.id.text(),
            cells(ringBack.whom, ringBack.number, ringBack.due, ringBack.caseId, ringBack.contact,
                ringBack.doneAt, ringBack.result)});
}

void addLadders(std::vector<Row>& rows, const Duty& duty)
{
    for (const RunningLadder& ladder : duty.ladders) {
        const auto rung = static_cast<std::size_t>(ladder.rung);
        const QString name
            = rung < ladder.terms.rungs.size() ? ladder.terms.rungs[rung].name : QString();
        const bool over = ladder.decidedAt || ladder.closedAt;
        rows.push_back({ReadTable::Ladder, ladder.id.text(),
            cells(ladder.terms.ladder, ladder.started, ladder.by, ladder.caseId, ladder.about,
                ladder.urgent, ladder.rung, name, static_cast<int>(ladder.tries.size()),
                over ? Instant{} : nextCallAt(ladder).value_or(Instant{}), ladder.decision,
                ladder.direction, ladder.closedAt, ladder.outcome, ladder.terms.profileVersion)});
    }
    for (const ManagerAction& action : duty.managerActions)
        rows.push_back({ReadTable::Task, action.id.text(),
            cells(action.what, duty.manager, action.due, action.toldAt, action.told,
                u"manager_action"_s, u"ESC-6.4"_s)});
}

void addNotices(std::vector<Row>& rows, const Duty& duty)
{
    for (const Notice& each : duty.notices)
        rows.push_back({ReadTable::Notice, each.id.text(),
            cells(
                each.at, each.audience, each.message, each.how, each.owner, each.until, each.by)});
    for (const Compliment& each : duty.compliments)
        rows.push_back({ReadTable::Compliment, each.id.text(),
            cells(each.at, each.from, each.about, each.words, each.theme, each.by)});
}

}

std::vector<Row> rowsOf(const Duty& duty)
{
    std::vector<Row> rows{{ReadTable::Duty, duty.id.text(),
        cells(duty.service, duty.from, duty.to, duty.manager, duty.managerNumber, duty.signedOffAt,
            duty.signedOffBy)}};
    addPeople(rows, duty);
    addCalls(rows, duty);
    addLadders(rows, duty);
    addEntries(rows, duty.notes);
    addWritten(rows, duty.written);
    addNotices(rows, duty);
    addQuestions(rows, duty);
    return rows;
}

}
