#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/assessment/waits.h"
#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/status/course_events.h"
#include "core/casework/status/status_events.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct FollowDetention {
    static constexpr const char* name = "case.s136";
    CaseId of;
    DetentionCourse course;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        DetentionCourse::visit(s.course, v);
    }
};

struct FollowChildProtection {
    static constexpr const char* name = "case.child_protection";
    CaseId of;
    ChildProtection told;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        ChildProtection::visit(s.told, v);
    }
};

struct Pair {
    const char* clause;
    const char* field;
    std::optional<Instant> first; ///< as it is known once the command is done
    std::optional<Instant> then; ///< as the command tells it
};

void refuseOrder(Decision& decision, const Pair& pair)
{
    if (pair.first && pair.then && *pair.then < *pair.first)
        decision.refusals.push_back(
            {QString::fromLatin1(pair.clause), QString::fromLatin1(pair.field),
                u"%1 is before %2, when what it follows upon is said to have happened."_s.arg(
                    dateTimeText(*pair.then), dateTimeText(*pair.first)),
                u"Mend the one that is wrong."_s});
}

void refuseNothing(Decision& decision, const char* clause, const char* field, bool nothing)
{
    if (nothing)
        decision.refusals.push_back({QString::fromLatin1(clause), QString::fromLatin1(field),
            u"Nothing is told."_s, u"Give at least one of the command's fields."_s});
}

// A fact of what is behind us, and of a closed case one of before it was closed.
void refuseMoment(Decision& decision, const Case& record, const char* field,
    const std::optional<Instant>& at, const Context& context)
{
    refuseToCome(decision, context, field, at);
    if (at)
        refused(decision, refuseAfterClosing(record, QString::fromLatin1(field), *at));
}

/// A wait: when it began as it is told now, and as it is known.
struct Begun {
    QString kind;
    std::optional<Instant> told;
    std::optional<Instant> known;
};

// What an end follows upon: the start that is told with it; else the one that is known, unless an
// earlier wait is on the record, or it is of an earlier detention.
std::optional<Instant> before(
    const Case& record, const Begun& begun, const std::optional<Instant>& end)
{
    if (begun.told || !begun.known || !end)
        return begun.told ? begun.told : begun.known;
    const bool ofEarlier = std::any_of(record.clocks.begin(), record.clocks.end(),
        [&](const ClockFact& each) { return each.kind == begun.kind && each.start <= *end; });
    const bool ofOther = detentionWaits().contains(begun.kind)
        && detentionOf(record, *end) != detentionOf(record, *begun.known);
    return ofEarlier || ofOther ? std::nullopt : begun.known;
}

void checkCourse(
    Decision& decision, const DetentionCourse& told, const Case& record, const Context& context)
{
    const DetentionCourse& known = record.detention;
    using Moment = std::pair<const char*, std::optional<Instant>>;
    const std::vector<Moment> moments{{"ambulance_asked", told.ambulanceAsked},
        {"ambulance_came", told.ambulanceCame}, {"police_came", told.policeCame},
        {"police_left", told.policeLeft}, {"notified", told.notified}, {"amhp_came", told.amhpCame},
        {"doctor_came", told.doctorCame}};
    refuseNothing(decision, "CLK-42", "ambulance_asked",
        std::none_of(
            moments.begin(), moments.end(), [](const Moment& each) { return each.second; }));
    for (const Moment& each : moments)
        refuseMoment(decision, record, each.first, each.second, context);
    refuseOrder(decision,
        {"CLK-42", "ambulance_came",
            before(record, {u"s136_ambulance"_s, told.ambulanceAsked, known.ambulanceAsked},
                told.ambulanceCame),
            told.ambulanceCame});
    refuseOrder(decision,
        {"CLK-43", "police_left",
            before(record, {u"s136_police_handover"_s, told.policeCame, known.policeCame},
                told.policeLeft),
            told.policeLeft});
}

bool wasUnderS136(const Case& record)
{
    return std::any_of(record.statuses.begin(), record.statuses.end(),
        [](const StatusEpisode& each) { return each.status == LegalStatus::S136; });
}

Decision decideCourse(const FollowDetention& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    if (!record)
        return decision;
    checkCourse(decision, wanted.course, *record, context);
    if (decision.refused())
        return decision;
    followDetention(decision, *record, wanted.course, knownOn(*record, context.occurred), context);
    decision.owed = courseOwed(preview(*record, subjectOf(record->id), decision, context));
    const bool there = wanted.course.policeCame || wanted.course.policeLeft;
    if (there && !wasUnderS136(*record))
        decision.owed.push_back({u"CLK-01"_s, u"status"_s,
            u"The s136 detention itself is not yet told: case.status, s136, from the arrival."_s,
            u"now"_s});
    return decision;
}

bool isNone(const ChildProtection& told)
{
    return told.noConference && !told.noConference->isEmpty();
}

// Told empty: then the enquiry that is known has its conference after all.
bool takesBack(const ChildProtection& told, const ChildProtection& known)
{
    return told.noConference && told.noConference->isEmpty() && isNone(known)
        && known.enquiry == true && !told.discussion && !told.enquiry;
}

void checkProtection(
    Decision& decision, const ChildProtection& told, const Case& record, const Context& context)
{
    const ChildProtection& known = record.childProtection;
    refuseNothing(decision, "CLK-52", "discussion",
        !told.cause && !told.discussion && !told.enquiry && !told.conference && !isNone(told)
            && !takesBack(told, known));
    refuseMoment(decision, record, "cause", told.cause, context);
    refuseMoment(decision, record, "discussion", told.discussion, context);
    refuseMoment(decision, record, "conference", told.conference, context);
    refuseOrder(decision,
        {"CLK-51", "discussion",
            before(record, {u"strategy_discussion"_s, told.cause, known.cause}, told.discussion),
            told.discussion});
    refuseOrder(decision,
        {"CLK-52", "conference",
            before(
                record, {u"cp_conference"_s, told.discussion, known.discussion}, told.conference),
            told.conference});
}

// The conference is counted from the discussion that started the enquiry, in whichever order the
// two are told. CLK-52
std::optional<Instant> conferenceFrom(
    const Case& record, const ChildProtection& told, const ChildProtection& known)
{
    if (isOfEarlierConcern(record, told))
        return told.enquiry == true && !isNone(told) ? told.discussion : std::nullopt;
    const bool isTold = told.discussion || told.enquiry == true;
    return isTold && known.enquiry == true && !isNone(known) ? known.discussion : std::nullopt;
}

using Conferences = std::vector<const ClockFact*>;

Conferences conferencesThatStand(const Case& record)
{
    Conferences found;
    for (const ClockFact& clock : record.clocks)
        if (clock.kind == u"cp_conference"_s && clock.stands())
            found.push_back(&clock);
    return found;
}

// No other account of one that is due: of an earlier concern, or that there was to be none is taken
// back.
bool beginsAnew(const Case& record, const ChildProtection& told, Instant from)
{
    const ChildProtection& known = record.childProtection;
    const Conferences stand = conferencesThatStand(record);
    return (known.enquiry == false || isNone(known) || isOfEarlierConcern(record, told))
        && std::none_of(stand.begin(), stand.end(),
            [from](const ClockFact* each) { return dateOf(each->start) == dateOf(from); });
}

void beginConference(Decision& decision, const Case& record, const ChildProtection& told,
    Instant from, const Context& context)
{
    const QString began = u"strategy discussion that started the enquiry"_s;
    if (beginsAnew(record, told, from))
        beginClock(decision, record, {u"cp_conference"_s, from, began, {}, {}, {}}, context);
    else
        timeWait(decision, record, {u"cp_conference"_s, from, began, {}, {}}, context);
}

// What is said of one discussion leaves the conference alone that an earlier one started.
void callOff(Decision& decision, const Case& record, const std::optional<Instant>& discussion,
    const QString& why, const Context& context)
{
    const Case now = preview(record, subjectOf(record.id), decision, context);
    for (const ClockFact* each : conferencesThatStand(now))
        if (!discussion || dateOf(each->start) >= dateOf(*discussion))
            decision.events.push_back(newEvent(subjectOf(record.id), ClockEnded{each->id, why},
                std::max(context.occurred, each->start)));
}

void timeConference(Decision& decision, const Case& record, const ChildProtection& told,
    const Case& after, const Context& context)
{
    const auto from = conferenceFrom(record, told, after.childProtection);
    if (from)
        beginConference(decision, record, told, *from, context);
    const Case now = preview(record, subjectOf(record.id), decision, context);
    if (const auto held = endOfWait(from, record.childProtection.conference, told.conference))
        for (const ClockFact* each : conferencesThatStand(now))
            if (each->start <= *held)
                decision.events.push_back(newEvent(
                    subjectOf(record.id), ClockEnded{each->id, u"conference held"_s}, *held));
    if (isOfEarlierConcern(record, told))
        return;
    if (isNone(told))
        callOff(decision, record, after.childProtection.discussion, *told.noConference, context);
    else if (told.enquiry == false)
        callOff(
            decision, record, after.childProtection.discussion, u"no enquiry under s47"_s, context);
}

Decision decideProtection(const FollowChildProtection& wanted, const Context& context)
{
    Decision decision;
    const bool hasTime = wanted.told.cause || wanted.told.discussion || wanted.told.conference;
    const auto record = hasTime ? caseNamed(decision, wanted.of, context)
                                : openCaseNamed(decision, wanted.of, context);
    if (!record)
        return decision;
    checkProtection(decision, wanted.told, *record, context);
    if (decision.refused())
        return decision;
    ChildProtection told = wanted.told;
    if (takesBack(told, record->childProtection))
        told.enquiry = true;
    decision.events.push_back(newEvent(
        subjectOf(record->id), ChildProtectionFollowed{told}, knownOn(*record, context.occurred)));
    const Case after = preview(*record, subjectOf(record->id), decision, context);
    timeWait(decision, *record,
        {u"strategy_discussion"_s, told.cause, u"reasonable cause to suspect significant harm"_s,
            endOfWait(told.cause, record->childProtection.discussion, told.discussion),
            u"discussion held"_s},
        context);
    timeConference(decision, *record, told, after, context);
    decision.owed = courseOwed(after);
    return decision;
}

}

std::vector<CommandSpec> courseCommands()
{
    return {
        command<FollowDetention>(
            "Records how somebody under s136 was brought, handed over by the police and seen",
            {u"CLK-42"_s, u"CLK-43"_s, u"CLK-44"_s}, decideCourse),
        command<FollowChildProtection>(
            "Records the strategy discussion about a child and the conference that follows",
            {u"CLK-51"_s, u"CLK-52"_s}, decideProtection),
    };
}

}
