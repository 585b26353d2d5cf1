#pragma once

#include "ui/shell/page.h"

class QComboBox;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace ui {

class BoardFilter;
class BoardModel;
class BoardView;
class ContactPanel;
class ContactsStrip;
class DeskService;
class EmptyState;
class QuickEntry;

/// The desk: the line for the next call, the board of open cases, the contacts of this duty.
class DeskPage : public Page {
    Q_OBJECT

public:
    explicit DeskPage(DeskService& desk, QWidget* parent = nullptr);

    bool showRecord(const core::Subject& subject, const core::PartId& part) override;
    void focusFirst() override;
    void focusRecord() override;
    core::Subject shownRecord() const override;
    bool openForm(const QString& command) override;

private:
    bool showNewestContactOf(const core::PersonId& person);
    QWidget* makeBoard();
    void addKeys();
    void makeRoom();
    QWidget* makeFilter();
    void connectParts();
    void openCase(const QModelIndex& index);
    void filterWhose();
    void showState();

    DeskService& m_desk;
    BoardModel* m_board;
    BoardFilter* m_filter;
    QuickEntry* m_quick;
    BoardView* m_view;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    QLineEdit* m_words;
    QComboBox* m_whose;
    ContactsStrip* m_contacts;
    ContactPanel* m_contact;
    QSplitter* m_both;
};

}
