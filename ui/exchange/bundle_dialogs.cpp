#include "ui/exchange/bundle_dialogs.h"

#include "core/exchange/common_folder.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/exchange.h"
#include "ui/widgets/file_line.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString bundleFilter()
{
    return QObject::tr("Bundles (*%1);;All files (*)").arg(QString::fromUtf16(core::bundleSuffix));
}

QString documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

}

FileQuestion::FileQuestion(
    const QString& title, const QString& about, FileLine* line, QWidget* parent)
    : QDialog(parent)
    , m_line(line)
    , m_above(new QVBoxLayout)
    , m_rows(new QVBoxLayout)
    , m_main(button({}, u"fileTake"_s, "primary"))
    , m_cancel(button(tr("Cancel (Esc)"), u"fileCancel"_s))
    , m_refusal(label({}, "refusal"))
{
    setWindowTitle(title);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_main);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto* caption = label(line->line()->accessibleName(), "quiet");
    caption->setBuddy(line->line());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label(about));
    layout->addLayout(m_above);
    layout->addWidget(caption);
    layout->addWidget(line);
    layout->addLayout(m_rows);
    layout->addWidget(m_refusal);
    layout->addLayout(buttons);
    layout->addStretch(1);
    m_main->setDefault(true);
    m_refusal->hide();
    connect(m_main, &QPushButton::clicked, this, [this] { take(); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    line->setFocus();
}

void FileQuestion::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    fit();
}

void FileQuestion::fit()
{
    const int wide = fontMetrics().height() * 38;
    layout()->activate();
    resize(wide, layout()->totalHeightForWidth(wide));
}

void FileQuestion::addRow(const QString& caption, QWidget* row)
{
    m_above->addWidget(label(caption, "quiet"));
    m_above->addWidget(row);
}

void FileQuestion::setMain(const QString& text)
{
    m_main->setText(text);
}

void FileQuestion::setDone()
{
    m_main->hide();
    m_refusal->hide();
    m_cancel->setText(tr("Close (Esc)"));
}

void FileQuestion::refuse(const QString& words)
{
    m_refusal->setText(words);
    m_refusal->show();
    fit();
}

ExportDialog::ExportDialog(const DeskService& desk, const QString& service, QWidget* parent)
    : FileQuestion(tr("Write a bundle"),
        tr("One file with everything that the other service does not have yet. Only its desks can "
           "read it; send it by e-mail or carry it over."),
        new FileLine(FileLine::For::Writing, tr("File to write"), bundleFilter(), u"exportFile"_s),
        parent)
    , m_desk(desk)
    , m_service(new QComboBox)
    , m_everything(new QCheckBox(tr(
          "Send e&verything again, also what they said that they have: for a desk that lost it")))
{
    m_everything->setObjectName(u"exportEverything"_s);
    rows()->addWidget(m_everything);
    m_service->setObjectName(u"exportService"_s);
    m_service->setAccessibleName(tr("For which service"));
    for (const QString& key : desk.exchange().reachableServices())
        m_service->addItem(serviceName(desk.profile(), key), key);
    m_service->setCurrentIndex(std::max(m_service->findData(service), 0));
    addRow(tr("For which service"), m_service);
    setMain(tr("Write it (Enter)"));
    connect(m_service, &QComboBox::currentIndexChanged, this, &ExportDialog::suggest);
    suggest();
}

// A name that was typed stays when the service changes.
void ExportDialog::suggest()
{
    if (!line().line()->text().isEmpty() && line().line()->text() != m_suggested)
        return;
    const QString stamp = core::isoText(m_desk.now()).left(16).remove(u':').replace(u'T', u'-');
    line().setFile(QDir(documents())
                       .filePath(u"%1-%2%3"_s.arg(m_service->currentData().toString(), stamp,
                           QString::fromUtf16(core::bundleSuffix))));
    m_suggested = line().line()->text();
}

void ExportDialog::take()
{
    QString file = line().file();
    if (file.isEmpty())
        return refuse(tr("Give a file to write."));
    if (QFileInfo(file).suffix().isEmpty())
        file += QString::fromUtf16(core::bundleSuffix);
    if (!QFileInfo(QFileInfo(file).path()).isDir())
        return refuse(tr("There is no folder %1. Choose one that is there.")
                          .arg(QDir::toNativeSeparators(QFileInfo(file).path())));
    emit chosen(m_service->currentData().toString(), file,
        m_everything->isChecked() ? Sends::Everything : Sends::Lacking);
    accept();
}

ImportDialog::ImportDialog(QWidget* parent)
    : FileQuestion(tr("Read bundles"),
        tr("Any number, in any order; twice does no harm. They can also be dropped on the window."),
        new FileLine(
            FileLine::For::ReadingSeveral, tr("Files to read"), bundleFilter(), u"importFiles"_s),
        parent)
{
    setMain(tr("Read (Enter)"));
}

void ImportDialog::take()
{
    const QStringList files = line().files();
    if (files.isEmpty())
        return refuse(tr("Give a file to read."));
    for (const QString& file : files)
        if (!QFileInfo(file).isFile())
            return refuse(tr("There is no file %1.").arg(QDir::toNativeSeparators(file)));
    emit chosen(files);
    accept();
}

FolderDialog::FolderDialog(const QString& folder, QWidget* parent)
    : FileQuestion(tr("Common folder"),
        tr("A folder that every desk of this service can write to, on a share or a synchronised "
           "drive. Desks that trust each other then agree within a minute, and each sees who has a "
           "call or case open. Only encrypted bundles lie there, never the records themselves. "
           "Leave it empty for none."),
        new FileLine(FileLine::For::Folder, tr("Folder"), {}, u"commonFolder"_s), parent)
{
    line().setFile(folder);
    setMain(tr("Use it (Enter)"));
}

void FolderDialog::take()
{
    const QString folder = line().file();
    if (!folder.isEmpty() && !QFileInfo(folder).isDir())
        return refuse(tr("There is no folder %1. Make it first, or choose another.")
                          .arg(QDir::toNativeSeparators(folder)));
    emit chosen(folder);
    accept();
}

}
