#pragma once

#include <vector>

namespace print {

/// What page breaking knows of a piece of paper: no more than its measures.
struct Extent {
    double height = 0;
    double before = 0; ///< space above it, dropped at the top of a page
    bool withNext = false; ///< never the last on its page
    bool newPage = false;
    int head = -1; ///< piece repeated above it when it is the first on a page; -1: none
};

struct Placed {
    int piece = 0;
    double top = 0;

    bool operator==(const Placed&) const = default;
};

using PageOf = std::vector<Placed>;

/// Puts the pieces on pages of one height, in order. What belongs together stays together where a
/// page is high enough for it; no page is empty.
std::vector<PageOf> breakIntoPages(const std::vector<Extent>& pieces, double pageHeight);

}
