#include "core/paper/chronicle_clocks.h"

#include "core/casework/clock_changes.h"
#include "core/casework/extension/extension_standing.h"
#include "core/clock/catalogue.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::chronicle {

namespace {

bool isOfStatus(const Case& record, const ClockFact& clock)
{
    return std::any_of(record.statuses.begin(), record.statuses.end(),
        [&clock](const StatusEpisode& each) { return each.clock == clock.id; });
}

// Places, examinations and admissions have lines of their own.
bool isToldElsewhere(const ClockFact& clock)
{
    static const QStringList kinds{u"exam_gap_5d"_s, u"conveyance_14d"_s, u"s4_admission"_s,
        u"ed_arrival_4h"_s, u"ed_arrival_12h"_s, u"ed_12h"_s, u"tribunal"_s};
    return kinds.contains(clock.kind);
}

bool isBegunBy(const ClockFact& other, const ClockFact& check, Instant at)
{
    return (other.kind == check.kind && other.state == ClockState::Ended && other.endedAt == at)
        || std::any_of(other.otherStarts.begin(), other.otherStarts.end(),
            [at](const OtherStart& each) { return each.at == at; });
}

// With a place, a legal status or the check before, each of which has a line of its own.
bool beginsByItself(const Case& record, const ClockFact& check, Instant at)
{
    const auto& places = record.place.entries();
    return std::any_of(
               places.begin(), places.end(), [at](const auto& each) { return each.from == at; })
        || std::any_of(record.statuses.begin(), record.statuses.end(),
            [at](const StatusEpisode& each) { return each.start == at; })
        || std::any_of(record.clocks.begin(), record.clocks.end(), [&](const ClockFact& each) {
               return each.id != check.id && isBegunBy(each, check, at);
           });
}

ChronicleLine lineOf(Instant at, const QString& text)
{
    Lines lines;
    add(lines, at, "clock", text);
    return lines.front();
}

// Of two desks' accounts of one clock both may count from it, or end with it.
void addOnce(Lines& lines, const ChronicleLine& line)
{
    if (std::none_of(lines.begin(), lines.end(), [&line](const ChronicleLine& each) {
            return each.at == line.at && each.text == line.text;
        }))
        lines.push_back(line);
}

ChronicleLine lineOf(const QString& title, const Renewal& told)
{
    const QString seen = told.evidence.isEmpty() ? u"done"_s : told.evidence;
    ChronicleLine line = lineOf(told.at, u"%1: %2"_s.arg(title, seen));
    line.recorded = told.recorded;
    line.by = told.by;
    line.late = !told.lateReason.isEmpty();
    line.lateReason = told.lateReason;
    return line;
}

// Checks and reviews follow one another: what was seen is the line. CLK-03, CLK-60
void addChecks(Lines& lines, const Case& record, const ClockFact& clock)
{
    const OtherStart began
        = clock.renewals.empty() ? OtherStart{clock.start, clock.evidence} : clock.began;
    if (!began.evidence.isEmpty() && !beginsByItself(record, clock, began.at))
        add(lines, began.at, "clock", u"%1: %2"_s.arg(clock.title, began.evidence));
    for (const Renewal& each : clock.renewals)
        addOnce(lines, lineOf(clock.title, each));
}

QString extensionText(const ClockFact& clock)
{
    if (!extendsNothing(clock))
        return u"Extended: %1, until %2"_s.arg(clock.title, dateTimeText(clock.due));
    return *clock.extendedAt < clock.start
        ? u"Authorised before it began, extends nothing: %1"_s.arg(clock.title)
        : u"Authorised too late, extends nothing: %1"_s.arg(clock.title);
}

void addExtension(Lines& lines, const ClockFact& clock)
{
    if (!clock.extendedAt)
        return;
    add(lines, *clock.extendedAt, "extension",
        joined({extensionText(clock),
            clock.extendedHours > 0 ? u"by %1 h"_s.arg(clock.extendedHours) : QString(),
            clock.extendedBy.isEmpty() ? QString() : u"authorised by "_s + clock.extendedBy,
            clock.extensionReason.isEmpty() ? QString()
                                            : u"reason: "_s + spokenWords(clock.extensionReason)}));
}

QString titleOf(const QString& key)
{
    const ClockKind* kind = clockKind(key);
    return kind ? kind->title : key;
}

// Its clock is not on the record.
void addTold(Lines& lines, const Case& record)
{
    for (const ToldExtension& told : record.toldExtensions) {
        add(lines, told.at, "extension",
            joined({u"Extended before its start was told: %1"_s.arg(
                        told.isByHours() ? u"s136 or s135(1)"_s : titleOf(told.kind)),
                told.isByHours() ? u"by %1 h"_s.arg(told.hours)
                                 : u"until %1"_s.arg(dateTimeText(*told.until)),
                u"authorised by "_s + told.by,
                told.reason.isEmpty() ? QString() : u"reason: "_s + spokenWords(told.reason)}));
    }
}

}

void addClocks(Lines& lines, const Case& record)
{
    addTold(lines, record);
    for (const ClockFact& clock : record.clocks) {
        addExtension(lines, clock);
        if (isOfStatus(record, clock) || isToldElsewhere(clock))
            continue;
        if (isOfChecks(clock.kind))
            addChecks(lines, record, clock);
        else
            add(lines, clock.start, "clock",
                joined({u"%1: begun, due %2"_s.arg(clock.title, dateTimeText(clock.due)),
                    clock.evidence.isEmpty() ? QString() : u"evidence: "_s + clock.evidence}));
        if (clock.state == ClockState::Ended)
            addOnce(lines, lineOf(clock.endedAt, u"%1: %2"_s.arg(clock.title, clock.outcome)));
    }
}

}
