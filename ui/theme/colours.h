#pragma once

#include <QColor>
#include <QPalette>

namespace ui {

/// Every colour of the window, in one of two sets. Text reads at 4.5:1 or better on `window`,
/// `surface` and `raised`; lines that carry meaning and the focus ring at 3:1.
struct Colours {
    QColor window; ///< behind everything
    QColor surface; ///< tables, editors
    QColor raised; ///< headings, selected rows, bars
    QColor line; ///< quiet separators
    QColor border; ///< outlines of editors and buttons
    QColor text;
    QColor quiet; ///< captions, secondary words
    QColor accent; ///< links, the current page, the main button
    QColor onAccent;
    QColor focus;
    QColor selection;

    QColor calm; ///< a running clock with time in hand
    QColor warned;
    QColor pressing;
    QColor expired;
    QColor done; ///< saved, ended, accepted
    QColor onAlarm; ///< text on a field filled with an alarm colour
};

const Colours& darkColours();
const Colours& lightColours();

/// The set that `palette` was made from.
const Colours& coloursOf(const QPalette& palette);

QPalette paletteOf(const Colours& colours);

/// WCAG contrast ratio, 1 to 21.
double contrast(const QColor& one, const QColor& other);

}
