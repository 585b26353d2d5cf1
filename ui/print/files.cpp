#include "ui/print/files.h"

#include "ui/print/paper_pages.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace print {

namespace {

// A slip in a dialog or a command must not cost the night's records.
bool isStoreOrKey(const QString& path)
{
    constexpr QByteArrayView database = "SQLite format 3";
    if (!QFileInfo(path).isFile())
        return false;
    QFile file(path);
    return path.endsWith(u".key"_s, Qt::CaseInsensitive)
        || (file.open(QIODevice::ReadOnly) && file.read(database.size()) == database);
}

std::optional<Problem> missingGraphics()
{
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return {};
    return Problem{u"This program was started without the means to draw pages."_s,
        u"Write the paper as HTML, text or JSON instead."_s};
}

}

std::optional<Problem> write(const QByteArray& bytes, const QString& path)
{
    if (isStoreOrKey(path))
        return Problem{u"%1 is not written over: it is a store or a desk's key."_s.arg(
                           QDir::toNativeSeparators(path)),
            u"Give another name."_s};
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    const QDir folder = QFileInfo(path).absoluteDir();
    return Problem{
        u"%1 could not be written: %2."_s.arg(QDir::toNativeSeparators(path), file.errorString()),
        folder.exists() ? u"Make room, or choose a folder that you may write to."_s
                        : u"Make the folder %1 first, or choose another."_s.arg(
                            QDir::toNativeSeparators(folder.path()))};
}

std::optional<Problem> writePdf(const core::Paper& paper, const QString& path)
{
    if (auto problem = missingGraphics())
        return problem;
    return write(toPdf(paper), path);
}

std::optional<Problem> writeHtml(const core::Paper& paper, const QString& path)
{
    return write(toHtml(paper).toUtf8(), path);
}

std::optional<Problem> writeText(const core::Paper& paper, const QString& path)
{
    return write(toText(paper).toUtf8(), path);
}

std::optional<Problem> writeJson(const QJsonObject& paper, const QString& path)
{
    return write(QJsonDocument(paper).toJson(), path);
}

std::optional<Problem> writeEml(
    const core::Paper& paper, const Recipients& recipients, const QString& path)
{
    if (auto problem = missingGraphics())
        return problem;
    const Attachment pdf{fileName(paper, u"pdf"_s), "application/pdf", toPdf(paper)};
    return write(toEml(paper, recipients, pdf), path);
}

QString fileName(const core::Paper& paper, const QString& suffix)
{
    QString name = paper.ref.isEmpty() ? paper.kind : paper.kind + u'-' + paper.ref;
    for (QChar& letter : name)
        if (!letter.isLetterOrNumber() && letter != u'-' && letter != u'.')
            letter = u'-';
    return name + u'.' + suffix;
}

}
