#pragma once

#include "core/casework/case.h"

namespace core {

/// What a paper of a past moment tells of a case: without the beds, doctors, attendance,
/// alternatives, answers and outcomes of after `at`. Timelines keep every entry. REC-2.7
Case asItStood(Case record, Instant at);

}
