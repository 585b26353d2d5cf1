#include "core/paper/handover_sheet.h"

#include "core/handover/answer_words.h"
#include "core/handover/contested.h"
#include "core/handover/handover_call.h"
#include "core/handover/handover_code.h"
#include "core/handover/item_rules.h"
#include "core/handover/staying.h"
#include "core/paper/handover_item_section.h"
#include "core/paper/paper_parts.h"
#include "core/time/london.h"

#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// How long after a window its items can still be answered and stand on its sheet.
constexpr auto answersUntil = std::chrono::days(3);

const HandoverItem* itemOfWindow(const Case& record, const QString& windowName)
{
    for (auto item = record.handovers.rbegin(); item != record.handovers.rend(); ++item)
        if (item->windowName == windowName)
            return &*item;
    return nullptr;
}

// What was told for information asks for no answer, and says more than a withdrawal before it.
const HandoverItem* answeredOfWindow(const Case& record, const QString& windowName)
{
    const HandoverItem* newest = itemOfWindow(record, windowName);
    if (!newest || newest->state != ItemState::Informed)
        return newest;
    for (auto item = record.handovers.rbegin(); item != record.handovers.rend(); ++item)
        if (item->windowName == windowName && item->state != ItemState::Informed
            && item->state != ItemState::Withdrawn)
            return &*item;
    return nullptr;
}

QString timingText(const Window& window)
{
    switch (verbalTiming(window)) {
    case VerbalTiming::NotYet: return u"not yet given"_s;
    case VerbalTiming::InSlot: return u"on time"_s;
    case VerbalTiming::Late: return u"late, within 30 minutes of the start"_s;
    case VerbalTiming::Breach: return u"after the limit"_s;
    }
    return {};
}

QString coordinator(const Window* window, const QString& service)
{
    if (!window)
        return u"not yet named"_s;
    const auto found = window->coordinators.find(service);
    return found == window->coordinators.end() ? u"not yet named"_s : found->second;
}

Section callSection(
    const WindowTimes& times, const Window* window, const QStringList& code, const Profile& profile)
{
    Facts facts;
    facts.columns = 2;
    addFact(facts, u"From"_s, serviceName(times.from, profile), Ink::Strong);
    addFact(facts, u"To"_s, serviceName(times.to, profile), Ink::Strong);
    addFact(facts, u"Coordinator"_s, coordinator(window, times.from));
    addFact(facts, u"Coordinator"_s, coordinator(window, times.to));
    addFact(facts, u"Slot"_s,
        u"%1 %2 to %3"_s.arg(dateText(times.date), timeText(times.opens), timeText(times.starts)));
    addFact(facts, u"Verbal handover by"_s, timeText(times.breach));
    if (window && window->verbalStarted)
        addFact(facts, u"Call began"_s, timeText(*window->verbalStarted));
    if (window && window->verbalEnded)
        addFact(facts, u"Call ended"_s,
            u"%1, %2"_s.arg(timeText(*window->verbalEnded), timingText(*window)));
    if (const auto call = window ? callOf(*window) : std::nullopt)
        addFact(facts, u"Spoke"_s, speakersText(*call, profile));
    if (const QString differing = window ? differingNotes(*window) : QString();
        !differing.isEmpty())
        addFact(facts, u"Noted differently"_s, differing);
    Blanks blanks;
    if (!window || !window->verbalEnded)
        blanks.blanks.push_back({u"Call began, ended"_s, {}, 1});
    blanks.blanks.push_back(
        {window && window->closedAt ? u"Word code now"_s : u"Word code, read out by both"_s,
            Words(code.join(u"  "), Ink::Strong), 1});
    return {u"The call"_s, {}, {facts, blanks}, false};
}

// Who agrees to work with the sender is not responsible. HO-1.5, HO-3.7
QString answerOf(const HandoverItem& item)
{
    const bool together
        = item.state == ItemState::Accepted && item.purpose == HandoverPurpose::Joint;
    const QString answer
        = u"%1 %2"_s.arg(item.transferNumber, together ? u"joint work agreed"_s : answerWord(item));
    return contradictsTheirs(item) ? answer + u", contested"_s : answer;
}

// The newest word counts: what was kept after a decline is kept.
QString dispositionText(const PreparedItem& line)
{
    switch (standingOf(line, true)) {
    case Standing::Staying:
        return line.joint.isEmpty() ? u"not dispositioned: stays with the sender"_s
                                    : u"%1; stays with the sender"_s.arg(line.joint);
    case Standing::Contested:
        return u"%1 %2"_s.arg(line.item->transferNumber, contestedWords(*line.unsettled));
    case Standing::Kept: return u"kept: %1"_s.arg(line.kept->reason);
    case Standing::Informed: return answerOf(*line.informed);
    default: return answerOf(*line.item);
    }
}

Words disposition(const PreparedItem& line, const Case* record)
{
    Words said(dispositionText(line));
    if (record && line.item)
        said.line(notUndoneText(*record, *line.item));
    for (const HandoverItem& item : line.contestedBefore)
        said.line(contradictionText(item), Ink::Alert);
    for (const HandoverItem& item : line.informedBefore)
        said.line(answerOf(item));
    if (line.informed && standingOf(line, true) != Standing::Informed)
        said.line(answerOf(*line.informed));
    return said;
}

// Once it was answered, or the window closed, the sheet says what was told and not what is now.
std::optional<Instant> toldBy(const PreparedItem& line, const Window* window)
{
    if (line.item && line.item->answeredAt)
        return line.item->answeredAt;
    return line.item && window ? window->closedAt : std::nullopt;
}

Words nextClock(const PreparedItem& line, const Case* record, const SheetTimes& times)
{
    if (times.toldBy) {
        const auto& copied = line.item->clocks;
        Words told = copied.empty()
            ? Words(u"none running"_s, Ink::Quiet)
            : Words(copied.front().title, Ink::Strong)
                  .line(u"%1, as proposed"_s.arg(dateTimeText(copied.front().due)));
        const Deadline* now = record ? clockOtherThanTold(line, *record, *times.toldBy) : nullptr;
        if (now)
            told.line(u"now %1 %2, %3"_s.arg(
                          now->title, dateTimeText(now->due), stateText(*now, times.printedAt)),
                Ink::Alert);
        return told;
    }
    if (line.clocks.empty())
        return {u"none running"_s, Ink::Quiet};
    return Words(line.clocks.front().title, Ink::Strong)
        .line(u"%1, %2"_s.arg(dateTimeText(line.clocks.front().due),
            stateText(line.clocks.front(), times.printedAt)));
}

Section overview(const std::vector<PreparedItem>& lines, const Window* window,
    const Records& records, Instant printedAt)
{
    Grid grid;
    grid.columns = {{u"No."_s, 6, Side::Right}, {u"Case"_s, 24}, {u"Person"_s, 24},
        {u"Next clock"_s, 30}, {u"Disposition"_s, 36}};
    int number = 0;
    for (const PreparedItem& line : lines) {
        const auto record = records.caseRecord(line.caseId);
        const auto person = record ? records.person(record->person) : nullptr;
        grid.rows.push_back({{Words(QString::number(++number)), Words(line.ref),
                                 Words(record ? whoText(*record, person.get()) : line.title),
                                 nextClock(line, record.get(), {printedAt, toldBy(line, window)}),
                                 disposition(line, record.get())},
            false});
    }
    grid.whenEmpty = u"No open case of the kinds of work that this handover carries."_s;
    return {u"All cases of this handover"_s, u"%1"_s.arg(lines.size()), {grid}, false};
}

// Of what was withdrawn nothing is read out or back.
bool isHandedOver(const PreparedItem& line)
{
    return line.item && line.item->state != ItemState::Withdrawn;
}

QStringList codeOf(const std::vector<PreparedItem>& lines, const Records& records)
{
    std::vector<HandedOver> all;
    for (const PreparedItem& line : lines)
        if (const auto record = isHandedOver(line) ? records.caseRecord(line.caseId) : nullptr)
            all.push_back({record, records.person(record->person), *line.item});
    return sessionCode(all);
}

Section stayingSection(const std::vector<PreparedItem>& lines, const WindowTimes& times,
    const Records& records, const Profile& profile)
{
    Grid grid;
    grid.columns = {{u"Case"_s, 24}, {u"Person"_s, 26}, {u"Why"_s, 40}, {u"By"_s, 20}};
    for (const PreparedItem& line : lines) {
        const auto staying = stayingOf(line);
        if (!staying)
            continue;
        const auto record = records.caseRecord(line.caseId);
        const auto person = record ? records.person(record->person) : nullptr;
        grid.rows.push_back(
            {{Words(line.ref), Words(record ? whoText(*record, person.get()) : line.title),
                 Words(staying->why,
                     staying->isOpen() && line.joint.isEmpty() ? Ink::Alert : Ink::Plain),
                 Words(staying->by)},
                false});
    }
    grid.whenEmpty = lines.empty() ? u"There was nothing to hand over."_s
                                   : u"Nothing stays: every case was handed over."_s;
    return {u"Stays with %1"_s.arg(serviceName(times.from, profile)), {}, {grid}, false};
}

}

namespace {

// A proposal for a window may be older than the window is open.
constexpr auto proposedSince = std::chrono::days(1);

// Accepted by telephone it is answered once their record is here. HO-3.6b
Instant answeredWholly(const HandoverItem& item)
{
    if (item.theirRecordOutstanding || !item.answeredAt)
        return Instant::max();
    return std::max(*item.answeredAt, item.confirmedAt.value_or(*item.answeredAt));
}

bool contains(const std::vector<CaseId>& cases, const CaseId& id)
{
    return std::find(cases.begin(), cases.end(), id) != cases.end();
}

/// What was said of a case in a window: as it was when the window closed, else so far.
class WindowWord {
public:
    WindowWord(const WindowTimes& times, const Records& records, const Profile& profile)
        : m_times(times)
        , m_records(records)
        , m_profile(profile)
    {
        const WindowId id = windowId(profile.key, times.name());
        const auto window = records.window(id);
        m_dispositions = records.dispositions(id, times.from);
        if (window && m_dispositions && m_dispositions->closedAt)
            m_closedAt = window->closedAt;
    }

    bool closed() const { return m_closedAt.has_value(); }

    /// Whether the case belongs on the sheet whatever became of it since.
    bool names(const Case& record) const
    {
        if (itemOfWindow(record, m_times.name()))
            return true;
        return m_closedAt && record.openedAt <= *m_closedAt
            && (m_dispositions->of(record.id) || contains(m_dispositions->staying, record.id));
    }

    PreparedItem lineOf(const Case& record) const
    {
        PreparedItem line;
        line.caseId = record.id;
        line.ref = record.ref;
        line.title = record.title;
        line.clocks = runningClocks(record, m_profile);
        line.documents = handoverChecklist(record, m_records, m_profile);
        line.stillSenders = record.responsible.current() == m_times.from;
        setWord(line, record);
        return line;
    }

    void setWord(PreparedItem& line, const Case& record) const
    {
        setItem(line, record);
        setContestedBefore(line, m_times, record);
    }

    /// The cases that were told of, the ones that have gone on since among them.
    std::vector<CaseId> candidates() const
    {
        auto cases
            = m_records.casesBetween(m_times.opens - proposedSince, m_times.breach + answersUntil);
        if (!m_closedAt)
            return cases;
        cases.insert(cases.end(), m_dispositions->staying.begin(), m_dispositions->staying.end());
        for (const Disposition& each : m_dispositions->items)
            cases.push_back(each.caseId);
        return cases;
    }

private:
    void setItem(PreparedItem& line, const Case& record) const
    {
        if (const Disposition* kept = m_dispositions ? m_dispositions->of(record.id) : nullptr)
            line.kept = *kept;
        setInformed(line, m_times, record);
        line.joint = jointWords(m_times, record, m_closedAt.value_or(Instant::max()), m_profile);
        const HandoverItem* item = wordOn(record);
        if (!m_closedAt && (line.item || line.kept || line.informed || !item))
            return;
        line.item.reset();
        if (item)
            line.item = *item;
        line.unsettled = unsettledOn(record, line.item ? &*line.item : nullptr);
        if (m_closedAt)
            line.stillSenders = wasSenders(record, item);
    }

    // What was still to be answered of an earlier window, or lacked their record, stood on this one
    // too.
    const HandoverItem* wordOn(const Case& record) const
    {
        if (const HandoverItem* item = answeredOfWindow(record, m_times.name()))
            return item;
        for (auto item = record.handovers.rbegin(); m_closedAt && item != record.handovers.rend();
             ++item)
            if (item->from == m_times.from && item->state != ItemState::Informed
                && item->proposedAt <= *m_closedAt && answeredWholly(*item) > *m_closedAt)
                return &*item;
        return nullptr;
    }

    bool wasSenders(const Case& record, const HandoverItem* item) const
    {
        Instant at = *m_closedAt;
        if (item && item->answeredAt)
            at = std::max(at, *item->answeredAt);
        return record.responsible.at(at) == m_times.from;
    }

    const WindowTimes& m_times;
    const Records& m_records;
    const Profile& m_profile;
    std::shared_ptr<const Dispositions> m_dispositions;
    std::optional<Instant> m_closedAt;
};

}

std::vector<PreparedItem> sheetItems(
    const WindowTimes& times, const Records& records, const Profile& profile)
{
    const WindowWord word(times, records, profile);
    std::vector<PreparedItem> lines;
    std::set<CaseId> known;
    for (PreparedItem& line : preparedList(times, records, profile)) {
        const auto record = records.caseRecord(line.caseId);
        if (word.closed() && !word.names(*record))
            continue;
        word.setWord(line, *record);
        known.insert(line.caseId);
        lines.push_back(std::move(line));
    }
    for (const CaseId& id : word.candidates()) {
        const auto record = known.insert(id).second ? records.caseRecord(id) : nullptr;
        if (record && word.names(*record))
            lines.push_back(word.lineOf(*record));
    }
    return lines;
}

Paper handoverSheet(const WindowTimes& times, const Records& records, const Profile& profile,
    const PaperFrame& frame)
{
    const auto window = records.window(windowId(profile.key, times.name()));
    const std::vector<PreparedItem> lines = sheetItems(times, records, profile);
    Paper paper = paperOf(frame, u"handover-sheet"_s, u"Handover sheet"_s, times.name());
    paper.sections = {callSection(times, window.get(), codeOf(lines, records), profile),
        overview(lines, window.get(), records, frame.printedAt)};
    std::vector<std::shared_ptr<const Case>> cases;
    for (const PreparedItem& line : lines) {
        cases.push_back(records.caseRecord(line.caseId));
        if (isHandedOver(line))
            paper.sections.push_back(
                itemSection(line, *cases.back(), records.person(cases.back()->person).get(),
                    {frame.printedAt, toldBy(line, window.get())}));
    }
    paper.sections.push_back(stayingSection(lines, times, records, profile));
    std::vector<const RecordBase*> shown;
    shown.reserve(cases.size() + 1);
    for (const auto& record : cases)
        shown.push_back(record.get());
    if (window)
        shown.push_back(window.get());
    paper.version = recordVersion(shown);
    return paper;
}

}
