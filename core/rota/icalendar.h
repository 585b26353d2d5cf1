#pragma once

#include "core/profile/profile.h"
#include "core/rota/shift.h"

namespace core {

/// Shifts as a calendar file (RFC 5545): times in UTC, lines of at most 75 octets ended by CR LF,
/// one identifier a shift for ever, its number of changes as SEQUENCE; those withdrawn are there as
/// cancelled, so that a calendar that has them drops them. Unfilled ones say so.
QByteArray iCalendarOf(
    const std::vector<std::shared_ptr<const Shift>>& shifts, const Profile& profile);

/// A content line as RFC 5545 §3.1 folds it: never inside a character, ended by CR LF.
QByteArray foldedLine(const QString& line);

/// Text as RFC 5545 §3.3.11 writes it in a property.
QString escapedText(const QString& text);

}
