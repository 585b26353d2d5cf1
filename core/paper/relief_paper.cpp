#include "core/paper/relief_paper.h"

#include "core/duty/duty.h"
#include "core/handover/item_rules.h"
#include "core/paper/oncall_record.h"
#include "core/paper/paper_parts.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

#include <map>

using namespace Qt::StringLiterals;

namespace core {

namespace {

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

Section contactsSection(const std::vector<ReliefContact>& contacts)
{
    Grid grid;
    grid.columns = {{u"Contact"_s, 24}, {u"Received"_s, 22}, {u"As it came"_s, 70},
        {u"Owed"_s, 8, Side::Right}, {u"Taken"_s, 10}};
    for (const ReliefContact& contact : contacts)
        grid.rows.push_back(
            {{Words(contact.ref), Words(dateTimeText(contact.receivedAt)), Words(contact.words),
                 Words(QString::number(contact.owed.size())), Words(u"[   ]"_s)},
                false});
    grid.whenEmpty = u"This officer has no open contact."_s;
    return {u"Open contacts"_s, QString::number(contacts.size()), {grid}, false};
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
    grid.columns = {{u"By"_s, 22}, {u"Whom"_s, 30}, {u"Number"_s, 24}, {u"Case, contact"_s, 24},
        {u"Promised by"_s, 24}};
    for (const RingBack& promise : promises) {
        const auto record = records.caseRecord(promise.caseId);
        const auto contact = records.contact(promise.contact);
        Words about(record ? record->ref : QString());
        about.line(contact ? contact->ref : QString());
        grid.rows.push_back({{Words(dateTimeText(promise.due), Ink::Strong), Words(promise.whom),
                                 Words(promise.number), about, Words(promise.ownerName)},
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

void addOwed(Grid& grid, const QString& ref, const std::vector<Owed>& all)
{
    for (const Owed& owed : all)
        grid.rows.push_back(
            {{Words(ref), Words(owed.text), Words(owed.clause, Ink::Quiet)}, false});
}

Section owedSection(const ReliefSheet& sheet)
{
    Grid grid;
    grid.columns = {{u"Case, contact"_s, 24}, {u"Owed"_s, 70}, {u"Clause"_s, 14}};
    for (const ReliefCase& line : sheet.cases)
        addOwed(grid, line.ref, line.owed);
    for (const ReliefContact& contact : sheet.contacts)
        addOwed(grid, contact.ref, contact.owed);
    addOwed(grid, {}, sheet.owed);
    grid.whenEmpty = u"Nothing is owed."_s;
    return {u"Still owed"_s, {}, {grid}, false};
}

QString versionOf(const ReliefSheet& sheet, const Records& records)
{
    std::map<Subject, std::shared_ptr<const RecordBase>> shown;
    const auto add = [&](const Subject& subject) {
        if (auto record = records.record(subject))
            shown.emplace(subject, std::move(record));
    };
    for (const ReliefCase& line : sheet.cases)
        add(subjectOf(line.caseId));
    for (const ReliefContact& contact : sheet.contacts)
        add(subjectOf(contact.contact));
    for (const RingBack& promise : sheet.ringBacks)
        if (!promise.contact.isNull())
            add(subjectOf(promise.contact));
    std::vector<const RecordBase*> all;
    all.reserve(shown.size());
    for (const auto& [subject, record] : shown)
        all.push_back(record.get());
    return recordVersion(all);
}

}

Paper reliefPaper(const ReliefSheet& sheet, const Records& records, const Profile& profile,
    const PaperFrame& frame)
{
    Paper paper = paperOf(
        frame, u"relief-sheet"_s, u"Relief sheet"_s, dateOf(sheet.asOf).toString(Qt::ISODate));
    paper.service = serviceName(sheet.service, profile);
    paper.version = versionOf(sheet, records);
    std::vector<Deadline> clocks = sheet.clocks;
    for (const ReliefCase& line : sheet.cases)
        clocks.insert(clocks.end(), line.clocks.begin(), line.clocks.end());
    paper.sections = {whoSection(sheet, paper.service),
        casesSection(
            u"Cases"_s, sheet.cases, records, u"No open case is allocated to this officer."_s),
        contactsSection(sheet.contacts), clocksSection(std::move(clocks), records, frame.printedAt),
        callBacksSection(sheet.ringBacks, records), callsSection(sheet.unresolved, profile),
        owedSection(sheet),
        casesSection(u"Cases that nobody has"_s, sheet.unallocated, records,
            u"Every other case of the service is allocated."_s),
        {u"Taken over"_s, {},
            {Blanks{{{u"All, or all but these"_s, {}, 2}, {u"Reliever, time"_s, {}, 1}}}}, false}};
    return paper;
}

}
