#pragma once

#include "ui/desk/exchange.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

class DeskService;
class FileLine;

/// A question about files: what it is about, the file line, what is wrong, two buttons.
class FileQuestion : public QDialog {
    Q_OBJECT

public:
    FileQuestion(const QString& title, const QString& about, FileLine* line, QWidget* parent);

    FileLine& line() const { return *m_line; }

protected:
    void showEvent(QShowEvent* event) override;
    /// As high as its words need.
    void fit();
    /// Another row above the file.
    void addRow(const QString& caption, QWidget* row);
    /// `text` on the main button; it has Enter.
    void setMain(const QString& text);
    /// The question is answered: what remains is to close it.
    void setDone();
    void refuse(const QString& words);
    /// The main button was pressed.
    virtual void take() = 0;
    /// Below the file.
    QVBoxLayout* rows() const { return m_rows; }

private:
    FileLine* m_line;
    QVBoxLayout* m_above;
    QVBoxLayout* m_rows;
    QPushButton* m_main;
    QPushButton* m_cancel;
    QLabel* m_refusal;
};

/// To which service, into which file, and whether what they said that they have goes again.
class ExportDialog : public FileQuestion {
    Q_OBJECT

public:
    ExportDialog(const DeskService& desk, const QString& service, QWidget* parent = nullptr);

signals:
    void chosen(const QString& service, const QString& file, Sends what);

protected:
    void take() override;

private:
    void suggest();

    const DeskService& m_desk;
    QComboBox* m_service;
    QCheckBox* m_everything;
    QString m_suggested;
};

/// Which bundles to read.
class ImportDialog : public FileQuestion {
    Q_OBJECT

public:
    explicit ImportDialog(QWidget* parent = nullptr);

signals:
    void chosen(const QStringList& files);

protected:
    void take() override;
};

/// Which folder is shared with the desks of the own service; empty: none.
class FolderDialog : public FileQuestion {
    Q_OBJECT

public:
    FolderDialog(const QString& folder, QWidget* parent = nullptr);

signals:
    void chosen(const QString& folder);

protected:
    void take() override;
};

}
