#pragma once

#include <QDialog>

class QListWidget;

namespace ui {

class DeskService;

/// Who is at this desk. What is written from then on carries that name.
class UserDialog : public QDialog {
    Q_OBJECT

public:
    explicit UserDialog(DeskService& desk, QWidget* parent = nullptr);

signals:
    /// Somebody who is not on the list wants to be.
    void addRequested();

private:
    void listUsers();
    void choose();

    DeskService& m_desk;
    QListWidget* m_list;
};

}
