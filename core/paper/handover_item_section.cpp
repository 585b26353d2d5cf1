#include "core/paper/handover_item_section.h"

#include "core/casework/printed_words.h"
#include "core/clock/catalogue.h"
#include "core/handover/answer_words.h"
#include "core/handover/contested.h"
#include "core/handover/handover_code.h"
#include "core/handover/item_rules.h"
#include "core/handover/warrant.h"
#include "core/paper/paper_parts.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString reasonText(HandoverReason reason)
{
    switch (reason) {
    case HandoverReason::UnableToProgress: return u"unable to progress"_s;
    case HandoverReason::UnableToComplete: return u"unable to complete"_s;
    case HandoverReason::BetterInHours: return u"better managed in hours"_s;
    case HandoverReason::OfficerBeyondHours: return u"officer beyond hours"_s;
    case HandoverReason::ShareInformation: return u"to share information"_s;
    case HandoverReason::ShareManagementPlan: return u"to share a management plan"_s;
    case HandoverReason::JointPlan: return u"joint plan needed"_s;
    }
    return {};
}

QString purposeText(const HandoverItem& item)
{
    switch (item.purpose) {
    case HandoverPurpose::HandOver:
        return u"to take over responsibility: %1"_s.arg(reasonText(item.reason));
    case HandoverPurpose::Inform: return u"for information"_s;
    case HandoverPurpose::Joint: return u"joint work: %1"_s.arg(reasonText(item.reason));
    }
    return {};
}

Facts who(const PreparedItem& line, const Case& record, const Person* person, Instant printedAt)
{
    Facts facts;
    facts.columns = 2;
    addIdentity(facts, person, printedAt);
    addFact(facts, u"Place"_s, placeText(record));
    addFact(facts, u"Legal status"_s, statusText(record));
    addFact(facts, u"Case"_s, line.ref);
    addFact(facts, u"Purpose"_s, purposeText(*line.item));
    addFact(facts, u"Proposed"_s,
        u"%1 by %2"_s.arg(dateTimeText(line.item->proposedAt), line.item->proposedBy));
    for (const HandoverItem& item : line.contestedBefore)
        addFact(facts, u"Also in this window"_s, contradictionText(item), Ink::Alert);
    return facts;
}

// HO-3.4: beside those who coordinate.
QString callText(const PractitionerCall& call)
{
    const auto at
        = [](const std::optional<Instant>& when) { return when ? timeText(*when) : u"?"_s; };
    const QString text
        = u"%1 with %2, %3 to %4"_s.arg(call.giver, call.taker, at(call.started), at(call.ended));
    return call.words.isEmpty() ? text : u"%1: %2"_s.arg(text, call.words);
}

Facts ipass(const HandoverItem& item)
{
    Facts facts;
    addFact(facts, u"I – severity"_s, spokenWords(item.ipass.illness), Ink::Strong);
    addFact(facts, u"P – person"_s, item.ipass.summary);
    addFact(facts, u"A – actions"_s, item.ipass.actions);
    addFact(facts, u"S – if … then …"_s, item.ipass.contingency);
    addFact(facts, u"Why this service"_s, item.words);
    for (const PractitionerCall& call : item.calls)
        addFact(facts, u"Practitioners spoke"_s, callText(call));
    if (item.warrant)
        addFact(facts, u"Warrant"_s, warrantText(item));
    return facts;
}

bool isOverdue(const Document& document, Instant printedAt)
{
    return document.followsBy && *document.followsBy <= printedAt;
}

QString promiseText(const Document& document, Instant printedAt)
{
    const QString promise = u"to follow by %1 from %2"_s.arg(
        document.followsBy ? dateTimeText(*document.followsBy) : u"a time not yet said"_s,
        document.owner.isEmpty() ? u"nobody named yet"_s : document.owner);
    return isOverdue(document, printedAt) ? promise + u": overdue"_s : promise;
}

QString documentText(const ChecklistRow& row, Instant printedAt)
{
    if (row.state == ChecklistState::Stale)
        return u"changed since it was last e-mailed"_s
            + (row.document ? u"; "_s + promiseText(*row.document, printedAt) : QString());
    if (!row.document)
        return spokenWords(word(row.state));
    const Document& document = *row.document;
    switch (row.state) {
    case ChecklistState::ToFollow: return promiseText(document, printedAt);
    case ChecklistState::HeldElsewhere: return u"held in %1"_s.arg(document.location);
    case ChecklistState::Emailed:
        return document.emailedAt ? u"e-mailed %1"_s.arg(dateTimeText(*document.emailedAt))
                                  : u"e-mailed"_s;
    case ChecklistState::Missing:
    case ChecklistState::NotYetHere:
    case ChecklistState::Present:
    case ChecklistState::NotApplicable:
    case ChecklistState::Stale: break;
    }
    return spokenWords(word(row.state));
}

bool isThere(ChecklistState state)
{
    return state == ChecklistState::Present || state == ChecklistState::HeldElsewhere
        || state == ChecklistState::Emailed;
}

Words documentWords(const ChecklistRow& row, Instant printedAt)
{
    const bool awaited
        = row.state == ChecklistState::ToFollow || row.state == ChecklistState::Stale;
    const bool overdue = awaited && row.document && isOverdue(*row.document, printedAt);
    return {documentText(row, printedAt), overdue ? Ink::Alert : Ink::Plain};
}

Checklist documents(const PreparedItem& line, Instant printedAt)
{
    Checklist list;
    for (const ChecklistRow& row : line.documents)
        if (row.state != ChecklistState::NotApplicable)
            list.checks.push_back({isThere(row.state), row.title, documentWords(row, printedAt)});
    return list;
}

bool isCopied(const HandoverItem& item, const QString& kind)
{
    return std::any_of(item.clocks.begin(), item.clocks.end(),
        [&](const ClockSnapshot& each) { return each.kind == kind; });
}

// Between the proposal and the answer it ran, whether it was on the record by then or not.
bool ranMeanwhile(const ClockFact& clock, const HandoverItem& item, Instant toldBy)
{
    return clock.start <= toldBy
        && (clock.state == ClockState::Running || clock.endedAt > item.proposedAt);
}

QString atPrinting(const ClockSnapshot& told, const PreparedItem& line, Instant printedAt)
{
    const Deadline* now = nullptr;
    for (const Deadline& each : line.clocks)
        if (each.kind == told.kind && (!now || each.due == told.due))
            now = &each;
    if (!now)
        return u"runs so no longer"_s;
    const QString state = stateText(*now, printedAt);
    return now->due == told.due ? state : u"now due %1, %2"_s.arg(zonedText(now->due), state);
}

// The clocks that went with it, by title and due time as they were told. What began, or became
// known, after the proposal is named too; what became of each stands beside it. HO-3.6.
Grid toldClocks(const PreparedItem& line, const Case& record, const SheetTimes& times)
{
    const HandoverItem& item = *line.item;
    Grid grid;
    grid.caption = u"As they were copied in at %1"_s.arg(dateTimeText(item.proposedAt));
    grid.columns = {{u"Clock"_s, 44}, {u"Due"_s, 28}, {u"At printing"_s, 38}};
    const auto add = [&](const ClockSnapshot& clock, const QString& remark) {
        Words title(clock.title, Ink::Strong);
        title.line(remark, Ink::Quiet);
        grid.rows.push_back(
            {{title, Words(zonedText(clock.due)), Words(atPrinting(clock, line, times.printedAt))},
                false});
    };
    for (const ClockSnapshot& clock : item.clocks)
        add(clock, {});
    for (const ClockFact& clock : record.clocks)
        if (clock.start > item.proposedAt && clock.start <= *times.toldBy)
            add({clock.kind, clock.title, clock.due}, u"began after the proposal"_s);
        else if (!isCopied(item, clock.kind) && ranMeanwhile(clock, item, *times.toldBy))
            add({clock.kind, clock.title, clock.due}, u"not copied in"_s);
    grid.whenEmpty = u"No clock was running."_s;
    return grid;
}

void addComparison(Words& told, const CodeComparison& codes)
{
    if (codes.agrees)
        told.line(u"both read the same at %1"_s.arg(timeText(codes.at)), Ink::Quiet);
    else
        told.line(
            u"%1 read out otherwise at %2: “%3”"_s.arg(codes.by, timeText(codes.at), codes.said),
            Ink::Alert);
}

// Once it is answered, the words that were compared then; those of now follow what changed since.
Blank codes(const Case& record, const Person* person, const HandoverItem& item, bool told)
{
    const QStringList now = handoverCode(record, person, item);
    const QString then = item.codes ? item.codes->own : QString();
    const bool changed = item.codes && then != now.join(u' ');
    Words words(told && item.codes ? then.split(u' ').join(u"  ") : now.join(u"  "), Ink::Strong);
    if (item.codes)
        addComparison(words, *item.codes);
    if (told && !item.codes)
        words.line(u"code now; none was compared"_s, Ink::Quiet);
    if (changed && told)
        words.line(u"code now: %1"_s.arg(now.join(u"  ")), Ink::Quiet);
    else if (changed)
        words.line(u"the case has changed since: compare anew"_s, Ink::Alert);
    return {u"Word code, read out by both"_s, words, 1};
}

// The receiver says it back; an empty box is written into during the call. HO-3.6.
Blanks readBack(const PreparedItem& line)
{
    const HandoverItem& item = *line.item;
    if (!item.readBack.isEmpty()) {
        Words said(item.readBack);
        said.line(
            item.readBackAt ? u"at %1"_s.arg(timeText(*item.readBackAt)) : QString(), Ink::Quiet);
        if (line.owesReadBack())
            said.line(u"the clock has changed since: read back anew"_s, Ink::Alert);
        return {{{u"S – read back"_s, said, 1}}};
    }
    return {{{u"S – read back: the clock"_s, {}, 1}, {u"… the next action"_s, {}, 1},
        {u"… if … then …"_s, {}, 1}}};
}

// What the other side tells beside the answer that counts. HO-3.6c
void addBeside(Words& told, const Case& record, const HandoverItem& item)
{
    told.line(notUndoneText(record, item), item.reconciled ? Ink::Plain : Ink::Alert);
    const QString accepted = acceptanceBeside(item);
    if (contradictsTheirs(item))
        told.line(u"Contested: %1"_s.arg(accepted), Ink::Alert);
    else
        told.line(accepted);
}

Blank answer(const PreparedItem& line, const Case& record)
{
    const HandoverItem& item = *line.item;
    if (line.contested())
        return {u"Answer"_s, Words(contestedWords(*line.unsettled), Ink::Alert), 1};
    if (!item.answeredAt)
        return {u"Accepted or declined: name, role, time"_s, {}, 1};
    Words told(answerWord(item), Ink::Strong);
    told.add(u" %1 by %2"_s.arg(dateTimeText(*item.answeredAt), answererText(item)));
    told.line(answerSaid(item));
    addBeside(told, record, item);
    if (!item.email.isEmpty())
        told.line((item.theirRecordOutstanding ? u"E-mail: %1"_s : u"Confirmed by e-mail too: %1"_s)
                      .arg(item.email),
            Ink::Quiet);
    if (item.reconciled)
        told.line(u"Cleared up %1 by %2: %3"_s.arg(dateTimeText(item.reconciled->at),
                      item.reconciled->by, item.reconciled->words),
            Ink::Quiet);
    if (item.theirRecordOutstanding)
        told.line(u"Their record is outstanding%1."_s.arg(item.theirRecordBy
                          ? u", due by %1"_s.arg(dateTimeText(*item.theirRecordBy))
                          : QString()),
            Ink::Alert);
    return {u"Answer"_s, told, 1};
}

}

const Deadline* clockOtherThanTold(const PreparedItem& line, const Case& record, Instant toldBy)
{
    const auto& copied = line.item->clocks;
    const auto wasTold = [&](const Deadline& clock) {
        return std::any_of(copied.begin(), copied.end(), [&](const ClockSnapshot& each) {
            return each.kind == clock.kind && each.due == clock.due;
        });
    };
    const auto hadBegun = [&](const Deadline& clock) {
        return std::any_of(record.clocks.begin(), record.clocks.end(),
            [&](const ClockFact& each) { return each.id == clock.part && each.start <= toldBy; });
    };
    for (const Deadline& clock : line.clocks) {
        const ClockKind* kind = clockKind(clock.kind);
        if (kind && kind->statutory && !wasTold(clock) && hadBegun(clock))
            return &clock;
    }
    return nullptr;
}

Section itemSection(
    const PreparedItem& line, const Case& record, const Person* person, const SheetTimes& times)
{
    const HandoverItem& item = *line.item;
    Section section;
    section.title = whoText(record, person);
    section.aside = u"%1 · %2"_s.arg(
        item.transferNumber, line.contested() ? u"contested"_s : answerWord(item));
    section.blocks = {who(line, record, person, times.printedAt), ipass(item),
        times.toldBy ? toldClocks(line, record, times) : clocksGrid(line.clocks, times.printedAt),
        documents(line, times.printedAt)};
    Blanks boxes = readBack(line);
    boxes.blanks.insert(
        boxes.blanks.begin(), codes(record, person, item, times.toldBy.has_value()));
    boxes.blanks.push_back(answer(line, record));
    section.blocks.emplace_back(std::move(boxes));
    return section;
}

}
