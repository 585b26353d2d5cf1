#include "core/casework/status/former_time.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_lawful.h"
#include "core/command/catalogue.h"
#include "core/command/refusals.h"
#include "core/command/spec.h"
#include "core/conflict/claims.h"
#include "core/conflict/conflict_events.h"
#include "core/conflict/settling.h"
#include "core/journal/envelope.h"
#include "core/journal/new_event.h"
#include "core/sitrep/side_by_side.h"
#include "core/sitrep/sitrep_events.h"
#include "core/time/london.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Settle {
    static constexpr const char* name = "conflict.settle";
    QUuid record;
    SubjectKind kind = SubjectKind::Case;
    QString field;
    QString choose;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("record", s.record, "The record on which the conflict stands", Need::Required);
        v("kind", s.kind, "What kind of record it is; a case when left out");
        v("field", s.field, "The field in conflict, as `list conflicts` names it", Need::Required);
        v("choose", s.choose,
            "The event that stands, as `list conflicts` names it, or the beginning of that");
        v("words", s.words,
            "Why it stands; without a choice, the words that stand instead of both");
    }
};

const Conflict* conflictOn(const RecordBase& record, const QString& field)
{
    const auto found = std::find_if(record.conflicts.begin(), record.conflicts.end(),
        [&](const Conflict& each) { return each.field == field; });
    return found == record.conflicts.end() ? nullptr : &*found;
}

std::vector<const ConflictSide*> sidesNamed(const Conflict& conflict, const QString& beginning)
{
    std::vector<const ConflictSide*> named;
    for (const ConflictSide& side : conflict.sides)
        if (toHex(side.event).startsWith(beginning, Qt::CaseInsensitive))
            named.push_back(&side);
    return named;
}

QString choicesOf(const Conflict& conflict)
{
    QStringList choices;
    for (const ConflictSide& side : conflict.sides)
        choices.append(u"%1 (%2, %3)"_s.arg(toHex(side.event).left(8), side.value, side.by));
    return choices.join(u"; ");
}

// Where the starts stand apart, what was extended was one of them, and the one that stands may be
// another.
void noteExtension(Decision& decision, const ClockFact& clock)
{
    decision.notes.append(
        u"CLK-02: “%1” from %2 was extended at %3. If another start stands now, tell the "
        u"extension again."_s.arg(
            clock.title, dateTimeText(clock.start), dateTimeText(*clock.extendedAt)));
}

// When it was authorised, also where the earliest of the starts does not let it count.
std::vector<Instant> extensionsOf(const Case& record, const ClockFact& clock)
{
    if (clock.extendedAt)
        return {*clock.extendedAt};
    std::vector<Instant> authorised;
    for (const OutOfStep& each : record.outOfStep)
        if (each.type == QLatin1StringView(DetentionExtended::type))
            authorised.push_back(each.occurred);
    return authorised;
}

// One clock of which the starts differ keeps what it was extended by, where it was granted in time
// by the start that stands.
void carryExtensions(Decision& decision, const Case& record, const ClockFact& clock, Instant start)
{
    constexpr auto firstPeriod = std::chrono::hours(24);
    for (const Instant authorised : extensionsOf(record, clock)) {
        const QString lawful
            = u"CLK-02: the extension that was authorised at %1 counts from the start that "
              "stands."_s.arg(dateTimeText(authorised));
        const QString late
            = u"From the start that stands, %1, the first 24 hours ended at %2, before the "
              "extension was authorised at %3: it does not extend the detention."_s.arg(
                  dateTimeText(start), dateTimeText(start + firstPeriod), dateTimeText(authorised));
        const bool counts = authorised < start + firstPeriod;
        decision.notes.append(counts ? lawful : late);
        if (!counts)
            decision.flags.push_back({u"CLK-02"_s, late});
    }
}

std::vector<const ClockFact*> standingClocks(const Case& record, const QString& kind)
{
    std::vector<const ClockFact*> standing;
    for (const ClockFact& clock : record.clocks)
        if (clock.kind == kind && clock.stands())
            standing.push_back(&clock);
    return standing;
}

void tellExtensions(
    Decision& decision, const Conflict& conflict, const ConflictSide& stands, const Case& record)
{
    const QString kind = conflict.field.section(u' ', 1, 1);
    const bool isByHours = kind == u"s136" || kind == u"s135_1";
    if (!conflict.field.startsWith(u"clock "))
        return;
    const auto standing = standingClocks(record, kind);
    if (standing.size() == 1 && stands.type == QLatin1StringView(ClockStarted::type)) {
        if (isByHours)
            carryExtensions(decision, record, *standing.front(), stands.occurred);
        return;
    }
    for (const ClockFact* clock : standing)
        if (clock->extendedAt)
            noteExtension(decision, *clock);
}

Decision settled(const Settle& command, const Conflict& conflict, const ConflictSide* stands)
{
    Decision decision;
    decision.events.push_back(newEvent(Subject{command.kind, command.record},
        ConflictSettled{conflict.field, stands ? toHex(stands->event) : QString(), conflict.title,
            stands ? stands->value : command.words, command.words}));
    return decision;
}

Decision refuseNone(const Settle& command)
{
    return refuse({}, u"field"_s,
        u"There is no conflict about “%1” on this record: nobody wrote at the same time, or it is "
        u"settled."_s.arg(command.field),
        u"`dutydesk-cli list conflicts` names what is open."_s);
}

Decision refuseChoice(const Settle& command, const Conflict& conflict)
{
    return refuse({}, u"choose"_s, u"“%1” is not one of what was written."_s.arg(command.choose),
        u"Choose one of: %1."_s.arg(choicesOf(conflict)));
}

// Each is a record of its own: what does not stand is superseded by what does.
Decision settlePeriod(const Settle& command, const Context& context)
{
    const auto sitrep = context.records.sitrep({command.record});
    const Sitreps beside
        = sitrep ? sideBySide(*sitrep, context.records, context.profile()) : Sitreps{};
    const auto conflict = conflictBetween(beside);
    if (!conflict)
        return refuseNone(command);
    const auto named = sidesNamed(*conflict, command.choose);
    if (named.size() != 1)
        return refuseChoice(command, *conflict);
    const Sitrep& stands = *beside[static_cast<std::size_t>(
        std::distance<const ConflictSide*>(conflict->sides.data(), named.front()))];
    if (stands.superseded)
        return refuse(u"HO-3.10"_s, u"choose"_s,
            u"Two desks settled this otherwise: each took the place of the other."_s,
            u"Issue the period again with sitrep.issue: that takes the place of both."_s);
    Settle own = command;
    own.record = stands.id.value;
    Decision decision = settled(own, *conflict, named.front());
    for (const auto& each : beside)
        if (each->id != stands.id)
            decision.events.push_back(
                newEvent(subjectOf(each->id), SitrepSuperseded{stands.number}));
    return decision;
}

Decision settle(const Settle& command, const Context& context)
{
    const auto record = context.records.record({command.kind, command.record});
    if (!record)
        return refuse({}, u"record"_s, u"There is no such record here."_s,
            u"`dutydesk-cli list conflicts` names the records with a conflict."_s);
    if (command.kind == SubjectKind::Sitrep && command.field == sitrepPeriodField())
        return settlePeriod(command, context);
    const Conflict* conflict = conflictOn(*record, command.field);
    if (!conflict)
        return refuseNone(command);
    if (command.choose.isEmpty()) {
        if (!conflict->textual || command.words.trimmed().isEmpty())
            return refuse({}, u"choose"_s,
                u"One of them has to stand: %1."_s.arg(choicesOf(*conflict)),
                u"Name the one that stands."_s);
        return settled(command, *conflict, nullptr);
    }
    const auto named = sidesNamed(*conflict, command.choose);
    if (named.size() != 1)
        return refuseChoice(command, *conflict);
    Decision decision = settled(command, *conflict, named.front());
    const auto ofCase = context.records.caseRecord(CaseId{command.record});
    if (!ofCase)
        return decision;
    tellExtensions(decision, *conflict, *named.front(), *ofCase);
    if (named.front()->type == QLatin1StringView(StatusStarted::type)) {
        countFormerTimes(decision, *ofCase, named.front()->occurred, context);
        keepFlags(decision, *ofCase, named.front()->occurred);
    }
    return decision;
}

}

std::vector<CommandSpec> conflictCommands()
{
    return {command<Settle>("Settles what two desks wrote at the same time",
        {u"INV-10"_s, u"HO-3.6"_s, u"HO-3.10"_s}, settle)};
}

Refusal refuseUnsettled(const Conflict& conflict)
{
    return {u"HO-3.6"_s, {},
        u"Two desks wrote at the same time and it is not settled: %1."_s.arg(choicesOf(conflict)),
        u"Settle it first: conflict.settle, field “%1”."_s.arg(conflict.field)};
}

std::optional<Refusal> refuseWhileContested(const Decision& decision, const Records& records)
{
    for (const NewEvent& decided : decision.events) {
        const auto record = records.record(decided.subject);
        const Conflict* conflict = record ? contestedResponsibility(record->conflicts) : nullptr;
        if (!conflict || decided.type == QLatin1StringView(ConflictSettled::type))
            continue;
        Event event;
        static_cast<NewEvent&>(event) = decided;
        const std::vector<Claim> claims = claimsOf(event);
        if (std::any_of(claims.begin(), claims.end(), [](const Claim& each) { return each.rests; }))
            return refuseUnsettled(*conflict);
    }
    return {};
}

}
