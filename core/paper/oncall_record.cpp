#include "core/paper/oncall_record.h"

#include "core/duty/ladder.h"
#include "core/duty/ladder_events.h"
#include "core/handover/item_rules.h"
#include "core/paper/oncall_handovers.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

#include <QCryptographicHash>

#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// As the books before the fourth edition have it: by its key where its rung names nobody of a role.
QString calledKey(const Duty& duty, const CallAttempt& call, const Profile& profile)
{
    if (const ContactPoint* point = profile.contact(call.contact))
        return point->name;
    QStringList names;
    for (const QString& role : rolesRung(duty, call))
        names.append(roleWords(role, profile));
    return names.isEmpty() ? call.contact : names.join(u" or "_s);
}

QString calledName(
    const CallAttempt& call, const QString& key, bool onLadder, const Profile& profile)
{
    const bool words = key == call.contact && (onLadder || profile.role(key));
    return words ? roleWords(key, profile) : key;
}

void addStart(const Duty& duty, std::vector<OncallLine>& lines)
{
    if (!duty.startedAt)
        return;
    QStringList names;
    for (const OfficerOnDuty& officer : duty.officers)
        if (officer.from <= *duty.startedAt)
            names.append(officer.amhp ? officer.name + u" (AMHP)"_s : officer.name);
    OncallLine line;
    line.kind = OncallKind::Started;
    line.at = *duty.startedAt;
    line.recorded = *duty.startedAt;
    line.text = u"Duty started: %1"_s.arg(names.join(u", "));
    lines.push_back(line);
}

void addManagers(const Duty& duty, std::vector<OncallLine>& lines)
{
    for (const auto& entry : duty.managers.entries()) {
        OncallLine line;
        line.kind = OncallKind::Manager;
        line.at = entry.from;
        line.recorded = entry.recorded;
        line.who = entry.value.name;
        line.dialled = entry.value.number;
        line.text = u"On-call manager: %1"_s.arg(entry.value.name);
        lines.push_back(line);
    }
}

// Nothing that was written of a call goes from its line. INV-10
QString resultWords(const CallAttempt& call)
{
    QStringList told;
    for (const EarlierResult& each : call.earlier)
        told.append(u"%1 (by %2)"_s.arg(resultText(each.result), timeText(each.at)));
    const bool talked = call.incoming && call.result != AttemptResult::CalledBack;
    told.append(talked ? u"rang us"_s : resultText(call.result));
    return told.join(u", then "_s);
}

// None of a call that no ladder counts.
PartId ladderOf(const Duty& duty, const PartId& call)
{
    for (const RunningLadder& ladder : duty.ladders)
        for (const LadderTry& each : ladder.tries)
            if (each.attempt == call)
                return ladder.id;
    return {};
}

void addCalls(const Duty& duty, const Profile& profile, std::vector<OncallLine>& lines)
{
    std::map<std::tuple<QString, CaseId, PartId>, int> attempts;
    std::vector<CallAttempt> calls = duty.attempts;
    std::stable_sort(calls.begin(), calls.end(),
        [](const CallAttempt& one, const CallAttempt& other) { return one.at < other.at; });
    for (const CallAttempt& call : calls) {
        OncallLine line;
        line.kind = OncallKind::Call;
        line.at = call.at;
        line.recorded = call.recorded;
        line.whoBefore = calledKey(duty, call, profile);
        line.who = calledName(call, line.whoBefore, isOnLadder(duty, call.id), profile);
        line.dialled = call.number;
        line.attempt
            = call.incoming ? 0 : ++attempts[{call.contact, call.caseId, ladderOf(duty, call.id)}];
        line.result = resultWords(call);
        line.caseId = call.caseId;
        line.text = call.about;
        line.decision = call.decision;
        line.direction = call.direction;
        line.told = call.numberReason;
        line.by = call.by;
        line.urgent = call.urgent;
        line.corrected = call.corrected;
        line.lateReason = call.lateReason;
        line.late = !call.lateReason.isEmpty();
        lines.push_back(line);
    }
}

void addRingBacks(const Duty& duty, std::vector<OncallLine>& lines)
{
    for (const RingBack& promise : duty.ringBacks) {
        if (!promise.doneAt)
            continue;
        OncallLine line;
        line.kind = OncallKind::RingBack;
        line.at = *promise.doneAt;
        line.recorded = promise.doneRecorded;
        line.who = promise.whom;
        line.dialled = promise.number;
        line.caseId = promise.caseId;
        line.result = promise.result;
        line.text = u"Rung back; promised by %1"_s.arg(timeText(promise.due));
        line.by = promise.ownerName;
        lines.push_back(line);
    }
}

// Of those of one minute what was done on a ladder comes before the calls that followed it.
void addNotes(const Duty& duty, QStringView ofLadder, int edition, std::vector<OncallLine>& lines)
{
    for (const Note& note : duty.notes) {
        if (ofLadder.isEmpty() ? isOfLadder(note) : note.kind != ofLadder)
            continue;
        OncallLine line;
        line.edition = edition;
        if (isOfLadder(note)) {
            line.caseId = caseOfLadderLine(duty, note);
            line.caseSince = editionWithManagerActions;
        }
        line.at = note.occurred;
        line.recorded = note.recorded;
        line.text = note.words;
        line.by = note.by;
        line.corrected = note.corrected;
        line.lateReason = note.lateReason;
        line.late = note.late;
        lines.push_back(line);
    }
}

void addReliefs(const Duty& duty, std::vector<OncallLine>& lines)
{
    for (const Relief& relief : duty.reliefs) {
        OncallLine line;
        line.kind = OncallKind::Relief;
        line.at = relief.at;
        line.recorded = relief.recorded;
        line.who = relief.reliever;
        line.text = u"%1 relieved %2: %3 taken, %4 staying"_s.arg(relief.reliever, relief.leaver,
            QString::number(relief.taken.size()), QString::number(relief.exceptions.size()));
        if (!relief.exceptionWords.isEmpty())
            line.text += u" ("_s + relief.exceptionWords + u')';
        line.by = relief.reliever;
        lines.push_back(line);
    }
}

// S3-ii: between two shifts of one service.
void addShiftHandovers(const Duty& duty, std::vector<OncallLine>& lines)
{
    for (const ShiftHandover& each : duty.shiftHandovers) {
        OncallLine line;
        line.kind = OncallKind::Relief;
        line.at = each.at;
        line.recorded = each.recorded;
        line.who = each.taker;
        line.text = u"%1 took the shift over from %2: %3 case(s) handed, %4 staying"_s.arg(
            each.taker, each.giver, QString::number(each.handed.size()),
            QString::number(each.staying.size()));
        if (!each.stayingWords.isEmpty())
            line.text += u" ("_s + each.stayingWords + u')';
        if (!each.readBack.isEmpty())
            line.text += u". Read back: "_s + each.readBack;
        line.by = each.taker;
        lines.push_back(line);
    }
}

void finish(OncallRecord& record, const Records& records)
{
    std::stable_sort(record.lines.begin(), record.lines.end(),
        [](const OncallLine& a, const OncallLine& b) { return a.at < b.at; });
    int number = 0;
    for (OncallLine& line : record.lines) {
        line.number = ++number;
        if (const auto about = records.caseRecord(line.caseId))
            line.caseRef = about->ref;
        if (!record.signOffs.empty())
            line.afterSignOff = line.recorded > record.signOffs.back().recorded;
    }
}

// The edition by which the book reads as it was signed; none: a signed line reads otherwise.
std::optional<int> editionSigned(const OncallRecord& record, const SignOff& signedOff)
{
    for (int edition = signedOff.edition.value_or(lastEditionUnnamed);
         edition >= signedOff.edition.value_or(1); --edition)
        if (linesDigest(record, signedOff.recorded, edition) == signedOff.linesDigest)
            return edition;
    return {};
}

void compareWithSigned(OncallRecord& record)
{
    if (record.signOffs.empty())
        return;
    const auto edition = editionSigned(record, record.signOffs.back());
    record.changedSinceSignOff = !edition;
    for (OncallLine& line : record.lines)
        line.notSigned = edition && line.edition > *edition && !line.afterSignOff;
}

}

Duty dutyOfBook(const DutyPeriod& period, const Records& records, const Profile& profile)
{
    const DutyId id = dutyId(profile.key, period.service, period.from);
    if (const auto known = records.duty(id))
        return *known;
    Duty duty;
    duty.id = id;
    duty.service = period.service;
    duty.from = period.from;
    duty.to = period.to;
    return duty;
}

OncallRecord oncallRecord(const Duty& duty, const Records& records, const ServiceCalendar& calendar)
{
    const ServiceCalendar then = calendar.asAt(duty.from); // FM-3
    const Profile& profile = then.profile();
    OncallRecord record{duty.id, serviceName(duty.service, profile), duty.from, duty.to,
        duty.startedAt, duty.managers.entries(), duty.officers, duty.knownEvents, {},
        acceptancesIn({duty.service, duty.from, duty.to}, records, calendar), duty.signOffs, false};
    addStart(duty, record.lines);
    addManagers(duty, record.lines);
    addNotes(duty, ladderStep, editionWithLadderSteps, record.lines);
    addCalls(duty, profile, record.lines);
    addRingBacks(duty, record.lines);
    addNotes(duty, ladderFollowUp, editionWithManagerActions, record.lines);
    addNotes(duty, {}, 1, record.lines);
    addReliefs(duty, record.lines);
    addShiftHandovers(duty, record.lines);
    addAcceptances(record, duty.service, records, profile);
    addHandoverCalls(record, duty.service, records, calendar);
    addManagerAsked(record, duty.service, records, calendar);
    finish(record, records);
    compareWithSigned(record);
    return record;
}

// What a book of `edition` signs of the line.
static QStringList signedParts(const OncallLine& line, int edition)
{
    const bool whoBefore = edition < editionWithLadderSteps && !line.whoBefore.isEmpty();
    const bool resultBefore = edition < editionWithJointWork && !line.resultBefore.isEmpty();
    QStringList parts{isoText(line.at), word(line.kind), whoBefore ? line.whoBefore : line.who,
        line.dialled, resultBefore ? line.resultBefore : line.result,
        edition < line.caseSince ? QString() : line.caseRef, line.text, line.decision,
        line.direction, line.transferNumber, line.by};
    if (edition >= editionWithManagerActions && !line.told.isEmpty())
        parts.append(line.told);
    return parts;
}

QString linesDigest(const OncallRecord& record, Instant known, int edition)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const OncallLine& line : record.lines)
        if (line.recorded <= known && line.edition <= edition)
            hash.addData(signedParts(line, edition).join(u'\x1f').toUtf8() + '\n');
    return QString::fromLatin1(hash.result().toHex());
}

QString resultText(AttemptResult result)
{
    switch (result) {
    case AttemptResult::Answered: return u"answered"_s;
    case AttemptResult::NoAnswer: return u"no answer"_s;
    case AttemptResult::Voicemail: return u"voicemail"_s;
    case AttemptResult::Engaged: return u"engaged"_s;
    case AttemptResult::CalledBack: return u"called back"_s;
    case AttemptResult::Copied: return u"number copied"_s;
    }
    return {};
}

}
