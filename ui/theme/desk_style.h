#pragma once

#include <QProxyStyle>

namespace ui {

/// Fusion with spacings that grow with the zoom, and no animation: the window is still.
class DeskStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit DeskStyle(int zoomPercent);

    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
        const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr,
        const QWidget* widget = nullptr, QStyleHintReturn* returned = nullptr) const override;

private:
    int m_zoom;
};

}
