#pragma once

#include "core/paper/paper.h"
#include "ui/print/mail.h"

#include <optional>

namespace print {

/// Why a file was not written, and what to do. Both are whole sentences.
struct Problem {
    QString text;
    QString mend;
};

// Each writes the whole file or nothing: beside the target first, synced, then renamed. None writes
// over a store or a desk's key, whoever asked for it.
std::optional<Problem> write(const QByteArray& bytes, const QString& path);
std::optional<Problem> writePdf(const core::Paper& paper, const QString& path);
std::optional<Problem> writeHtml(const core::Paper& paper, const QString& path);
std::optional<Problem> writeText(const core::Paper& paper, const QString& path);
std::optional<Problem> writeJson(const QJsonObject& paper, const QString& path);
/// A draft that a mail program opens for sending, with the paper as PDF beside it.
std::optional<Problem> writeEml(
    const core::Paper& paper, const Recipients& recipients, const QString& path);

/// "sitrep-S-2026-11-19-1.pdf": what to call the file when nobody says.
QString fileName(const core::Paper& paper, const QString& suffix);

}
