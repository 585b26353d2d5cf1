#pragma once

#include "ui/desk/fresh_store.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace ui {

/// Shown instead of the window when a store is too damaged to be opened: says what is wrong, and
/// one key goes on in a fresh store beside it. What cannot be read of the damaged one is asked for.
class DamagedStoreDialog : public QDialog {
    Q_OBJECT

public:
    /// `what`: what is wrong and what it means, sentences.
    DamagedStoreDialog(const QString& store, const QString& what, QWidget* parent = nullptr);

    /// The store to go on in, once accepted.
    QString freshStore() const { return m_fresh; }

private:
    void makeFields(QFormLayout& form);
    void showServices();
    FreshStore::Given given() const;
    void start();

    QString m_store;
    FreshStore::Asked m_asked;
    QComboBox* m_profile;
    QComboBox* m_service;
    QLineEdit* m_desk;
    QLabel* m_problem;
    QString m_fresh;
};

}
