#pragma once

#include <QFrame>

#include <vector>

class QAction;
class QToolButton;

namespace ui {

struct PageEntry;

/// The pages at the left edge: Alt+1 …; only pictures where the window is narrow for its zoom.
class Rail : public QFrame {
    Q_OBJECT

public:
    explicit Rail(const std::vector<PageEntry>& pages, QWidget* parent = nullptr);

    void setCurrent(const QString& key);
    void setNarrow(bool narrow);
    const std::vector<QAction*>& pageActions() const { return m_actions; }

signals:
    void chosen(const QString& key);

private:
    void add(const PageEntry& page, int number);

    std::vector<QAction*> m_actions;
    std::vector<QToolButton*> m_buttons;
};

}
