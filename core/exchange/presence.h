#pragma once

#include "core/journal/event.h"

#include <QByteArrayView>

#include <map>
#include <optional>
#include <vector>

namespace core {

/// A record that somebody has open.
struct OpenRecord {
    Subject subject;
    Instant since;

    bool operator==(const OpenRecord&) const = default;
};

/// Who is at a desk and what they have open. Not an event: it lies in the common folder for as long
/// as it is true, signed by its desk and sealed to the others of its service.
struct Presence {
    DeskId desk;
    QString user; ///< name of the officer
    Instant at; ///< when it was written, by its desk's clock
    qint64 beat = 0; ///< another one in each note, so that a renewed one differs
    std::vector<OpenRecord> open;

    bool operator==(const Presence&) const = default;
};
/// What is signed.
QByteArray presenceBytes(const Presence& presence);

struct SignedPresence {
    Presence presence;
    QByteArray signature; ///< not yet checked
};
/// What is encrypted.
QByteArray presenceContent(const SignedPresence& note);
/// Nothing when the bytes are no such content.
std::optional<SignedPresence> readPresenceContent(QByteArrayView bytes);

/// The note as it lies in the folder: for the desks named and nobody else.
struct SealedPresence {
    std::vector<std::pair<DeskId, QByteArray>> keys; ///< the key of the box, sealed to each desk
    QByteArray nonce;
    QByteArray box;
};
QByteArray presenceText(const SealedPresence& note);
/// Nothing when the text is no presence note of a known format.
std::optional<SealedPresence> readPresence(QByteArrayView text);
/// One a desk.
QString presenceFileName(const DeskId& desk);

/// Who else is here, as far as this desk was told. A note counts while it keeps being renewed; ages
/// are counted in seconds since it last changed, so that no other desk's clock matters.
class PresenceBook {
public:
    static constexpr int renewed = 45; ///< seconds after which a desk writes its note again
    static constexpr int expires = 130;
    /// A first note that is older than this by the clocks may have been left behind by a dead
    /// program: it counts once it is renewed.
    static constexpr std::chrono::minutes stale{15};

    /// A note whose signature was checked. The same one again is no sign of life.
    void hear(const Presence& presence, Instant now);
    /// The desk's note is gone.
    void left(const DeskId& desk);
    void tick();

    struct Other {
        QString user;
        Instant since;
        bool operator==(const Other&) const = default;
    };
    /// Who else has the record open, in the order in which they came.
    std::vector<Other> at(const Subject& subject) const;
    std::vector<DeskId> desks() const;

private:
    struct Heard {
        Presence presence;
        int age = 0;
    };
    std::map<DeskId, Heard> m_heard;
};

}
