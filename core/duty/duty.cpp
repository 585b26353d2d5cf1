#include "core/contact/note.h"
#include "core/duty/duty_events.h"
#include "core/duty/ladder_events.h"
#include "core/duty/notice_events.h"
#include "core/duty/passed_on.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

template <typename Parts>
auto partNamed(Parts& parts, const PartId& id) -> decltype(&parts.front())
{
    const auto found
        = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.id == id; });
    return found == parts.end() ? nullptr : &*found;
}

Instant recordedAt(const Event& event)
{
    return fromMillis(event.recorded.ms);
}

template <typename Officers>
auto lineOf(Officers& officers, const UserId& user) -> decltype(&officers.front())
{
    const auto found = std::find_if(officers.begin(), officers.end(),
        [&](const auto& officer) { return officer.user == user && !officer.left; });
    return found == officers.end() ? nullptr : &*found;
}

void join(Duty& duty, const OfficerOnDuty& officer)
{
    OfficerOnDuty* line = lineOf(duty.officers, officer.user);
    if (!line) {
        duty.officers.push_back(officer);
        return;
    }
    line->amhp = officer.amhp;
    line->from = std::min(line->from, officer.from);
    if (officer.until)
        line->until = officer.until;
}

void nameManager(Duty& duty, ManagerOnCall now, const Event& event)
{
    const ManagerOnCall before = duty.managers.at(event.occurred);
    if (now.name.isEmpty())
        now.name = before.name;
    if (now.number.isEmpty() && !now.unknown) {
        now.number = before.number;
        now.unknown = before.unknown;
    }
    duty.managers.add(event.occurred, recordedAt(event), now);
    duty.manager = duty.managers.current().name;
    duty.managerNumber = duty.managers.current().number;
    ringManagerOfDuty(duty);
}

// What is said of a call after they rang back is said of that talk.
CallAttempt* callNamed(Duty& duty, const PartId& id)
{
    CallAttempt* call = partNamed(duty.attempts, id);
    while (call && !call->callBack.isNull())
        call = partNamed(duty.attempts, call->callBack);
    return call;
}

void sayResult(CallAttempt& call, AttemptResult result, Instant at)
{
    if (call.result != AttemptResult::Copied && call.result != result)
        call.earlier.push_back({call.result, call.resultAt.value_or(call.at)});
    call.result = result;
    call.resultAt = at;
}

// The call that they answer so stands with its own time and result. ESC-6.1c, INV-10
CallAttempt& rangBack(Duty& duty, CallAttempt& call, const Event& event)
{
    CallAttempt back;
    back.id = {QUuid::createUuidV5(call.id.value, u"called_back"_s)};
    back.at = event.occurred;
    back.contact = call.contact;
    back.number = call.number;
    back.result = AttemptResult::CalledBack;
    back.incoming = true;
    back.urgent = call.urgent;
    back.caseId = call.caseId;
    back.about = call.about;
    back.by = event.actor.name;
    back.recorded = recordedAt(event);
    back.lateReason = event.lateReason;
    call.callBack = back.id;
    countCallBack(duty, call.id, back.id, back.at);
    duty.attempts.push_back(std::move(back));
    return duty.attempts.back();
}

}

static Applied apply(Duty& duty, const DutyStarted& started, const Event& event)
{
    duty.id = started.duty;
    duty.service = started.service;
    duty.from = started.from;
    duty.to = started.to;
    for (const OfficerOnDuty& officer : started.officers)
        join(duty, officer);
    if (!started.manager.isEmpty() || !started.managerNumber.isEmpty())
        nameManager(duty, {started.manager, started.managerNumber}, event);
    if (!started.knownEvents.isEmpty())
        duty.knownEvents = started.knownEvents;
    if (!started.byItself)
        duty.startedAt = std::min(duty.startedAt.value_or(event.occurred), event.occurred);
    return {};
}

static Applied apply(Duty& duty, const OfficerJoined& joined, const Event&)
{
    join(duty, joined.officer);
    return {};
}

static Applied apply(Duty& duty, const OfficerLeft& left, const Event& event)
{
    OfficerOnDuty* line = lineOf(duty.officers, left.user);
    if (!line)
        return u"Somebody left this duty who was not on it."_s;
    line->until = event.occurred;
    line->left = true;
    return {};
}

static Applied apply(Duty& duty, const ManagerNamed& named, const Event& event)
{
    nameManager(duty, {named.name, named.number, named.noNumber.value_or(false)}, event);
    return {};
}

static Applied apply(Duty& duty, const DutyNoted& noted, const Event& event)
{
    const bool correction = !noted.corrects.isNull();
    if (Note* old = partNamed(duty.notes, noted.corrects))
        old->corrected = true;
    if (CallAttempt* old = partNamed(duty.attempts, noted.corrects))
        old->corrected = true;
    Note note = noteOf(event, noted.id, correction ? u"correction"_s : u"note"_s, noted.words);
    note.corrects = noted.corrects;
    note.late = noted.late;
    duty.notes.push_back(std::move(note));
    return {};
}

static Applied apply(Duty& duty, const CallAttempted& call, const Event& event)
{
    duty.attempts.push_back({call.id, event.occurred, call.contact, call.number, call.numberReason,
        call.result, {}, call.incoming, call.urgent, call.caseId, call.about, call.decision,
        call.direction, event.actor.name, recordedAt(event), event.lateReason, false, {}, {}});
    return {};
}

// What was decided first stays in the book, ruled through. INV-10
static void keepSuperseded(
    Duty& duty, const CallAttempt& call, const CallResulted& resulted, const Event& event)
{
    QStringList before;
    const auto keep = [&before](const QString& label, const QString& was, const auto& now) {
        if (now && !was.isEmpty() && *now != was)
            before.append(label + was);
    };
    keep(u"Decided: "_s, call.decision, resulted.decision);
    keep(u"To do: "_s, call.direction, resulted.direction);
    if (before.isEmpty())
        return;
    const auto others = std::count_if(
        duty.notes.begin(), duty.notes.end(), [](const Note& each) { return !isOfLadder(each); });
    const PartId id{QUuid::createUuidV5(call.id.value, u"superseded %1"_s.arg(others))};
    Note note = noteOf(event, id, u"note"_s,
        u"First written of the call at %1. %2"_s.arg(timeText(call.at), before.join(u". ")));
    note.corrected = true;
    duty.notes.push_back(std::move(note));
}

static Applied apply(Duty& duty, const CallResulted& resulted, const Event& event)
{
    CallAttempt* call = callNamed(duty, resulted.id);
    if (!call)
        return u"The call that this result belongs to is not on this duty."_s;
    const bool unanswered = call->result != AttemptResult::Copied
        && call->result != AttemptResult::CalledBack; // the same said again is one call
    if (resulted.result == AttemptResult::CalledBack && unanswered)
        call = &rangBack(duty, *call, event);
    else if (resulted.result)
        sayResult(*call, *resulted.result, event.occurred);
    keepSuperseded(duty, *call, resulted, event);
    call->urgent = resulted.urgent.value_or(call->urgent);
    call->about = resulted.about.value_or(call->about);
    call->decision = resulted.decision.value_or(call->decision);
    call->direction = resulted.direction.value_or(call->direction);
    followCall(duty, call->id, event.occurred);
    return {};
}

static Applied apply(Duty& duty, const DutyRingBackPromised& promised, const Event& event)
{
    const Holder holder = holderOn(duty, {event.actor.user, event.actor.name}, event.occurred);
    duty.ringBacks.push_back(
        {promised.id, promised.whom, promised.number, promised.due, promised.warnings,
            promised.caseId, promised.contact, holder.user, holder.name, {}, {}, {}});
    return {};
}

static Applied apply(Duty& duty, const DutyRungBack& rung, const Event& event)
{
    RingBack* promise = partNamed(duty.ringBacks, rung.id);
    if (!promise)
        return u"The call-back that was made is not on this duty."_s;
    if (promise->doneAt && *promise->doneAt <= event.occurred)
        return {};
    promise->doneAt = event.occurred;
    promise->doneRecorded = recordedAt(event);
    promise->result = rung.result;
    return {};
}

// Who rings the manager again. ESC-6.1f
static void passLadders(Duty& duty, const QString& to, const std::optional<QString>& from = {})
{
    for (RunningLadder& ladder : duty.ladders)
        if (!ladder.closedAt && ladder.by == from.value_or(ladder.by))
            ladder.by = to;
}

static Applied apply(Duty& duty, const DutyRelieved& relieved, const Event& event)
{
    for (RingBack& promise : duty.ringBacks)
        if (!promise.doneAt && promise.owner == relieved.leaver) {
            promise.owner = relieved.reliever;
            promise.ownerName = relieved.relieverName;
        }
    passLadders(duty, relieved.relieverName, relieved.leaverName);
    passFeedback(duty, {relieved.leaverName}, relieved.relieverName);
    duty.reliefs.push_back({relieved.id, relieved.leaverName, relieved.leaver,
        relieved.relieverName, relieved.reliever, event.occurred, relieved.taken,
        relieved.exceptions, relieved.exceptionWords, recordedAt(event)});
    return {};
}

static Applied apply(Duty& duty, const ShiftHandedOver& handed, const Event& event)
{
    for (RingBack& promise : duty.ringBacks)
        if (!promise.doneAt) {
            promise.owner = handed.taker;
            promise.ownerName = handed.takerName;
        }
    passLadders(duty, handed.takerName);
    QStringList shift{handed.giverName};
    for (const OfficerOnDuty& each : duty.officers)
        shift.append(each.name);
    passFeedback(duty, shift, handed.takerName);
    duty.shiftHandovers.push_back({handed.id, event.occurred, handed.giverName, handed.giver,
        handed.takerName, handed.taker, handed.handed, handed.staying, handed.stayingWords,
        handed.readBack, recordedAt(event)});
    return {};
}

static Applied apply(Duty& duty, const DutySignedOff& signedOff, const Event& event)
{
    duty.signOffs.push_back({event.occurred, recordedAt(event), event.actor.name, signedOff.lines,
        signedOff.linesDigest, signedOff.page, signedOff.edition});
    duty.signedOffAt = event.occurred;
    duty.signedOffBy = event.actor.name;
    duty.signedOffPage = signedOff.page;
    return {};
}

static Applied apply(Duty& duty, const DutyWritten& written, const Event& event)
{
    duty.written.push_back(
        {written.id, written.system, written.what, event.occurred, event.actor.name});
    return {};
}

const OfficerOnDuty* Duty::onDuty(const UserId& user) const
{
    return lineOf(officers, user);
}

const CallAttempt* Duty::attempt(const PartId& wanted) const
{
    return partNamed(attempts, wanted);
}

const RingBack* Duty::ringBack(const PartId& wanted) const
{
    return partNamed(ringBacks, wanted);
}

const EventRules<Duty>& eventRules(const Duty*)
{
    static const auto own = rulesByType<Duty>({on<Duty, DutyStarted>(), on<Duty, OfficerJoined>(),
        on<Duty, OfficerLeft>(), on<Duty, ManagerNamed>(), on<Duty, DutyNoted>(),
        on<Duty, CallAttempted>(), on<Duty, CallResulted>(), on<Duty, DutyRingBackPromised>(),
        on<Duty, DutyRungBack>(), on<Duty, DutyRelieved>(), on<Duty, ShiftHandedOver>(),
        on<Duty, DutySignedOff>(), on<Duty, DutyWritten>()});
    static const auto rules = [] {
        EventRules<Duty> all = own;
        all.insert(ladderRules());
        all.insert(noticeRules());
        return all;
    }();
    return rules;
}

Duty evolved(Duty duty, const Event& event)
{
    evolve(duty, event, eventRules(&duty));
    return duty;
}

DutyId dutyId(const QString& profileKey, const QString& service, Instant from)
{
    static const QUuid space(QStringLiteral("{0b8a4f0e-62d5-4b0c-8a4d-7f1d2c9e5a33}"));
    return {QUuid::createUuidV5(
        space, profileKey + u'/' + service + u'/' + QString::number(toMillis(from)))};
}

}
