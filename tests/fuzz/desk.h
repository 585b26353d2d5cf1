#pragma once

#include "tests/fuzz/promise.h"
#include "tests/support/handover_desk.h"

/// A desk with a person, a contact, cases in several stages and a handover proposed: what the
/// fuzzed input meets. Made once; never changed, so that one input always does the same.
const HandoverDesk& deskInTheMiddleOfANight();
