#pragma once

#include "core/command/fields.h"
#include "core/profile/profile.h"

#include <QString>

namespace core {
struct Person;
}

namespace ui {

/// A code word of the rules as people say it: "s135_1" → "s135(1)", "awaiting_bed" → "Awaiting
/// bed".
QString words(const QString& code);

template <typename E>
QString words(E value)
{
    return words(core::word(value));
}

/// What a field is called: its help up to the first semicolon, without what only a script needs.
QString helpName(const QString& help);

/// A service by its short name ("EDT") or full name; the key itself when the profile lost it.
QString serviceName(const core::Profile& profile, const QString& key);

QString councilName(const core::Profile& profile, const QString& key);

/// "999 000 0018"; what is not ten digits stays as it is.
QString nhsNumberText(const QString& digits);

/// "PRYCE, Daniel": as the NHS user-interface guides set a name. A single word or words that are
/// no name ("Not known – man about 40") stay as they are.
QString bannerName(const QString& name);

/// Whom a case is about: the person's name as above, or the title as it was typed while nobody is
/// linked.
QString whoText(const core::Person* person, const QString& title);

}
