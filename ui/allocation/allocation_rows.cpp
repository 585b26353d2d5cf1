#include "ui/allocation/allocation_rows.h"

#include "core/casework/printed_words.h"
#include "core/handover/item_rules.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::AllocationRow;
using core::Ink;
using core::Words;

core::Words personWords(const AllocationRow& row)
{
    Words told(row.person.isEmpty() ? row.ref : bannerName(row.person), Ink::Strong);
    told.line(u"%1 · %2"_s.arg(row.ref, row.ageBand), Ink::Quiet);
    return told;
}

Words receivedWords(const AllocationRow& row, core::Instant now)
{
    Words told(momentText(row.received, now));
    if (row.carriedOver)
        told.line(u"carried over"_s, Ink::Strong);
    told.line(row.urgency ? words(*row.urgency) : u"urgency not said"_s,
        row.urgency ? Ink::Plain : Ink::Quiet);
    told.line(words(QString(row.source).replace(u' ', u'_')), Ink::Quiet);
    return told;
}

Words statusWords(const AllocationRow& row, const DeskService& desk)
{
    Words told(row.location.isEmpty() ? u"place not known"_s : row.location,
        row.location.isEmpty() ? Ink::Quiet : Ink::Plain);
    for (const core::SheetStatus& each : row.statuses)
        told.line(each.status, Ink::Strong);
    const auto record = desk.records().caseRecord(row.caseId);
    if (!record || row.closedAt)
        return told;
    const auto clocks = core::runningClocks(*record, desk.profile());
    if (clocks.empty())
        return told;
    const core::Deadline& first = clocks.front();
    const core::Alarm alarm = core::alarmAt(first, desk.now());
    const bool calm = alarm == core::Alarm::Calm || alarm == core::Alarm::Silent;
    told.line(u"%1: %2 %3"_s.arg(first.title, first.due < desk.now() ? u"was due"_s : u"due"_s,
                  momentText(first.due, desk.now())),
        calm ? Ink::Plain : Ink::Alert);
    return told;
}

Words stageWords(const AllocationRow& row, core::Instant now)
{
    Words told(words(row.stage), Ink::Strong);
    told.line(row.bed);
    if (row.outcome)
        told.line(core::shown(*row.outcome));
    if (row.closedAt)
        told.line(u"closed %1"_s.arg(momentText(*row.closedAt, now)), Ink::Quiet);
    return told;
}

Words allocatedWords(const AllocationRow& row, core::Instant now)
{
    if (row.allocatedTo.isEmpty())
        return {u"nobody yet"_s, row.closedAt ? Ink::Quiet : Ink::Alert};
    Words told(row.allocatedTo);
    if (row.allocatedAt)
        told.line(u"since %1"_s.arg(momentText(*row.allocatedAt, now)), Ink::Quiet);
    return told;
}

Words holderWords(const AllocationRow& row, const DeskService& desk)
{
    Words told(serviceName(desk.profile(), row.responsible));
    for (const core::AcceptanceLine& line : row.transfers)
        told.line(line.transferNumber, Ink::Strong)
            .line(core::answeredText(
                      line, [&desk](core::Instant at) { return momentText(at, desk.now()); }),
                line.outstanding || line.disputed ? Ink::Alert : Ink::Quiet);
    if (!row.pending.isEmpty())
        told.line(row.pending, Ink::Strong)
            .line(
                row.contested.isEmpty() ? u"proposed, not answered"_s : row.contested, Ink::Alert);
    return told;
}

Words noteWords(const AllocationRow& row)
{
    constexpr int shown = 160;
    const QString note = row.note.simplified();
    return {note.size() > shown ? note.left(shown - 1) + u'…' : note};
}

}

std::vector<core::GridColumn> allocationColumns()
{
    return {{u"No."_s, 4, core::Side::Right}, {u"Person"_s, 17}, {u"Received"_s, 13},
        {u"Place, status, clock"_s, 19}, {u"Stage (S)"_s, 14}, {u"Allocated to (A)"_s, 15},
        {u"Responsible, transfer"_s, 20}, {u"Last entry"_s, 18}};
}

std::vector<SheetRow> allocationRows(const core::AllocationSheet& sheet, const DeskService& desk)
{
    const core::Instant now = desk.now();
    std::vector<SheetRow> rows;
    for (const AllocationRow& row : sheet.rows)
        rows.push_back({row.caseId.text(),
            {Words(QString::number(row.order)), personWords(row), receivedWords(row, now),
                statusWords(row, desk), stageWords(row, now), allocatedWords(row, now),
                holderWords(row, desk), noteWords(row)},
            core::subjectOf(row.caseId), {}, false});
    return rows;
}

QString allocationSummary(const core::AllocationSheet& sheet)
{
    QStringList parts{sheet.service,
        sheet.lead.isEmpty() ? u"AMHP Lead not yet named"_s : u"AMHP Lead %1"_s.arg(sheet.lead),
        u"%1 cases, %2 carried over, %3 unallocated"_s.arg(sheet.rows.size())
            .arg(sheet.carriedOver)
            .arg(sheet.unallocated)};
    if (!sheet.amhps.empty()) {
        QStringList names;
        for (const core::OfficerOnDuty& amhp : sheet.amhps)
            names.append(amhp.name);
        parts.append(u"AMHPs: %1"_s.arg(names.join(u", ")));
    }
    if (!sheet.proposed.empty())
        parts.append(u"Awaiting an answer: %1"_s.arg(
            QStringList(sheet.proposed.begin(), sheet.proposed.end()).join(u", ")));
    if (!sheet.contested.empty())
        parts.append(u"Contested, to be settled: %1"_s.arg(
            QStringList(sheet.contested.begin(), sheet.contested.end()).join(u", ")));
    return parts.join(u" · ");
}

}
