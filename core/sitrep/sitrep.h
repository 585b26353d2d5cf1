#pragma once

#include "core/command/fields.h"
#include "core/journal/record.h"

#include <QJsonObject>

namespace core {

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
    bool superseded = false; ///< a later event changed what it counted
};

Sitrep evolved(Sitrep sitrep, const Event& event);

}
