#include "tests/support/invariants.h"

#include "core/clock/catalogue.h"
#include "core/duty/ladder.h"
#include "core/paper/acceptances.h"
#include "core/paper/plain_text.h"
#include "core/sitrep/figures.h"
#include "core/sitrep/sitrep_scope.h"
#include "tests/support/case_invariants.h"
#include "tests/support/rows_of_any.h"

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString workingDays(const Escalation& concern, const ServiceCalendar& calendar)
{
    for (const auto& due : {concern.responseDue, concern.followUpDue})
        if (due && !calendar.isWorkingDay(dateOf(*due)))
            return u"INV-9: %1 is due on %2"_s.arg(concern.ref, dateText(dateOf(*due)));
    for (const EscalationLevel& level : concern.levels)
        if (const auto& due = level.clocks.responseDue;
            due && dateOf(*due) != calendar.addWorkingDays(dateOf(level.at), 7))
            return u"INV-9: the seventh working day of %1 on level %2 is not"_s.arg(concern.ref)
                .arg(level.level);
    return {};
}

QString workingDays(const Case& record, const Wish& wish, const ServiceCalendar& calendar)
{
    if (wish.request.contains(u"due"_s))
        return {};
    for (const ClockFact& clock : record.clocks) {
        const ClockKind* kind = clockKind(clock.kind);
        const bool own = wish.request.value(u"do"_s) == u"case.clock_start"_s;
        if (own && kind && kind->span == Span::WorkingDays && clock.otherStarts.empty()
            && clock.id.value.toString(QUuid::WithoutBraces)
                == wish.request.value(u"id"_s).toString()
            && !calendar.isWorkingDay(dateOf(clock.due)))
            return u"INV-9: “%1” is due on %2"_s.arg(clock.title, dateText(dateOf(clock.due)));
    }
    return {};
}

int rungBefore(const Duty& before, const RunningLadder& ladder)
{
    for (const RunningLadder& each : before.ladders)
        if (each.id == ladder.id)
            return each.rung;
    return 0;
}

bool rang(const RunningLadder& ladder, int rung)
{
    return std::any_of(ladder.tries.begin(), ladder.tries.end(),
        [&](const LadderTry& each) { return each.rung == rung; });
}

// A rung is left after a call, or when nobody is on it, or for a reason that is told.
QString climb(const Duty& before, const Duty& now, const RunningLadder& ladder, bool reasoned)
{
    for (int rung = rungBefore(before, ladder); rung < ladder.rung; ++rung) {
        const bool nobody = ladder.terms.rungs[static_cast<std::size_t>(rung)].people.empty();
        if (!rang(ladder, rung) && !nobody && !reasoned)
            return u"INV-11: rung %1 was left without a call or a reason"_s.arg(rung);
    }
    if (nextStep(ladder, now, now.from).step == LadderStep::Climb && !rang(ladder, ladder.rung))
        return u"INV-11: the rung above %1 is offered before a call"_s.arg(ladder.rung);
    return {};
}

QString climbs(const Duty& before, const Duty& now, const Wish& wish)
{
    const bool reasoned = !wish.request.value(u"reason"_s).toString().isEmpty();
    for (const RunningLadder& ladder : now.ladders)
        if (const QString problem = climb(before, now, ladder, reasoned); !problem.isEmpty())
            return problem;
    return {};
}

QString lostNotes(const std::vector<Note>& before, const std::vector<Note>& now)
{
    for (const Note& old : before)
        if (std::none_of(now.begin(), now.end(),
                [&](const Note& each) { return each.id == old.id && each.words == old.words; }))
            return u"INV-10: the note “%1” is gone or another"_s.arg(old.words);
    return {};
}

std::map<QString, int> byService(const SitrepScope& scope, const char* key)
{
    std::map<QString, int> counts;
    for (const FigurePart& part : figureDefinition(QString::fromLatin1(key))->count(scope).parts)
        counts[part.label] += part.count;
    return counts;
}

void addFlow(std::map<QString, int>& cases, const SitrepScope& scope, const char* key, int sign)
{
    for (const auto& [service, count] : byService(scope, key))
        cases[service] += sign * count;
}

QString flows(const HandoverDesk& desk)
{
    for (Instant to = desk.now - 24h; to <= desk.now; to += 24h) {
        const SitrepScope scope = sitrepScope(to - 24h, to, desk, desk.calendar());
        std::map<QString, int> expected = byService(scope, "caseload.opening");
        for (const char* gain :
            {"caseload.received", "caseload.reopened", "caseload.transferred_in"})
            addFlow(expected, scope, gain, 1);
        for (const char* loss : {"caseload.closed", "caseload.transferred_out"})
            addFlow(expected, scope, loss, -1);
        std::erase_if(expected, [](const auto& each) { return each.second == 0; });
        if (expected != byService(scope, "caseload.closing"))
            return u"INV-8: the flows to %1 do not add up"_s.arg(dateTimeText(to));
    }
    return {};
}

QString books(const HandoverDesk& desk, const Case& record)
{
    for (const AcceptanceLine& line : acceptancesOn(record))
        for (const QString& service : {line.from, line.to}) {
            const auto period = bookPeriod(line, service, desk.calendar());
            const auto book = period ? acceptancesIn(*period, desk, desk.calendar())
                                     : std::vector<AcceptanceLine>{};
            if (std::count(book.begin(), book.end(), line) != 1)
                return u"INV-2: %1 is not once in the book of %2"_s.arg(
                    line.transferNumber, service);
        }
    return {};
}

QString print(const HandoverDesk& desk, const Case& record)
{
    const DutyPeriod ever{{}, desk.now - std::chrono::hours(24 * 4000), desk.now + 24h};
    const QString text = caseChronologyText(record, nullptr, ever, desk.calendar());
    for (const Note& entry : record.entries)
        if (!text.contains(plainText(entry.words)))
            return u"INV-10: “%1” is not in print"_s.arg(entry.words);
    return {};
}

}

QString InvariantWatch::ofRefusals(const Reply& reply) const
{
    if (m_desk.journal.size() != m_events)
        return u"INV-10: refused, and yet something was written"_s;
    for (const Refusal& each : reply.decision.refusals)
        if (each.clause.isEmpty() || each.field.isEmpty() || each.text.isEmpty()
            || each.mend.isEmpty())
            return u"DESK-4: a refusal without clause, field or mend: [%1] [%2] %3 [%4]"_s.arg(
                each.clause, each.field, each.text, each.mend);
    return {};
}

template <typename R>
std::shared_ptr<const R> InvariantWatch::exchanged(
    std::map<QUuid, std::shared_ptr<const R>>& kept, const QUuid& id, std::shared_ptr<const R> now)
{
    static const auto nothing = std::make_shared<const R>();
    auto before = std::exchange(kept[id], std::move(now));
    return before ? before : nothing;
}

QString InvariantWatch::ofRecord(const Subject& subject, const Wish& wish, const Reply& reply)
{
    if (const auto now = m_desk.caseRecord({subject.id})) {
        const auto before = exchanged(m_cases, subject.id, now);
        const QString broken = brokenOnCase({*before, *now, wish, reply, m_desk});
        return broken.isEmpty() ? workingDays(*now, wish, m_desk.calendar()) : broken;
    }
    if (const auto now = m_desk.contact({subject.id}))
        return lostNotes(exchanged(m_contacts, subject.id, now)->notes, now->notes);
    if (const auto now = m_desk.duty({subject.id})) {
        const auto before = exchanged(m_duties, subject.id, now);
        const QString lost = lostNotes(before->notes, now->notes);
        return lost.isEmpty() ? climbs(*before, *now, wish) : lost;
    }
    if (const auto now = m_desk.escalation({subject.id}))
        return workingDays(*now, m_desk.calendar());
    return {};
}

QString InvariantWatch::after(const Wish& wish, const Reply& reply)
{
    if (!reply.done())
        return ofRefusals(reply);
    m_events = m_desk.journal.size();
    std::vector<Subject> seen;
    for (const Event& event : reply.events) {
        if (std::find(seen.begin(), seen.end(), event.subject) != seen.end())
            continue;
        seen.push_back(event.subject);
        if (const QString problem = ofRecord(event.subject, wish, reply); !problem.isEmpty())
            return problem;
    }
    return {};
}

// One step after another or all anew, and in another order: the same rows.
static QString foldedAnew(const HandoverDesk& desk, const Subject& subject)
{
    std::vector<Event> events = desk.eventsOf(subject);
    std::reverse(events.begin(), events.end());
    if (rowsOfAny(fold(subject.kind, events)) != rowsOfAny(desk.any(subject)))
        return u"INV-10: %1 folds otherwise when it is folded anew"_s.arg(subject.id.toString());
    return {};
}

QString InvariantWatch::atTheEnd() const
{
    for (const Subject& subject : m_desk.subjects())
        if (subject.kind != SubjectKind::User)
            if (const QString problem = foldedAnew(m_desk, subject); !problem.isEmpty())
                return problem;
    for (const auto& [id, record] : m_cases) {
        if (const QString problem = books(m_desk, *record); !problem.isEmpty())
            return problem;
        if (const QString problem = print(m_desk, *record); !problem.isEmpty())
            return problem;
    }
    return flows(m_desk);
}
