#include "db/attachments.h"

#include "core/casework/application/file_hash.h"
#include "core/command/engine.h"
#include "db/desk_key.h"
#include "db/file_problem.h"
#include "db/hashing.h"
#include "db/outgoing.h"
#include "db/store_parts.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace db {

namespace {

constexpr qint64 pieceSize = 1 << 20;

[[noreturn]] void cannotRead(const QFile& file)
{
    throw fileError(file, u"%1 cannot be read"_s.arg(file.fileName()),
        u"Check the name and your permission to read it."_s);
}

[[noreturn]] void cannotWrite(const QFile& file)
{
    throw fileError(file, u"The copy %1 cannot be written"_s.arg(file.fileName()),
        u"Make room on the disk and check your permission to write beside the store."_s);
}

// The hash is of the content alone, so that one file attached twice is kept once.
QString hashOf(QFile& file, QFile* copy)
{
    Hasher hasher;
    while (!file.atEnd()) {
        const QByteArray piece = file.read(pieceSize);
        if (piece.isEmpty())
            cannotRead(file);
        hasher.addPart(piece);
        if (copy && copy->write(piece) != piece.size())
            cannotWrite(*copy);
    }
    return core::toHex(hasher.finish());
}

/// Nothing is lost, and what is missing is asked for. Empty where the folder allows no change.
QString putAside(const QString& path)
{
    QString aside = path + u".damaged"_s;
    for (int copy = 2; QFileInfo::exists(aside); ++copy)
        aside = u"%1.damaged%2"_s.arg(path).arg(copy);
    return QFile::rename(path, aside) ? QFileInfo(aside).fileName() : QString();
}

[[noreturn]] void refuseChanged(const QString& hash, const QString& aside)
{
    throw Error(Fault::Damaged,
        u"The attached file %1 is not what it was when it was attached."_s.arg(hash),
        aside.isEmpty()
            ? u"Ask for the document again, or take it from a backup."_s
            : u"The next bundles ask the other desks for it. What is there now is kept as %1."_s
                  .arg(aside));
}

}

QString attachmentsOf(const QString& store)
{
    return store + u".files"_s;
}

FileCopy::FileCopy(const Store& store, const QString& file)
    : m_folder(attachmentsOf(store.path()))
    , m_newFolder(!QFileInfo::exists(m_folder))
{
    refuseReadOnly(store.parts());
    if (isStoreOrKey(file))
        throw Error(Fault::Invalid,
            u"%1 is a store or a desk's key: it is never attached."_s.arg(file),
            u"Attach the document itself."_s);
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        cannotRead(source);
    QDir().mkpath(m_folder);
    m_copy.emplace(QDir(m_folder).filePath(u"attached"_s));
    if (!m_copy->isOpen())
        cannotWrite(m_copy->file());
    m_made = {hashOf(source, &m_copy->file()), QFileInfo(file).fileName(), source.size()};
}

FileCopy::~FileCopy()
{
    m_copy.reset();
    if (m_newFolder)
        QDir().rmdir(m_folder); // only an empty one goes
}

PlacedFile::PlacedFile(FileCopy& copy)
{
    const QString path = QDir(copy.m_folder).filePath(copy.m_made.hash);
    if (!isAttachedWhole(path) && !QFileInfo::exists(path)) {
        if (!copy.m_copy->giveName(path))
            cannotWrite(copy.m_copy->file());
        m_path = path;
    }
}

PlacedFile::~PlacedFile()
{
    if (!m_keep && !m_path.isEmpty())
        QFile::remove(m_path);
}

QString attachedFile(const Store& store, const QString& hash)
{
    static const QRegularExpression form(u"^[0-9a-f]{64}$"_s);
    if (!form.match(hash).hasMatch())
        throw Error(Fault::Invalid, u"“%1” names no attached file."_s.arg(hash),
            u"Give the hash that the document shows."_s);
    QFile file(QDir(attachmentsOf(store.path())).filePath(hash));
    if (!file.exists())
        throw Error(Fault::Missing, u"The attached file %1 is not yet here."_s.arg(hash),
            u"It comes with a later bundle of a desk that has it."_s);
    if (!file.open(QIODevice::ReadOnly))
        cannotRead(file);
    if (hashOf(file, nullptr) != hash) {
        file.close();
        refuseChanged(hash, putAside(file.fileName()));
    }
    return file.fileName();
}

bool isAttachedWhole(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    try {
        if (hashOf(file, nullptr) == QFileInfo(path).fileName())
            return true;
    } catch (const Error&) {
        return false; // the disk may give it back another time
    }
    file.close();
    putAside(path);
    return false;
}

QStringList changedFiles(const QString& store)
{
    const QDir folder(attachmentsOf(store));
    QStringList changed;
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name))
        if (core::isFileHash(name) && !isAttachedWhole(folder.filePath(name)))
            changed.append(name);
    return changed;
}

bool takesFile(const QString& command)
{
    const core::CommandSpec* spec = core::findCommand(command);
    return spec
        && std::any_of(spec->fields.begin(), spec->fields.end(),
            [](const core::FieldSpec& field) { return field.name == u"file_hash"_s; });
}

void saveAttached(const Store& store, const QString& hash, const QString& path)
{
    QFile kept(attachedFile(store, hash));
    refuseStorePlace(store.path(), path);
    if (QFileInfo::exists(path))
        throw Error(
            Fault::Exists, u"There is a file %1 already."_s.arg(path), u"Give another name."_s);
    if (!kept.open(QIODevice::ReadOnly))
        cannotRead(kept);
    WholeFile copy(path);
    if (!copy.isOpen() || !copy.fillFrom(kept) || !copy.giveName(path))
        throw fileError(copy.file(), u"%1 cannot be written"_s.arg(path),
            u"Make room, or choose a folder that you may write to."_s);
}

}
