#pragma once

#include "app/cli/verb.h"

#include <QDate>
#include <QStringList>

namespace cli {

int referenceVerb(Call& call);

/// What is told as a duty starts: a sentence for each policy that is past its review, none where
/// the program ships no reference for the profile. FM-1
QStringList reviewNotes(const QString& profileKey, QDate today);

}
