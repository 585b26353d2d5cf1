#include "core/paper/chronicle_clocks.h"

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

// They begin by themselves, one after the other; what was seen is the line.
bool beginsByItself(const ClockFact& clock)
{
    return clock.kind == u"station_check"_s || clock.kind == u"station_review"_s
        || clock.kind == u"pace_review"_s;
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
        if (!beginsByItself(clock))
            add(lines, clock.start, "clock",
                joined({u"%1: begun, due %2"_s.arg(clock.title, dateTimeText(clock.due)),
                    clock.evidence.isEmpty() ? QString() : u"evidence: "_s + clock.evidence}));
        if (clock.state == ClockState::Ended)
            add(lines, clock.endedAt, "clock", u"%1: %2"_s.arg(clock.title, clock.outcome));
    }
}

}
