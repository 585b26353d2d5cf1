#include "core/duty/passed_on.h"

#include "core/text/folded.h"

#include <algorithm>

namespace core {

namespace {

struct Move {
    Instant at;
    UserId from; ///< null: of everybody on the duty
    Holder to;
};

std::vector<Move> movesOf(const Duty& duty)
{
    std::vector<Move> moves;
    for (const Relief& relief : duty.reliefs)
        moves.push_back({relief.at, relief.leaverId, {relief.relieverId, relief.reliever}});
    for (const ShiftHandover& handed : duty.shiftHandovers)
        moves.push_back({handed.at, {}, {handed.takerId, handed.taker}});
    std::stable_sort(
        moves.begin(), moves.end(), [](const Move& a, const Move& b) { return a.at < b.at; });
    return moves;
}

bool isOnAt(const Duty& duty, const UserId& user, Instant at)
{
    return std::any_of(duty.officers.begin(), duty.officers.end(), [&](const OfficerOnDuty& each) {
        const bool gone = each.left && each.until && *each.until < at;
        return each.user == user && each.from <= at && !gone;
    });
}

}

Holder holderOn(const Duty& duty, Holder maker, Instant made)
{
    for (const Move& move : movesOf(duty))
        if (move.at > made && (move.from.isNull() || move.from == maker.user))
            maker = move.to;
    return maker;
}

QString toldInstead(const Duty& duty, const QString& officer, Instant made)
{
    for (const OfficerOnDuty& each : duty.officers)
        if (isSameName(each.name, officer))
            return holderOn(duty, {each.user, officer}, made).name;
    return officer;
}

void passFeedback(Duty& duty, const QStringList& from, const QString& to)
{
    const auto isDue = [&from](const ManagerAction& action) {
        return !action.toldAt && std::any_of(from.begin(), from.end(), [&](const QString& name) {
            return isSameName(name, action.officer);
        });
    };
    for (ManagerAction& action : duty.managerActions)
        if (isDue(action))
            action.officer = to;
}

std::vector<UserId> giversOf(
    const Duty& duty, const UserId& giver, const UserId& taker, const Duty* next, Instant at)
{
    std::vector<UserId> givers{giver};
    for (const OfficerOnDuty& each : duty.officers) {
        const bool stays = each.user == taker || (next && isOnAt(*next, each.user, at));
        if (!stays && std::find(givers.begin(), givers.end(), each.user) == givers.end())
            givers.push_back(each.user);
    }
    return givers;
}

}
