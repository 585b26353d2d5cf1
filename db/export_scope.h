#pragma once

#include "db/bundle_file.h"
#include "db/peers.h"
#include "db/store.h"

#include <QSet>

namespace db {

/// The desks that an export is for.
struct Receivers {
    std::vector<BundleReceiver> boxes;
    std::vector<core::DeskId> desks;
    QStringList names;
    QStringList leftOut; ///< desks of the service that it is not for, each with why
    QStringList ranOut; ///< of these, those whose introduction ran out

    bool has(const core::DeskId& desk) const
    {
        return std::find(desks.begin(), desks.end(), desk) != desks.end();
    }
};
Receivers receiversOf(const Store& store, const QString& service);
/// Throws Error with Fault::Invalid where there are none, with why that is.
void refuseWithoutReceivers(const Store& store, const QString& service, const Receivers& receivers);

/// Those whose word counts for what all of them have: of the own service each, of another those
/// that speak for it (core/exchange/heard.h).
std::vector<core::DeskId> speakersOf(
    const Store& store, const QString& service, const Receivers& receivers);

/// Up to which event the receivers have each desk's chain.
using Sent = std::map<core::DeskId, qint64>;

/// Which records the receiving service sees whole, and which of them it did not see before. What a
/// service shared that was not its own to share is not seen.
struct Visible {
    bool everything = false;
    QSet<qint64> subjects;
    /// Shared by an event that the receivers have not acknowledged. A desk of the own service sees
    /// everything and may have had these of another by their digests alone.
    std::vector<qint64> fresh;

    bool has(qint64 subject) const { return everything || subjects.contains(subject); }
};
Visible visibleTo(const Store& store, const QString& service, const Sent& sent);

}
