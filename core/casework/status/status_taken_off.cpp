#include "core/casework/status/status_taken_off.h"

#include "core/casework/clock_changes.h"
#include "core/casework/entry_events.h"
#include "core/casework/status/former_time.h"
#include "core/casework/status/status_correction.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_lawful.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// The one that stands; else the last.
const StatusEpisode* told(const Case& record, const std::optional<LegalStatus>& status)
{
    const StatusEpisode* found = nullptr;
    for (const StatusEpisode& each : record.statuses)
        if ((!status || each.status == *status) && (!found || found->ended || !each.ended))
            found = &each;
    return found;
}

bool isOf(const ClockFact& clock, const std::vector<StatusEpisode>& statuses)
{
    return std::any_of(statuses.begin(), statuses.end(),
        [&clock](const StatusEpisode& each) { return each.clock == clock.id; });
}

bool isOneOf(const StatusEpisode& episode, const std::vector<StatusEpisode>& statuses)
{
    return std::any_of(statuses.begin(), statuses.end(),
        [&episode](const StatusEpisode& each) { return each.id == episode.id; });
}

// What began with it: checks, reviews, the tribunal's days; where no other of its kind stands.
bool beganWith(
    const Case& record, const ClockFact& clock, const std::vector<StatusEpisode>& statuses)
{
    const auto isOther = [&](const StatusEpisode& each) {
        return !each.ended && !isOneOf(each, statuses)
            && clocksOf(each.status).contains(clock.kind);
    };
    return clock.stands() && std::none_of(record.statuses.begin(), record.statuses.end(), isOther)
        && std::any_of(statuses.begin(), statuses.end(), [&clock](const StatusEpisode& each) {
               return clocksOf(each.status).contains(clock.kind)
                   && (clock.start >= each.start || clock.kind == u"tribunal"_s);
           });
}

void strike(Decision& decision, const Case& record, const std::vector<StatusEpisode>& statuses)
{
    const Subject subject = subjectOf(record.id);
    for (const StatusEpisode& each : statuses)
        decision.events.push_back(
            newEvent(subject, StatusEnded{each.id, neverBegan()}, each.start));
    for (const ClockFact& clock : record.clocks)
        if (isOf(clock, statuses) || beganWith(record, clock, statuses))
            decision.events.push_back(
                newEvent(subject, ClockEnded{clock.id, neverBegan()}, clock.start));
}

bool endedSo(const StatusEpisode& episode, const QString& reason, Instant at)
{
    return episode.ended == std::max(at, episode.start) && episode.endReason == reason;
}

// Two that two desks wrote down are resumed as one.
std::vector<PartId> resumeFormer(
    Decision& decision, const Case& record, const Mistaken& mistaken, const QString& why)
{
    std::vector<PartId> resumed;
    std::vector<LegalStatus> done;
    for (const StatusEpisode& each : record.statuses) {
        if (!endedSo(each, mistaken.ending, mistaken.at) || isOneOf(each, mistaken.statuses))
            continue;
        if (std::find(done.begin(), done.end(), each.status) == done.end())
            resume(decision, record, each, why);
        done.push_back(each.status);
        resumed.push_back(each.id);
    }
    return resumed;
}

// The warrant that it had used is valid still. CLK-05, CLK-07
void resumeWarrants(
    Decision& decision, const Case& record, const StatusEpisode& status, const QString& why)
{
    for (const ClockFact& clock : record.clocks)
        if (warrantsFor(status.status).contains(clock.kind) && clock.state == ClockState::Ended
            && clock.outcome == u"executed"_s && clock.endedAt == status.start)
            decision.events.push_back(
                newEvent(subjectOf(record.id), ClockResumed{clock.id, {}, why}));
}

Case after(const Case& record, const Decision& decision, const Context& context)
{
    return preview(record, subjectOf(record.id), decision, context);
}

// By what else the record tells of the time since.
void endAgain(Decision& decision, const Case& record, const std::vector<PartId>& resumed,
    const Context& context)
{
    Decision ends;
    for (const StatusEpisode& each : record.statuses)
        if (std::find(resumed.begin(), resumed.end(), each.id) != resumed.end())
            endIfOver(ends, record, {each.status, each.start, {}, {}}, context);
    supersedeByApplication(ends, after(record, ends, context), context);
    std::move(ends.events.begin(), ends.events.end(), std::back_inserter(decision.events));
}

QString goesOnText(const StatusEpisode& episode, const Case& record)
{
    const QString title = statusText(episode.status);
    if (episode.ended)
        return u"%1 from %2 ended at %3 (%4)."_s.arg(
            title, dateTimeText(episode.start), dateTimeText(*episode.ended), episode.endReason);
    for (const ClockFact& clock : record.clocks)
        if (clock.id == episode.clock && clock.stands())
            return u"%1 from %2 goes on, until %3."_s.arg(
                title, dateTimeText(episode.start), dateTimeText(clock.due));
    return u"%1 from %2 stands."_s.arg(title, dateTimeText(episode.start));
}

}

bool saysNeverBegan(const QString& outcome)
{
    return outcome.trimmed().compare(u"never began"_s, Qt::CaseInsensitive) == 0;
}

static bool namesMistake(const QString& outcome)
{
    static const QRegularExpression told(
        u"\\b(never began|wrong (person|patient|case|record)|(another|different) (person|patient)|"
        "(told|entered|recorded|typed) (in|by) (error|mistake))\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return outcome.contains(told);
}

std::vector<Owed> mistakenOwed(const Case& record)
{
    std::vector<Owed> owed;
    for (const StatusEpisode& each : record.statuses) {
        if (!each.ended || !namesMistake(each.endReason))
            continue;
        for (const StatusEpisode& former : record.statuses)
            if (endedSo(former, followedBy(each.status), each.start))
                owed.push_back({u"INV-4"_s, u"status"_s,
                    u"%1 from %2 ended at %3 because %4 was told, and that ended as “%5”. If it "
                    "never began, take it off with case.status_end, its status, the outcome “never "
                    "began” and a correction: %1 then goes on."_s.arg(statusText(former.status),
                        dateTimeText(former.start), dateTimeText(*former.ended),
                        statusText(each.status), each.endReason),
                    u"now"_s});
    }
    return owed;
}

Case undo(Decision& decision, const Case& record, const Mistaken& mistaken, const QString& why,
    const Context& context)
{
    strike(decision, record, mistaken.statuses);
    const std::vector<PartId> resumed = resumeFormer(decision, record, mistaken, why);
    for (const StatusEpisode& each : mistaken.statuses)
        resumeWarrants(decision, record, each, why);
    endAgain(decision, after(record, decision, context), resumed, context);
    recountFormerTime(decision, record, context);
    const Case left = after(record, decision, context);
    for (const StatusEpisode& each : left.statuses) {
        if (std::find(resumed.begin(), resumed.end(), each.id) == resumed.end())
            continue;
        decision.notes.append(u"INV-4: "_s + goesOnText(each, left));
        if (each.endReason == u"admitted"_s)
            decision.owed.push_back({u"INV-4"_s, u"correction"_s,
                goesOnText(each, left)
                    + u" If nobody was admitted, withdraw that with case.admitted and a "
                      "correction."_s,
                u"now"_s});
    }
    return left;
}

Decision takeOff(const Case& record, const std::optional<LegalStatus>& status, const QString& why,
    const Context& context)
{
    const StatusEpisode* begun = told(record, status);
    if (!begun)
        return refuse(u"INV-4"_s, u"status"_s, u"No such legal status is on this case."_s,
            u"`show` lists them."_s);
    if (record.closedAt)
        return refuse(u"INV-4"_s, u"case"_s,
            u"%1 was closed at %2."_s.arg(record.ref, dateTimeText(*record.closedAt)),
            u"Reopen it with case.reopen first."_s);
    Mistaken mistaken{{}, followedBy(begun->status), begun->start};
    // Two desks may have written down the same one.
    for (const StatusEpisode& each : record.statuses)
        if (each.status == begun->status && each.start == begun->start)
            mistaken.statuses.push_back(each);
    Decision decision;
    judgeCorrected(decision, record, undo(decision, record, mistaken, why, context), context);
    const QString words
        = u"%1 from %2 was told in error: it never began, and is off the record. %3"_s.arg(
            statusText(begun->status), dateTimeText(begun->start), why);
    decision.events.push_back(newEvent(
        subjectOf(record.id), CaseNoted{{context.mint()}, u"correction"_s, words, context.late()}));
    decision.notes.prepend(words);
    if (record.admittedAt == begun->start && decision.owed.empty())
        decision.owed.push_back({u"INV-4"_s, u"correction"_s,
            u"An admission at %1 stands. If nobody was admitted, withdraw it with case.admitted "
            "and a correction."_s.arg(dateTimeText(begun->start)),
            u"now"_s});
    timeAbsences(decision, record, begun->start, context);
    decision.made.insert(u"id"_s, begun->id.text());
    return decision;
}

}
