#pragma once

#include "core/casework/case.h"
#include "core/paper/paper.h"
#include "core/profile/calendar.h"
#include "ui/print/files.h"

#include <QObject>
#include <QTemporaryDir>

namespace ui {

class DeskService;

/// The papers of the handover page: its sheet to print or keep as PDF, and the referral form as an
/// e-mail draft. Drafts lie in a folder of their own that goes with the window.
class HandoverPapers : public QObject {
    Q_OBJECT

public:
    HandoverPapers(const DeskService& desk, QWidget* page);

    core::Paper sheet(const core::WindowTimes& times) const;
    /// Asks for a printer.
    void printSheet(const core::WindowTimes& times);
    /// Asks for a file.
    void saveSheet(const core::WindowTimes& times);
    /// Opens the referral form as it prints now in the mail program, as a draft to `to`.
    void draftForm(const core::Case& record, const QString& to);

signals:
    void said(const QString& words);

private:
    core::PaperFrame frame(const QString& service) const;

    const DeskService& m_desk;
    QWidget* m_page;
    QTemporaryDir m_drafts;
};

}
