#include "core/casework/assessment/admission_decision.h"
#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/status/status_rules.h"
#include "core/casework/work_events.h"
#include "core/clock/catalogue.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct SeekBed {
    static constexpr const char* name = "case.bed";
    CaseId of;
    PartId id;
    std::optional<BedType> bedType;
    BedAnswer result = BedAnswer::Searching;
    QString hospital;
    std::optional<Due> availableFrom;
    QString crht;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the line; made when left out");
        v("type", s.bedType, "What kind of bed");
        v("result", s.result, "What came of it", Need::Required);
        v("hospital", s.hospital, "One specific hospital");
        v("available_from", s.availableFrom, "From when the bed is free");
        v("crht", s.crht, "What the crisis team does to find or arrange it");
    }
};

struct CheckMeanwhile {
    static constexpr const char* name = "case.interim_check";
    CaseId of;
    QString words;
    std::optional<Due> next;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("words", s.words, "How the person is, who is with them, what changed", Need::Required);
        v("next", s.next, "When the next check is; else after the profile's interval");
    }
};

struct TellAvailability {
    static constexpr const char* name = "case.availability";
    CaseId of;
    bool available = false;
    std::optional<Due> until;
    QString number;
    UserId amhp;
    QString amhpName;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("available", s.available, "Whether the assessing AMHP can be rung after the shift",
            Need::Required);
        v("until", s.until, "Until when");
        v("number", s.number, "On which number");
        v("amhp", s.amhp, "The AMHP, a user; the assessing AMHP when left out");
        v("amhp_name", s.amhpName, "The AMHP by name, when no user of the desk");
    }
};

Instant nextCheck(const Context& context)
{
    return context.occurred
        + context.profile().duration(u"interim_check_every"_s, std::chrono::hours(2));
}

NewEvent interimCheck(const CaseId& id, Instant due, const Context& context)
{
    return newEvent(subjectOf(id),
        CaseTaskAdded{PartId{context.mint()},
            u"See how the person is while waiting for a bed: risk, who is with them"_s, {}, due,
            warningsBefore(due, u"interim_check"_s, context.profile()), u"HO-3.9"_s,
            u"interim_check"_s});
}

QString leadOf(const QString& serviceKey, const Profile& profile)
{
    const Service* service = profile.service(serviceKey);
    const RoleKind* role = service ? profile.role(service->leadRole) : nullptr;
    return role ? role->name + u", "_s + service->name : serviceKey;
}

QStringList bothLeads(const WorkKind& work, const Profile& profile)
{
    QStringList services{work.dayService, work.outOfHoursService};
    services.removeDuplicates();
    QStringList leads;
    for (const QString& service : services)
        leads.append(leadOf(service, profile));
    return leads;
}

// A bed and nobody to sign: both leads are to settle who completes. HO-3.9c
void askBothLeads(Decision& decision, const Case& record, const Context& context)
{
    const WorkKind* work = context.profile().workKind(record.kindOfWork);
    const bool asked = std::any_of(record.tasks.begin(), record.tasks.end(),
        [](const Task& task) { return task.clause == u"HO-3.9c" && !task.doneAt; });
    if (!work || asked)
        return;
    const Instant due
        = context.occurred + context.profile().duration(u"bed_liaison_within"_s, Minutes(30));
    for (const QString& lead : bothLeads(*work, context.profile()))
        decision.events.push_back(newEvent(subjectOf(record.id),
            CaseTaskAdded{PartId{context.mint()},
                u"A bed is offered and the assessing AMHP cannot be reached: agree with the other "
                u"service who completes"_s,
                lead, due, warningsBefore(due, u"task"_s, context.profile()), u"HO-3.9c"_s,
                u"task"_s}));
}

const Task* openSigning(const Case& record)
{
    const auto found = std::find_if(record.tasks.begin(), record.tasks.end(),
        [](const Task& task) { return task.kind == u"sign_by"_s && !task.doneAt; });
    return found == record.tasks.end() ? nullptr : &*found;
}

// Once the AMHP can no longer be rung both leads are to settle who completes. HO-3.9c
void setSigning(Decision& decision, const Case& after, bool offered, const Context& context)
{
    const Task* set = openSigning(after);
    const auto due
        = offered && canBeRung(after, context.occurred) ? after.availability->until : std::nullopt;
    if (due && set && set->due == *due)
        return;
    if (set && isCompleted(after))
        decision.events.push_back(
            newEvent(subjectOf(after.id), CaseTaskDone{set->id, u"application signed"_s}));
    else if (set)
        decision.events.push_back(newEvent(subjectOf(after.id),
            CaseTaskDone{set->id, u"another time, or no bed to sign for"_s, true}));
    const WorkKind* work = context.profile().workKind(after.kindOfWork);
    if (due && work)
        decision.events.push_back(newEvent(subjectOf(after.id),
            CaseTaskAdded{PartId{context.mint()},
                u"A bed is offered: %1 can be rung until %2; unsigned by then, both leads agree "
                u"who completes"_s.arg(after.availability->by, dateTimeText(*due)),
                bothLeads(*work, context.profile()).join(u"; "), *due,
                warningsBefore(*due, u"task"_s, context.profile()), u"HO-3.9b"_s, u"sign_by"_s}));
}

void endLiaison(Decision& decision, const Case& after, const QString& result)
{
    for (const Task& task : after.tasks)
        if (!task.doneAt && task.clause == u"HO-3.9c")
            decision.events.push_back(
                newEvent(subjectOf(after.id), CaseTaskDone{task.id, result, true}));
}

// A bed offered before another AMHP assessed again was offered to the assessment before. HO-3.9d
bool isOfferOfNow(const Case& after, const Bed* offer)
{
    if (!offer || !wasReassessedByAnother(after))
        return offer;
    const Assessment& now = *after.assessment;
    const auto began = now.startedAt ? now.startedAt : now.endedAt;
    return !began || offer->at >= *began;
}

void endWaiting(Decision& decision, const Case& after)
{
    for (const Task& task : after.tasks)
        if (!task.doneAt && (task.kind == u"interim_check" || task.clause == u"HO-3.9c"))
            decision.events.push_back(newEvent(
                subjectOf(after.id), CaseTaskDone{task.id, u"no bed is waited for"_s, true}));
}

// Whoever assessed and logs the bed is reached already. HO-3.9b
bool isTheAssessor(const Case& record, const Actor& actor)
{
    return record.assessment && !actor.user.isNull() && record.assessment->amhp == actor.user
        && !availabilityTold(record);
}

void followOffer(Decision& decision, const Case& record, const Context& context)
{
    if (!awaitsBed(record))
        return;
    if (isTheAssessor(record, context.actor))
        return decision.notes.append(
            u"You assessed: complete the application, or say that you cannot be rung."_s);
    if (!canBeRung(record, context.occurred))
        return askBothLeads(decision, record, context);
    decision.notes.append(u"Ring %1 on %2 to complete the application."_s.arg(
        record.availability->by, record.availability->number));
}

bool isAdults(const std::optional<BedType>& type)
{
    return type == BedType::AdultAcute || type == BedType::OlderFunctional
        || type == BedType::OlderOrganic;
}

// That somebody under 18 is to have an adults' bed is a fact, and said once. REC-2.8
void flagAdultsBed(
    Decision& decision, const Case& record, const SeekBed& wanted, const Context& context)
{
    const bool said = std::any_of(record.flags.begin(), record.flags.end(),
        [](const Flagged& flag) { return flag.clause == u"REC-2.8"_s; });
    const auto person = context.records.person(record.person);
    const bool child
        = minorAt(person.get(), context.occurred) == Minor::Yes || callAboutChild(record, context);
    if (isAdults(wanted.bedType) && child && !said)
        decision.flags.push_back({u"REC-2.8"_s,
            u"An adults' bed is sought for somebody under 18: the hospital is to have a place that "
            u"suits the age (s131A). The bed of the right kind is camhs_tier_4."_s});
}

Decision seekBed(const SeekBed& wanted, const Context& context)
{
    Decision decision;
    const auto found = openCaseNamed(decision, wanted.of, context);
    if (!found)
        return decision;
    const Case& record = *found;
    const PartId id = partId(wanted.id, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        BedSought{id, wanted.bedType, wanted.result, wanted.hospital,
            wanted.availableFrom ? std::optional(wanted.availableFrom->at) : std::nullopt,
            wanted.crht}));
    flagAdultsBed(decision, record, wanted, context);
    if (wanted.result == BedAnswer::Offered && wanted.hospital.isEmpty())
        decision.owed.push_back({u"REC-2.3"_s, u"hospital"_s,
            u"Which hospital offers the bed: one specific hospital, not a provider."_s,
            u"application"_s});
    if (wanted.result == BedAnswer::Offered)
        followOffer(decision, record, context);
    else
        beginInterimChecks(
            decision, preview(record, subjectOf(wanted.of), decision, context), context);
    followWait(decision, record, context);
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

Decision checkMeanwhile(const CheckMeanwhile& wanted, const Context& context)
{
    Decision decision;
    const auto found = openCaseNamed(decision, wanted.of, context);
    if (!found)
        return decision;
    const Case& record = *found;
    if (wanted.words.trimmed().isEmpty())
        return refuse({}, u"words"_s, u"How the person is, is missing."_s,
            u"Write how the person is and who is with them."_s);
    const Task* open = openInterimCheck(record);
    if (!open && !awaitsBed(record))
        return refuse(u"HO-3.9"_s, u"case"_s, u"Nobody waits for a bed on %1."_s.arg(record.ref),
            u"Write an entry instead."_s);
    PartId check = open ? open->id : PartId{};
    if (!open) {
        decision.events.push_back(interimCheck(record.id, context.occurred, context));
        check = readPayload<CaseTaskAdded>(decision.events.back().payload).id;
    }
    decision.events.push_back(newEvent(subjectOf(record.id), CaseTaskDone{check, wanted.words}));
    if (awaitsBed(record) || wanted.next)
        decision.events.push_back(
            interimCheck(record.id, wanted.next ? wanted.next->at : nextCheck(context), context));
    return decision;
}

Decision tellAvailability(const TellAvailability& wanted, const Context& context)
{
    Decision decision;
    const auto found = openCaseNamed(decision, wanted.of, context);
    if (!found)
        return decision;
    const Case& record = *found;
    QString name = record.assessment ? record.assessment->amhpName : QString();
    if (name.isEmpty() || !wanted.amhp.isNull() || !wanted.amhpName.isEmpty()) {
        const auto named = amhpNamed(context, wanted.amhp, wanted.amhpName);
        if (const auto* refusal = std::get_if<Refusal>(&named))
            return {{}, {*refusal}, {}, {}, {}, {}};
        name = std::get<NamedAmhp>(named).name;
    }
    decision.events.push_back(newEvent(subjectOf(record.id),
        AvailabilityTold{wanted.available,
            wanted.until ? std::optional(wanted.until->at) : std::nullopt, wanted.number, name}));
    if (wanted.available && wanted.number.isEmpty())
        decision.owed.push_back({u"HO-3.9b"_s, u"number"_s,
            u"On which number the assessing AMHP can be rung."_s, u"handover"_s});
    followWait(decision, record, context);
    return decision;
}

}

void followWait(Decision& decision, const Case& record, const Context& context)
{
    const Case after = preview(record, subjectOf(record.id), decision, context);
    const bool offered = awaitsBed(after) && isOfferOfNow(after, bedOffered(after));
    setSigning(decision, after, offered, context);
    if (offered && availabilityTold(after) && !canBeRung(after, context.occurred))
        askBothLeads(decision, after, context);
    endSeenBefore(decision, after);
    if (isCompleted(after))
        endLiaison(decision, after, u"application signed"_s);
    else if (after.admittedAt || (awaitsBed(record) && !awaitsBed(after)))
        endWaiting(decision, after);
    else if (wasReassessedByAnother(after)
        && (after.earlierAssessments.size() > record.earlierAssessments.size()
            || !wasReassessedByAnother(record)))
        endLiaison(decision, after, u"another AMHP assessed again"_s);
}

void beginInterimChecks(Decision& decision, const Case& after, const Context& context)
{
    if (!awaitsBed(after) || openInterimCheck(after))
        return;
    decision.events.push_back(interimCheck(after.id, nextCheck(context), context));
}

std::vector<CommandSpec> bedCommands()
{
    return {
        command<SeekBed>("Logs the search for a bed: asked, offered, declined",
            {u"COOP-3.3e"_s, u"HO-3.9a"_s, u"HO-3.9c"_s, u"REC-2.8"_s}, seekBed),
        admissionDecisionCommand(),
        command<CheckMeanwhile>("Notes how the person is while waiting for a bed, and sets the next"
                                " check",
            {u"HO-3.9"_s, u"REC-2.8"_s}, checkMeanwhile),
        command<TellAvailability>("Notes whether the assessing AMHP can be rung after the shift",
            {u"HO-3.9b"_s, u"HO-3.9c"_s}, tellAvailability),
    };
}

}
