#include "ui/paper/paper_dialog.h"

#include "core/text/identifiers.h"
#include "ui/desk/desk_service.h"
#include "ui/paper/paper_preview.h"
#include "ui/print/files.h"
#include "ui/print/paper_pages.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

PaperDialog::PaperDialog(const DeskService& desk, const core::Paper& paper, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_paper(paper)
    , m_file(new QLineEdit)
    , m_to(new QLineEdit)
    , m_told(label({}, "strong"))
{
    setWindowTitle(u"%1 %2"_s.arg(paper.title, paper.ref).trimmed());
    auto* layout = new QVBoxLayout(this);
    if (!paper.standing.isEmpty())
        layout->addWidget(label(paper.standing, "owed"));
    auto* preview = new PaperPreview(paper);
    layout->addWidget(preview, 1);
    layout->addWidget(makeFields());
    layout->addWidget(m_told);
    m_told->hide();
    layout->addWidget(makeButtons());
    setFile(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                .filePath(print::fileName(paper, u"pdf"_s)));
    const int em = fontMetrics().height();
    resize(em * (paper.landscape ? 62 : 48), em * 44);
    preview->setFocus();
}

QWidget* PaperDialog::makeFields()
{
    m_file->setObjectName(u"paperFile"_s);
    m_file->setAccessibleName(tr("File to write"));
    m_to->setObjectName(u"paperTo"_s);
    m_to->setAccessibleName(tr("Addresses of the e-mail draft"));
    m_to->setPlaceholderText(tr("name@organisation.nhs.uk, … ; only for the e-mail draft"));
    auto* choose = button(tr("&Browse…"), u"paperBrowse"_s);
    connect(choose, &QPushButton::clicked, this, &PaperDialog::browse);
    auto* where = new QHBoxLayout;
    where->addWidget(m_file, 1);
    where->addWidget(choose);
    auto* fields = new QWidget;
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&File"), where);
    form->addRow(tr("E-mail &to"), m_to);
    static_cast<QLabel*>(form->labelForField(where))->setBuddy(m_file);
    return fields;
}

QWidget* PaperDialog::makeButtons()
{
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, const QString& name, auto slot, const char* role) {
        auto* act = button(text, name, role);
        connect(act, &QPushButton::clicked, this, slot);
        flow->addWidget(act);
        return act;
    };
    add(tr("&Save PDF (Enter)"), u"paperPdf"_s, &PaperDialog::savePdf, "primary")->setDefault(true);
    add(tr("&E-mail draft"), u"paperEml"_s, &PaperDialog::saveDraft, "");
    add(tr("&Print…"), u"paperPrint"_s, &PaperDialog::printOut, "");
    add(tr("Close (Esc)"), u"paperClose"_s, &QDialog::reject, "");
    return buttons;
}

void PaperDialog::setFile(const QString& path)
{
    m_file->setText(QDir::toNativeSeparators(path));
}

QString PaperDialog::told() const
{
    return m_told->text();
}

void PaperDialog::browse()
{
    const QString chosen = QFileDialog::getSaveFileName(
        this, tr("File to write"), m_file->text(), tr("PDF (*.pdf)"));
    if (!chosen.isEmpty())
        setFile(chosen);
}

QString PaperDialog::fileWith(const QString& suffix) const
{
    const QString typed = QDir::fromNativeSeparators(m_file->text().trimmed());
    const QFileInfo file(typed);
    return file.suffix().isEmpty() ? typed + u'.' + suffix
                                   : file.path() + u'/' + file.completeBaseName() + u'.' + suffix;
}

void PaperDialog::savePdf()
{
    if (m_file->text().trimmed().isEmpty())
        return refuse(tr("Give a file to write."));
    const QString path = fileWith(u"pdf"_s);
    tell(print::writePdf(m_paper, path), path);
}

// What travels to an address outside the secure domains may travel unencrypted: said, not
// forbidden. IDN-5.6
void PaperDialog::saveDraft()
{
    if (m_file->text().trimmed().isEmpty())
        return refuse(tr("Give a file to write."));
    static const QRegularExpression between(u"[,;\\s]+"_s);
    QStringList to;
    QStringList warnings;
    for (const QString& typed : m_to->text().split(between, Qt::SkipEmptyParts)) {
        const core::IdentifierCheck check = core::checkEmail(typed, m_desk.profile().secureDomains);
        if (!check.isValid())
            return refuse(check.reason + u' ' + check.mend);
        if (check.status == core::IdentifierStatus::Warn)
            warnings.append(check.reason + u' ' + check.mend);
        to.append(check.normalised);
    }
    const QString path = fileWith(u"eml"_s);
    const auto problem = print::writeEml(m_paper, {{}, to}, path);
    tell(problem, path);
    if (problem)
        return;
    m_told->setText(u"%1 %2"_s.arg(m_told->text(), warnings.join(u' ')).trimmed());
    emit drafted(to);
}

void PaperDialog::printOut()
{
    QPrinter printer(QPrinter::HighResolution);
    prepare(printer, m_paper);
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    prepare(printer, m_paper);
    const int pages = print::paint(printer, m_paper);
    const QString words = tr("%1: %2 pages sent to the printer.").arg(windowTitle()).arg(pages);
    setRole(m_told, "done");
    m_told->setText(words);
    m_told->show();
    emit said(words);
}

void PaperDialog::tell(const std::optional<print::Problem>& problem, const QString& path)
{
    if (problem)
        return refuse(problem->text + u' ' + problem->mend);
    const QString words = tr("✓ Written: %1").arg(QDir::toNativeSeparators(path));
    setRole(m_told, "done");
    m_told->setText(words);
    m_told->show();
    emit said(words);
}

void PaperDialog::refuse(const QString& words)
{
    setRole(m_told, "refusal");
    m_told->setText(words);
    m_told->show();
}

}
