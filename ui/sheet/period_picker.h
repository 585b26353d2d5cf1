#pragma once

#include <QWidget>

class QComboBox;
class QPushButton;

namespace ui {

/// Chooses one of several periods, the newest first, with a key each for the one before and the one
/// after.
class PeriodPicker : public QWidget {
    Q_OBJECT

public:
    PeriodPicker(const QString& name, const QString& spoken, QWidget* parent = nullptr);

    /// Stays at its place in the list.
    void setPeriods(const QStringList& periods);
    int current() const;
    void choose(int place);

signals:
    void chosen(int place);

private:
    void move(int by);
    void showEnds();

    QComboBox* m_list;
    QPushButton* m_earlier;
    QPushButton* m_later;
};

}
