#include "core/paper/relief_paper.h"

#include "core/contact/acknowledgement.h"
#include "core/duty/duty.h"
#include "core/handover/item_rules.h"
#include "core/paper/oncall_record.h"
#include "core/paper/paper_parts.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Cases = std::vector<std::shared_ptr<const Case>>;

void byDue(std::vector<Deadline>& clocks)
{
    std::stable_sort(clocks.begin(), clocks.end(),
        [](const Deadline& a, const Deadline& b) { return a.due < b.due; });
}

Section whoSection(const ReliefSheet& sheet, const QString& service)
{
    Facts facts;
    addFact(facts, u"Leaving"_s, sheet.leaverName, Ink::Strong);
    addFact(facts, u"As it stood at"_s, zonedText(sheet.asOf));
    addFact(facts, u"Responsible throughout"_s, service);
    return {u"Who"_s, {}, {facts}, false};
}

Section casesSection(const QString& title, const std::vector<ReliefCase>& lines,
    const Records& records, const QString& whenEmpty)
{
    Grid grid;
    grid.columns = {{u"Case"_s, 24}, {u"Person"_s, 24}, {u"Place, status"_s, 28}, {u"Stage"_s, 16},
        {u"Last entry"_s, 38}, {u"Taken"_s, 10}};
    for (const ReliefCase& line : lines) {
        const auto record = records.caseRecord(line.caseId);
        Words where(record ? placeText(*record) : QString());
        where.line(record ? statusText(*record) : QString(), Ink::Strong);
        Words about(line.ref);
        about.line(line.urgency ? word(*line.urgency) : QString(), Ink::Strong);
        grid.rows.push_back(
            {{about, Words(line.person.isEmpty() ? line.title : line.person, Ink::Strong), where,
                 Words(spokenWords(word(line.stage))), Words(line.last), Words(u"[   ]"_s)},
                false});
    }
    grid.whenEmpty = whenEmpty;
    return {title, QString::number(lines.size()), {grid}, false};
}

Section clocksSection(std::vector<Deadline> clocks, const Records& records, Instant printedAt)
{
    byDue(clocks);
    return {u"Clocks"_s, QString::number(clocks.size()), {clocksGrid(clocks, printedAt, &records)},
        false};
}

Section callBacksSection(const std::vector<RingBack>& promises, const Records& records)
{
    Grid grid;
    grid.columns = {
        {u"By"_s, 22}, {u"Whom"_s, 30}, {u"Number"_s, 24}, {u"Case"_s, 24}, {u"Promised by"_s, 24}};
    for (const RingBack& promise : promises) {
        const auto record = records.caseRecord(promise.caseId);
        grid.rows.push_back({{Words(dateTimeText(promise.due), Ink::Strong), Words(promise.whom),
                                 Words(promise.number), Words(record ? record->ref : QString()),
                                 Words(promise.ownerName)},
            false});
    }
    grid.whenEmpty = u"Nobody is waiting to be rung back."_s;
    return {u"Call-backs"_s, {}, {grid}, false};
}

Section callsSection(const std::vector<CallAttempt>& calls, const Profile& profile)
{
    Grid grid;
    grid.columns = {{u"When"_s, 22}, {u"Whom"_s, 34}, {u"Number"_s, 24}, {u"About"_s, 40}};
    for (const CallAttempt& call : calls) {
        const ContactPoint* point = profile.contact(call.contact);
        grid.rows.push_back(
            {{Words(dateTimeText(call.at)), Words(point ? point->name : call.contact),
                 Words(call.number), Words(call.about)},
                false});
    }
    grid.whenEmpty = u"Every call has its result."_s;
    return {u"Calls without a result"_s, {}, {grid}, false};
}

Section owedSection(const std::vector<ReliefCase>& lines)
{
    Grid grid;
    grid.columns = {{u"Case"_s, 24}, {u"Owed"_s, 70}, {u"Clause"_s, 14}};
    for (const ReliefCase& line : lines)
        for (const Owed& owed : line.owed)
            grid.rows.push_back(
                {{Words(line.ref), Words(owed.text), Words(owed.clause, Ink::Quiet)}, false});
    grid.whenEmpty = u"Nothing is owed."_s;
    return {u"Still owed"_s, {}, {grid}, false};
}

QString versionOf(const Cases& cases, const Duty* duty)
{
    std::vector<const RecordBase*> shown;
    for (const auto& record : cases)
        shown.push_back(record.get());
    if (duty)
        shown.push_back(duty);
    return recordVersion(shown);
}

Cases casesOf(const std::vector<ReliefCase>& lines, const Records& records)
{
    Cases cases;
    for (const ReliefCase& line : lines)
        if (auto record = records.caseRecord(line.caseId))
            cases.push_back(std::move(record));
    return cases;
}

}

Paper reliefPaper(const ReliefSheet& sheet, const Records& records, const Profile& profile,
    const PaperFrame& frame)
{
    Paper paper = paperOf(
        frame, u"relief-sheet"_s, u"Relief sheet"_s, dateOf(sheet.asOf).toString(Qt::ISODate));
    paper.service = serviceName(sheet.service, profile);
    paper.version = versionOf(casesOf(sheet.cases, records), nullptr);
    std::vector<Deadline> clocks;
    for (const ReliefCase& line : sheet.cases)
        clocks.insert(clocks.end(), line.clocks.begin(), line.clocks.end());
    paper.sections = {whoSection(sheet, paper.service),
        casesSection(
            u"Cases"_s, sheet.cases, records, u"No open case is allocated to this officer."_s),
        clocksSection(std::move(clocks), records, frame.printedAt),
        callBacksSection(sheet.ringBacks, records), callsSection(sheet.unresolved, profile),
        owedSection(sheet.cases),
        casesSection(u"Cases that nobody has"_s, sheet.unallocated, records,
            u"Every other case of the service is allocated."_s),
        {u"Taken over"_s, {},
            {Blanks{{{u"All, or all but these"_s, {}, 2}, {u"Reliever, time"_s, {}, 1}}}}, false}};
    return paper;
}

// Tasks of closed cases, and what councils' teams have still to acknowledge. COM-3.5b
static void addLeftOver(std::vector<Deadline>& clocks, Cases& cases, const QString& service,
    const Records& records, const Profile& profile)
{
    for (const CaseId& id : records.closedCasesWithTasks()) {
        auto record = records.caseRecord(id);
        if (!record || record->responsible.current() != service)
            continue;
        const std::vector<Deadline> own = runningClocks(*record, profile);
        clocks.insert(clocks.end(), own.begin(), own.end());
        cases.push_back(std::move(record));
    }
    for (const ContactId& id : records.contactsToAcknowledge())
        if (const auto contact = records.contact(id); contact && contact->service == service)
            for (const Deadline& clock : acknowledgements(*contact))
                if (clock.state == ClockState::Running)
                    clocks.push_back(clock);
}

Paper clocksPaper(const QString& service, const Duty* duty, const Records& records,
    const Profile& profile, const PaperFrame& frame)
{
    Cases cases;
    std::vector<Deadline> clocks;
    for (const CaseId& id : records.openCases(service)) {
        auto record = records.caseRecord(id);
        if (!record)
            continue;
        const std::vector<Deadline> own = runningClocks(*record, profile);
        clocks.insert(clocks.end(), own.begin(), own.end());
        cases.push_back(std::move(record));
    }
    addLeftOver(clocks, cases, service, records, profile);
    std::vector<RingBack> promises = duty ? duty->ringBacks : std::vector<RingBack>();
    std::erase_if(promises, [](const RingBack& promise) { return promise.doneAt.has_value(); });
    Paper paper = paperOf(
        frame, u"clocks"_s, u"Running clocks"_s, dateOf(frame.printedAt).toString(Qt::ISODate));
    paper.service = serviceName(service, profile);
    paper.version = versionOf(cases, duty);
    paper.sections = {clocksSection(std::move(clocks), records, frame.printedAt),
        callBacksSection(promises, records)};
    return paper;
}

}
