#pragma once

#include "app/cli/verb.h"

namespace cli {

/// Walks every chain and the file's pages; says which event of which desk is wrong.
int verifyVerb(Call& call);

/// Drops the read tables, folds everything anew and prints the digest of the rows.
int rebuildVerb(Call& call);

/// Copies the store into one file.
int backupVerb(Call& call);

/// Makes a store from a backup, with a new identity.
int restoreVerb(Call& call);
/// Makes a store beside a damaged one to go on recording in.
int freshStartVerb(Call& call);

}
