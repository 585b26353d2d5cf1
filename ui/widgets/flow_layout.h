#pragma once

#include <QLayout>

namespace ui {

/// Places widgets in lines and begins a new line where the width ends, so that nothing is cut off
/// at any zoom.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

    /// Room between neighbours in a line, in pixels at 100 per cent; by default the style's.
    void setGap(int pixels) { m_gap = pixels; }

private:
    int place(const QRect& rect, bool really) const;
    int gap() const;

    std::vector<QLayoutItem*> m_items;
    int m_gap = -1;
};

}
