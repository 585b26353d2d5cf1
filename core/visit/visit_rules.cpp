#include "core/visit/visit_rules.h"

#include "core/command/refusals.h"
#include "core/text/folded.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool sameName(const QString& one, const QString& other)
{
    return !one.trimmed().isEmpty() && foldedWords(one) == foldedWords(other);
}

// Of two visits the one that was under way then, the newer first.
bool isMeantBefore(const Visit& visit, const Visit& other, Instant at)
{
    const bool begun = visit.leftAt <= at;
    return begun == (other.leftAt <= at) ? visit.leftAt > other.leftAt : begun;
}

std::shared_ptr<const Visit> onlyOneOut(const Context& context)
{
    const std::vector<VisitId> open = context.records.openVisits();
    std::shared_ptr<const Visit> own;
    for (const VisitId& id : open) {
        auto visit = context.records.visit(id);
        if (visit && visit->officer == context.actor.user
            && (!own || isMeantBefore(*visit, *own, context.occurred)))
            own = std::move(visit);
    }
    if (own)
        return own;
    return open.size() == 1 ? context.records.visit(open.front()) : nullptr;
}

}

QString whoIsMeant(const QString& words, const Records& records)
{
    const auto user = records.userNamed(words.trimmed());
    return user ? user->name : words;
}

std::optional<Refusal> refuseWatcher(const QString& watches, const QString& officer,
    const VisitId& visit, const Records& records, Instant at)
{
    const QString mend = u"Name a colleague at the desk, the on-call manager or another service "
                         u"that agreed to it."_s;
    if (sameName(watches, officer))
        return Refusal{u"COM-3.8"_s, u"watches"_s,
            u"%1 is out and cannot watch over their own check-in."_s.arg(officer), mend};
    for (const VisitId& id : records.openVisits()) {
        const auto other = records.visit(id);
        if (id != visit && other && other->leftAt <= at && sameName(watches, other->officerName))
            return Refusal{u"COM-3.8"_s, u"watches"_s,
                u"%1 is out too, at %2, and cannot watch the clocks."_s.arg(
                    other->officerName, other->where),
                mend};
    }
    return {};
}

std::optional<Refusal> refuseOutTwice(const UserId& officer, const Context& context)
{
    for (const VisitId& id : context.records.openVisits()) {
        const auto other = context.records.visit(id);
        if (other && other->officer == officer && other->leftAt <= context.occurred)
            return Refusal{u"COM-3.8"_s, u"officer"_s,
                u"%1 is out already, at %2 since %3."_s.arg(
                    other->officerName, other->where, timeText(other->leftAt)),
                u"Record the return with visit.return, or the new place with visit.change."_s};
    }
    return {};
}

std::optional<Refusal> refusePuttingOff(const Visit& visit, bool movesCheck, Instant now)
{
    if (!movesCheck || now < visit.nextCheck)
        return {};
    return Refusal{u"COM-3.8"_s, u"next_check"_s,
        u"The check-in was due at %1 and nobody was heard of."_s.arg(timeText(visit.nextCheck)),
        u"Ring them: record what you hear with visit.check_in, or whom you told with "
        u"visit.raise_alarm."_s};
}

std::optional<Refusal> refuseBackBeforeLeaving(Instant leaves, const std::optional<Instant>& backBy)
{
    if (!backBy || *backBy > leaves)
        return {};
    return Refusal{u"COM-3.8"_s, u"back_by"_s,
        u"They would be back at %1, before they leave at %2."_s.arg(
            dateTimeText(*backBy), dateTimeText(leaves)),
        u"Give the time when they are expected back."_s};
}

std::optional<Refusal> refuseCheckAfterReturn(
    Instant nextCheck, const std::optional<Instant>& backBy)
{
    if (!backBy || nextCheck <= *backBy)
        return {};
    return Refusal{u"COM-3.8"_s, u"next_check"_s,
        u"The check-in at %1 would come after the return at %2."_s.arg(
            timeText(nextCheck), timeText(*backBy)),
        u"Give an earlier check-in, or leave it out: the return is one."_s};
}

Instant nextCheckAfter(Instant at, Minutes every, const std::optional<Instant>& backBy)
{
    const Instant next = at + every;
    return backBy && *backBy > at ? std::min(next, *backBy) : next;
}

std::vector<Owed> owedOf(const Visit& visit)
{
    std::vector<Owed> owed;
    if (visit.open() && !visit.backBy)
        owed.push_back({u"COM-3.8"_s, u"back_by"_s,
            u"When %1 is expected back is not said."_s.arg(visit.officerName), u"check_in"_s});
    if (visit.open() && visit.watches.isEmpty())
        owed.push_back({u"COM-3.8"_s, u"watches"_s,
            u"Nobody is named who watches the clocks while %1 is out."_s.arg(visit.officerName),
            u"check_in"_s});
    if (visit.open() && visit.answers.isEmpty())
        owed.push_back({u"COM-3.8"_s, u"answers"_s,
            u"Nobody is named who answers the telephone while %1 is out."_s.arg(visit.officerName),
            u"check_in"_s});
    if (visit.returnedAt && !visit.writtenUpAt)
        owed.push_back({u"COOP-1.5"_s, u"entries"_s,
            u"The notes of the visit to %1 are not written up yet."_s.arg(visit.where),
            u"sign_off"_s});
    return owed;
}

QString visitText(const Visit& visit)
{
    QString text = u"%1 at %2"_s.arg(visit.officerName, visit.where);
    if (visit.backBy)
        text += u", back by "_s + timeText(*visit.backBy);
    return text;
}

namespace {

const VisitCheck* firstCheckAfter(const Visit& visit, Instant at)
{
    const auto found = std::find_if(visit.checks.begin(), visit.checks.end(),
        [at](const VisitCheck& each) { return each.at > at; });
    return found == visit.checks.end() ? nullptr : &*found;
}

// Word came since: when it had been due was replaced by it, whether it came in time was kept.
QString alarmBetween(const Visit& visit, Instant at, const VisitCheck& after)
{
    const QString text = after.late
        ? u"The alarm was raised for %1 at %2: nothing was heard between %3 and %4, and that word "
          u"came after it was due."_s
        : u"The alarm was raised for %1 at %2, ahead of the check-in that came in time at %4; last "
          u"heard of at %3."_s;
    return text.arg(
        visit.officerName, timeText(at), timeText(lastHeardBy(visit, at)), timeText(after.at));
}

}

Instant lastHeardBy(const Visit& visit, Instant at)
{
    if (visit.returnedAt && *visit.returnedAt <= at)
        return *visit.returnedAt;
    Instant last = visit.leftAt;
    for (const VisitCheck& check : visit.checks)
        if (check.at <= at)
            last = check.at;
    return last;
}

QString alarmText(const Visit& visit, Instant at)
{
    if (const VisitCheck* after = firstCheckAfter(visit, at))
        return alarmBetween(visit, at, *after);
    const QString last = timeText(lastHeardBy(visit, at));
    const QString next = timeText(visit.nextCheck);
    if (at < visit.nextCheck)
        return u"The alarm was raised for %1 ahead of the check-in at %2; last heard of at %3."_s
            .arg(visit.officerName, next, last);
    return u"Nothing was heard of %1 since %2, expected to check in at %3."_s.arg(
        visit.officerName, last, next);
}

std::shared_ptr<const Visit> openVisit(
    Decision& decision, const VisitId& wanted, const Context& context)
{
    auto visit = wanted.isNull() ? onlyOneOut(context) : context.records.visit(wanted);
    if (!visit)
        refused(decision,
            wanted.isNull() ? Refusal{{}, u"visit"_s,
                u"It is not clear who is meant: nobody, or more than one, is out."_s,
                u"Name the visit; `list visits` shows them."_s}
                            : refuseUnknown(u"visit"_s, u"visit"_s, u"visits"_s));
    else if (visit->returnedAt && context.occurred > *visit->returnedAt) {
        refused(decision,
            Refusal{u"COM-3.8"_s, u"visit"_s,
                u"%1 has been back since %2."_s.arg(
                    visit->officerName, dateTimeText(*visit->returnedAt)),
                u"Begin another visit, or give the time before that at which it happened."_s});
        return nullptr;
    } else if (context.occurred < visit->leftAt) {
        refused(decision,
            Refusal{u"COM-3.8"_s, u"at"_s,
                u"%1 left at %2, after that."_s.arg(
                    visit->officerName, dateTimeText(visit->leftAt)),
                u"Give a time after they left."_s});
        return nullptr;
    }
    return visit;
}

}
