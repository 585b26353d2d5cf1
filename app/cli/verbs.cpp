#include "app/cli/activity_verbs.h"
#include "app/cli/bench_verb.h"
#include "app/cli/clauses_verb.h"
#include "app/cli/commands_verb.h"
#include "app/cli/demo_verb.h"
#include "app/cli/do_verb.h"
#include "app/cli/due_verb.h"
#include "app/cli/duty_verbs.h"
#include "app/cli/exchange_verbs.h"
#include "app/cli/file_verb.h"
#include "app/cli/health_verbs.h"
#include "app/cli/help_verb.h"
#include "app/cli/hours_verb.h"
#include "app/cli/init_verb.h"
#include "app/cli/list_verb.h"
#include "app/cli/papers_verb.h"
#include "app/cli/profile_verb.h"
#include "app/cli/reconcile_verb.h"
#include "app/cli/reference_verb.h"
#include "app/cli/rota_verb.h"
#include "app/cli/sync_verb.h"
#include "app/cli/verb.h"

namespace cli {

namespace {

const std::vector<Verb> all{
    {"commands", "[NAME]", "describes every command: fields, types, clause ids", commandsVerb},
    {"clauses", "[ID]", "every clause with its kinds and the rules and commands that carry it",
        clausesVerb},
    {"init", "--profile P --service S --desk NAME [--staff-of A,B] [--training TIME]",
        "makes a store", initVerb},
    {"do", "[FILE]", "applies commands, one JSON object a line, and answers each with one line",
        doVerb},
    {"list", "KIND [--where COLUMN=VALUE] [--order COLUMN] [--descending] [--limit N]",
        "prints a read table: cases, contacts, people, clocks, handovers, tasks …", listVerb},
    {"show", "ID", "prints one record whole, by identifier or reference", showVerb},
    {"file", "DOCUMENT [--to FILE]", "writes a copy of a document's attached file", fileVerb, true},
    {"search", "WORDS", "finds words in people, notes and numbers, newest first", searchVerb},
    {"hours", "--profile P",
        "who receives new work and is on duty, for each time on standard input", hoursVerb},
    {"due", "--profile P --rule R | --list",
        "when a deadline falls, for each start on standard input", dueVerb},
    {"profile",
        "check [FILE] | publish FILE --reason WORDS [--approved-by NAME] [--effective DATE] "
        "[--from TIME]",
        "what is amiss in a profile: line, what, and how to mend it; puts a later version into "
        "force",
        profileVerb},
    {"sitrep", "[--number N | --from T --to T] [--suppress] [--no-definitions] [FORM]",
        "the SITREP of the last period: issued, or counted now", sitrepVerb, true},
    {"handover-sheet", "[--window 2026-11-18-PM] [FORM]",
        "the sheet of a handover window; the last one opened, or due where none was",
        handoverSheetVerb, true},
    {"allocation-sheet", "[--date D] [--service S] [FORM]",
        "the Daily Allocation Sheet of a day; today's", allocationSheetVerb, true},
    {"oncall-record", "[--date D] [--shift 20:00] [--service S] [FORM]",
        "the On-call Manager Record of a duty or shift; the running or last one, of the day given",
        oncallRecordVerb, true},
    {"reconcile", "[DATE] [--all]",
        "acceptances by telephone whose record is outstanding or differs; empty when all is "
        "well",
        reconcileVerb, true},
    {"reference", "[KIND] [--profile P] [--of LOGIN]",
        "policies with their reviews, agreements, partners, meetings: what the guidance names, and "
        "what of it a user has acknowledged",
        referenceVerb},
    {"relief-sheet", "--officer LOGIN [FORM]",
        "what an officer leaves to a reliever: cases, clocks, call-backs, what is owed",
        reliefSheetVerb, true},
    {"windows", "[--date D]", "the handover windows of a day, with those that were missed",
        windowsVerb, true},
    {"morning-list", "[--service S]", "open cases for the councils' own teams", morningListVerb,
        true},
    {"end-of-duty", "[--service S]",
        "what is not yet written or told, records not telephoned about, the send-list by team",
        endOfDutyVerb, true},
    {"rota", "[now | gaps | limits | import FILE.csv | export FILE.ics] [OPTIONS]",
        "who is on the rota, hours without AMHP, shifts a month; a rota file in or out", rotaVerb},
    {"activity", "[--month M | --from T --to T] [--csv FILE]",
        "what was done for each authority in a period, with its share", activityVerb, true},
    {"contact-analysis", "[--month M | --from T --to T] [--csv FILE]",
        "contacts by source, date and hour", contactAnalysisVerb, true},
    {"text", "contact|assessment|chronology ID | night", "plain text to paste into another system",
        textVerb, true},
    {"clocks", "[--service S] [FORM]", "every clock on the rail of a service's desk", clocksVerb,
        true},
    {"referral-form", "CASE [FORM]", "the AMHP referral form of a case", referralFormVerb, true},
    {"desks", "[introduce FILE | trust FILE | vouch FILE | withdraw DESK] [OPTIONS]",
        "who exchanges with this desk: introductions, trust by six words, withdrawal", desksVerb},
    {"export", "--to SERVICE [--all] [--progress] FILE",
        "writes what the desks of a service do not have yet into one encrypted bundle", exportVerb},
    {"import", "[--progress] FILE…",
        "takes in bundles, in any order; says what is new, held or old", importVerb},
    {"sync", "[--folder DIR] [--once] [--keep]",
        "exchanges with the desks of this service through a common folder", syncVerb},
    {"verify", "", "walks every chain; says which event of which desk is wrong", verifyVerb},
    {"rebuild", "", "drops the read tables and folds everything anew; prints their digest",
        rebuildVerb},
    {"backup", "FILE", "copies the store into one file", backupVerb},
    {"restore", "FILE", "makes the store from a backup, with a new identity", restoreVerb},
    {"fresh-start", "[--profile P] [--service S] [--desk NAME]",
        "makes a store beside a damaged one, with its open cases, to go on recording in",
        freshStartVerb},
    {"demo", "--night | --nights N --seed S [--contacts N] [--from DATE] [--profile P]",
        "works the shipped night, or invented ones, in a training store", demoVerb},
    {"bench", "[--events N] [--folder F] [--only NAME]",
        "measures, beside plain SQLite in the same run, and prints ratios", benchVerb},
    {"help", "[VERB]", "shows the verbs, or what one takes", helpVerb},
};

}

const std::vector<Verb>& verbs()
{
    return all;
}

}
