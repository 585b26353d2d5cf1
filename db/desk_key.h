#pragma once

#include "core/journal/envelope.h"

#include <QFile>
#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace db {

/// A desk's secret keys and the newest head it signed, in a file of its own (0600) beside the
/// store: never in the store, never in a backup.
class DeskKey {
public:
    /// Makes new keys and the file, synced; an older file at `path` is replaced.
    static std::unique_ptr<DeskKey> create(const QString& path);
    /// Nothing when there is no file or it holds no key; throws Error with Fault::ReadOnly when
    /// there is one that this account may not open.
    static std::unique_ptr<DeskKey> open(const QString& path);
    ~DeskKey();

    DeskKey(const DeskKey&) = delete;
    DeskKey& operator=(const DeskKey&) = delete;

    const core::DeskId& desk() const { return m_desk; }
    const QByteArray& signingKey() const { return m_signingKey; } ///< public
    const QByteArray& boxKey() const { return m_boxKey; } ///< public
    QByteArray sign(const core::Head& head) const { return sign(core::headBytes(head)); }
    QByteArray sign(const QByteArray& bytes) const;
    /// What was sealed to this desk's box key; nothing when it was not, or was changed.
    std::optional<QByteArray> unseal(QByteArrayView sealed) const;

    /// The newest head that was signed and stored; survives a killed program, not always a power
    /// cut: it may be older than the store's, never newer.
    const core::Head& signedHead() const { return m_head; }
    void noteSigned(const core::Head& head);
    bool wasCopied() const { return m_copied; }

private:
    explicit DeskKey(const QString& path);
    bool read();
    void write();

    QFile m_file;
    core::DeskId m_desk;
    QByteArray m_signingKey;
    QByteArray m_boxKey;
    std::array<unsigned char, 64> m_signingSecret{};
    std::array<unsigned char, 32> m_boxSecret{};
    core::Head m_head;
    bool m_copied = false;
};

/// `<store>.key`.
QString keyPathOf(const QString& store);

/// By what it begins with: a desk's key or a store, which no document and no paper is.
bool isStoreOrKey(const QString& path);

/// The keys that something may have been sealed to: today's and those of earlier identities.
std::vector<std::unique_ptr<DeskKey>> allKeysOf(const QString& store);

}
