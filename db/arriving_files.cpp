#include "db/arriving_files.h"

#include "core/journal/envelope.h"
#include "db/attachments.h"
#include "db/file_problem.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace db {

namespace {

[[noreturn]] void cannotKeep(const QFile& file)
{
    throw fileError(file, u"An attached file cannot be written"_s,
        u"Make room on the disk; then import the bundle again."_s);
}

}

ArrivingFiles::ArrivingFiles(QString folder) : m_folder(std::move(folder)) { }

ArrivingFiles::~ArrivingFiles()
{
    if (m_kept)
        return;
    for (const QString& path : m_named)
        QFile::remove(path);
}

void ArrivingFiles::begin(const core::Digest& hash)
{
    m_path = QDir(m_folder).filePath(core::toHex(hash));
    if (isAttachedWhole(m_path) || QFile::exists(m_path))
        return;
    QDir().mkpath(m_folder);
    m_file = std::make_unique<WholeFile>(m_path);
    if (!m_file->isOpen())
        cannotKeep(m_file->file());
}

void ArrivingFiles::add(QByteArrayView piece)
{
    if (m_file && m_file->file().write(piece.data(), piece.size()) != piece.size())
        cannotKeep(m_file->file());
}

void ArrivingFiles::end()
{
    if (!m_file)
        return;
    if (!m_file->giveName(m_path))
        cannotKeep(m_file->file());
    m_file.reset();
    m_named.append(m_path);
}

int ArrivingFiles::dropUnless(const std::function<bool(const QString& hash)>& stays)
{
    return static_cast<int>(m_named.removeIf([&](const QString& path) {
        return !stays(QFileInfo(path).fileName()) && QFile::remove(path);
    }));
}

}
