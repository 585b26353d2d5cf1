#pragma once

#include "core/paper/paper.h"
#include "core/records.h"

namespace core {

/// The AMHP referral form as it is printed and e-mailed, generated from the record. HO-3.1b,
/// HO-3.5.
Paper formPaper(
    const Case& record, const Records& records, const Profile& profile, const PaperFrame& frame);

}
