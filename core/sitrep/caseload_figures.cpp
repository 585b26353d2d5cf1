#include "core/sitrep/counting.h"
#include "core/sitrep/tally.h"

#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr auto moment = std::chrono::milliseconds(1);

/// What happened to one case at one instant: who held it before and after.
struct Move {
    QString from; ///< empty: it was not open
    QString to; ///< empty: it was closed
    bool first = false; ///< it had never been open before
};

// Holder before and after each instant of the period at which either could change. Counting the
// steps of one function makes the flows add up, whatever order things were typed in. Invariant 8.
std::vector<Move> movesOf(const Case& record, const SitrepScope& scope)
{
    std::set<Instant> turns{record.openedAt};
    for (const auto& entry : record.responsible.entries())
        turns.insert(entry.from);
    for (const ClosedSpell& spell : record.closedSpells) {
        turns.insert(spell.from);
        turns.insert(spell.until.value_or(spell.from));
    }
    std::vector<Move> moves;
    for (const Instant at : turns) {
        if (!scope.holds(at))
            continue;
        const Move move{holderAt(record, at - moment), holderAt(record, at), at == record.openedAt};
        if (move.from != move.to)
            moves.push_back(move);
    }
    return moves;
}

template <typename Wanted>
Figure countMoves(const SitrepScope& scope, const Wanted& serviceOf)
{
    Tally tally;
    for (const auto& record : scope.cases)
        for (const Move& move : movesOf(*record, scope))
            if (const QString service = serviceOf(move); !service.isEmpty())
                tally.add(refOf(*record)).under(u"service"_s, serviceLabel(scope, service));
    return tally.done();
}

Figure countHeldAt(const SitrepScope& scope, Instant at)
{
    Tally tally;
    for (const auto& record : scope.cases)
        if (const QString holder = holderAt(*record, at); !holder.isEmpty())
            tally.add(refOf(*record)).under(u"service"_s, serviceLabel(scope, holder));
    return tally.done();
}

}

Figure countOpening(const SitrepScope& scope)
{
    return countHeldAt(scope, scope.from - moment);
}

Figure countReceived(const SitrepScope& scope)
{
    return countMoves(scope,
        [](const Move& move) { return move.from.isEmpty() && move.first ? move.to : QString(); });
}

Figure countReopened(const SitrepScope& scope)
{
    return countMoves(scope,
        [](const Move& move) { return move.from.isEmpty() && !move.first ? move.to : QString(); });
}

Figure countTransferredIn(const SitrepScope& scope)
{
    return countMoves(
        scope, [](const Move& move) { return move.from.isEmpty() ? QString() : move.to; });
}

Figure countTransferredOut(const SitrepScope& scope)
{
    return countMoves(
        scope, [](const Move& move) { return move.to.isEmpty() ? QString() : move.from; });
}

Figure countClosed(const SitrepScope& scope)
{
    return countMoves(
        scope, [](const Move& move) { return move.to.isEmpty() ? move.from : QString(); });
}

Figure countClosing(const SitrepScope& scope)
{
    return countHeldAt(scope, scope.cutOff());
}

}
