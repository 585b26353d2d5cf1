#pragma once

#include "core/paper/paper.h"

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;

namespace print {
struct Problem;
}

namespace ui {

class DeskService;

/// A paper before it leaves: its pages to look at, then as PDF, as an e-mail draft or on a printer.
class PaperDialog : public QDialog {
    Q_OBJECT

public:
    PaperDialog(const DeskService& desk, const core::Paper& paper, QWidget* parent = nullptr);

    /// Where the PDF goes; the e-mail draft goes beside it.
    void setFile(const QString& path);
    QString told() const;

signals:
    void said(const QString& words);
    /// A draft to these addresses was written.
    void drafted(const QStringList& to);

private:
    QWidget* makeFields();
    QWidget* makeButtons();
    void browse();
    void savePdf();
    void saveDraft();
    void printOut();
    void tell(const std::optional<print::Problem>& problem, const QString& path);
    void refuse(const QString& words);
    QString fileWith(const QString& suffix) const;

    const DeskService& m_desk;
    core::Paper m_paper;
    QLineEdit* m_file;
    QLineEdit* m_to;
    QLabel* m_told;
};

}
