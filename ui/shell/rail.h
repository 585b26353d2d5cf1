#pragma once

#include <QFrame>

#include <vector>

class QAction;

namespace ui {

class RailButton;
struct PageEntry;

/// The pages at the left edge: Alt+1 …; only pictures where the window is narrow for its zoom.
class Rail : public QFrame {
    Q_OBJECT

public:
    explicit Rail(const std::vector<PageEntry>& pages, QWidget* parent = nullptr);

    void setCurrent(const QString& key);
    void setNarrow(bool narrow);
    /// A number on the page's button; 0 takes it away. `spoken`: "2 records in conflict".
    void setBadge(const QString& key, int number, const QString& spoken);
    const std::vector<QAction*>& pageActions() const { return m_actions; }

signals:
    void chosen(const QString& key);
    /// The number at a page was chosen.
    void badgeChosen(const QString& key);

private:
    void add(const PageEntry& page, int number);

    std::vector<QAction*> m_actions;
    std::vector<RailButton*> m_buttons;
};

}
