#include "ui/handover/papers.h"

#include "core/paper/form_paper.h"
#include "core/paper/handover_sheet.h"
#include "ui/desk/desk_service.h"
#include "ui/print/paper_pages.h"
#include "ui/widgets/words.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

HandoverPapers::HandoverPapers(const DeskService& desk, QWidget* page)
    : QObject(page)
    , m_desk(desk)
    , m_page(page)
{
}

core::PaperFrame HandoverPapers::frame(const QString& service) const
{
    const auto user = m_desk.user();
    return core::frameOf(
        m_desk.calendar(), service, user ? user->name : tr("nobody named"), m_desk.now());
}

core::Paper HandoverPapers::sheet(const core::WindowTimes& times) const
{
    return core::handoverSheet(times, m_desk.records(), m_desk.profile(), frame(times.from));
}

void HandoverPapers::printSheet(const core::WindowTimes& times)
{
    const core::Paper paper = sheet(times);
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(print::fileName(paper, u"pdf"_s));
    auto* dialog = new QPrintDialog(printer.get(), m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer, paper] {
        const int pages = print::paint(*printer, paper);
        emit said(tr("%1 sent to the printer: %2 pages.").arg(paper.title).arg(pages));
    });
    dialog->open();
}

void HandoverPapers::saveSheet(const core::WindowTimes& times)
{
    const core::Paper paper = sheet(times);
    auto* dialog = new QFileDialog(m_page, tr("Save the handover sheet"),
        QDir::homePath() + u'/' + print::fileName(paper, u"pdf"_s), tr("PDF (*.pdf)"));
    dialog->setObjectName(u"sheetFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, paper](const QString& path) {
        if (const auto problem = print::writePdf(paper, path))
            emit said(u"%1 %2"_s.arg(problem->text, problem->mend));
        else
            emit said(tr("The handover sheet is saved as %1.").arg(QDir::toNativeSeparators(path)));
    });
    dialog->open();
}

void HandoverPapers::draftForm(const core::Case& record, const QString& to)
{
    const core::Paper paper = core::formPaper(
        record, m_desk.records(), m_desk.profile(), frame(record.responsible.current()));
    const core::Service* own = m_desk.profile().service(record.responsible.current());
    const QString path = m_drafts.filePath(print::fileName(paper, u"eml"_s));
    const print::Recipients recipients{own ? own->email : QString(), {to}};
    if (const auto problem = print::writeEml(paper, recipients, path)) {
        emit said(u"%1 %2"_s.arg(problem->text, problem->mend));
        return;
    }
    if (QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        emit said(tr("The form is in a draft of your mail program. Send it, then save here."));
    else
        emit said(tr("No mail program took the draft; it lies at %1. Send it, then save here.")
                      .arg(QDir::toNativeSeparators(path)));
}

}
