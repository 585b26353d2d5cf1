#pragma once

#include "core/journal/event.h"

#include <QByteArrayView>
#include <QStringList>

#include <optional>

namespace core {

/// What a desk says of itself to another: small enough to e-mail, nothing in it is secret.
struct Introduction {
    DeskId desk;
    QString name;
    QStringList services; ///< whose staff act on it; its own service first
    QString area; ///< the profile's key
    QByteArray signingKey; ///< Ed25519, 32 bytes
    QByteArray boxKey; ///< X25519, 32 bytes
    QString letter; ///< in the references it makes; may be empty
    Instant opened;
    std::optional<Instant> until; ///< believed no longer than this
    DeskId continues; ///< the desk that it goes on from, or empty
    bool training = false;

    QString service() const { return services.value(0); }
    bool operator==(const Introduction&) const = default;
};

/// What is signed, and what the word code is made of: docs/bundle.md.
QByteArray introductionBytes(const Introduction& introduction);

/// An introduction as a file has it: text that survives an e-mail.
struct IntroductionFile {
    Introduction introduction;
    QByteArray signature; ///< 64 bytes, over introductionBytes; not yet checked
    /// What the file's own line calls the desk where that is not its name: anybody can change it,
    /// and an e-mail program may break its letters. Not written.
    QString otherName;
};
/// Whether a letter ends, turns or hides what follows it on a line.
bool breaksLine(QChar letter);
inline constexpr qsizetype longestDeskName = 80;
/// Whether people can call a desk so: some letters on one line, no more than longestDeskName, and
/// none that turn or hide others.
bool isDeskName(const QString& name);
/// What somebody who proved nothing calls itself or its service, as it may stand between quotation
/// marks; else that it is a name that cannot be shown.
QString strangersName(const QString& claimed);

QByteArray introductionText(const IntroductionFile& file);
/// Nothing when the text is no introduction of a known format.
std::optional<IntroductionFile> readIntroduction(QByteArrayView text);

}
