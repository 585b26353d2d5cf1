#include "core/casework/extension/extension_standing.h"
#include "core/casework/held.h"
#include "core/clock/catalogue.h"
#include "core/clock/rank.h"
#include "core/exchange/sharing.h"
#include "core/handover/answer_words.h"
#include "core/handover/contested.h"
#include "core/journal/envelope.h"
#include "core/rows/assessment_rows.h"
#include "core/rows/cells.h"
#include "core/rows/cooperation_rows.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

const ClockFact* nextClock(const Case& record)
{
    const auto place
        = [](const ClockFact& clock) { return std::pair(rankOf(clock.kind), clock.due); };
    const ClockFact* next = nullptr;
    for (const ClockFact& clock : record.clocks)
        if (clock.state == ClockState::Running && (!next || place(clock) < place(*next)))
            next = &clock;
    return next;
}

// What one look at the board tells of a case.
struct Glance {
    explicit Glance(const Case& record)
    {
        if (const ClockFact* clock = nextClock(record)) {
            clockTitle = clock->title;
            due = clock->due;
        }
        if (const HandoverItem* item = record.pendingHandover()) {
            handoverTo = item->to;
            handoverState = word(item->state);
        }
        QStringList statuses;
        const std::vector<HeldStatus> held = statusesByExpiry(record, statusesNow(record));
        for (const HeldStatus& each : held)
            statuses.append(word(each.episode.status));
        legalStatus = statuses.join(u',');
        legalSince = held.empty() ? Instant{} : held.front().episode.start;
        if (!record.entries.empty()) {
            entryAt = record.entries.back().occurred;
            entry = record.entries.back().words.left(200);
        }
    }

    QString clockTitle;
    Instant due;
    QString handoverTo;
    QString handoverState;
    QString legalStatus; ///< all that hold
    Instant legalSince; ///< of the first of them
    Instant entryAt;
    QString entry;
};

Row boardRow(const Case& record)
{
    const Glance glance(record);
    const Lead lead = record.lead.current();
    const Allocation allocated = record.allocated.current();
    const Place place = record.place.current();
    const ContactId contact = record.contacts.empty() ? ContactId{} : record.contacts.front();
    return {ReadTable::Case, record.id.text(),
        cells(record.ref, record.person, contact, record.kindOfWork, record.title, record.council,
            record.urgency, record.openedAt, record.closedAt, record.outcome,
            record.responsible.current(), responsibleSince(record), lead.name, lead.role,
            lead.service, allocated.user, allocated.name, record.stage.current(), place.kind,
            place.detail, glance.legalStatus, glance.legalSince, glance.clockTitle, glance.due,
            glance.handoverTo, glance.handoverState, glance.entryAt, glance.entry,
            static_cast<int>(record.flags.size()), static_cast<int>(record.outOfStep.size()),
            static_cast<int>(record.conflicts.size()),
            contestedResponsibility(record.conflicts) != nullptr)};
}

QString lawOf(const ClockFact& clock)
{
    const ClockKind* kind = clockKind(clock.kind);
    return kind ? kind->law : QString();
}

QString warningsOf(const ClockFact& clock)
{
    QStringList warnings;
    for (const Instant each : clock.warnings)
        warnings.append(isoText(each));
    return warnings.join(u' ');
}

std::optional<int> extensionOf(const ClockFact& clock)
{
    return clock.extendedHours > 0 ? std::optional(clock.extendedHours) : std::nullopt;
}

QString reasonOf(const ClockFact& clock)
{
    return extendsNothing(clock)
        ? u"authorised too late, extends nothing: "_s + clock.extensionReason
        : clock.extensionReason;
}

void addClocks(std::vector<Row>& rows, const Case& record)
{
    const QString service = record.responsible.current();
    for (const ClockFact& clock : record.clocks)
        rows.push_back({ReadTable::ClockFact, clock.id.text(),
            cells(clock.kind, clock.title, clock.clause, clock.start, clock.due, clock.state,
                clock.endedAt, clock.outcome, startEvidence(clock), service, lawOf(clock),
                clock.lawVersion, warningsOf(clock), extensionOf(clock), clock.extendedBy,
                clock.extendedAt, reasonOf(clock))});
    for (const StatusEpisode& status : record.statuses)
        rows.push_back({ReadTable::Status, status.id.text(),
            cells(status.status, status.start, status.ended, status.evidence)});
    for (const Task& task : record.tasks)
        rows.push_back({ReadTable::Task, task.id.text(),
            cells(task.what, task.who, task.due, task.doneAt, task.ending(), task.kind,
                task.clause)});
    for (const Flagged& flag : record.flags)
        rows.push_back({ReadTable::Flag, flag.id.text(), cells(flag.clause, flag.text, flag.at)});
}

void addPapers(std::vector<Row>& rows, const Case& record)
{
    for (const DoctorCall& call : record.doctorCalls)
        rows.push_back({ReadTable::DoctorCall, call.id.text(),
            cells(call.at, call.name, call.number, call.result, call.s12)});
    for (const Document& document : record.documents)
        rows.push_back({ReadTable::Document, document.id.text(),
            cells(document.kind, document.state, document.title, document.location,
                document.fileHash, document.fileName, document.followsBy, document.owner,
                document.emailedAt, document.emailedTo)});
}

// Until two answers are settled neither of them counts; of a decline by telephone the giver noted
// who declined. HO-3.6b, HO-3.6c
QString answerState(const Case& record, const HandoverItem& item)
{
    if (contestedAnswer(record, item))
        return u"contested"_s;
    return isDeclineNoted(item) ? u"declined_by_telephone"_s : word(item.state);
}

// The word code stands for the person too: who lists the handovers works it out.
void addHandovers(std::vector<Row>& rows, const Case& record)
{
    for (const HandoverItem& item : record.handovers)
        rows.push_back({ReadTable::HandoverItem, item.id.text(),
            cells(item.transferNumber, item.window, item.windowName, item.from, item.to,
                item.purpose, item.reason, answerState(record, item), item.proposedAt,
                item.proposedBy, item.answeredAt, item.answeredBy, item.answeredRole,
                awaitsTheirRecord(record, item), item.theirRecordBy, item.confirmedAt, item.warrant,
                QString(), item.codes ? item.codes->said : QString(),
                item.codes ? std::optional(item.codes->agrees) : std::nullopt,
                isDeclineNoted(item) ? item.declineNotedBy : QString())});
    for (const HandoverCall& call : callsOf(record))
        addCall(rows, call);
}

// The case itself is the first thing that each sharing shares.
void addShares(std::vector<Row>& rows, const Case& record)
{
    for (const Share& share : record.shares) {
        const QString event = toHex(share.event);
        int n = 0;
        for (const QString& subject :
            QStringList{subjectText(subjectOf(record.id))} + share.subjects)
            rows.push_back({ReadTable::Share, event + u'-' + QString::number(n++),
                cells(share.with, subject, share.desk, static_cast<int>(share.seq))});
    }
}

bool showAlike(const Note& a, const Note& b)
{
    return a.id == b.id && a.corrected == b.corrected && a.late == b.late
        && a.occurred == b.occurred && a.recorded == b.recorded && a.corrects == b.corrects
        && a.kind == b.kind && a.reason == b.reason && a.by == b.by && a.role == b.role
        && a.service == b.service && a.words == b.words;
}

// Of two entries that say they are the same one, only the first is shown.
template <typename Same>
std::vector<Note> withoutFirst(const std::vector<Note>& notes, std::size_t left, const Same& same)
{
    const auto first = notes.begin() + static_cast<std::ptrdiff_t>(std::min(left, notes.size()));
    std::vector<Note> rest;
    std::copy_if(first, notes.end(), std::back_inserter(rest), [&](const Note& note) {
        return std::none_of(
            notes.begin(), first, [&](const Note& each) { return same(each, note); });
    });
    return rest;
}

}

std::size_t sameEntries(const Case& before, const Case& after)
{
    const auto ends = std::mismatch(before.entries.begin(), before.entries.end(),
        after.entries.begin(), after.entries.end(), showAlike);
    return static_cast<std::size_t>(ends.first - before.entries.begin());
}

std::vector<Row> rowsOf(const Case& record)
{
    return rowsOf(record, 0);
}

std::vector<Row> rowsOf(const Case& record, std::size_t left)
{
    std::vector<Row> rows;
    rows.push_back(boardRow(record));
    addEntries(rows, withoutFirst(record.entries, left, [](const Note& a, const Note& b) {
        return a.id == b.id;
    }));
    addClocks(rows, record);
    addPapers(rows, record);
    addHandovers(rows, record);
    addAssessment(rows, record);
    addCooperation(rows, record);
    addWritten(rows, record.written);
    addQuestions(rows, record);
    addShares(rows, record);
    return rows;
}

std::vector<SearchText> searchTextsOf(const Case& record)
{
    return searchTextsOf(record, 0);
}

std::vector<SearchText> searchTextsOf(const Case& record, std::size_t left)
{
    std::vector<SearchText> texts;
    const auto add = [&](const QString& key, const QString& kind, const QString& text, Instant at) {
        if (!text.isEmpty())
            texts.push_back({key, kind, text, at});
    };
    add({}, u"number"_s, record.ref, record.openedAt);
    add(u"title"_s, u"note"_s, record.title, record.openedAt);
    for (const Note& note : withoutFirst(record.entries, left,
             [](const Note&a, const Note&b) { return a.id == b.id && a.words == b.words; }))
        add(note.id.text(), u"note"_s, note.words, note.recorded);
    for (const HandoverItem& item : record.handovers)
        add(item.id.text(), u"number"_s, item.transferNumber, item.proposedAt);
    return texts;
}

}
