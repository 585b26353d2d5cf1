#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/cooperation/cooperation_events.h"
#include "core/casework/extension/custody_extension.h"
#include "core/casework/extension/detention_extension.h"
#include "core/casework/extension/extension_correction.h"
#include "core/casework/extension/extension_rules.h"
#include "core/casework/extension/extension_standing.h"
#include "core/casework/extension/extension_told.h"
#include "core/casework/status/status_events.h"
#include "core/clock/catalogue.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

/// The condition of the person, for which alone s136B allows more time. CLK-02.
enum class ExtensionReason {
    PhysicalIllness,
    Injury,
    Intoxication,
    Sedation,
    TooDisturbed,
    OtherClinical
};
template <>
inline constexpr const char* words<ExtensionReason>[] = {"physical_illness", "injury",
    "intoxication", "sedation", "too_disturbed_to_be_interviewed", "other_clinical"};
template <>
inline constexpr OnlyThese onlyThese<ExtensionReason>{"CLK-02",
    "Only the person's condition is a reason; lack of a bed, an AMHP or a doctor never is "
    "(s136B)."};

namespace {

struct Extend {
    static constexpr const char* name = "case.extend_s136";
    CaseId of;
    int hours = 0;
    ExtensionReason reason = ExtensionReason::OtherClinical;
    QString doctor;
    std::optional<Instant> authorisedAt;
    QString superintendent;
    QString correction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("hours", s.hours, "Hours granted, 1 to 12", Need::Required);
        v("reason", s.reason,
            "The person's condition; lack of a bed, AMHP or doctor is never a reason",
            Need::Required);
        v("doctor", s.doctor, "The registered medical practitioner who authorised it",
            Need::Required);
        v("authorised_at", s.authorisedAt, "When it was authorised; `at` when left out");
        v("superintendent", s.superintendent,
            "In a police station: the superintendent who approved, or none");
        v("correction", s.correction,
            "Why the recorded extension is put right: it was of other hours, 0 for none; or who "
            "approved it in a police station was learned later");
    }
};

// What lies behind us happened, whatever the law says of it; what is typed for this minute is ours.
bool isFact(Instant at, const Context& context)
{
    return at < context.now;
}

Refusal no(const char* field, QString text, QString mend)
{
    return {u"CLK-02"_s, QString::fromLatin1(field), std::move(text), std::move(mend)};
}

const ClockFact* detentionAt(const Case& record, Instant authorised)
{
    return clockAt(record, {u"s136"_s, u"s135_1"_s}, authorised);
}

// This desk does not plan what cannot be; that it was done all the same is a fact.
std::optional<Refusal> refusePlan(const ClockFact& clock, Instant authorised)
{
    if (hadEnded(clock, authorised))
        return no("case", u"No detention under s136 or s135(1) runs on this case."_s,
            u"It ended at %1."_s.arg(dateTimeText(clock.endedAt)));
    if (clock.extendedHours > 0)
        return no("case",
            u"It was extended by %1 h already; a second extension is not possible."_s.arg(
                clock.extendedHours),
            u"The detention ends at %1."_s.arg(dateTimeText(clock.due)));
    return {};
}

std::optional<Refusal> refuseHours(int hours, bool done)
{
    if (hours < 1)
        return no("hours", u"%1 hours are no extension."_s.arg(hours), u"Give 1 to 12."_s);
    if (!done && hours > longestExtension)
        return no("hours", u"%1 hours cannot be granted: at most 12, so 36 in all."_s.arg(hours),
            u"Give 1 to 12."_s);
    return {};
}

// Who approved is asked before the clock is let run on in a police station; "none" is an answer.
std::optional<Refusal> refuseRank(const Case& record, const ToldExtension& granted)
{
    if (record.place.at(granted.at).kind != PlaceKind::PoliceStation
        || !granted.superintendent.trimmed().isEmpty())
        return {};
    return no("superintendent",
        u"The person is in a police station: a superintendent must approve the extension."_s,
        u"Give the name; if nobody of that rank approved, give none: it is then recorded and "
        "flagged, and the clock does not move."_s);
}

// Two desks may have written down the same start: each of its clocks runs on. INV-10
std::vector<PartId> writtenTwice(const Case& record, const ClockFact& clock)
{
    std::vector<PartId> same{clock.id};
    for (const ClockFact& each : record.clocks)
        if (each.id != clock.id && each.kind == clock.kind && each.start == clock.start
            && each.state == clock.state && each.due == clock.due)
            same.push_back(each.id);
    return same;
}

void extendDetention(Decision& decision, const Case& record, const ClockFact& clock,
    const ToldExtension& granted, const Context& context)
{
    const auto why = whyVoid(record, clock, granted);
    const Instant due = why ? clock.due : clock.due + std::chrono::hours(granted.hours);
    for (const PartId& id : writtenTwice(record, clock))
        decision.events.push_back(newEvent(subjectOf(record.id),
            DetentionExtended{id, granted.hours, granted.reason, granted.by, granted.at,
                granted.superintendent, !why, due,
                why ? warningsBefore(due, clock.kind, context.profile())
                    : warningsOnceExtended(due, clock.kind, context.profile())},
            granted.at));
    decision.made.insert(u"clock"_s, clock.id.text());
    decision.made.insert(u"due"_s, isoText(due));
    if (!why)
        return;
    decision.flags.push_back({u"CLK-02"_s, *why});
    decision.notes.append(*why);
}

Decision putRight(const Case& record, const Extend& wanted, const Context& context)
{
    const bool stands
        = std::any_of(record.clocks.begin(), record.clocks.end(), [](const ClockFact& each) {
              return (each.kind == u"s136"_s || each.kind == u"s135_1"_s) && each.extendedHours > 0;
          });
    const ToldExtension* told = newestTold(record, u"s136"_s);
    if (!told || (stands && wanted.authorisedAt != told->at))
        return correctExtension(
            record, {wanted.hours, wanted.superintendent, wanted.correction}, context);
    return correctTold(
        record, *told, {wanted.hours, wanted.superintendent, wanted.correction}, context);
}

Decision decideExtend(const Extend& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    const bool corrects = !wanted.correction.trimmed().isEmpty();
    if (record && corrects && !isOfVoidExtension(*record, wanted.hours))
        return putRight(*record, wanted, context);
    const ToldExtension granted{{}, u"s136"_s, wanted.hours, {}, word(wanted.reason), wanted.doctor,
        wanted.superintendent, wanted.authorisedAt.value_or(context.occurred), {}, {}};
    const ClockFact* clock = record ? detentionAt(*record, granted.at) : nullptr;
    const bool done = isFact(granted.at, context);
    refused(decision, refuseHours(wanted.hours, done));
    refused(decision, refuseBlank(u"doctor"_s, wanted.doctor));
    refused(decision, refuseFuture(context, u"authorised_at"_s, granted.at));
    if (clock && !done)
        refused(decision, refusePlan(*clock, granted.at));
    if (record)
        refused(decision, refuseRank(*record, granted));
    if (decision.refused())
        return decision;
    if (clock)
        extendDetention(decision, *record, *clock, granted, context);
    else
        keepTold(decision, *record, granted, context);
    if (corrects)
        noteTrueExtension(decision, *record, granted, wanted.correction, context);
    return decision;
}

struct ExtendClock {
    static constexpr const char* name = "case.clock_extend";
    CaseId of;
    QString kind;
    Due until;
    QString by;
    QString reason;
    QString correction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("kind", s.kind, "The running clock: pace, epo, s2 or s3", Need::Required);
        v("until", s.until, "Until when it may run now", Need::Required);
        v("by", s.by, "Who authorised it: name and rank, the court, or the responsible clinician",
            Need::Required);
        v("reason", s.reason, "Why");
        v("correction", s.correction, "Why the recorded extension is put right: it was shorter");
    }
};

std::optional<Refusal> refuseKindToExtend(const QString& key)
{
    const ClockKind* kind = clockKind(key);
    if (!kind)
        return Refusal{u"CLK-60"_s, u"kind"_s, u"There is no kind of clock “%1”."_s.arg(key),
            u"Use one of: pace, epo, s2, s3."_s};
    if (kind->longest > 0)
        return {};
    const bool held = key == u"s136"_s || key == u"s135_1"_s;
    return Refusal{kind->clause, u"kind"_s, u"“%1” cannot be extended so."_s.arg(kind->title),
        held ? u"Use case.extend_s136."_s
             : u"Nobody can let it run longer; record what ended it with case.clock_end."_s};
}

QString noLongerText(const QString& field)
{
    return u"It runs on no longer than before; "_s
        + (field == u"by"_s ? u"if somebody extended it who may, tell it again by them."_s
                            : u"put right what was told otherwise with a correction."_s);
}

void flagExtension(Decision& decision, const ClockFact& clock, const ToldExtension& granted,
    const std::optional<Instant>& until)
{
    const Refusal against = whyNoLonger(clock, granted);
    const QString& why = against.text;
    const QString& clause = clockKind(clock.kind)->clause;
    if (granted.at >= clock.due)
        decision.flags.push_back({clause,
            u"“%1” was extended at %2, after it had run out: it does not run on."_s.arg(
                clock.title, dateTimeText(granted.at))});
    else if (runsAlready(clock, granted))
        decision.notes.append(why);
    else if (!why.isEmpty())
        decision.flags.push_back({clause,
            u"“%1” was extended until %2: %3 %4"_s.arg(clock.title, dateTimeText(*granted.until),
                why, until ? u"It runs until then."_s : noLongerText(against.field))});
}

void extendClock(Decision& decision, const Case& record, const ClockFact& clock,
    const ToldExtension& granted, const Context& context)
{
    const auto until = runsUntil(clock, granted);
    // Another desk may have told the same end without a rank.
    const Instant told = until.value_or(namesWhoMayNot(granted.by) ? *granted.until : clock.due);
    for (const PartId& id : writtenTwice(record, clock))
        decision.events.push_back(newEvent(subjectOf(record.id),
            ClockExtended{id, told, warningsBefore(told, clock.kind, context.profile()), granted.by,
                granted.reason, until.has_value()},
            granted.at));
    decision.made.insert(u"due"_s, isoText(std::max(clock.due, until.value_or(clock.due))));
    flagExtension(decision, clock, granted, until);
    if (until && lacksRank(clock, *until, granted.by))
        decision.owed.push_back(rankOwed(clock, granted.by));
}

// Who authorised it is told with the same end once more. CLK-60
void tellRank(
    Decision& decision, const Case& record, const ClockFact& clock, const ToldExtension& granted)
{
    for (const PartId& id : writtenTwice(record, clock))
        decision.events.push_back(newEvent(subjectOf(record.id),
            ClockExtended{id, *granted.until, clock.warnings, granted.by, granted.reason, true}));
    decision.made.insert(u"due"_s, isoText(clock.due));
}

// That nobody who may authorised it is told with the same end once more. CLK-60
void tellLower(Decision& decision, const Case& record, const ClockFact& clock,
    const ToldExtension& granted, const Context& context)
{
    for (const PartId& id : writtenTwice(record, clock))
        decision.events.push_back(newEvent(subjectOf(record.id),
            ClockExtended{id, *granted.until, clock.warnings, granted.by, granted.reason, false}));
    const Case after = preview(record, subjectOf(record.id), decision, context);
    const ClockFact* now = clockWith(after, clock.id);
    decision.made.insert(u"due"_s, isoText(now->due));
    decision.flags.push_back({u"CLK-60"_s,
        u"“%1” was extended until %2 by “%3”: beyond 24 hours that is for a superintendent. It "
        u"runs until %4."_s.arg(
            clock.title, dateTimeText(*granted.until), granted.by, dateTimeText(now->due))});
}

Decision putRight(
    const Case& record, const ClockFact* clock, const ExtendClock& wanted, const Context& context)
{
    if (const ToldExtension* told = newestTold(record, wanted.kind))
        return correctTold(record, *told, wanted.until.at, wanted.correction, context);
    if (clock)
        return correctExtension(record, *clock, wanted.until.at, wanted.correction, context);
    return refuse(clockKind(wanted.kind)->clause, u"correction"_s,
        u"No extension of “%1” stands on this case."_s.arg(clockKind(wanted.kind)->title),
        u"Leave correction out to record one."_s);
}

Decision decideExtendClock(const ExtendClock& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"by"_s, wanted.by));
    refused(decision, refuseKindToExtend(wanted.kind));
    if (decision.refused())
        return decision;
    const ClockFact* clock = clockAt(*record, {wanted.kind}, context.occurred);
    if (!wanted.correction.trimmed().isEmpty())
        return putRight(*record, clock, wanted, context);
    const ToldExtension granted{{}, wanted.kind, 0, wanted.until.at, wanted.reason, wanted.by, {},
        context.occurred, {}, {}};
    const Refusal why = clock ? whyNoLonger(*clock, granted) : Refusal{};
    if (clock && tellsRank(*clock, *granted.until, granted.by))
        tellRank(decision, *record, *clock, granted);
    else if (clock && tellsLower(*clock, *granted.until, granted.by))
        tellLower(decision, *record, *clock, granted, context);
    else if (!why.text.isEmpty() && !isFact(context.occurred, context))
        decision.refusals.push_back(why);
    else if (clock)
        extendClock(decision, *record, *clock, granted, context);
    else
        keepTold(decision, *record, granted, context);
    return decision;
}

bool waits(const Case& record, const ToldExtension& told)
{
    return std::any_of(record.toldExtensions.begin(), record.toldExtensions.end(),
        [&told](const ToldExtension& each) { return each.id == told.id; });
}

// As it is told of a clock that is on the record, so it is judged: beside what else let it run.
void flagSettled(Decision& decision, Case settled, const ToldExtension& told,
    const ClockFact& clock, const Context& context)
{
    std::erase_if(
        settled.toldExtensions, [&told](const ToldExtension& each) { return each.id == told.id; });
    const Case beside = preview(settled, subjectOf(settled.id), decision, context);
    for (const ClockFact& each : beside.clocks)
        if (each.id == clock.id && *told.until > longestEnd(each))
            flagExtension(decision, each, told, runsUntil(each, told));
}

void tellSettled(Decision& decision, const Case& settled, const ToldExtension& told,
    const ClockFact& clock, const Context& context)
{
    decision.notes.append(
        u"The extension that was told before it counts: “%1” runs until %2."_s.arg(
            clock.title, dateTimeText(clock.due)));
    if (!told.isByHours())
        flagSettled(decision, settled, told, clock, context);
}

}

void tellExtensions(Decision& decision, const Case& before, const Context& context)
{
    if (before.toldExtensions.empty())
        return;
    const Case after = preview(before, subjectOf(before.id), decision, context);
    Case settled = before;
    std::erase_if(
        settled.toldExtensions, [&after](const ToldExtension& each) { return waits(after, each); });
    for (const ToldExtension& told : before.toldExtensions) {
        const ClockFact* clock = clockAt(after, told.kinds(), told.at);
        if (!clock)
            continue;
        if (!waits(after, told))
            tellSettled(decision, settled, told, *clock, context);
        else if (told.isByHours())
            extendDetention(decision, after, *clock, told, context);
        else
            extendClock(decision, after, *clock, told, context);
    }
}

std::vector<CommandSpec> extensionCommands()
{
    return {command<Extend>("Extends s136 or s135(1) for the person's condition (s136B)",
                {u"CLK-02"_s, u"INV-5"_s}, decideExtend),
        command<ExtendClock>("Lets a clock run longer by whom the law names: PACE, EPO, s2, s3",
            {u"CLK-08"_s, u"CLK-09"_s, u"CLK-54"_s, u"CLK-60"_s, u"INV-4"_s}, decideExtendClock)};
}

}
