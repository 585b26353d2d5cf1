#pragma once

#include "ui/theme/colours.h"

#include <QFont>
#include <QObject>

namespace ui {

enum class ThemeChoice { Dark, Light, System };

/// Colours, font, spacings and zoom of the whole application; each change shows at once.
class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);

    void choose(ThemeChoice choice);
    /// Clamped to 100–250, in per cent.
    void zoomTo(int percent);

    ThemeChoice choice() const { return m_choice; }
    int zoom() const { return m_zoom; }
    bool dark() const;

signals:
    void changed();

private:
    void apply();

    ThemeChoice m_choice = ThemeChoice::Dark;
    int m_zoom = 100;
    bool m_systemIsDark = false;
    QFont m_systemFont;
};

}
