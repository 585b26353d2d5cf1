#pragma once

#include "core/paper/paper.h"

#include <QByteArray>

class QPagedPaintDevice;

namespace print {

/// Paints the paper page by page: marking top and bottom, page x of y, version, foot. The device's
/// page size counts, its margins do not. Answers the number of pages.
int paint(QPagedPaintDevice& device, const core::Paper& paper);

/// The paper as A4 PDF with embedded fonts, title and creator: the same bytes for the same paper.
/// Needs a QGuiApplication.
QByteArray toPdf(const core::Paper& paper);

}
