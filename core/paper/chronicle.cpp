#include "core/paper/chronicle.h"

#include "core/handover/answer_words.h"
#include "core/handover/contested.h"
#include "core/handover/item_rules.h"
#include "core/paper/chronicle_bed.h"
#include "core/paper/chronicle_clocks.h"
#include "core/paper/chronicle_cooperation.h"
#include "core/paper/chronicle_lines.h"
#include "core/paper/chronicle_support.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using chronicle::add;
using chronicle::addIf;
using chronicle::joined;
using chronicle::Lines;

QString begun(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

QString wordsOf(const Note& note, const std::vector<Note>& notes)
{
    QString text = note.words;
    if (!note.reason.isEmpty())
        text += u" Reason: "_s + note.reason;
    if (!note.personsView.isEmpty())
        text += u" Person's view: "_s + note.personsView;
    if (!note.carersView.isEmpty())
        text += u" Carer's view: "_s + note.carersView;
    if (note.corrects.isNull())
        return text;
    for (const Note& old : notes)
        if (old.id == note.corrects)
            return u"Correction of the entry of %1: %2"_s.arg(dateTimeText(old.occurred), text);
    return u"Correction: "_s + text;
}

void addNotes(Lines& lines, const std::vector<Note>& notes)
{
    for (const Note& note : notes)
        lines.push_back({note.occurred, note.recorded, note.kind.isEmpty() ? u"entry"_s : note.kind,
            wordsOf(note, notes), note.by, note.corrected, !note.corrects.isNull(), note.late,
            note.lateReason, note.id});
}

void addStatuses(Lines& lines, const Case& record)
{
    for (const StatusEpisode& episode : record.statuses) {
        add(lines, episode.start, "status",
            joined({u"Legal status: %1"_s.arg(spokenWords(word(episode.status))),
                episode.evidence.isEmpty() ? QString() : u"evidence: "_s + episode.evidence}));
        addIf(lines, episode.ended, "status",
            joined({u"Legal status %1 ended"_s.arg(spokenWords(word(episode.status))),
                episode.endReason}));
    }
    for (const auto& entry : record.place.entries())
        if (!entry.value.planned)
            add(lines, entry.from, "place",
                joined(
                    {u"Place: %1"_s.arg(spokenWords(word(entry.value.kind))), entry.value.detail}));
}

void addAttendees(Lines& lines, const Case& record)
{
    for (const Attendee& attendee : record.attendees) {
        const QString who = joined({spokenWords(attendee.role), attendee.name, attendee.number});
        addIf(lines, attendee.requestedAt, "attendee", u"Asked to attend: %1"_s.arg(who));
        addIf(lines, attendee.confirmedAt, "attendee", u"Confirmed: %1"_s.arg(who));
        addIf(lines, attendee.arrivedAt, "attendee", u"Arrived: %1"_s.arg(who));
    }
}

void addDoctors(Lines& lines, const Case& record)
{
    for (const DoctorCall& call : record.doctorCalls)
        add(lines, call.at, "doctor",
            joined({u"Doctor rung: %1"_s.arg(call.name), call.number, spokenWords(call.result),
                call.availableFrom ? u"available from "_s + dateTimeText(*call.availableFrom)
                                   : QString(),
                call.s12 ? u"section 12 approved"_s : QString(),
                call.knowsPatient ? u"knows the person"_s : QString()}),
            call.by);
}

void addCourse(Lines& lines, const Case& record)
{
    const DetentionCourse& course = record.detention;
    addIf(lines, course.ambulanceAsked, "s136", u"Ambulance asked for (s136)"_s);
    addIf(lines, course.ambulanceCame, "s136", u"Ambulance came (s136)"_s);
    addIf(lines, course.policeCame, "s136", u"Police came to the place of safety"_s);
    addIf(lines, course.policeLeft, "s136", u"Police handed over and left"_s);
    addIf(lines, course.notified, "s136", u"AMHP and doctor told of the s136 detention"_s);
    addIf(lines, course.amhpCame, "s136", u"AMHP came"_s);
    addIf(lines, course.doctorCame, "s136", u"Doctor came"_s);
    const ChildProtection& child = record.childProtection;
    addIf(lines, child.cause, "child_protection", u"Cause to suspect significant harm"_s);
    addIf(lines, child.discussion, "child_protection",
        joined({u"Strategy discussion held"_s,
            child.enquiry ? (*child.enquiry ? u"enquiry under s47"_s : u"no enquiry under s47"_s)
                          : QString()}));
    addIf(lines, child.conference, "child_protection", u"Child protection conference held"_s);
}

void addRelative(Lines& lines, const Case& record)
{
    for (const NrAttempt& each : record.nrAttempts)
        add(lines, each.at, "nearest_relative",
            joined({u"Nearest relative tried: %1"_s.arg(spokenWords(word(each.result))),
                spokenWords(word(each.means)), each.number,
                each.answer ? spokenWords(word(*each.answer)) : QString(), each.words,
                each.reason}),
            each.by);
}

void addExams(Lines& lines, const Case& record)
{
    for (const Exam& exam : record.exams) {
        add(lines, exam.at, "exam",
            joined(
                {u"Medical examination: %1"_s.arg(exam.doctor), exam.joint ? u"joint"_s : QString(),
                    exam.s12 ? u"section 12 approved"_s : QString(),
                    exam.form.isEmpty() ? QString() : u"form "_s + exam.form}));
        lines.back().dayAlone = isDayAlone(exam.at);
    }
}

void addAssessment(Lines& lines, const Assessment& assessment)
{
    addIf(lines, assessment.startedAt, "assessment",
        joined({u"Assessment started"_s, assessment.place, assessment.amhpName}));
    const auto end = assessment.endedAt ? assessment.endedAt : assessment.startedAt;
    if (!end || !assessment.outcome)
        return;
    add(lines, *end, "assessment",
        joined({u"Assessment outcome: %1"_s.arg(spokenWords(word(*assessment.outcome))),
            assessment.reasons.isEmpty() ? QString() : u"reasons: "_s + assessment.reasons}),
        assessment.amhpName);
}

void addWork(Lines& lines, const Case& record, const Profile& profile)
{
    for (const Task& task : record.tasks)
        if (task.doneAt)
            add(lines, *task.doneAt, "task",
                joined({(task.lapsed ? u"No longer needed: %1"_s : u"Done: %1"_s).arg(task.what),
                    task.result}),
                task.doneBy);
    for (const SeniorDiscussion& discussion : record.discussions)
        add(lines, discussion.at, "discussion",
            joined({u"Discussed with %1, %2"_s.arg(
                        discussion.with, roleWords(discussion.role, profile)),
                discussion.agreed}));
    for (const Flagged& flag : record.flags)
        add(lines, flag.at, "flag", u"Flagged (%1): %2"_s.arg(flag.clause, flag.text));
}

QString routeOf(const HandoverItem& item, const Profile& profile)
{
    return u"handover %1, %2 to %3"_s.arg(
        item.transferNumber, serviceName(item.from, profile), serviceName(item.to, profile));
}

QString codesText(const CodeComparison& codes, const QString& transfer)
{
    if (codes.agrees)
        return u"Word codes agree: %1, %2"_s.arg(codes.own, transfer);
    return u"Word codes differ: “%1” here, “%2” read out, %3"_s.arg(
        codes.own, codes.said, transfer);
}

// What was withdrawn or declined since: the giver's note, and the receiver's own record beside it.
// HO-3.6c
void addUndone(Lines& lines, const HandoverItem& item, const QString& route)
{
    if (item.byTelephone)
        add(lines, item.byTelephone->at, "handover",
            joined({u"Accepted by telephone by %1: %2"_s.arg(item.byTelephone->accepter, route),
                item.byTelephone->words}),
            item.byTelephone->notedBy);
    if (item.theirRecord)
        add(lines, item.theirRecord->at, "handover",
            joined({u"Accepted, by their record: %1"_s.arg(route), item.theirRecord->words}),
            item.theirRecord->accepter);
}

// The giver wrote a decline down that was said by telephone. HO-3.6b
QString answerHead(const HandoverItem& item)
{
    const QString word = begun(answerWord(item));
    return isDeclineNoted(item) ? u"%1 by %2"_s.arg(word, answererText(item)) : word;
}

const QString& writerOf(const HandoverItem& item)
{
    return isDeclineNoted(item) ? item.declineNotedBy : item.answeredBy;
}

// The receiver's own record is the answer; what the giver noted is a line of its own.
void addAnswer(Lines& lines, const HandoverItem& item, const QString& route)
{
    const bool theirs = item.state == ItemState::Accepted && item.theirRecord;
    const Instant at = theirs ? item.theirRecord->at : *item.answeredAt;
    const QString words = theirs ? item.theirRecord->words : answerSaid(item);
    add(lines, at, "handover", joined({u"%1: %2"_s.arg(answerHead(item), route), words}),
        theirs ? item.theirRecord->accepter : writerOf(item));
    if (item.byTelephone && theirs)
        add(lines, item.byTelephone->at, "handover",
            joined({u"Accepted by telephone by %1: %2"_s.arg(item.byTelephone->accepter, route),
                item.byTelephone->words}),
            item.byTelephone->notedBy);
    if (item.state == ItemState::Withdrawn || item.state == ItemState::Declined)
        addUndone(lines, item, route);
}

void addHandover(Lines& lines, const Case& record, const HandoverItem& item, const Profile& profile)
{
    const std::size_t before = lines.size();
    const QString route = routeOf(item, profile);
    const QString begins
        = item.purpose == HandoverPurpose::Inform ? u"Told for information"_s : u"Proposed"_s;
    chronicle::addEdtRecord(lines, record, item, profile);
    add(lines, item.proposedAt, "handover", u"%1: %2"_s.arg(begins, route), item.proposedBy);
    if (item.readBackAt)
        add(lines, *item.readBackAt, "handover",
            joined(
                {u"Read back by %1: %2"_s.arg(serviceName(item.to, profile), item.transferNumber),
                    item.readBack}));
    chronicle::addEdtCall(lines, record, item);
    if (item.answeredAt)
        addAnswer(lines, item, route);
    if (item.codes)
        add(lines, item.codes->at, "handover", codesText(*item.codes, item.transferNumber),
            item.codes->by);
    for (const PractitionerCall& call : item.calls)
        add(lines, call.started.value_or(call.ended.value_or(call.recorded)), "handover",
            joined({u"%1 and %2 spoke about %3"_s.arg(call.giver, call.taker, item.transferNumber),
                call.words}),
            call.by);
    for (std::size_t at = before; at < lines.size(); ++at)
        lines[at].transfer = item.transferNumber;
}

void addHandovers(Lines& lines, const Case& record, const Profile& profile)
{
    for (const HandoverItem& item : record.handovers)
        addHandover(lines, record, item, profile);
}

QString transferOf(const Case& record, const Conflict& conflict)
{
    for (const HandoverItem& item : record.handovers)
        if (contestedAnswer(record, item) == &conflict)
            return item.transferNumber;
    return {};
}

// None of it counts until it is settled, so no other line tells of it.
void addContested(Lines& lines, const Case& record)
{
    std::set<Digest> told;
    for (const Conflict& conflict : record.conflicts)
        for (const ConflictSide& side : conflict.sides) {
            if (!conflict.contested || !told.insert(side.event).second)
                continue;
            add(lines, side.occurred, "contested",
                u"Contested, to be settled: %1: %2"_s.arg(conflict.title, side.value.simplified()),
                side.by);
            lines.back().recorded = side.recorded;
            lines.back().transfer = transferOf(record, conflict);
        }
}

void addSettlements(Lines& lines, const RecordBase& record)
{
    for (const Settlement& settled : record.settlements) {
        add(lines, settled.occurred, "settled",
            joined({u"Settled: %1: %2 stands"_s.arg(settled.title, settled.value), settled.words}),
            settled.by);
        lines.back().recorded = settled.recorded;
    }
}

void sortByTime(Lines& lines)
{
    std::stable_sort(
        lines.begin(), lines.end(), [](const ChronicleLine& a, const ChronicleLine& b) {
            return std::tie(a.at, a.recorded) < std::tie(b.at, b.recorded);
        });
}

}

std::vector<ChronicleLine> chronicleOf(const Case& record, const Profile& profile)
{
    Lines lines;
    add(lines, record.openedAt, "opened",
        u"Case %1 opened by %2: %3"_s.arg(record.ref,
            serviceName(record.responsible.at(record.openedAt), profile), record.title));
    addNotes(lines, record.entries);
    addStatuses(lines, record);
    chronicle::addClocks(lines, record);
    addAttendees(lines, record);
    addDoctors(lines, record);
    addCourse(lines, record);
    addRelative(lines, record);
    addExams(lines, record);
    chronicle::addSupports(lines, record, profile);
    chronicle::addAlternatives(lines, record, profile);
    for (const Assessment& earlier : record.earlierAssessments)
        addAssessment(lines, earlier);
    if (record.assessment)
        addAssessment(lines, *record.assessment);
    chronicle::addBed(lines, record);
    addWork(lines, record, profile);
    addHandovers(lines, record, profile);
    chronicle::addCooperation(lines, record, profile);
    addContested(lines, record);
    addSettlements(lines, record);
    addIf(lines, record.closedAt, "closed",
        joined({u"Case closed"_s, record.outcome ? spokenWords(word(*record.outcome)) : QString(),
            record.closingWords}));
    sortByTime(lines);
    return lines;
}

const ChronicleLine* lastWritten(const std::vector<ChronicleLine>& lines, Instant until)
{
    const ChronicleLine* last = nullptr;
    for (const ChronicleLine& line : lines) {
        if (line.at > until || line.corrected || line.kind == u"flag"_s || line.kind == u"clock"_s)
            continue;
        const bool entry = !line.part.isNull();
        if (!last || line.at > last->at || entry || last->part.isNull())
            last = &line;
    }
    return last;
}

std::vector<ChronicleLine> chronicleOf(const Contact& contact)
{
    Lines lines;
    add(lines, contact.receivedAt, "contact", contact.words, contact.handler);
    lines.back().late = contact.late;
    lines.back().lateReason = contact.lateReason;
    addNotes(lines, contact.notes);
    addSettlements(lines, contact);
    addIf(lines, contact.closedAt, "closed", joined({u"Contact closed"_s, contact.outcome}));
    sortByTime(lines);
    return lines;
}

std::vector<ChronicleLine> chronicleOf(const Visit& visit)
{
    Lines lines;
    addNotes(lines, visit.notes);
    sortByTime(lines);
    return lines;
}

}
