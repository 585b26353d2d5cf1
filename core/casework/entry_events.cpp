#include "core/casework/entry_events.h"

#include "core/casework/case_rules.h"
#include "core/casework/flagged.h"
#include "core/casework/held.h"
#include "core/contact/note.h"

using namespace Qt::StringLiterals;

namespace core {

static Applied apply(Case& record, const CaseOpened& opened, const Event& event)
{
    if (!record.id.isNull())
        return u"This case had been opened already."_s;
    const Instant recorded = fromMillis(event.recorded.ms);
    record.id = opened.caseId;
    record.ref = opened.ref;
    record.person = opened.person;
    if (!opened.contact.isNull())
        record.contacts.push_back(opened.contact);
    record.kindOfWork = opened.kindOfWork;
    record.title = opened.title;
    record.council = opened.council;
    record.urgency = opened.urgency;
    record.openedAt = event.occurred;
    record.responsible.add(event.occurred, recorded, opened.service);
    record.stage.add(event.occurred, recorded, Stage::Received);
    return {};
}

static Applied apply(Case& record, const CaseContactJoined& joined, const Event&)
{
    if (std::find(record.contacts.begin(), record.contacts.end(), joined.id)
        == record.contacts.end())
        record.contacts.push_back(joined.id);
    if (record.person.isNull())
        record.person = joined.person;
    return {};
}

static Applied apply(Case& record, const CaseDescribed& described, const Event&)
{
    record.title = described.title.value_or(record.title);
    record.council = described.council.value_or(record.council);
    record.kindOfWork = described.kindOfWork.value_or(record.kindOfWork);
    if (described.urgency)
        record.urgency = described.urgency;
    if (!described.person.isNull())
        record.person = described.person;
    return {};
}

static Applied apply(Case& record, const CaseNoted& noted, const Event& event)
{
    Note note = noteOf(event, noted.id, noted.kind, noted.words);
    note.late = noted.late;
    addNote(record.entries, std::move(note));
    return {};
}

static Applied apply(Case& record, const CaseCorrected& corrected, const Event& event)
{
    Note note = noteOf(event, corrected.id, u"correction"_s, corrected.words);
    note.reason = corrected.reason;
    note.corrects = corrected.corrects;
    addNote(record.entries, std::move(note));
    markCorrected(record.entries, corrected.corrects);
    return {};
}

static Applied apply(Case& record, const CaseDecided& decided, const Event& event)
{
    Note note = noteOf(event, decided.id, u"decision"_s, decided.decision);
    note.reason = decided.reason;
    note.personsView = decided.personsView;
    note.carersView = decided.carersView;
    note.late = decided.late;
    addNote(record.entries, std::move(note));
    return {};
}

static void fillBlank(QString& words, const QString& given)
{
    if (words.isEmpty())
        words = given;
}

static Applied apply(Case& record, const CaseDecisionCompleted& completed, const Event&)
{
    Note* decision = noteWith(record.entries, completed.id);
    if (!decision)
        return u"The decision that this completes is not on the record."_s;
    fillBlank(decision->reason, completed.reason);
    fillBlank(decision->personsView, completed.personsView);
    fillBlank(decision->carersView, completed.carersView);
    return {};
}

static Applied apply(Case& record, const CaseLateExplained& explained, const Event&)
{
    Note* entry = noteWith(record.entries, explained.id);
    if (!entry)
        return u"The entry that this explains is not on the record."_s;
    entry->lateReason = explained.reason;
    return {};
}

static Applied apply(Case& record, const CaseWritten& written, const Event& event)
{
    record.written.push_back(writtenOf(event, written.id, written.system, written.what));
    return {};
}

// A spell begins no sooner than the case was open, however late it was typed.
static void beginSpell(Case& record, Instant closed)
{
    Instant from = std::max(closed, record.openedAt);
    if (!record.closedSpells.empty())
        from = std::max(from, record.closedSpells.back().until.value_or(from));
    record.closedSpells.push_back({from, {}});
}

static void endSpell(Case& record, Instant reopened)
{
    ClosedSpell& last = record.closedSpells.back();
    last.until = std::max(reopened, last.from);
}

static Applied apply(Case& record, const CaseClosed& closed, const Event& event)
{
    if (record.closedAt)
        return u"The case had been closed already."_s;
    if (!isHeldBy(record, event.actor.service))
        return u"Another service than the responsible one closed the case."_s;
    record.closedAt = event.occurred;
    beginSpell(record, event.occurred);
    record.outcome = closed.outcome;
    record.closingWords = closed.words;
    record.stage.add(event.occurred, fromMillis(event.recorded.ms), Stage::Closed);
    return {};
}

static Stage stageBeforeClosing(const Case& record)
{
    Stage stage = Stage::Received;
    for (const auto& entry : record.stage.entries())
        if (entry.value != Stage::Closed)
            stage = entry.value;
    return stage;
}

static Applied apply(Case& record, const CaseReopened& reopened, const Event& event)
{
    if (!record.closedAt)
        return u"The case was open already."_s;
    record.closedAt.reset();
    endSpell(record, event.occurred);
    record.outcome.reset();
    record.stage.add(event.occurred, fromMillis(event.recorded.ms), stageBeforeClosing(record));
    addNote(record.entries, noteOf(event, reopened.id, u"reopened"_s, reopened.reason));
    return {};
}

static Applied apply(Case& record, const CaseFlagged& flagged, const Event& event)
{
    if (flagged.fallen) {
        // Two desks may have flagged it alike, and both learned that it fell.
        const auto fallen = std::erase_if(record.flags, [&flagged](const Flagged& each) {
            return each.clause == flagged.clause && each.text == flagged.text;
        });
        if (fallen > 0)
            addNote(record.entries, noteOf(event, flagged.id, u"correction"_s, *flagged.fallen));
        return {};
    }
    record.flags.push_back({flagged.id, flagged.clause, flagged.text, event.occurred});
    return {};
}

CaseRules entryRules()
{
    CaseRules rules = rulesByType<Case>({
        on<Case, CaseOpened>(),
        on<Case, CaseContactJoined>(),
        on<Case, CaseDescribed>(),
        on<Case, CaseNoted>(),
        on<Case, CaseCorrected>(),
        on<Case, CaseDecided>(),
        on<Case, CaseDecisionCompleted>(),
        on<Case, CaseLateExplained>(),
        on<Case, CaseWritten>(),
        on<Case, CaseClosed>(),
        on<Case, CaseReopened>(),
        on<Case, CaseFlagged>(),
    });
    rules.insert(workRules());
    return rules;
}

}
