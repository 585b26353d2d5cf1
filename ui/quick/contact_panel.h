#pragma once

#include "core/contact/contact.h"
#include "ui/desk/answer.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace ui {

class AlsoHere;
class ConflictsPanel;
class DeskService;
class FactsList;
class FormHost;

/// One contact beside the board: its words, what is known and owed, and what can be done with it.
/// Opens on the form for the other fields right after the call is saved.
class ContactPanel : public QFrame {
    Q_OBJECT

public:
    explicit ContactPanel(DeskService& desk, QWidget* parent = nullptr);

    void show(const core::ContactId& id);
    /// Shows the contact and offers its other fields, every one of them "not yet known".
    void describe(const core::ContactId& id);
    const core::ContactId& contact() const { return m_id; }
    /// Opens the form of a command about this contact.
    void act(const QString& command);
    /// The keyboard goes to the open form, else to what can be done.
    void focusActions();
    FormHost& forms() const { return *m_forms; }

signals:
    void closed();
    void reported(const ui::Answer& answer, const QString& saved);
    void openRequested(const core::Subject& subject);

private:
    void makeActions(QVBoxLayout* layout);
    void refresh();
    void restoreDraft();
    void showOwed(const core::Contact& contact);
    void showKnown(const core::Contact& contact);
    void showNotes(const core::Contact& contact);
    void copyOnce();
    void finished(const Answer& answer, const QString& saved);

    DeskService& m_desk;
    core::ContactId m_id;
    QLabel* m_heading;
    QLabel* m_state;
    AlsoHere* m_alsoHere;
    ConflictsPanel* m_conflicts;
    QLabel* m_words;
    FactsList* m_owed;
    QWidget* m_actions;
    FactsList* m_known;
    FactsList* m_notes;
    FormHost* m_forms;
    QWidget* m_reading;
};

}
