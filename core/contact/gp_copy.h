#pragma once

#include "core/contact/contact.h"

namespace core {

/// A call about mental health work: assessments, s135, s136 and what an AMHP follows up.
bool isMentalHealthCall(Category category);

/// Whether the GP has a copy of the call: as was said, else of mental health work. HO-5.4
bool wantsGpCopy(const ContactDetails& details);

}
