#pragma once

#include "core/exchange/bundle_records.h"
#include "db/desk_key.h"

#include <QFile>

#include <memory>
#include <vector>

namespace db {

/// A desk that a bundle is encrypted to.
struct BundleReceiver {
    core::DeskId desk;
    QByteArray boxKey; ///< X25519
};

/// Writes a bundle as docs/bundle.md fixes it: compressed, encrypted, in pieces, so that its size
/// does not matter. Throws Error when the disk fails.
class BundleWriter {
public:
    BundleWriter(QFile& file, const core::DeskId& sender, const std::vector<BundleReceiver>& to);
    ~BundleWriter();

    BundleWriter(const BundleWriter&) = delete;
    BundleWriter& operator=(const BundleWriter&) = delete;

    void put(core::BundleRecord kind, QByteArrayView bytes);
    /// Signs all that was put and ends the file; not yet synced.
    void close(const DeskKey& key);
    /// Opens what was written, for reading it back.
    const QByteArray& streamKey() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Reads one, piece by piece. Throws Error with Fault::Damaged for a file that is cut, changed or
/// unpacks to far more than it is, Fault::NotAStore for one that is no bundle, Fault::Newer for a
/// newer format.
class BundleReader {
public:
    struct Item {
        core::BundleRecord kind = core::BundleRecord::Opening;
        QByteArrayView bytes; ///< until the next call
    };
    /// Whom the file names as sender, not yet proved.
    struct Addresses {
        core::DeskId sender;
        std::vector<std::pair<core::DeskId, QByteArray>> sealedTo;
    };

    explicit BundleReader(QFile& file);
    ~BundleReader();

    BundleReader(const BundleReader&) = delete;
    BundleReader& operator=(const BundleReader&) = delete;

    const Addresses& addresses() const;
    /// False when the bundle is for none of these desks.
    bool unlock(const std::vector<std::unique_ptr<DeskKey>>& keys);
    void unlock(const QByteArray& streamKey);

    /// False after the closing record, whose signature is then `signature()` over `sum()`.
    bool next(Item& item);
    /// How far into the file the records given out so far reach. The file itself is read ahead, by
    /// another thread: leave it alone until the closing record or until this is gone.
    qint64 readTo() const;
    const core::Digest& sum() const;
    const QByteArray& signature() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
