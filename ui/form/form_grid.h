#pragma once

#include <QLayout>

namespace ui {

/// Two fields side by side where there is room, one below the other where there is not; wide ones
/// take the whole line.
class FormGrid : public QLayout {
    Q_OBJECT

public:
    explicit FormGrid(QWidget* parent = nullptr);
    ~FormGrid() override;

    void add(QWidget* widget, bool wide);

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_places.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Place {
        QLayoutItem* item;
        bool wide;
    };

    /// One field, or two side by side.
    struct Line {
        const Place* first;
        const Place* second;
    };

    std::vector<Line> lines(bool two) const;
    int place(const QRect& rect, bool really) const;
    int em() const;

    std::vector<Place> m_places;
};

}
