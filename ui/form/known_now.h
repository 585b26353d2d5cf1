#pragma once

#include "core/journal/subject.h"
#include "core/records.h"
#include "ui/form/known_fields.h"

namespace ui {

/// What a record says now, by the names that its commands give the fields: a contact's details, a
/// case's referral form, a person's identity.
std::vector<KnownField> knownNow(
    const core::Records& records, const core::Profile& profile, const core::Subject& subject);

}
