#pragma once

#include "core/duty/duty.h"

namespace core {

/// Who has a promise of a duty: the user, and the name that stands on the rail.
struct Holder {
    UserId user;
    QString name;
};

/// Who has what `maker` promised or began on the duty at `made`: them, or who took it over by the
/// reliefs and shift handovers of the duty after that. A promise that is told after them has not
/// been passed on by them yet. HO-2.1, S3-ii
Holder holderOn(const Duty& duty, Holder maker, Instant made);

/// To whom feedback for that officer is due, added on the duty at `made`: them, or who took over
/// from them by then. Whoever is on no list of the duty stays as named. ESC-6.4, HO-2.1
QString toldInstead(const Duty& duty, const QString& officer, Instant made);

/// Feedback that is due to one of `from` and was not given goes to `to`. ESC-6.4, HO-2.1
void passFeedback(Duty& duty, const QStringList& from, const QString& to);

/// Whose promises go over at a shift handover: the giver's, and of whoever was on that shift, also
/// those who left before; not the taker's, nor of who was on the `next` shift by then. S3-ii
std::vector<UserId> giversOf(
    const Duty& duty, const UserId& giver, const UserId& taker, const Duty* next, Instant at);

}
