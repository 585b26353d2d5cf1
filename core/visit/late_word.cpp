#include "core/visit/late_word.h"

#include "core/time/london.h"
#include "core/visit/visit_commands.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Word {
    Instant at;
    bool late = false;
    bool isReturn = false;
};

std::optional<Word> firstWordAfter(const Visit& visit, Instant at)
{
    const auto check = std::find_if(visit.checks.begin(), visit.checks.end(),
        [at](const VisitCheck& each) { return each.at > at; });
    if (check != visit.checks.end())
        return Word{check->at, check->late, false};
    if (visit.returnedAt && *visit.returnedAt > at)
        return Word{*visit.returnedAt, *visit.returnedAt > visit.nextCheck, true};
    return {};
}

// Of several days each time has its date.
QStringList timeTexts(const std::vector<Instant>& times)
{
    const bool isOneDay = std::all_of(times.begin(), times.end(),
        [&times](Instant at) { return dateOf(at) == dateOf(times.front()); });
    QStringList texts;
    for (const Instant at : times)
        texts.append(isOneDay ? timeText(at) : dateTimeText(at));
    return texts;
}

void takeBack(Decision& decision, const Visit& visit, const Word& after, const Context& context)
{
    const QStringList times = timeTexts({context.occurred, after.at});
    const QString words
        = u"%1 checked in at %2: by what is told now they were heard of in time at %3; what was "
          u"flagged of that stays as it was told then."_s.arg(
              visit.officerName, times[0], times[1]);
    noteOnCase(decision, visit.caseId, words, context);
    decision.notes.append(words);
}

}

void flagLateWord(Decision& decision, const Visit& visit, Instant at, const Context& context)
{
    // A check-in before that may be told later, here or at another desk: it says what was told.
    if (at <= visit.nextCheck)
        return;
    const QStringList times = timeTexts({visit.nextCheck, context.now, at});
    decision.flags.push_back({u"COM-3.8"_s,
        u"%1 was to check in at %2 and, as told at %3, was heard of at %4."_s.arg(
            visit.officerName, times[0], times[1], times[2])});
}

void judgeCheckIn(Decision& decision, const Visit& visit, Instant next, const Context& context)
{
    const auto after = firstWordAfter(visit, context.occurred);
    // Between two check-ins it was in time, or the later one is flagged for what was due then.
    if (!after || after->isReturn)
        flagLateWord(decision, visit, context.occurred, context);
    if (after && after->late && after->at <= next)
        takeBack(decision, visit, *after, context);
}

}
