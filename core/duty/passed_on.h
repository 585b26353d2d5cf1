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

/// Whose promises go over at a shift handover: the giver's, and of whoever was on that shift, also
/// those who left before; not the taker's, nor of who was on the `next` shift by then. S3-ii
std::vector<UserId> giversOf(
    const Duty& duty, const UserId& giver, const UserId& taker, const Duty* next, Instant at);

}
