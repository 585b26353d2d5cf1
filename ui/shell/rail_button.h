#pragma once

#include <QToolButton>

namespace ui {

/// A page on the rail; a number at its edge tells that something there needs a person.
class RailButton : public QToolButton {
    Q_OBJECT

public:
    using QToolButton::QToolButton;

    /// 0: nothing. `spoken`: "2 records in conflict", added to the button's spoken name.
    void setBadge(int number, const QString& spoken);
    int badge() const { return m_badge; }
    /// Where the number stands.
    QRect badgePlace() const;
    /// With room for a badge beside the words, so that nothing moves when one comes.
    QSize sizeHint() const override;

signals:
    /// The number itself was pressed, not the page beside it.
    void badgeChosen();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QFont badgeFont() const;
    QString badgeWords() const;

    int m_badge = 0;
};

}
