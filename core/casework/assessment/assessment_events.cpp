#include "core/casework/assessment/assessment_events.h"

#include "core/casework/application/applications.h"
#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/case_rules.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

Instant recordedAt(const Event& event)
{
    return fromMillis(event.recorded.ms);
}

// A fact brings the case forward, never back: what is told late belongs before what is known.
void advance(Case& record, Stage stage, Instant at, const Event& event)
{
    if (record.stage.at(at) < stage)
        record.stage.add(at, recordedAt(event), stage);
    if (record.stage.current() < stage)
        record.stage.add(record.stage.since(), recordedAt(event), stage);
}

Attendee* attendeeNamed(Case& record, const PartId& id)
{
    const auto found = std::find_if(record.attendees.begin(), record.attendees.end(),
        [&](const Attendee& attendee) { return attendee.id == id; });
    return found == record.attendees.end() ? nullptr : &*found;
}

template <typename T>
void set(T& into, const std::optional<T>& given)
{
    into = given.value_or(into);
}

template <typename T>
void set(std::optional<T>& into, const std::optional<T>& given)
{
    if (given)
        into = given;
}

void setAssessment(Assessment& assessment, const AssessmentRecorded& recorded)
{
    set(assessment.plannedAt, recorded.plannedAt);
    set(assessment.startedAt, recorded.startedAt);
    set(assessment.endedAt, recorded.endedAt);
    set(assessment.place, recorded.place);
    set(assessment.outcome, recorded.outcome);
    set(assessment.reasons, recorded.reasons);
    set(assessment.personsView, recorded.personsView);
    set(assessment.carersView, recorded.carersView);
    if (recorded.amhp.isNull() && recorded.amhpName.isEmpty())
        return;
    assessment.amhp = recorded.amhp;
    assessment.amhpName = recorded.amhpName;
}

void advanceByAssessment(Case& record, const AssessmentRecorded& recorded, const Event& event)
{
    if (recorded.plannedAt)
        advance(record, Stage::Planned, event.occurred, event);
    if (recorded.startedAt)
        advance(record, Stage::InProgress, *recorded.startedAt, event);
    if (recorded.outcome && isDetention(*recorded.outcome) && !record.application)
        advance(record, Stage::AwaitingBed, event.occurred, event);
    if (recorded.outcome && letsGo(*recorded.outcome)
        && record.stage.current() == Stage::AwaitingBed)
        record.stage.add(
            std::max(event.occurred, record.stage.since()), recordedAt(event), Stage::InProgress);
}

}

static Applied apply(Case& record, const AttendeeAdded& added, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    record.attendees.push_back({added.id, word(added.role), added.name, added.number,
        added.requestedAt, added.confirmedAt, added.expectedAt, added.arrivedAt});
    return {};
}

static Applied apply(Case& record, const AttendeeChanged& changed, const Event& event)
{
    Attendee* attendee = attendeeNamed(record, changed.id);
    if (!attendee)
        return u"This person was not among those asked to attend."_s;
    if (const Applied problem = afterClosing(record, event))
        return problem;
    set(attendee->name, changed.name);
    set(attendee->number, changed.number);
    set(attendee->requestedAt, changed.requestedAt);
    set(attendee->confirmedAt, changed.confirmedAt);
    set(attendee->expectedAt, changed.expectedAt);
    set(attendee->arrivedAt, changed.arrivedAt);
    return {};
}

static Applied apply(Case& record, const DoctorCalled& called, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    record.doctorCalls.push_back(
        {called.id, event.occurred, called.name, called.number, word(called.result),
            called.availableFrom, called.s12, called.knowsPatient, event.actor.name});
    return {};
}

static Applied apply(Case& record, const AlternativeExplored& explored, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    record.alternatives.push_back({explored.id, explored.option, explored.answer, explored.who,
        event.occurred, explored.reason});
    return {};
}

static Applied apply(Case& record, const AssessmentRecorded& recorded, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    if (recorded.again && record.assessment) {
        record.earlierAssessments.push_back(*record.assessment);
        record.assessment.reset();
        record.stage.add(event.occurred, recordedAt(event), Stage::Allocated);
    }
    if (!record.assessment)
        record.assessment.emplace();
    setAssessment(*record.assessment, recorded);
    advanceByAssessment(record, recorded, event);
    return {};
}

static Applied apply(Case& record, const BedSought& sought, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    record.beds.push_back({sought.id, event.occurred,
        sought.bedType ? word(*sought.bedType) : QString(), word(sought.result), sought.hospital,
        sought.availableFrom, event.actor.name, sought.crht});
    return {};
}

// Who decided may be told with the same time once more.
static void keepDecision(Case& record, const AdmissionDecision& told)
{
    auto& known = record.admissionDecisions;
    for (AdmissionDecision& each : known)
        if (each.at == told.at && (each.by.isEmpty() || told.by.isEmpty() || each.by == told.by)) {
            each.by = told.by.isEmpty() ? each.by : told.by;
            return;
        }
    const auto place = std::upper_bound(known.begin(), known.end(), told.at,
        [](Instant at, const AdmissionDecision& each) { return at < each.at; });
    known.insert(place, told);
}

// From when the case waits for a bed by what stands: also by an assessment that ended before.
static Instant waitsSince(const Case& record, Instant was)
{
    const auto& assessed = record.assessment;
    const Instant decided = *record.decisionToAdmit;
    return assessed && assessed->detains()
        ? std::min(decided, std::max(was, assessed->endedAt.value_or(was)))
        : decided;
}

// What the time told in error alone had brought about.
static void waitNoSooner(Case& record, Instant was, const Event& event)
{
    const Instant since = waitsSince(record, was);
    std::vector<std::pair<Instant, Stage>> stood;
    Stage before{};
    for (const auto& each : record.stage.entries())
        if (each.value < Stage::AwaitingBed)
            before = each.value;
        else if (each.value == Stage::AwaitingBed && was <= each.from && each.from < since)
            stood.emplace_back(each.from, before);
    for (const auto& each : stood)
        record.stage.add(each.first, recordedAt(event), each.second);
    if (!stood.empty())
        advance(record, Stage::AwaitingBed, since, event);
}

static Applied apply(Case& record, const AdmissionDecided& decided, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    auto& known = record.admissionDecisions;
    if (decided.insteadOf)
        std::erase_if(known,
            [&decided](const AdmissionDecision& each) { return each.at == *decided.insteadOf; });
    keepDecision(record, {event.occurred, decided.by});
    record.decisionToAdmit = known.front().at;
    if (decided.insteadOf)
        waitNoSooner(record, *decided.insteadOf, event);
    if (!record.application)
        advance(record, Stage::AwaitingBed, event.occurred, event);
    return {};
}

static Applied apply(Case& record, const ApplicationPlanned& planned, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    record.applicationPlan = ApplicationPlan{
        word(planned.form), planned.plannedAt, planned.signer, planned.signedBy, planned.hospital};
    return {};
}

static Applied apply(Case& record, const ApplicationSigned& application, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    keepApplication(record,
        {word(application.form), event.occurred, application.signer, application.signedBy,
            application.hospital});
    record.applicationPlan.reset();
    advance(record, Stage::ApplicationMade, event.occurred, event);
    return {};
}

static Applied apply(Case& record, const AvailabilityTold& told, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    record.availability
        = Availability{told.available, told.until, told.number, told.amhpName, event.occurred};
    return {};
}

static Applied apply(Case& record, const ConveyanceNoted& noted, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    set(record.conveyanceRequested, noted.requestedAt);
    set(record.conveyanceArrived, noted.arrivedAt);
    if (noted.arrivedAt)
        advance(record, Stage::Conveying, *noted.arrivedAt, event);
    return {};
}

// The case stands where it did before.
static Applied withdraw(Case& record, const Event& event)
{
    if (record.admittedAt != event.occurred)
        return u"This admission is not on the record."_s;
    record.admittedAt.reset();
    record.admittedTo.clear();
    if (record.stage.current() == Stage::Admitted) {
        const auto& entries = record.stage.entries();
        const auto before = std::find_if(entries.rbegin(), entries.rend(),
            [](const auto& each) { return each.value != Stage::Admitted; });
        if (before != entries.rend())
            record.stage.add(record.stage.since(), recordedAt(event), before->value);
    }
    return {};
}

static Applied apply(Case& record, const PersonAdmitted& admitted, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    if (admitted.correction)
        return withdraw(record, event);
    record.admittedAt = event.occurred;
    record.admittedTo = admitted.hospital;
    advance(record, Stage::Admitted, event.occurred, event);
    return {};
}

CaseRules assessmentRules()
{
    return rulesByType<Case>({on<Case, AttendeeAdded>(), on<Case, AttendeeChanged>(),
        on<Case, DoctorCalled>(), on<Case, AlternativeExplored>(), on<Case, AssessmentRecorded>(),
        on<Case, BedSought>(), on<Case, AdmissionDecided>(), on<Case, ApplicationPlanned>(),
        on<Case, ApplicationSigned>(), on<Case, AvailabilityTold>(), on<Case, ConveyanceNoted>(),
        on<Case, PersonAdmitted>()});
}

}
