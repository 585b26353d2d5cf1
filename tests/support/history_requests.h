#pragma once

#include "tests/support/histories.h"

/// The fields of the command on a case that a happening stands for; empty for what is none.
QString requestFor(const Happening& what);
