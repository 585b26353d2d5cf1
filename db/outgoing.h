#pragma once

#include <QByteArrayView>
#include <QString>

#include <functional>

class QFile;

namespace db {

/// What the files that go out to others begin with.
inline constexpr QByteArrayView bundleTitle = "Dutydesk bundle ";
inline constexpr QByteArrayView introductionTitle = "Dutydesk introduction ";

/// Throws Error with Fault::Exists where a file beginning with `title` must not be written: over
/// the store, its key or what lies beside it, over a folder, pipe or device, and over any file that
/// is not such a one itself.
void refusePlace(const QString& store, const QString& path, QByteArrayView title);

/// Throws Error with Fault::Exists where a paper or a table must not be written: over the store or
/// what lies beside it. (print::write knows other stores and keys.)
void refuseStorePlace(const QString& store, const QString& path);

/// A file that goes out to others, who may read it as the umask says: `write` fills it under
/// another name; it is synced, looked at by `check` and then has its own, with the folder synced.
/// Whatever throws, nothing is left of it. What it holds must be encrypted or public.
struct Outgoing {
    const QString& store;
    const QString& path;
    QByteArrayView title;
};
void putOut(const Outgoing& what, const std::function<void(QFile&)>& write,
    const std::function<void(const QString&)>& check = {});

/// Opens what came from others for reading; throws Error with Fault::Missing for what cannot be
/// read and Fault::NotAStore for a folder, pipe or device, which is not waited for.
void openGiven(QFile& file);

}
