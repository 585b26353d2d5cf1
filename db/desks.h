#pragma once

#include "core/exchange/introduction.h"
#include "core/exchange/trust.h"
#include "db/store.h"

namespace db {

/// What every desk whose beginning is here says of itself and of others; a word that names a desk
/// by another identity than its key's is left out.
std::map<core::DeskId, core::DeskRecord> deskRecords(const StoreParts& parts);
std::map<core::DeskId, core::DeskRecord> deskRecords(const Store& store);
/// Whom this desk believes.
std::map<core::DeskId, core::TrustedDesk> trustedDesks(const Store& store);

/// The identities that this desk has had, newest first.
std::vector<core::DeskId> identitiesOf(const Store& store);
/// Names of the desks that were believed `before` and of which nothing more is taken in now, since
/// nobody who is believed speaks for them.
QStringList believedNoMore(
    const Store& store, const std::map<core::DeskId, core::TrustedDesk>& before);

/// A desk of which events are here.
struct ListedDesk {
    core::DeskId desk;
    QString name;
    QString service;
    qint64 seq = 0; ///< its newest event here
    bool own = false; ///< this desk, now or under an earlier identity
    std::optional<core::TrustedDesk> trusted;
    std::optional<qint64> forkedAt; ///< after this event it went on in two ways
    bool stillAtWork = false; ///< although another desk goes on from it: it is sent bundles
    QStringList doubts; ///< still at work beside its successor, a clock far ahead: what to do
    std::optional<core::Instant> heard; ///< when its newest bundle read here was made
    std::optional<qint64> has; ///< of our own events, as it last said
};
std::vector<ListedDesk> listDesks(const Store& store);
/// The chain of a desk's event, hexadecimal; empty when it is not here or there are two.
QString chainOf(const Store& store, const core::DeskId& desk, qint64 seq);

/// The records that hold entries of a desk after its event `seq`: "case C-2026-11-18-001". What a
/// desk wrote after the last event that is believed may be here already: a person looks at it.
QStringList recordsWrittenAfter(const Store& store, const core::DeskId& desk, qint64 seq);

/// An introduction with the six words that both ends read out.
struct Introduced {
    core::Introduction introduction;
    QStringList code;
    QString otherName; ///< core::IntroductionFile
};

/// Writes this desk's introduction, synced, and answers what it says.
Introduced introduce(
    const Store& store, const QString& file, const std::optional<core::Instant>& until = {});
/// Reads one; throws Error with Fault::Damaged unless its signature and keys are right.
Introduced readIntroductionFile(const QString& file);

struct TrustOptions {
    QString user; ///< login
    QString code; ///< the six words as heard from the other desk
    bool lead = false;
    bool vouch = false; ///< vouch for it instead, as lead desk
    QStringList services; ///< believed for these alone; empty: all that it names
};
/// Believes the desk through `desk.trust` or `desk.vouch`; refused unless the code is right. A desk
/// that was opened later and uses the same letters in its references takes its own; `made` then
/// names them as `mark`.
Answer trustDesk(Store& store, const Introduced& introduced, const TrustOptions& options);

}
