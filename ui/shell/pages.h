#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace ui {

class DeskService;
class Page;

/// How a page comes into the window. Those on the rail have Alt+1, Alt+2 … in this order.
struct PageEntry {
    QString key; ///< "desk": also the name of its screenshot
    QString title;
    QString icon; ///< resources/icons/….svg
    QString tip; ///< what one does there, a sentence
    bool onRail = true;
    std::function<Page*(DeskService&)> make;
    bool ofCases = true; ///< not for a limited role. S3-iii
};

/// Every page of the window; a new page is one line here.
std::vector<PageEntry> pages();

}
