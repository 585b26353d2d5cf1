#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/cooperation_events.h"
#include "core/casework/extension_correction.h"
#include "core/casework/police_rank.h"
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

Refusal noDetention(const Case& record, const Context& context)
{
    if (const ClockFact* later = detentionAt(record, context.now))
        return no("authorised_at",
            u"The detention began only at %1."_s.arg(dateTimeText(later->start)),
            u"Give the time when the doctor authorised it."_s);
    return no("case", u"No detention under s136 or s135(1) runs on this case."_s,
        u"Record it with case.status first."_s);
}

bool hadEnded(const ClockFact& clock, Instant at)
{
    return clock.state == ClockState::Ended && clock.endedAt <= at;
}

// This desk does not plan what cannot be; that it was done all the same is a fact.
std::optional<Refusal> refusePlan(const ClockFact& clock, int hours, Instant authorised)
{
    if (hadEnded(clock, authorised))
        return no("case", u"No detention under s136 or s135(1) runs on this case."_s,
            u"It ended at %1."_s.arg(dateTimeText(clock.endedAt)));
    if (clock.extendedHours > 0)
        return no("case",
            u"It was extended by %1 h already; a second extension is not possible."_s.arg(
                clock.extendedHours),
            u"The detention ends at %1."_s.arg(dateTimeText(clock.due)));
    if (hours > longestExtension)
        return no("hours", u"%1 hours cannot be granted: at most 12, so 36 in all."_s.arg(hours),
            u"Give 1 to 12."_s);
    return {};
}

std::optional<Refusal> refuseHours(int hours)
{
    if (hours >= 1)
        return {};
    return no("hours", u"%1 hours are no extension."_s.arg(hours), u"Give 1 to 12."_s);
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
        && !mayApproveExtension(wanted.superintendent);
}

// Why an extension that was authorised does not extend; none: it does. CLK-02
std::optional<QString> whyVoid(
    const Case& record, const ClockFact& clock, const Extend& wanted, Instant authorised)
{
    if (hadEnded(clock, authorised))
        return u"An extension was authorised at %1, after the detention ended at %2: it does not "
               "extend it."_s.arg(dateTimeText(authorised), dateTimeText(clock.endedAt));
    if (clock.extendedHours > 0)
        return u"A second extension was authorised at %1: the detention was extended by %2 h "
               "already and ends at %3."_s.arg(dateTimeText(authorised))
                   .arg(clock.extendedHours)
                   .arg(dateTimeText(clock.due));
    if (wanted.hours > longestExtension)
        return u"An extension of %1 hours was authorised at %2, and at most 12 can be: it does not "
               "extend the detention."_s.arg(wanted.hours)
                   .arg(dateTimeText(authorised));
    if (authorised >= clock.due)
        return u"An extension was authorised at %1, %2 the first 24 hours ended at %3: it does not "
               "extend the detention."_s.arg(dateTimeText(authorised),
                   authorised == clock.due ? u"as"_s : u"after"_s, dateTimeText(clock.due));
    if (withoutRank(record, wanted, authorised))
        return u"An extension in a police station was not approved by a superintendent: it does "
               "not extend the detention."_s;
    return {};
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
    const Extend& wanted, const Context& context)
{
    const Instant authorised = wanted.authorisedAt.value_or(context.occurred);
    const auto why = whyVoid(record, clock, wanted, authorised);
    const Instant due = why ? clock.due : clock.due + std::chrono::hours(wanted.hours);
    for (const PartId& id : writtenTwice(record, clock))
        decision.events.push_back(newEvent(subjectOf(wanted.of),
            DetentionExtended{id, wanted.hours, word(wanted.reason), wanted.doctor, authorised,
                wanted.superintendent, !why, due,
                warningsBefore(due, clock.kind, context.profile())},
            authorised));
    decision.made.insert(u"clock"_s, clock.id.text());
    decision.made.insert(u"due"_s, isoText(due));
    if (!why)
        return;
    decision.flags.push_back({u"CLK-02"_s, *why});
    decision.notes.append(*why);
}

Decision decideExtend(const Extend& wanted, const Context& context)
{
    Decision decision;
    const Instant authorised = wanted.authorisedAt.value_or(context.occurred);
    const auto record = openCaseNamed(decision, wanted.of, context);
    if (record && !wanted.correction.trimmed().isEmpty())
        return correctExtension(
            *record, {wanted.hours, wanted.superintendent, wanted.correction}, context);
    const ClockFact* clock = record ? detentionAt(*record, authorised) : nullptr;
    refused(decision, refuseHours(wanted.hours));
    refused(decision, refuseBlank(u"doctor"_s, wanted.doctor));
    refused(decision, refuseFuture(context, u"authorised_at"_s, authorised));
    if (record && !clock)
        decision.refusals.push_back(noDetention(*record, context));
    if (clock && !isFact(authorised, context))
        refused(decision, refusePlan(*clock, wanted.hours, authorised));
    if (clock)
        refused(decision, refuseRank(*record, wanted, authorised));
    if (!decision.refused())
        extendDetention(decision, *record, *clock, wanted, context);
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

std::optional<Refusal> refuseKindToExtend(const ClockKind& kind)
{
    if (kind.longest > 0)
        return {};
    const bool held = kind.key == u"s136"_s || kind.key == u"s135_1"_s;
    return Refusal{kind.clause, u"kind"_s, u"“%1” cannot be extended so."_s.arg(kind.title),
        held ? u"Use case.extend_s136."_s
             : u"Nobody can let it run longer; record what ended it with case.clock_end."_s};
}

// A rank of the police, and no court or its warrant.
bool isOfPolice(const QString& by)
{
    return rankIn(by) != PoliceRank::NotSaid && !namesCourt(by);
}

// Beyond 36 hours a detention under PACE is for the magistrates. CLK-60
bool isBeyondRank(const ClockFact& clock, const ExtendClock& wanted)
{
    constexpr auto superintendents = std::chrono::hours(36);
    return clock.kind == u"pace"_s && wanted.until.at > clock.start + superintendents
        && isOfPolice(wanted.by);
}

Instant yearAfter(Instant due)
{
    return startOfDay(dateOf(due).addYears(1));
}

// By whom it would be is no answer, or not theirs to say. CLK-08, CLK-09, CLK-54, CLK-60
Refusal whyNotBy(const ClockFact& clock, const ExtendClock& wanted)
{
    const QString& clause = clockKind(clock.kind)->clause;
    if (deniesApproval(wanted.by))
        return {clause, u"by"_s, u"“%1” names nobody who let it run on."_s.arg(wanted.by),
            u"Give who did, by name and rank; if nobody did, tell what was asked with case.note."_s};
    if (isBeyondRank(clock, wanted))
        return {clause, u"by"_s,
            u"Beyond 36 hours it runs on by a warrant of the magistrates alone, not by %1."_s.arg(
                wanted.by),
            u"Give the court that issued the warrant, or a time up to %1."_s.arg(
                dateTimeText(clock.start + std::chrono::hours(36)))};
    return {};
}

// Why a clock does not run on; how far it can and who may say so stand in the catalogue. Neither
// text nor mend: it does.
Refusal whyNoLonger(const ClockFact& clock, const ExtendClock& wanted, Instant at)
{
    const Instant until = wanted.until.at;
    const ClockKind& kind = *clockKind(clock.kind);
    const Instant from = kind.span == Span::Elapsed ? clock.start : startOfDay(dateOf(clock.start));
    const Instant latest = from + Minutes(kind.longest);
    if (hadEnded(clock, at))
        return {kind.clause, u"kind"_s,
            u"“%1” had ended at %2."_s.arg(clock.title, dateTimeText(clock.endedAt)),
            u"`show` lists its clocks."_s};
    if (until <= clock.due)
        return {kind.clause, u"until"_s,
            u"It runs until %1 already."_s.arg(dateTimeText(clock.due)), u"Give a later time."_s};
    if (kind.once && clock.extendedAt)
        return {kind.clause, u"kind"_s,
            u"“%1” was extended at %2 already, and can be once (%3)."_s.arg(
                clock.title, dateTimeText(*clock.extendedAt), kind.extendedBy),
            u"It ends at %1."_s.arg(dateTimeText(clock.due))};
    if (until > latest)
        return {kind.clause, u"until"_s,
            u"It can run until %1 at the latest (%2)."_s.arg(dateTimeText(latest), kind.extendedBy),
            u"Give a time up to then."_s};
    if (clock.kind == u"s3"_s && until > yearAfter(clock.due))
        return {kind.clause, u"until"_s,
            u"A renewal is for six months, then for a year at a time."_s,
            u"Give the end that stands on the form, up to %1."_s.arg(
                dateTimeText(yearAfter(clock.due)))};
    return whyNotBy(clock, wanted);
}

// Up to 36 hours it is for a superintendent: an officer of lower rank is flagged. CLK-60
bool isBelowSuperintendent(const ClockFact& clock, const QString& by)
{
    return clock.kind == u"pace"_s && isOfPolice(by) && rankIn(by) != PoliceRank::Superintendent;
}

void flagRank(Decision& decision, const ClockFact& clock, const QString& by)
{
    if (isBelowSuperintendent(clock, by))
        decision.flags.push_back(
            {u"CLK-60"_s, u"Beyond 24 hours a superintendent lets it run on; %1 did."_s.arg(by)});
}

void extendClock(Decision& decision, const Case& record, const ClockFact& clock,
    const ExtendClock& wanted, const Context& context)
{
    const Refusal why = whyNoLonger(clock, wanted, context.occurred);
    const bool late = context.occurred >= clock.due;
    const Instant due = late || !why.text.isEmpty() ? clock.due : wanted.until.at;
    for (const PartId& id : writtenTwice(record, clock))
        decision.events.push_back(newEvent(subjectOf(wanted.of),
            ClockExtended{id, due, warningsBefore(due, clock.kind, context.profile()), wanted.by,
                wanted.reason}));
    decision.made.insert(u"due"_s, isoText(due));
    const QString& clause = clockKind(clock.kind)->clause;
    flagRank(decision, clock, wanted.by);
    if (late)
        decision.flags.push_back({clause,
            u"“%1” was extended at %2, after it had run out: it does not run on."_s.arg(
                clock.title, dateTimeText(context.occurred))});
    else if (wanted.until.at <= clock.due && !why.text.isEmpty())
        decision.notes.append(why.text);
    else if (!why.text.isEmpty())
        decision.flags.push_back({clause,
            u"“%1” was extended until %2: %3 It runs on no longer than before."_s.arg(
                clock.title, dateTimeText(wanted.until.at), why.text)});
}

Decision decideExtendClock(const ExtendClock& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"by"_s, wanted.by));
    const ClockFact* clock = record ? clockAt(*record, {wanted.kind}, context.occurred) : nullptr;
    if (record && !clock)
        decision.refusals.push_back({u"CLK-60"_s, u"kind"_s,
            u"No clock “%1” runs on this case."_s.arg(wanted.kind), u"`show` lists its clocks."_s});
    if (clock)
        refused(decision, refuseKindToExtend(*clockKind(clock->kind)));
    if (decision.refused())
        return decision;
    if (!wanted.correction.trimmed().isEmpty())
        return correctExtension(*record, *clock, wanted.until.at, wanted.correction, context);
    const Refusal why = whyNoLonger(*clock, wanted, context.occurred);
    if (!why.text.isEmpty() && !isFact(context.occurred, context))
        decision.refusals.push_back(why);
    else
        extendClock(decision, *record, *clock, wanted, context);
    return decision;
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
