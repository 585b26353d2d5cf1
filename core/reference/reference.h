#pragma once

#include "core/user/user.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace core {

/// Something that the guidance names and that nobody decides about: a partner, a policy, an
/// agreement, a meeting. What changes from place to place stands in a file beside the profile.
struct ReferenceEntry {
    QString kind; ///< one of referenceKinds()
    QString name;
    QString detail; ///< what it is for, who provides it, where to find it
    QStringList clauses;
    QString version; ///< of a policy. FM-1
    std::optional<QDate> review; ///< by when it is looked at again. FM-1
    std::optional<QDate> from; ///< first day of an organisation, or of a policy. Q20, Q21, FM-1
    std::optional<QDate> to; ///< its last day
    QString owner = {}; ///< whose policy it is, by role. FM-1
    QString change = {}; ///< what its version changed. FM-1
    QString issuedTo = {}; ///< FM-1
};

/// The kinds of entry: policies and protocols (FM-1, COOP-1.6, COOP-5, HO-7, ESC-7), agreements
/// (COOP-1.4, COM-3.9, S3-iv), partners (COOP-2.3, ESC-1.5, COM-3.6), services (COOP-3.1,
/// COOP-3.3h), audiences (COM-2.2), areas (COM-3.11a), governance (COM-4, COM-5), meetings (COM-6),
/// learning (COM-7.1, COM-7.4) and roles (S3-R3).
const QStringList& referenceKinds();

/// The entries of a reference file in its order. Throws std::runtime_error that says which entry is
/// wrong and how to mend it.
std::vector<ReferenceEntry> readReference(const QByteArray& json);

/// Whether every officer acknowledges it: a policy that says its version, each version anew, and a
/// part of the induction. COM-7.1, COM-7.4
bool isAcknowledged(const ReferenceEntry& entry);

/// A user's acknowledgement of it, in this version; or none.
const Acknowledged* acknowledgementOf(const ReferenceEntry& entry, const User& user);

/// How much of what every officer acknowledges a user has done.
struct Progress {
    int done = 0;
    int all = 0;

    int percent() const { return all == 0 ? 100 : 100 * done / all; }
};
Progress progressOf(const std::vector<ReferenceEntry>& entries, const User& user, QDate today);

/// Whether its review was due before `today`: managers are told. FM-1
bool isOverdue(const ReferenceEntry& entry, QDate today);

/// The policies in use whose review is overdue, in the file's order. FM-1
std::vector<ReferenceEntry> overdueEntries(const std::vector<ReferenceEntry>& entries, QDate today);

/// "Escalation (0.2)", or the name alone while no version is told.
QString nameWithVersion(const ReferenceEntry& entry);

/// Name and version of each policy whose review is overdue, in the file's order. FM-1
QStringList overdueReviews(const std::vector<ReferenceEntry>& entries, QDate today);

/// What is told of a policy's version: from when, whose, what changed, to whom, and what of
/// version, owner and next review is not yet told. FM-1
QString versionControl(const ReferenceEntry& entry);

/// Whether the name is the one in use on that day: an organisation that ended is kept with its
/// dates. Q20, Q21
bool isInUse(const ReferenceEntry& entry, QDate today);

}
