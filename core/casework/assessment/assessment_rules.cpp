#include "core/casework/assessment/assessment_rules.h"

#include "core/casework/cooperation/support_words.h"
#include "core/casework/status/status_rules.h"
#include "core/frontdoor/adults_only.h"
#include "core/person/person.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool wasAssessedBy(const Assessment& assessment, const UserId& amhp, const QString& name)
{
    if (!assessment.startedAt && !assessment.outcome)
        return false;
    if (!amhp.isNull() && !assessment.amhp.isNull())
        return assessment.amhp == amhp;
    return !name.isEmpty() && assessment.amhpName.compare(name, Qt::CaseInsensitive) == 0;
}

bool isOf(const Assessment& one, const Assessment& other)
{
    return !one.amhp.isNull() && !other.amhp.isNull()
        ? one.amhp == other.amhp
        : one.amhpName.compare(other.amhpName, Qt::CaseInsensitive) == 0;
}

bool isDetention(LegalStatus status)
{
    return status == LegalStatus::S2 || status == LegalStatus::S3 || status == LegalStatus::S4;
}

// An assessment is often written up after it: the case is opened in that shift, not days later. No
// setting, since what a case owes is asked without a profile, and would change for cases of before.
constexpr std::chrono::hours openedAfter{12};

Instant workBegan(const Case& record)
{
    Instant began = record.openedAt;
    if (record.kindOfWork == u"mhaa"_s)
        began -= openedAfter;
    const auto assessed = [&began](const Assessment& each) {
        if (each.startedAt)
            began = std::min(began, *each.startedAt);
    };
    if (record.assessment)
        assessed(*record.assessment);
    std::for_each(record.earlierAssessments.begin(), record.earlierAssessments.end(), assessed);
    for (const Exam& exam : record.exams)
        began = std::min(began, exam.at);
    return began;
}

// That CRHT will come says nothing yet of home treatment, and what it said last decides.
bool isAnswerYet(const Case& record, const AlternativeRow& row)
{
    for (const SupportRequest& request : record.supports)
        if (const SupportReply* reply = replyOf(request, row))
            return reply->answer != SupportAnswer::Agreed && request.answeredAt
                && reply->at >= *request.answeredAt;
    return true;
}

QString camhs(const Profile& profile)
{
    const auto team = std::find_if(profile.teams.begin(), profile.teams.end(),
        [](const Team& each) { return each.audience == u"camhs-crisis"_s; });
    return u"Ask %1 instead."_s.arg(team == profile.teams.end()
            ? u"the community adolescent mental health crisis team"_s
            : u"%1 (%2)"_s.arg(team->name, team->key));
}

std::optional<Refusal> refuseByArea(
    const Person* person, const Case& record, const Profile& profile)
{
    if (areaOf(person, record, profile) != u"out_of_area"_s)
        return {};
    return Refusal{u"COOP-3.9b"_s, u"discharge_review"_s,
        u"The person lives in another area: home treatment does not attend."_s,
        u"Ask the home area's team, or say that it is a discharge review for their patient."_s};
}

}

QString areaOf(const Person* person, const Case& record, const Profile& profile)
{
    const QString byAddress
        = person ? person->details.council.value_or(record.council) : record.council;
    const QString byGp = person ? person->details.gpCouncil.value_or(QString()) : QString();
    return profile.livesByGp() && !byGp.isEmpty() ? byGp : byAddress;
}

bool Assessment::detains() const
{
    return outcome && isDetention(*outcome);
}

bool isDetention(Outcome outcome)
{
    return outcome == Outcome::S2 || outcome == Outcome::S3 || outcome == Outcome::S4;
}

bool isDetained(const Case& record)
{
    const bool became = std::any_of(record.statuses.begin(), record.statuses.end(),
        [began = workBegan(record)](const StatusEpisode& episode) {
            return isDetention(episode.status) && episode.start >= began;
        });
    return became || record.application || (record.assessment && record.assessment->detains())
        || (record.outcome && isDetention(*record.outcome));
}

const AlternativeRow* newestRow(const Case& record, Alternative option)
{
    const AlternativeRow* newest = nullptr;
    for (const AlternativeRow& row : record.alternatives)
        if (row.option == option && (!newest || row.at >= newest->at))
            newest = &row;
    return newest;
}

bool crhtAnswered(const Case& record)
{
    const AlternativeRow* row = newestRow(record, Alternative::Crht);
    if (!row || !isAnswerYet(record, *row))
        return false;
    const bool saysWhyItself = row->answer == AlternativeAnswer::Used
        || row->answer == AlternativeAnswer::ApplicationRequired;
    return saysWhyItself || !row->reason.isEmpty();
}

bool isBarredFromCrht(const Case& record, const Person* person)
{
    std::optional<Instant> assessed;
    if (record.assessment)
        assessed = record.assessment->endedAt ? record.assessment->endedAt
                                              : record.assessment->startedAt;
    return minorAt(person, assessed.value_or(record.openedAt)) == Minor::Yes;
}

std::optional<Owed> alternativesOwed(const Case& record, const Person* person)
{
    if (!isDetained(record) || crhtAnswered(record))
        return {};
    if (isBarredFromCrht(record, person))
        return record.alternatives.empty() ? std::optional(Owed{u"COOP-2.6"_s, u"alternatives"_s,
                   u"No least restrictive alternative is written down."_s, u"handover"_s})
                                           : std::nullopt;
    return Owed{u"COOP-2.6"_s, u"alternatives"_s,
        record.alternatives.empty()
            ? u"No least restrictive alternative is written down, home treatment among them."_s
            : u"Home treatment (CRHT) is not answered: used, or why not."_s,
        u"handover"_s};
}

std::vector<Owed> assessmentOwed(const Case& record, const Person* person)
{
    std::vector<Owed> owed;
    if (auto alternatives = alternativesOwed(record, person))
        owed.push_back(std::move(*alternatives));
    if (!record.assessment || !record.assessment->outcome)
        return owed;
    const Assessment& assessment = *record.assessment;
    const QString before = u"handover"_s;
    if (assessment.reasons.isEmpty())
        owed.push_back({u"COOP-1.5"_s, u"reasons"_s, u"The reasons for the outcome."_s, before});
    if (assessment.personsView.isEmpty())
        owed.push_back({u"COOP-1.5"_s, u"persons_view"_s,
            u"The person's own view and wishes, or why they were not obtained."_s, before});
    if (assessment.carersView.isEmpty())
        owed.push_back({u"COOP-1.5"_s, u"carers_view"_s,
            u"The carers' view, or why it was not obtained."_s, before});
    return owed;
}

bool assessedBy(const Case& record, const UserId& amhp, const QString& name)
{
    const auto own
        = [&](const Assessment& assessment) { return wasAssessedBy(assessment, amhp, name); };
    return (record.assessment && own(*record.assessment))
        || std::any_of(record.earlierAssessments.begin(), record.earlierAssessments.end(), own);
}

bool isByAmhp(const Application& made)
{
    static const QStringList forms{u"A2"_s, u"A6"_s, u"A10"_s};
    return forms.contains(made.form) && !made.signedBy.isEmpty();
}

bool isByAssessor(const Case& record, const Application& made)
{
    if (!isByAmhp(made))
        return true;
    const auto own = [&made](const Assessment& each) {
        return (!each.startedAt || *each.startedAt <= made.signedAt)
            && wasAssessedBy(each, made.signer, made.signedBy);
    };
    return (record.assessment && own(*record.assessment))
        || std::any_of(record.earlierAssessments.begin(), record.earlierAssessments.end(), own);
}

bool isCompleted(const Case& record)
{
    return std::any_of(record.applications.begin(), record.applications.end(),
        [&record](const Application& made) { return isByAssessor(record, made); });
}

bool isByWhoSaw(const Case& record, const Application& made)
{
    return isByAssessor(record, made)
        || std::any_of(
            record.sightings.begin(), record.sightings.end(), [&made](const Sighting& each) {
                return each.at <= made.signedAt
                    && each.amhp.compare(made.signedBy, Qt::CaseInsensitive) == 0;
            });
}

const Application* madeByWhoSaw(const Case& record)
{
    const Application* last = nullptr;
    for (const Application& each : record.applications)
        if (isByWhoSaw(record, each) && (!last || each.signedAt >= last->signedAt))
            last = &each;
    return last;
}

// What the last assessment found stands until the next has its own outcome. HO-3.9d
static const Assessment* lastWithOutcome(const Case& record)
{
    if (record.assessment && record.assessment->outcome)
        return &*record.assessment;
    const auto& earlier = record.earlierAssessments;
    const auto found = std::find_if(earlier.rbegin(), earlier.rend(),
        [](const Assessment& each) { return each.outcome.has_value(); });
    return found == earlier.rend() ? nullptr : &*found;
}

// Whoever was let go waits no more, until a bed is decided on again: the stage tells what was last.
static bool wasLetGo(const Case& record)
{
    const Assessment* last = lastWithOutcome(record);
    return last && letsGo(*last->outcome)
        && (record.stage.empty() || record.stage.current() != Stage::AwaitingBed);
}

bool letsGo(Outcome outcome)
{
    return outcome == Outcome::NotDetainedCrht || outcome == Outcome::NotDetainedCmht
        || outcome == Outcome::NotDetainedNfa || outcome == Outcome::NotDetainedGp
        || outcome == Outcome::Discharged136;
}

bool awaitsBed(const Case& record)
{
    if (isCompleted(record) || record.admittedAt || !record.open() || wasLetGo(record))
        return false;
    const Assessment* last = lastWithOutcome(record);
    return record.decisionToAdmit || (last && last->detains());
}

const Bed* bedOffered(const Case& record)
{
    const Bed* offer = nullptr;
    for (const Bed& bed : record.beds)
        if (bed.result == word(BedAnswer::Offered) && !bed.hospital.isEmpty())
            offer = &bed;
        else if (offer && bed.result == word(BedAnswer::Declined)
            && bed.hospital == offer->hospital)
            offer = nullptr;
    return offer;
}

// One that is only planned has changed nothing yet. HO-3.9d
static bool wasReassessed(const Case& record)
{
    if (!record.assessment || record.earlierAssessments.empty())
        return false;
    const Assessment& now = *record.assessment;
    return !now.plannedAt || now.startedAt || now.endedAt || now.outcome;
}

bool wasReassessedByAnother(const Case& record)
{
    return wasReassessed(record) && !isOf(*record.assessment, record.earlierAssessments.back());
}

// An assessment that is told without its times was when it was written down as another one.
static std::optional<Instant> assessedAgainAt(const Case& record)
{
    if (!wasReassessed(record))
        return {};
    const Assessment& now = *record.assessment;
    if (now.endedAt || now.startedAt)
        return now.endedAt ? now.endedAt : now.startedAt;
    const auto& stages = record.stage.entries();
    const auto again = std::find_if(stages.rbegin(), stages.rend(),
        [](const auto& entry) { return entry.value == Stage::Allocated; });
    return again == stages.rend() ? std::nullopt : std::optional(again->from);
}

// What ran out before the person had been assessed again says nothing of afterwards. HO-3.9b
static bool ranOutBefore(const Availability& told, const Case& record)
{
    const auto again = assessedAgainAt(record);
    return again && told.until && *told.until <= *again;
}

const Availability* availabilityTold(const Case& record)
{
    if (!record.availability || ranOutBefore(*record.availability, record))
        return nullptr;
    const auto said = [&record](const Assessment& assessment) {
        return assessment.amhpName.compare(record.availability->by, Qt::CaseInsensitive) == 0;
    };
    const auto& earlier = record.earlierAssessments;
    const bool ofAnother = wasReassessed(record) && !said(*record.assessment)
        && std::any_of(earlier.begin(), earlier.end(), said);
    return ofAnother ? nullptr : &*record.availability;
}

bool canBeRung(const Case& record, Instant at)
{
    const Availability* told = availabilityTold(record);
    return told && told->available && (!told->until || *told->until >= at);
}

const Task* openInterimCheck(const Case& record)
{
    const auto found = std::find_if(record.tasks.begin(), record.tasks.end(),
        [](const Task& task) { return task.kind == u"interim_check"_s && !task.doneAt; });
    return found == record.tasks.end() ? nullptr : &*found;
}

std::shared_ptr<const Contact> callAboutChild(const Case& record, const Context& context)
{
    const auto person = context.records.person(record.person);
    if (person && ageOn(*person, dateOf(context.occurred)))
        return {};
    for (const ContactId& id : record.contacts)
        if (auto contact = context.records.contact(id);
            contact && concernsChild(*contact, context.records, context.occurred))
            return contact;
    return {};
}

std::optional<Refusal> refuseCrhtByAge(
    const Case& record, const CrhtQuestion& asked, const Context& context)
{
    const auto person = context.records.person(record.person);
    const auto age = person ? ageOn(*person, dateOf(context.occurred)) : std::nullopt;
    if (age && *age < 18)
        return Refusal{u"COOP-3.9a"_s, asked.field,
            u"The person is %1: adult home treatment is for people of 18 and over."_s.arg(*age),
            camhs(context.profile())};
    if (const auto call = callAboutChild(record, context))
        return Refusal{u"COOP-3.9a"_s, asked.field,
            u"%1 is about somebody under 18: adult home treatment is for people of 18 and over."_s
                .arg(call->ref),
            camhs(context.profile())
                + u" If the person is an adult, give the date of birth or an estimated age, or "
                  u"correct the call with contact.describe."_s};
    if (!age && !asked.confirmedAdult)
        return Refusal{u"COOP-3.9a"_s, u"adult_confirmed"_s,
            u"The person's age is not known, and adult home treatment is for people of 18 and "
            u"over."_s,
            u"Give the date of birth or an estimated age, or confirm that the person is an "
            u"adult."_s};
    return {};
}

std::optional<Refusal> refuseCrht(
    const Case& record, const CrhtQuestion& asked, const Context& context)
{
    if (auto refusal = refuseCrhtByAge(record, asked, context))
        return refusal;
    const auto person = context.records.person(record.person);
    return asked.dischargeReview ? std::nullopt
                                 : refuseByArea(person.get(), record, context.profile());
}

void flagCrhtOutcome(
    Decision& decision, const Case& record, Outcome outcome, Instant at, const Context& context)
{
    if (outcome != Outcome::NotDetainedCrht)
        return;
    if (auto refusal = refuseCrhtByAge(record, {true, true, {}}, context.at(at)))
        decision.flags.push_back({refusal->clause, refusal->text});
}

}
