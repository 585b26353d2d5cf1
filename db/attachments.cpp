#include "db/attachments.h"

#include "db/hashing.h"
#include "db/store_parts.h"
#include "db/whole_file.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace db {

namespace {

constexpr qint64 pieceSize = 1 << 20;

[[noreturn]] void cannotRead(const QFile& file)
{
    throw Error(Fault::Disk, u"%1 cannot be read: %2."_s.arg(file.fileName(), file.errorString()),
        u"Check the name and your permission to read it."_s);
}

[[noreturn]] void cannotWrite(const QFile& file)
{
    throw Error(Fault::Disk,
        u"The copy %1 cannot be written: %2."_s.arg(file.fileName(), file.errorString()),
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

}

QString attachmentsOf(const QString& store)
{
    return store + u".files"_s;
}

Attachment attach(const Store& store, const QString& file)
{
    refuseReadOnly(store.parts());
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        cannotRead(source);
    const QDir folder(attachmentsOf(store.path()));
    folder.mkpath(u"."_s);
    WholeFile copy(folder.filePath(u"attached"_s));
    if (!copy.isOpen())
        cannotWrite(copy.file());
    const Attachment made{hashOf(source, &copy.file()), QFileInfo(file).fileName(), source.size()};
    const QString path = folder.filePath(made.hash);
    if (!QFileInfo::exists(path) && !copy.giveName(path))
        cannotWrite(copy.file());
    return made;
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
    if (hashOf(file, nullptr) != hash)
        throw Error(Fault::Damaged,
            u"The attached file %1 is not what it was when it was attached."_s.arg(hash),
            u"Ask for the document again, or take it from a backup."_s);
    return file.fileName();
}

}
