#pragma once

#include "core/command/fields.h"
#include "core/journal/record.h"

#include <QJsonObject>

namespace core {

struct Figure;

/// One e-mail with a SITREP, as somebody noted it. HO-3.10.
struct SitrepSending {
    Instant at;
    QStringList to;
    QStringList outside; ///< of these, addresses outside the secure domains
    QString by;
};

/// An issued SITREP: immutable, numbered, with the figures as they were known at issue. HO-3.10.
struct Sitrep : RecordBase {
    SitrepId id;
    QString number; ///< "S-2026-11-19-1"
    Instant from; ///< previous cut-off
    Instant to; ///< this cut-off
    QString narrative; ///< at most 600 characters
    QString pressure; ///< OPEL or local RAG as declared, with source
    QByteArray figures; ///< JSON, as core/sitrep/figures.h writes it
    Instant issuedAt;
    QString issuedBy;
    QString service; ///< of who issued it
    bool superseded = false; ///< another number was issued for the same period
    QString supersededBy;
    std::vector<SitrepSending> sendings;
};

/// Whether it no longer tells what the records tell: another number took its place, or a later
/// event changed what it counted. `recounted` are the figures of its period now.
bool isSuperseded(const Sitrep& sitrep, const std::vector<Figure>& recounted);

/// What each type of event makes of the record.
const EventRules<Sitrep>& eventRules(const Sitrep*);

Sitrep evolved(Sitrep sitrep, const Event& event);

}
