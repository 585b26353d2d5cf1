#include "core/paper/allocation_paper.h"

#include "core/casework/printed_words.h"
#include "core/handover/item_rules.h"
#include "core/paper/handover_calls.h"
#include "core/paper/oncall_paper.h"
#include "core/paper/paper_parts.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

Section daySection(const AllocationSheet& sheet)
{
    Facts facts;
    facts.columns = 2;
    addFact(facts, u"Day"_s, dateText(sheet.date), Ink::Strong);
    addFact(facts, u"As it stood at"_s, zonedText(sheet.asOf));
    addFact(facts, u"AMHP Lead"_s, sheet.lead.isEmpty() ? u"not yet named"_s : sheet.lead);
    addFact(facts, u"Carried over"_s, QString::number(sheet.carriedOver));
    for (const OfficerOnDuty& amhp : sheet.amhps) {
        const QString until = amhp.until ? u" to %1"_s.arg(timeText(*amhp.until)) : QString();
        addFact(facts, amhp.amhp ? u"AMHP"_s : u"Officer"_s,
            u"%1, from %2%3"_s.arg(amhp.name, timeText(amhp.from), until));
    }
    Facts pressure;
    addFact(pressure, u"Pressure, known events"_s, sheet.pressure);
    return {u"Day"_s, {}, {facts, pressure}, false};
}

Words personWords(const AllocationRow& row)
{
    Words told(row.person, Ink::Strong);
    told.line(row.ageBand, row.ageKnown ? Ink::Plain : Ink::Quiet);
    told.line(row.ref, Ink::Quiet);
    return told;
}

Words statusWords(const AllocationRow& row)
{
    Words told(row.location);
    for (const SheetStatus& each : row.statuses) {
        told.line(each.status, Ink::Strong);
        if (each.expires)
            told.line(u"until %1"_s.arg(dateTimeText(*each.expires)), Ink::Alert);
    }
    return told;
}

Words receivedWords(const AllocationRow& row)
{
    Words told(dateTimeText(row.received));
    told.line(spokenWords(row.source), Ink::Quiet);
    told.line(row.carriedOver ? u"carried over"_s : QString(), Ink::Strong);
    told.line(row.urgency ? word(*row.urgency) : QString(), Ink::Strong);
    if (row.triagedAt)
        told.line(u"triage %1"_s.arg(dateTimeText(*row.triagedAt)), Ink::Quiet);
    return told;
}

Words allocatedWords(const AllocationRow& row)
{
    Words told(row.allocatedTo.isEmpty() ? u"nobody yet"_s : row.allocatedTo,
        row.allocatedTo.isEmpty() ? Ink::Alert : Ink::Plain);
    if (row.allocatedAt)
        told.line(dateTimeText(*row.allocatedAt), Ink::Quiet);
    return told;
}

Words workWords(const AllocationRow& row)
{
    Words told(row.doctors.join(u", "));
    if (row.planned)
        told.line(u"planned %1"_s.arg(dateTimeText(*row.planned)));
    if (!row.nearestRelative.isEmpty())
        told.line(u"NR: "_s, Ink::Quiet).add(row.nearestRelative);
    if (!row.crht.isEmpty())
        told.line(u"CRHT: "_s, Ink::Quiet).add(row.crht);
    return told;
}

Words stageWords(const AllocationRow& row)
{
    Words told(spokenWords(word(row.stage)), Ink::Strong);
    told.line(row.bed);
    if (row.outcome)
        told.line(shown(*row.outcome), Ink::Strong);
    if (row.closedAt)
        told.line(u"closed %1"_s.arg(dateTimeText(*row.closedAt)), Ink::Quiet);
    return told;
}

Words holderWords(const AllocationRow& row, const Profile& profile)
{
    Words told(serviceName(row.responsible, profile), Ink::Strong);
    if (row.responsibleSince)
        told.line(u"since %1"_s.arg(dateTimeText(*row.responsibleSince)), Ink::Quiet);
    for (const AcceptanceLine& line : row.transfers)
        told.line(u"%1 %2"_s.arg(line.transferNumber, answeredText(line, timeText)),
            line.disputed ? Ink::Alert : Ink::Plain);
    if (!row.pending.isEmpty())
        told.line(
            u"%1 %2"_s.arg(row.pending, row.contested.isEmpty() ? u"proposed"_s : row.contested),
            Ink::Alert);
    return told;
}

Section rowsSection(const AllocationSheet& sheet, const Profile& profile)
{
    Grid grid;
    grid.dense = true;
    grid.columns = {{u"No."_s, 6, Side::Right}, {u"Person"_s, 22}, {u"Place, status"_s, 24},
        {u"Received"_s, 22}, {u"Allocated to"_s, 20}, {u"Doctors, plan, NR, CRHT"_s, 28},
        {u"Stage, bed, outcome"_s, 22}, {u"Responsible, handover"_s, 30}, {u"Notes"_s, 26}};
    for (const AllocationRow& row : sheet.rows)
        grid.rows.push_back({{Words(QString::number(row.order)), personWords(row), statusWords(row),
                                 receivedWords(row), allocatedWords(row), workWords(row),
                                 stageWords(row), holderWords(row, profile), Words(row.note)},
            false});
    grid.whenEmpty = u"No case stood on the sheet of this day."_s;
    return {u"Cases"_s, QString::number(sheet.rows.size()), {grid}, false};
}

Section countsSection(const AllocationSheet& sheet)
{
    Facts facts;
    facts.columns = 2;
    addFact(facts, u"Unallocated"_s, QString::number(sheet.unallocated),
        sheet.unallocated > 0 ? Ink::Alert : Ink::Plain);
    addFact(facts, u"Awaiting an answer"_s,
        sheet.proposed.empty()
            ? u"none"_s
            : QStringList(sheet.proposed.begin(), sheet.proposed.end()).join(u", "));
    addFact(facts, u"Contested, to be settled"_s,
        QStringList(sheet.contested.begin(), sheet.contested.end()).join(u", "), Ink::Alert);
    for (const auto& [stage, count] : sheet.byStage)
        addFact(facts, u"Open: %1"_s.arg(spokenWords(word(stage))), QString::number(count));
    return {u"At the foot of the day"_s, {}, {facts}, false};
}

}

Paper allocationPaper(const AllocationSheet& sheet, const Records& records, const Profile& profile,
    const PaperFrame& frame)
{
    Paper paper = paperOf(frame, u"allocation-sheet"_s, u"Daily Allocation Sheet"_s,
        sheet.date.toString(Qt::ISODate));
    paper.service = sheet.service;
    paper.landscape = true;
    std::vector<std::shared_ptr<const Case>> cases;
    for (const AllocationRow& row : sheet.rows)
        if (auto record = records.caseRecord(row.caseId))
            cases.push_back(std::move(record));
    std::vector<const RecordBase*> shownRecords;
    shownRecords.reserve(cases.size());
    for (const auto& record : cases)
        shownRecords.push_back(record.get());
    paper.version = recordVersion(shownRecords);
    paper.sections = {daySection(sheet), rowsSection(sheet, profile),
        {u"Transfers"_s, {}, {acceptancesGrid(sheet.acceptances, sheet.key, profile)}, false},
        {u"Verbal handovers"_s, {}, {handoverCallsGrid(sheet.calls, profile)}, false},
        countsSection(sheet), signOffSection(sheet.signOffs, u"AMHP Lead"_s)};
    return paper;
}

}
