#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/contact/contact.h"

namespace core {

/// Who takes in the day what the night left: a service on whose handover it stands, or a team on
/// the morning list of its council. HO-2.1c
struct DayTaker {
    QString name;
    QString council; ///< profile key; empty: of no council's own
    QString kindOfWork; ///< by which the case comes on that list
    bool byHandover = false; ///< else by the morning list
};

/// The keys of those: the services that take over from `giver` in the morning, then the teams.
QStringList dayTakers(const QString& giver, const Profile& profile);

/// HO-2.1c: why `key` takes nothing that `giver` leaves.
std::optional<Refusal> refuseDayTaker(
    const QString& key, const QString& giver, const Profile& profile);

/// Of the key of a service or a team, for work of `kind` that `giver` leaves. HO-2.1c
DayTaker dayTaker(
    const QString& key, const QString& giver, const QString& kind, const Profile& profile);

/// Until when it is to be taken up, of work of `kind`: the end of the working day whose hours come
/// next; where the bank holidays are not known, of the next day. HO-2.1c
Instant takenUpBy(Instant at, const QString& kind, const Context& context);

}
