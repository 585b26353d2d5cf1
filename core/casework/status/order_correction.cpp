#include "core/casework/status/order_correction.h"

#include "core/casework/entry_events.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

static Instant ownEnd(const ClockStart& told, const Context& context)
{
    return told.due ? *told.due : dueOf(*clockKind(told.kind), told.start, context.calendar).due;
}

// Another start does not move the end that the order itself names.
static Instant endInTruth(const ClockFact& order, const ClockStart& truth, const Context& context)
{
    const Instant longest = ownEnd(truth, context);
    const Instant before = dueOf(*clockKind(order.kind), order.start, context.calendar).due;
    const bool isKept = !truth.due && truth.start != order.start && order.firstDue < before
        && truth.start < order.firstDue;
    return isKept ? std::min(order.firstDue, longest) : longest;
}

const ClockFact* orderToCorrect(const Case& record, const QString& kind, const PartId& id)
{
    const ClockFact* found = nullptr;
    for (const ClockFact& each : record.clocks) {
        const bool isNamed = each.kind == kind && (id.isNull() || each.id == id);
        if (isNamed && (!found || each.stands() || !found->stands()))
            found = &each;
    }
    return found;
}

std::optional<Refusal> refuseCorrection(const ClockKind& kind, const ClockFact* order)
{
    if (statusOfClock(kind.key))
        return Refusal{kind.clause, u"correction"_s,
            u"“%1” begins with its legal status."_s.arg(kind.title),
            u"Put the start right with case.status and a correction."_s};
    if (kind.key == u"ed_12h"_s)
        return Refusal{kind.clause, u"correction"_s,
            u"“%1” counts from the decision to admit."_s.arg(kind.title),
            u"Put the time of the decision right with case.decision_to_admit and a correction; "
            u"where "
            u"none is on the case, end what did not run with case.clock_end and tell it anew."_s};
    if (!kind.atMost)
        return Refusal{kind.clause, u"correction"_s,
            u"No correction moves the start of “%1”: of two that are told the earlier counts."_s
                .arg(kind.title),
            u"Leave correction out; end what did not run with case.clock_end."_s};
    if (!order)
        return Refusal{kind.clause, u"correction"_s, u"No “%1” is on this case."_s.arg(kind.title),
            u"Leave correction out to record one."_s};
    return {};
}

void correctOrder(Decision& decision, const Case& record, ClockStart truth, const QString& why,
    const Context& context)
{
    const ClockFact& order = *orderToCorrect(record, truth.kind, truth.id);
    const Instant due = endInTruth(order, truth, context);
    if (truth.start == order.start && due == order.firstDue) {
        refused(decision,
            Refusal{order.clause, u"due"_s,
                u"It runs from %1 until %2 already."_s.arg(
                    dateTimeText(order.start), dateTimeText(order.firstDue)),
                u"Give start or due as they stand on the order."_s});
        return;
    }
    if (truth.evidence.isEmpty())
        truth.evidence = order.evidence;
    const Subject subject = subjectOf(record.id);
    decision.events.push_back(newEvent(subject,
        ClockOtherStart{order.id, truth.start, truth.evidence, due,
            warningsBefore(due, order.kind, context.profile()), why},
        truth.start));
    const Case after = preview(record, subject, decision, context);
    const auto now = std::find_if(after.clocks.begin(), after.clocks.end(),
        [&order](const ClockFact& each) { return each.id == order.id; });
    const QString words
        = u"“%1” was recorded from %2 until %3, and put right: from %4 until %5. It runs until "
          u"%6. %7"_s.arg(order.title, dateTimeText(order.start), dateTimeText(order.firstDue),
              dateTimeText(truth.start), dateTimeText(due), dateTimeText(now->due), why);
    decision.events.push_back(
        newEvent(subject, CaseNoted{{context.mint()}, u"correction"_s, words, context.late()}));
    decision.notes.append(words);
    decision.made.insert(u"id"_s, order.id.text());
    decision.made.insert(u"clock"_s, order.id.text());
    decision.made.insert(u"due"_s, isoText(now->due));
}

QString ownEndMend(const ClockKind& kind)
{
    return kind.atMost ? u" If its own end was recorded wrongly, put that right first with "
                         "case.clock_start, due and a correction."_s
                       : QString();
}

void noteEarlierEnd(
    Decision& decision, const ClockFact& order, const ClockStart& told, const Context& context)
{
    if (!clockKind(order.kind)->atMost || told.start != order.start
        || ownEnd(told, context) <= order.firstDue)
        return;
    decision.notes.append(
        u"Of two ends of “%1” the earlier counts: %2. If that one was recorded wrongly, tell the "
        u"order again with a correction."_s.arg(order.title, dateTimeText(order.firstDue)));
}

}
