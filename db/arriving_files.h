#pragma once

#include "core/journal/event.h"
#include "db/whole_file.h"

#include <functional>
#include <memory>

namespace db {

/// The attached files of a bundle, each named as soon as it is whole and synced, so that however
/// many come one is open at a time. They are named by their content: until the import is committed
/// nothing new speaks of them, and they go again with this unless they are kept.
class ArrivingFiles {
public:
    /// `folder` is where the store's attached files lie; it is made when the first one comes.
    explicit ArrivingFiles(QString folder);
    ~ArrivingFiles();

    ArrivingFiles(const ArrivingFiles&) = delete;
    ArrivingFiles& operator=(const ArrivingFiles&) = delete;

    /// Of the file that comes next; one that is here already is passed over.
    void begin(const core::Digest& hash);
    /// Throw Error with Fault::Disk when there is no room.
    void add(QByteArrayView piece);
    void end();
    void keep() { m_kept = true; }
    /// Lets those go again whose hash is not to stay; how many.
    int dropUnless(const std::function<bool(const QString& hash)>& stays);

    /// So many were not here before.
    int count() const { return static_cast<int>(m_named.size()); }

private:
    QString m_folder;
    QString m_path;
    std::unique_ptr<WholeFile> m_file;
    QStringList m_named;
    bool m_kept = false;
};

}
