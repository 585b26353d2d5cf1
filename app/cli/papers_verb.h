#pragma once

#include "app/cli/verb.h"

namespace cli {

// Each prints one paper: as text, or with --json, or into the files named by --pdf, --html, --text,
// --json and --eml. The newest is meant when none is named.

/// `[--number N | --from T --to T] [--suppress] [--no-definitions]`
int sitrepVerb(Call& call);
/// `[--window NAME]`
int handoverSheetVerb(Call& call);
/// `[--date D] [--service S]`
int allocationSheetVerb(Call& call);
/// `[--date D] [--service S]`
int oncallRecordVerb(Call& call);
/// `--officer LOGIN`
int reliefSheetVerb(Call& call);
/// `[--service S]`
int clocksVerb(Call& call);
/// `CASE`
int referralFormVerb(Call& call);

/// Whether these arguments need the means to draw pages: a program that writes a PDF or an e-mail
/// starts a QGuiApplication, every other a QCoreApplication.
bool drawsPages(const QStringList& arguments);

}
