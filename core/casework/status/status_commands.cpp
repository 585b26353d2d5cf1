#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/assessment/waits.h"
#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/extension/extension_told.h"
#include "core/casework/status/former_time.h"
#include "core/casework/status/police_station.h"
#include "core/casework/status/status_clocks.h"
#include "core/casework/status/status_correction.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_lawful.h"
#include "core/casework/status/status_rules.h"
#include "core/command/catalogue.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct StartStatus {
    static constexpr const char* name = "case.status";
    CaseId of;
    PartId id;
    LegalStatus status = LegalStatus::None;
    std::optional<Instant> start;
    std::optional<Due> until;
    PartId clock; // identifier to give its clock
    std::optional<bool> policeThere = {};
    QString correction = {};

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the status; made when left out");
        v("status", s.status, "Legal status", Need::Required);
        v("start", s.start, "Since when; `at` when left out. `evidence` says who says so");
        v("until", s.until, "s17 leave: until when it was granted");
        v("police_there", s.policeThere,
            "s136: the police came with the person and are still there");
        v("correction", s.correction,
            "Why the recorded start is put right, also to a later one: it then counts");
    }
};

ToldStatus asTold(const StartStatus& wanted)
{
    return {wanted.status, *wanted.start, wanted.clock,
        wanted.until ? std::optional(wanted.until->at) : std::nullopt};
}

// Detention under s3, guardianship and an order may be renewed for as long as somebody lives.
bool hasLasted(LegalStatus status, Instant start, const Context& context)
{
    constexpr std::array lasting{LegalStatus::Informal, LegalStatus::S3, LegalStatus::Cto,
        LegalStatus::S17Leave, LegalStatus::Guardianship, LegalStatus::Voluntary,
        LegalStatus::None};
    return std::find(lasting.begin(), lasting.end(), status) != lasting.end()
        && start <= context.now && dateOf(start) > dateOf(context.now).addYears(-100);
}

// The same status told again is another account of its start, not a second detention: by its clock;
// one without, unless another status followed before the one that is known began.
bool isSame(
    const Case& record, const StatusEpisode& known, const StartStatus& wanted, const PartId& clock)
{
    if (!clockKindOf(wanted.status).isEmpty())
        return known.clock == clock || known.clock.isNull();
    const auto over = endedBy(record, asTold(wanted));
    return !over || over->first > known.start;
}

void startOrKeep(Decision& decision, const Case& record, const StartStatus& wanted,
    const PartId& clock, const Context& context)
{
    for (const StatusEpisode& known : record.statuses)
        if (isRunning(known, wanted.status) && isSame(record, known, wanted, clock)) {
            decision.made.insert(u"id"_s, known.id.text());
            return;
        }
    const PartId id = partId(wanted.id, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        StatusStarted{id, wanted.status, context.evidence, clock}, *wanted.start));
    decision.made.insert(u"id"_s, id.text());
}

// What the status means for the clocks of others: the check in a police station, the detention that
// an application had silenced already; and what the law says against it.
void followStatus(Decision& decision, const Case& record, const Context& context)
{
    const Subject subject = subjectOf(record.id);
    followStation(decision, record, preview(record, subject, decision, context), context);
    const Case after = preview(record, subject, decision, context);
    supersedeByApplication(decision, after, context);
    for (const Owed& each : owedInStation(after))
        decision.owed.push_back(each);
    const auto person = personOf(record, context);
    judgeDetention(decision, record, after, person.get());
    judgeProtection(decision, record, after, person.get());
    judgeStatuses(decision, record, after);
}

// The same status ended later than this one is said to begin: one of the two times may be wrong.
void noteOverlap(Decision& decision, const Case& record, const StartStatus& wanted)
{
    for (const StatusEpisode& each : record.statuses)
        if (each.status == wanted.status && each.ended && each.start < *wanted.start
            && *wanted.start < *each.ended)
            decision.notes.append(
                u"CLK-01: the %1 from %2 was ended at %3; this one is kept beside it, with a clock "
                u"of its own. If it is the same one, end this too."_s.arg(
                    statusText(each.status), dateTimeText(each.start), dateTimeText(*each.ended)));
}

// A start of what is over is another account of it, and begins nothing. Answers the clock.
PartId tellStatus(
    Decision& decision, const Case& record, const StartStatus& wanted, const Context& context)
{
    const ToldStatus told = asTold(wanted);
    if (!wanted.correction.trimmed().isEmpty())
        return correctStart(decision, record, told, wanted.correction, context);
    if (const PastStatus past = pastStatus(record, told, context.calendar); past.clock) {
        tellPastStart(decision, record, told, past, context);
        return past.clock->id;
    }
    noteOverlap(decision, record, wanted);
    endFormer(decision, record, told);
    const PartId clock = startClocksOf(decision, record, told, context);
    endClocks(decision, record, warrantsFor(wanted.status), u"executed"_s, *wanted.start);
    startOrKeep(decision, record, wanted, clock, context);
    return clock;
}

std::optional<Refusal> refuseUntil(const StartStatus& wanted)
{
    if (!wanted.until)
        return {};
    if (wanted.status != LegalStatus::S17Leave)
        return Refusal{u"CLK-23"_s, u"until"_s,
            u"%1 ends when the law says, not at a time that is typed."_s.arg(
                statusText(wanted.status)),
            u"Leave until out; it is for s17 leave."_s};
    if (wanted.until->at <= *wanted.start)
        return Refusal{u"CLK-23"_s, u"until"_s, u"The leave would end before it begins."_s,
            u"Check start and until."_s};
    return {};
}

std::optional<Refusal> refusePolice(const StartStatus& wanted)
{
    if (!wanted.policeThere || wanted.status == LegalStatus::S136)
        return {};
    return Refusal{u"CLK-43"_s, u"police_there"_s,
        u"The police hand over whoever they detained under s136, not %1."_s.arg(
            statusText(wanted.status)),
        u"Leave police_there out; it is for s136."_s};
}

// They came when the detention began, and wait to be released. CLK-43
void tellPolice(
    Decision& decision, const Case& record, const StartStatus& wanted, const Context& context)
{
    if (wanted.policeThere != true)
        return;
    DetentionCourse course;
    course.policeCame = *wanted.start;
    followDetention(decision, record, course, *wanted.start, context);
}

// The answer is the status's own clock, whatever others began or ended with it.
void answerClock(
    Decision& decision, const Case& record, const PartId& clock, const Context& context)
{
    const Case after = preview(record, subjectOf(record.id), decision, context);
    for (const ClockFact& each : after.clocks)
        if (each.id == clock) {
            decision.made.insert(u"clock"_s, clock.text());
            decision.made.insert(u"due"_s, isoText(each.due));
        }
}

Decision decideStatus(const StartStatus& given, const Context& context)
{
    Decision decision;
    StartStatus wanted = given;
    wanted.start = given.start.value_or(context.occurred);
    const auto record = caseNamed(decision, wanted.of, context);
    if (record)
        refused(decision, refuseAfterClosing(*record, u"start"_s, *wanted.start));
    if (!hasLasted(wanted.status, *wanted.start, context))
        refused(decision, refuseFuture(context, u"start"_s, *wanted.start));
    refused(decision, refuseUntil(wanted));
    refused(decision, refusePolice(wanted));
    if (decision.refused())
        return decision;
    const PartId clock = tellStatus(decision, *record, wanted, context);
    if (decision.refused())
        return decision;
    countFormerTime(decision, *record, {wanted.status, *wanted.start, {}, {}}, context);
    tellPolice(decision, *record, wanted, context);
    if (wanted.status == LegalStatus::S136)
        followAttendees(decision, *record, context);
    endIfOver(decision, *record, asTold(wanted), context);
    recountFormerTime(decision, *record, context);
    if (decision.events.empty())
        return refuse({}, u"status"_s,
            u"%1 stands on the case already."_s.arg(statusText(wanted.status)),
            u"End it with case.status_end, or record the status that followed."_s);
    followStatus(decision, *record, context);
    if (!followAdmission(decision, *record, context))
        endWaitBySection(decision, *record, context);
    timeAbsences(decision, *record, *wanted.start, context);
    tellExtensions(decision, *record, context);
    answerClock(decision, *record, clock, context);
    if (!clock.isNull() && context.evidence.isEmpty())
        decision.owed.push_back({u"CLK-01"_s, u"evidence"_s,
            u"Who says when it started is not yet told."_s, u"handover"_s});
    return decision;
}

}

Decision startStatus(const CaseId& of, const ToldStatus& told, const Context& context)
{
    return decideStatus({of, {}, told.status, told.start, {}, told.clock}, context);
}

std::vector<CommandSpec> legalStatusCommands()
{
    return {
        command<StartStatus>("Records a legal status from its start; its clock runs from then",
            {u"CLK-01"_s, u"CLK-04"_s, u"CLK-05"_s, u"CLK-06"_s, u"CLK-10"_s, u"CLK-11"_s,
                u"CLK-12"_s, u"CLK-13"_s, u"CLK-42"_s, u"CLK-43"_s, u"CLK-44"_s, u"CLK-53"_s,
                u"CLK-60"_s, u"CLK-23"_s, u"CLK-24"_s, u"CLK-25"_s},
            decideStatus),
    };
}

std::vector<CommandSpec> statusCommands()
{
    std::vector<CommandSpec> commands;
    for (const auto& group : {legalStatusCommands(), statusEndCommands(), placeCommands(),
             clockCommands(), courseCommands(), relativeCommands(), pathwayCommands()})
        commands.insert(commands.end(), group.begin(), group.end());
    return commands;
}

}
