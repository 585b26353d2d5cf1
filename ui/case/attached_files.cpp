#include "ui/case/attached_files.h"

#include "core/casework/application/file_hash.h"
#include "ui/desk/desk_service.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

static QString nameOf(const core::Document& document)
{
    const QString name = core::plainFileName(document.fileName);
    return name.isEmpty() ? core::word(document.kind) : name;
}

AttachedFiles::AttachedFiles(const DeskService& desk, QWidget* parent)
    : QPushButton(tr("Open file") + u"   "_s, parent)
    , m_desk(desk)
{
    setObjectName(u"section.attachedFiles"_s);
    setAccessibleName(tr("Documents: open or save an attached file"));
    setProperty("role", u"inline"_s);
    setMenu(new QMenu(this));
}

void AttachedFiles::show(const core::Case& record)
{
    menu()->clear();
    for (const core::Document& each : record.documents) {
        if (each.fileHash.isEmpty())
            continue;
        connect(menu()->addAction(tr("Open %1").arg(nameOf(each))), &QAction::triggered, this,
            [this, each] { open(each); });
        connect(menu()->addAction(tr("Save a copy of %1…").arg(nameOf(each))), &QAction::triggered,
            this, [this, each] { save(each); });
    }
    setVisible(!menu()->isEmpty());
}

bool AttachedFiles::copy(const core::Document& document, const QString& path)
{
    try {
        m_desk.saveAttached(document.fileHash, path);
        return true;
    } catch (const std::exception& problem) {
        emit said(QString::fromUtf8(problem.what()));
        return false;
    }
}

void AttachedFiles::open(const core::Document& document)
{
    const QString folder = m_opened.filePath(QString::number(++m_copies));
    const QString path = folder + u'/' + nameOf(document);
    if (!QDir().mkpath(folder) || !copy(document, path))
        return;
    QFile::setPermissions(path, QFileDevice::ReadOwner);
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        emit said(tr("No program opens %1. Save a copy instead.").arg(nameOf(document)));
}

void AttachedFiles::save(const core::Document& document)
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save a copy"), nameOf(document), {}, nullptr, QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty() && copy(document, path))
        emit said(tr("%1 saved as %2.").arg(nameOf(document), QDir::toNativeSeparators(path)));
}

}
