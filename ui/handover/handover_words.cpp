#include "ui/handover/handover_words.h"

#include "core/handover/answer_words.h"
#include "core/handover/contested.h"
#include "core/handover/staying.h"
#include "core/time/london.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::Standing;
using core::Stretch;

QString answered(const core::HandoverItem& item, const QString& how, core::Instant now)
{
    const QString when = momentText(item.answeredAt.value_or(item.proposedAt), now);
    return u"%1 %2 %3 by %4"_s.arg(item.transferNumber, how, when, core::answererName(item));
}

QString withWords(const QString& text, const QString& words)
{
    return words.isEmpty() ? text : u"%1: %2"_s.arg(text, words);
}

QString telephoneText(const core::HandoverItem& item, core::Instant now)
{
    const QString due = item.theirRecordBy
        ? (*item.theirRecordBy <= now ? u", overdue since %1"_s : u", due by %1"_s)
              .arg(momentText(*item.theirRecordBy, now))
        : QString();
    return answered(item, u"accepted by telephone"_s, now) + u"; their record outstanding"_s + due;
}

QString itemText(const core::HandoverItem& item, Standing standing, core::Instant now)
{
    switch (standing) {
    case Standing::Proposed:
        return u"%1 proposed %2, awaits the answer"_s.arg(
            item.transferNumber, momentText(item.proposedAt, now));
    case Standing::ReadBack:
        return u"%1 read back %2, awaits the answer"_s.arg(
            item.transferNumber, momentText(item.readBackAt.value_or(item.proposedAt), now));
    case Standing::AcceptedByTelephone: return telephoneText(item, now);
    case Standing::Accepted: return answered(item, u"accepted"_s, now);
    case Standing::Declined:
        return withWords(answered(item, core::answerWord(item), now), core::answerSaid(item));
    default: return {};
    }
}

QString lasted(const core::SessionPace& pace)
{
    return pace.call ? core::durationText(*pace.call) : QString();
}

QString givenText(const core::SessionPace& pace, const core::WindowTimes& times)
{
    const QString how
        = lasted(pace).isEmpty() ? QString() : u" The call lasted %1."_s.arg(lasted(pace));
    switch (pace.given) {
    case core::VerbalTiming::NotYet: return u"Closed without a call."_s;
    case core::VerbalTiming::InSlot: return u"Verbal handover on time, in its slot."_s + how;
    case core::VerbalTiming::Late:
        return u"Verbal handover late, yet within the limit of %1."_s.arg(
                   core::timeText(times.breach))
            + how;
    case core::VerbalTiming::Breach:
        return u"Verbal handover after the limit of %1: a breach (HO-3.1c)."_s.arg(
                   core::timeText(times.breach))
            + how;
    }
    return {};
}

QString callText(const core::SessionPace& pace)
{
    return pace.call ? u" The call has lasted %1."_s.arg(lasted(pace))
                     : u" The call has not begun."_s;
}

}

QString standingSign(Standing standing)
{
    switch (standing) {
    case Standing::ToPropose: return u"○"_s;
    case Standing::Proposed: return u"▷"_s;
    case Standing::ReadBack: return u"◑"_s;
    case Standing::AcceptedByTelephone: return u"☎"_s;
    case Standing::Accepted: return u"✓"_s;
    case Standing::Declined: return u"✕"_s;
    case Standing::Kept: return u"■"_s;
    case Standing::Informed: return u"◇"_s;
    case Standing::Staying: return u"!"_s;
    case Standing::Contested: return u"≠"_s;
    }
    return {};
}

QString standingText(const core::PreparedItem& line, Standing standing,
    const core::WindowTimes& times, const core::Profile& profile, core::Instant now)
{
    const QString giver = serviceName(profile, times.from);
    switch (standing) {
    case Standing::ToPropose: return u"to propose or keep; with %1 by name"_s.arg(giver);
    case Standing::Staying:
        return line.joint.isEmpty() ? u"stays with %1: no disposition was given"_s.arg(giver)
                                    : u"%1; stays with %2"_s.arg(line.joint, giver);
    case Standing::Contested:
        return u"%1 %2"_s.arg(line.item->transferNumber, core::contestedWords(*line.unsettled));
    case Standing::Kept:
        return u"kept by %1 (%2): %3"_s.arg(giver, line.kept->by, line.kept->reason);
    case Standing::Informed:
        return u"%1 information only, %2; stays with %3"_s.arg(
                   line.informed->transferNumber, momentText(line.informed->proposedAt, now), giver)
            + (line.informedBefore.empty() ? QString() : u"; "_s + core::informedWords(line));
    default: return itemText(*line.item, standing, now);
    }
}

const char* standingRole(Standing standing)
{
    switch (standing) {
    case Standing::Accepted: return "done";
    case Standing::Declined:
    case Standing::Contested:
    case Standing::Staying: return "refusal";
    case Standing::ToPropose:
    case Standing::AcceptedByTelephone: return "owed";
    default: return "strong";
    }
}

QString statusText(const core::SessionPace& pace, const core::Window* window, core::Instant now)
{
    if (pace.missed)
        return u"✕ missed: nobody opened it"_s;
    switch (pace.state) {
    case core::WindowState::Scheduled: return u"○ not opened yet"_s;
    case core::WindowState::Open: return u"▷ open"_s;
    case core::WindowState::Held:
        return pace.given == core::VerbalTiming::NotYet ? u"◑ call under way"_s : u"◑ call held"_s;
    case core::WindowState::Closed: return u"✓ closed %1"_s.arg(momentText(*window->closedAt, now));
    }
    return {};
}

QString paceText(const core::SessionPace& pace, const core::WindowTimes& times, core::Instant now)
{
    const QString left = core::durationText(pace.until - now);
    switch (pace.stretch) {
    case Stretch::BeforeSlot:
        return u"The slot opens in %1: %2 to %3, limit %4. Prepare now; the call may begin early."_s
            .arg(left, core::timeText(times.opens), core::timeText(times.starts),
                core::timeText(times.breach));
    case Stretch::InSlot:
        return u"In the slot until %1: %2 left of %3; the limit is %4."_s.arg(
                   core::timeText(times.starts), left,
                   core::durationText(times.starts - times.opens), core::timeText(times.breach))
            + callText(pace);
    case Stretch::AfterSlot:
        return u"▲ The slot is over: %1 left until the limit of %2."_s.arg(
                   left, core::timeText(times.breach))
            + callText(pace);
    case Stretch::PastLimit:
        return u"✕ The limit of %1 passed %2 ago."_s.arg(
                   core::timeText(times.breach), core::durationText(now - times.breach))
            + callText(pace);
    case Stretch::Over: break;
    }
    return givenText(pace, times);
}

const char* paceRole(const core::SessionPace& pace)
{
    const bool breach = pace.given == core::VerbalTiming::Breach;
    if (pace.stretch == Stretch::PastLimit || breach)
        return "refusal";
    const bool late = pace.given == core::VerbalTiming::Late;
    if (pace.stretch == Stretch::AfterSlot || late)
        return "owed";
    return pace.given == core::VerbalTiming::InSlot ? "done" : "strong";
}

QString coordinatorOf(const QString& service, const core::Window* window)
{
    const bool named = window && window->coordinators.contains(service);
    return named ? window->coordinators.at(service) : QString();
}

QString windowText(const core::WindowTimes& times)
{
    return u"%1, %2"_s.arg(core::dateText(times.date), times.key.toUpper());
}

QString roleText(const QString& key, const core::Profile& profile)
{
    const core::RoleKind* role = profile.role(key);
    return role ? role->name : words(key);
}

QString personText(const core::PreparedItem& line, const core::Records& records)
{
    const auto record = records.caseRecord(line.caseId);
    const auto person = record ? records.person(record->person) : nullptr;
    return whoText(person.get(), line.title);
}

bool awaitsTheirRecord(const core::PreparedItem& line)
{
    return line.item && line.item->theirRecordOutstanding && !line.contested();
}

QString stayingText(const std::vector<core::PreparedItem>& lines, const core::WindowTimes& times,
    bool windowClosed, const core::Records& records, const core::Profile& profile)
{
    QStringList names;
    for (const core::PreparedItem& line : lines)
        if (const auto stays = core::stayingOf(line); stays && stays->isOpen())
            if (windowClosed || !line.dispositioned())
                names.append(personText(line, records));
    if (names.isEmpty())
        return {};
    const QString text = windowClosed
        ? u"No disposition or answer was given, so it stays with %1: %2."_s
        : u"No disposition yet, so with %1 by name: %2."_s;
    return text.arg(serviceName(profile, times.from), names.join(u"; "_s));
}

}
