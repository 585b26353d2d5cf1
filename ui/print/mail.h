#pragma once

#include "core/paper/paper.h"

#include <QByteArray>
#include <QStringList>

namespace print {

struct Recipients {
    QString from; ///< the service's own address; may be empty, the mail program fills it in
    QStringList to;
};

struct Attachment {
    QString name;
    QByteArray type; ///< "application/pdf"
    QByteArray bytes;
};

/// The subject of an e-mail with a paper: marking, title and reference. Never personal data:
/// subjects travel and are shown unprotected. IDN §5.6.
QString subjectOf(const core::Paper& paper);

/// A draft by RFC 5322: the paper as text and as HTML, and the attachment. The same bytes for the
/// same paper.
QByteArray toEml(
    const core::Paper& paper, const Recipients& recipients, const Attachment& attachment);

}
