#pragma once

#include <QString>

namespace core {

struct Profile;

/// A code word of a record as people read it: "s135_1" is "s135(1)", "awaiting_bed" is "Awaiting
/// bed". The one place where codes become words.
QString peopleWords(const QString& code);

/// The same within a sentence: "declined: CRHT", "no answer".
QString spokenWords(const QString& code);

/// A role as the profile names it; another code or free words as people read them.
QString roleWords(const QString& role, const Profile& profile);

}
