#pragma once

#include "core/paper/chronicle_lines.h"

/// What a chronicle tells of the help of other teams and of the alternatives that were explored.
namespace core::chronicle {

/// Each request, what was asked, of whom and why, and each answer to it. COOP-2.1, COOP-2.2
void addSupports(Lines& lines, const Case& record, const Profile& profile);

/// The matrix of alternatives; what CRHT answered stands among the requests. COOP-2.6
void addAlternatives(Lines& lines, const Case& record, const Profile& profile);

}
