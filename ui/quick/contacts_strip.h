#pragma once

#include "core/id.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace ui {

class ContactsModel;
class DeskService;

/// The contacts of this duty under the board. Enter opens one beside the board.
class ContactsStrip : public QWidget {
    Q_OBJECT

public:
    explicit ContactsStrip(DeskService& desk, QWidget* parent = nullptr);

    void select(const core::ContactId& id);
    void focusList();

signals:
    void opened(const core::ContactId& contact);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showCount();
    void fit();

    ContactsModel* m_model;
    QLabel* m_heading;
    QTableView* m_view;
};

}
