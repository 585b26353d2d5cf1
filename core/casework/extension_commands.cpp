#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/cooperation_events.h"
#include "core/casework/status_events.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

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

namespace {

constexpr int longestExtension = 12;

struct Extend {
    static constexpr const char* name = "case.extend_s136";
    CaseId of;
    int hours = 0;
    ExtensionReason reason = ExtensionReason::OtherClinical;
    QString doctor;
    std::optional<Instant> authorisedAt;
    QString superintendent;

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
    }
};

const ClockFact* detention(const Case& record)
{
    const ClockFact* s136 = runningClock(record, u"s136"_s);
    return s136 ? s136 : runningClock(record, u"s135_1"_s);
}

Refusal no(const char* field, QString text, QString mend)
{
    return {u"CLK-02"_s, QString::fromLatin1(field), std::move(text), std::move(mend)};
}

std::optional<Refusal> refuseClock(const ClockFact* clock)
{
    if (!clock)
        return no("case", u"No detention under s136 or s135(1) runs on this case."_s,
            u"Record it with case.status first."_s);
    if (clock->extendedHours > 0)
        return no("case",
            u"It was extended by %1 h already; a second extension is not possible."_s.arg(
                clock->extendedHours),
            u"The detention ends at %1."_s.arg(dateTimeText(clock->due)));
    return {};
}

std::optional<Refusal> refuseHours(int hours)
{
    if (hours >= 1 && hours <= longestExtension)
        return {};
    return no("hours", u"%1 hours cannot be granted: at most 12, so 36 in all."_s.arg(hours),
        u"Give 1 to 12."_s);
}

std::optional<Refusal> refuseTime(const ClockFact& clock, Instant authorised)
{
    if (authorised >= clock.start)
        return {};
    return no("authorised_at", u"The detention began only at %1."_s.arg(dateTimeText(clock.start)),
        u"Give the time when the doctor authorised it."_s);
}

// Who approved is asked before the clock is let run on in a police station; "none" is an answer.
std::optional<Refusal> refuseRank(const Case& record, const Extend& wanted, Instant authorised)
{
    if (record.place.at(authorised).kind != PlaceKind::PoliceStation
        || !wanted.superintendent.trimmed().isEmpty())
        return {};
    return no("superintendent",
        u"The person is in a police station: a superintendent must approve the extension."_s,
        u"Give the name; if nobody of that rank approved, give none: it is then recorded and "
        "flagged, and the clock does not move."_s);
}

bool withoutRank(const Case& record, const Extend& wanted, Instant authorised)
{
    return record.place.at(authorised).kind == PlaceKind::PoliceStation
        && wanted.superintendent.compare(u"none"_s, Qt::CaseInsensitive) == 0;
}

bool lawful(Decision& decision, const Case& record, const ClockFact& clock, const Extend& wanted,
    Instant authorised)
{
    if (authorised >= clock.due) {
        decision.flags.push_back({u"CLK-02"_s,
            u"An extension was authorised at %1, after the first 24 hours ended at %2: it does "
            "not extend the detention."_s.arg(dateTimeText(authorised), dateTimeText(clock.due))});
        return false;
    }
    if (withoutRank(record, wanted, authorised)) {
        decision.flags.push_back({u"CLK-02"_s,
            u"An extension in a police station was not approved by a superintendent: it does not "
            "extend the detention."_s});
        return false;
    }
    return true;
}

Decision decideExtend(const Extend& wanted, const Context& context)
{
    Decision decision;
    const Instant authorised = wanted.authorisedAt.value_or(context.occurred);
    const auto record = openCaseNamed(decision, wanted.of, context);
    const ClockFact* clock = record ? detention(*record) : nullptr;
    if (record)
        refused(decision, refuseClock(clock));
    refused(decision, refuseHours(wanted.hours));
    refused(decision, refuseBlank(u"doctor"_s, wanted.doctor));
    refused(decision, refuseFuture(context, u"authorised_at"_s, authorised));
    if (clock) {
        refused(decision, refuseTime(*clock, authorised));
        refused(decision, refuseRank(*record, wanted, authorised));
    }
    if (decision.refused())
        return decision;
    const bool extends = lawful(decision, *record, *clock, wanted, authorised);
    const Instant due = extends ? clock->due + std::chrono::hours(wanted.hours) : clock->due;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        DetentionExtended{clock->id, wanted.hours, word(wanted.reason), wanted.doctor, authorised,
            wanted.superintendent, extends, due,
            warningsBefore(due, clock->kind, context.profile())},
        authorised));
    decision.made.insert(u"clock"_s, clock->id.text());
    decision.made.insert(u"due"_s, isoText(due));
    for (const Flag& flag : decision.flags)
        decision.notes.append(flag.text);
    return decision;
}

struct ExtendClock {
    static constexpr const char* name = "case.clock_extend";
    CaseId of;
    QString kind;
    Due until;
    QString by;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("kind", s.kind, "The running clock: pace, epo", Need::Required);
        v("until", s.until, "Until when it may run now", Need::Required);
        v("by", s.by, "Who authorised it: name and rank, or the court", Need::Required);
        v("reason", s.reason, "Why");
    }
};

// Both how far a clock can be let run and who may say so stand in the catalogue.
std::optional<Refusal> refuseLonger(const ClockFact& clock, const ClockKind& kind, Instant until)
{
    if (kind.longest == 0)
        return Refusal{kind.clause, u"kind"_s, u"“%1” cannot be extended so."_s.arg(kind.title),
            u"For s136 and s135(1) use case.extend_s136."_s};
    if (until <= clock.due)
        return Refusal{kind.clause, u"until"_s,
            u"It runs until %1 already."_s.arg(dateTimeText(clock.due)), u"Give a later time."_s};
    const Instant from = kind.span == Span::Elapsed ? clock.start : startOfDay(dateOf(clock.start));
    const Instant latest = from + Minutes(kind.longest);
    if (until > latest)
        return Refusal{kind.clause, u"until"_s,
            u"It can run until %1 at the latest (%2)."_s.arg(dateTimeText(latest), kind.extendedBy),
            u"Give a time up to then."_s};
    return {};
}

Decision decideExtendClock(const ExtendClock& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"by"_s, wanted.by));
    const ClockFact* clock = record ? runningClock(*record, wanted.kind) : nullptr;
    if (record && !clock)
        decision.refusals.push_back({u"CLK-60"_s, u"kind"_s,
            u"No clock “%1” runs on this case."_s.arg(wanted.kind), u"`show` lists its clocks."_s});
    if (clock)
        refused(decision, refuseLonger(*clock, *clockKind(clock->kind), wanted.until.at));
    if (decision.refused())
        return decision;
    const bool late = context.occurred >= clock->due;
    const Instant due = late ? clock->due : wanted.until.at;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        ClockExtended{clock->id, due, warningsBefore(due, clock->kind, context.profile()),
            wanted.by, wanted.reason}));
    decision.made.insert(u"due"_s, isoText(due));
    if (late)
        decision.flags.push_back({clockKind(clock->kind)->clause,
            u"“%1” was extended at %2, after it had run out: it does not run on."_s.arg(
                clock->title, dateTimeText(context.occurred))});
    return decision;
}

}

std::vector<CommandSpec> extensionCommands()
{
    return {command<Extend>("Extends s136 or s135(1) for the person's condition (s136B)",
                {u"CLK-02"_s, u"INV-5"_s}, decideExtend),
        command<ExtendClock>("Lets a clock run longer by whom the law names: PACE, EPO",
            {u"CLK-54"_s, u"CLK-60"_s, u"INV-4"_s}, decideExtendClock)};
}

}
